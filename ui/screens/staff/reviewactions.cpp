// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/entrylist.h"
#include "ui/screens/staff/reviewscreen.h"
#include "ui/screens/staff/reviewwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"

#include <QScrollArea>

#include <algorithm>

/// What can be done in the review beyond changing one answer: asking the person, giving them the screen, taking last
/// answers over, deciding conflicts; by press and by key.
namespace uk {

void ReviewScreen::showAccess()
{
    const bool isOpen = !m_model.id.isEmpty();
    const bool asksFirst = m_model.access.access == StaffAccess::AskFirst && !m_model.hasProxyConsent;
    m_accessPanel->setVisible(isOpen && (!m_model.limits.isEmpty() || m_model.isHandedOver));
    m_askProxy->setVisible(asksFirst && !m_model.isHandedOver);
    m_takeBack->setVisible(m_model.isHandedOver);
    if (m_model.isHandedOver)
        m_accessNotice->setNotice(NoticeBox::Level::Info, tr("患者さんが入力中です。"),
                                  tr("患者さんの画面で「おわる」が押されると、ここに戻ります。"));
    else
        m_accessNotice->setNotice(NoticeBox::Level::Info, m_model.access.access == StaffAccess::View ? tr("この予診票は見るだけです。")
                                                          : asksFirst                                ? tr("変更の前に、確かめてください。")
                                                                                                     : tr("提出の前に、確かめてください。"),
                                  m_model.limits.join(u' '));
    const bool isIdle = !m_model.isBusy && !m_model.isHandedOver;
    const qsizetype unanswered = isOpen ? unansweredQuestions(m_model.session).size() : 0;
    const bool isSentByPerson = m_model.access.isSentByPerson();
    m_handOver->setVisible(m_model.access.mayHandOver && isIdle && (unanswered > 0 || isSentByPerson));
    m_handOver->setText(unanswered > 0 ? tr("患者さんに入力してもらう") : tr("患者さんに送信してもらう"));
    m_handOver->setCount(int(unanswered));
    m_handOver->setKind(isSentByPerson ? Button::Kind::Primary : Button::Kind::Quiet);
    m_draft->setVisible(m_model.access.maySaveDraft && !m_model.isHandedOver);
    m_noDraft->setVisible(m_model.access.maySubmit && !m_model.access.maySaveDraft && !m_model.isHandedOver);
    m_submit->setVisible(m_model.access.maySubmit && !m_model.isHandedOver);
}

QList<AnswerKey> ReviewScreen::offers() const
{
    QList<AnswerKey> keys;
    if (m_model.access.access != StaffAccess::View && !m_model.isBusy && !m_model.isHandedOver)
        for (const ReviewRow &row : m_model.session.rows())
            if (m_model.session.offered(row.key))
                keys.append(row.key);
    return keys;
}

void ReviewScreen::showOffers()
{
    const qsizetype count = m_model.id.isEmpty() ? 0 : offers().size();
    m_offerPanel->setVisible(count > 0);
    if (count > 0)
        m_offerNotice->setNotice(NoticeBox::Level::Info, tr("前回の回答（引き継ぎの候補）が %1問あります。").arg(count),
                                 tr("きょうも同じか確かめてから引き継いでください。体調の質問は引き継ぎません。"));
}

std::optional<AnswerKey> ReviewScreen::rowFor(const std::function<bool(const AnswerKey &)> &fits) const
{
    for (const AnswerKey &key : m_rowOrder)
        if (const QWidget *row = rowOf(key); focusWidget() && row->isAncestorOf(focusWidget()))
            return fits(key) ? std::optional(key) : std::nullopt;
    const auto first = std::ranges::find_if(m_rowOrder, fits);
    return first == m_rowOrder.cend() ? std::nullopt : std::optional(*first);
}

void ReviewScreen::takeOverOne()
{
    const QList<AnswerKey> offered = offers();
    if (const auto key = rowFor([&](const AnswerKey &one) { return offered.contains(one); }))
        Q_EMIT takeOverRequested({*key});
}

void ReviewScreen::decideConflict(bool takesTheirs)
{
    if (const auto key = rowFor([this](const AnswerKey &one) { return m_model.session.conflict(one).has_value(); }))
        Q_EMIT conflictDecided(*key, takesTheirs);
}

void ReviewScreen::handOverOne()
{
    const auto fits = [this](const AnswerKey &key) { return mayHandOver(*m_model.session.index().item(key.itemMasterId)); };
    if (const auto key = rowFor(fits)) {
        m_editing.reset();
        Q_EMIT handOverRequested({*key});
    }
}

void ReviewScreen::handOverAll()
{
    m_editing.reset();
    Q_EMIT handOverRequested({});
}

/// To the first control of the next or previous row, round and round.
void ReviewScreen::walkRows(int by)
{
    QList<QWidget *> stops;
    qsizetype at = -1;
    for (const AnswerKey &key : std::as_const(m_rowOrder)) {
        QWidget *row = rowOf(key);
        const QList<Button *> buttons = row->findChildren<Button *>();
        const auto first = std::ranges::find_if(buttons, [](const Button *button) { return button->isVisible() && button->isEnabled(); });
        if (first == buttons.cend())
            continue;
        if (focusWidget() && row->isAncestorOf(focusWidget()))
            at = stops.size();
        stops.append(*first);
    }
    if (stops.isEmpty())
        return;
    const qsizetype next = at < 0 ? (by > 0 ? 0 : stops.size() - 1) : (at + by + stops.size()) % stops.size();
    stops[next]->setFocus();
    m_scroll->ensureWidgetVisible(stops[next], 0, 60);
}

} // namespace uk
