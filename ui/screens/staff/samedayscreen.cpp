// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/samedayscreen.h"

#include "ui/screens/staff/answereditor.h"
#include "ui/screens/staff/namepanel.h"
#include "ui/screens/staff/rowwidget.h"
#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noticebox.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

SameDayScreen::SameDayScreen(QWidget *parent)
    : StaffScreen(parent)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(size::staffMargin, 6, size::staffMargin, 6);
    column->setSpacing(8);
    m_list = new QWidget(content);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(8);
    buildNotices(list);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    list->addLayout(m_rows);
    list->addStretch(1);
    m_scroll = new QScrollArea(content);
    m_scroll->setObjectName(u"day.list"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_list);
    column->addWidget(m_scroll, 1);
    // Rows made anew take their places one after the other; what has the focus stays in sight.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_editor && !m_editing.isEmpty())
            m_scroll->ensureWidgetVisible(m_editor, 0, 8);
        if (QWidget *focused = focusWidget(); focused && m_list->isAncestorOf(focused))
            m_scroll->ensureWidgetVisible(focused, 0, 8);
    });
    setContent(content);
    topBar()->setCurrentTab(u"reception"_s);
    buildFooter();
    setModel({});
}

void SameDayScreen::buildNotices(QVBoxLayout *column)
{
    m_notice = new NoticeBox(NoticeBox::Level::Error, {}, {}, NoticeBox::For::Staff, m_list);
    m_notice->setObjectName(u"day.notice"_s);
    m_result = new NoticeBox(NoticeBox::Level::Info, {}, {}, NoticeBox::For::Staff, m_list);
    m_result->setObjectName(u"day.result"_s);
    m_namePanel = new NamePanel(u"day.nameConfirmed"_s, m_list);
    connect(m_namePanel, &NamePanel::confirmed, this, &SameDayScreen::nameConfirmed);
    m_askPanel = new QWidget(m_list);
    auto *ask = new QHBoxLayout(m_askPanel);
    ask->setContentsMargins(0, 0, 0, 0);
    m_ask = new NoticeBox(NoticeBox::Level::Info, {}, {}, NoticeBox::For::Staff, m_askPanel);
    m_askYes = new Button(Button::Kind::Secondary, tr("患者さんに画面で聞く"), Button::For::Staff, m_askPanel);
    m_askYes->setObjectName(u"day.proxyConsent"_s);
    connect(m_askYes, &QPushButton::clicked, this, [this] { Q_EMIT proxyConsentAsked(m_model.askIds.value(0)); });
    ask->addWidget(m_ask, 1);
    ask->addWidget(m_askYes);
    for (QWidget *widget : {static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_result),
                            static_cast<QWidget *>(m_namePanel), m_askPanel})
        column->addWidget(widget);
}

void SameDayScreen::buildFooter()
{
    footer()->setKeyHints({{{u"F8"_s}, tr("次の未確認へ")}, {{u"F6"_s}, tr("すべて開く")}, {{u"Esc"_s}, tr("受付へ戻る")}});
    m_left = new StateLabel({}, footer());
    m_back = new Button(Button::Kind::Quiet, tr("受付へ戻る"), Button::For::Staff, footer());
    m_back->setObjectName(u"day.back"_s);
    m_submit = new Button(Button::Kind::Primary, {}, Button::For::Staff, footer());
    m_submit->setObjectName(u"day.submit"_s);
    m_submit->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    for (QWidget *widget : {static_cast<QWidget *>(m_left), static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_submit)})
        footer()->addWidget(widget);
    connect(m_back, &QPushButton::clicked, this, &SameDayScreen::backRequested);
    connect(m_submit, &QPushButton::clicked, this, &SameDayScreen::submitRequested);
    const auto addKey = [this](const QKeySequence &key, auto function) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, function);
    };
    addKey(QKeySequence(Qt::Key_Escape), [this] {
        if (!m_editing.isEmpty())
            closeEditor();
        else
            Q_EMIT backRequested();
    });
    addKey(QKeySequence(Qt::Key_F6), [this] {
        const bool isOpening = m_unfolded.isEmpty();
        m_unfolded.clear();
        for (const DaySectionText &section : std::as_const(m_model.sections))
            if (isOpening && !section.folded.isEmpty())
                m_unfolded.insert(section.id);
        refill();
    });
    addKey(QKeySequence(Qt::Key_F8), [this] { jumpToNextOpen(); });
}

/// 1 where the matrix fits, 2 where the three columns of the questions fit as well.
bool SameDayScreen::isMatrixNarrow() const
{
    constexpr int smallestColumn = 190, margins = 2 * size::staffMargin;
    const double room = (width() - margins) / theme::textScale();
    return room < smallestColumn * double(m_model.sheets.size() + 1);
}

bool SameDayScreen::isNarrow() const
{
    constexpr int smallest = 900; // design "Sizes"
    return width() / theme::textScale() < smallest;
}

void SameDayScreen::resizeEvent(QResizeEvent *event)
{
    StaffScreen::resizeEvent(event);
    if (const int kind = int(isNarrow()) + 2 * int(isMatrixNarrow()); kind != m_layoutKind)
        refill();
}

void SameDayScreen::refill()
{
    setModel(m_model);
}

void SameDayScreen::setModel(const DayModel &model)
{
    const int scrolled = m_scroll->verticalScrollBar()->value();
    const QString focused = focusWidget() ? focusWidget()->objectName() : QString();
    m_model = model;
    m_layoutKind = int(isNarrow()) + 2 * int(isMatrixNarrow());
    fillNotices();
    emptyRows(m_rows);
    if (!m_model.sheets.isEmpty()) {
        fillSheets();
        fillWarnings();
        fillIntervals();
        fillSections();
    }
    fillFooter();
    // After the new rows have their places.
    QTimer::singleShot(0, this, [this, scrolled, focused] {
        m_scroll->verticalScrollBar()->setValue(scrolled);
        if (auto *widget = focused.isEmpty() ? nullptr : findChild<QWidget *>(focused); widget && widget->isVisible())
            widget->setFocus();
    });
}

void SameDayScreen::fillNotices()
{
    m_notice->setVisible(m_model.notice || !m_model.unread.isEmpty());
    if (m_model.notice)
        m_notice->setNotice(NoticeBox::Level::Error, m_model.notice->title, tr("%1（%2）").arg(m_model.notice->staff, m_model.notice->code));
    else
        m_notice->setNotice(NoticeBox::Level::Error, tr("読み取れない予診票があります"),
                            tr("%1は、ここにありません。受付へ戻って、理由を見てください。").arg(m_model.unread.join(u"・"_s)));
    const QString told = m_model.progress.isEmpty() ? m_model.result : m_model.progress;
    const bool isGood = m_model.summary.unknown.isEmpty() && m_model.summary.failed.isEmpty();
    m_result->setVisible(!told.isEmpty());
    m_result->setNotice(!m_model.progress.isEmpty() ? NoticeBox::Level::Info : isGood ? NoticeBox::Level::Success : NoticeBox::Level::Warning, told);
    m_namePanel->setQuestion(m_model.sheets.isEmpty() ? NameQuestion() : m_model.name);
    m_askPanel->setVisible(!m_model.askIds.isEmpty());
    m_ask->setNotice(NoticeBox::Level::Info, tr("代理入力の確認前：%1").arg(m_model.askTitles),
                     tr("職員が入力してよいか、ご本人（保護者）に画面を見せて確かめてください。"));
}

void SameDayScreen::fillFooter()
{
    const auto ready = m_model.summary.ready.size(), blocked = m_model.summary.blocked.size();
    const bool isBusy = !m_model.progress.isEmpty();
    m_left->setState(blocked > 0 && !isBusy ? StateText{Icon::Warning, Role::Warning, tr("まだ提出できないもの %1件").arg(blocked)} : StateText());
    m_left->setVisible(blocked > 0 && !isBusy);
    m_submit->setVisible(ready + blocked > 0 || isBusy);
    m_submit->setEnabled(!isBusy);
    m_submit->setText(isBusy        ? tr("送信しています…")
                      : ready > 0   ? tr("提出できる%1件を提出").arg(ready)
                                    : tr("残りを確認する"));
    m_back->setKind(m_submit->isVisibleTo(this) ? Button::Kind::Quiet : Button::Kind::Primary);
}

void SameDayScreen::showError(const Error &error)
{
    if (m_editor && !m_editing.isEmpty()) {
        m_editor->setError(errorText(error));
        return;
    }
    m_model.notice = errorText(error);
    fillNotices();
    m_scroll->verticalScrollBar()->setValue(0);
    jumpToNextOpen();
}

void SameDayScreen::openEditor(const QString &rowName)
{
    m_editing = rowName;
    m_target.clear();
    m_model.notice.reset();
    refill();
    QTimer::singleShot(0, this, [this, rowName] {
        if (!m_editor)
            return;
        m_scroll->ensureWidgetVisible(m_editor, 0, 40);
        m_editor->focusFirst();
    });
}

void SameDayScreen::closeEditor()
{
    const QString row = std::exchange(m_editing, QString());
    refill();
    QTimer::singleShot(0, this, [this, row] {
        if (auto *edit = findChild<QWidget *>(row + u".edit"_s); edit && !row.isEmpty() && edit->isVisible())
            edit->setFocus();
    });
}

void SameDayScreen::toggleFold(const QString &sectionId)
{
    if (!m_unfolded.remove(sectionId))
        m_unfolded.insert(sectionId);
    refill();
}

/// To the control of that name, or to the row of that name and its change.
void SameDayScreen::jumpTo(const QString &control)
{
    // It may lie among what is folded.
    for (const DaySectionText &section : std::as_const(m_model.sections))
        for (const DayRowText &row : section.folded)
            if (row.name == control && !m_unfolded.contains(section.id)) {
                toggleFold(section.id);
                QTimer::singleShot(0, this, [this, control] { jumpTo(control); });
                return;
            }
    auto *target = findChild<QWidget *>(control);
    if (auto *edit = findChild<QWidget *>(control + u".edit"_s))
        target = edit;
    if (!target)
        return;
    m_scroll->ensureWidgetVisible(target, 0, 80);
    target->setFocus();
}

/// The name, the consent to input by staff, the next warning without a tick, the next thing that blocks, then the button.
void SameDayScreen::jumpToNextOpen()
{
    if (m_model.name.isAsked && !m_model.name.isConfirmed)
        return jumpTo(u"day.nameConfirmed"_s);
    for (qsizetype i = 0; i < m_model.warnings.size(); ++i)
        if (m_model.warnings[i].canTick && !m_model.warnings[i].isTicked)
            return jumpTo(u"day.warning.%1"_s.arg(i));
    for (const DaySheetText &sheet : std::as_const(m_model.sheets))
        if (sheet.next == DaySheetText::Next::Jump)
            return jumpTo(sheet.jump);
    if (!m_model.askIds.isEmpty() && m_model.summary.ready.isEmpty())
        return m_askYes->setFocus();
    (m_submit->isVisibleTo(this) ? m_submit : m_back)->setFocus();
}

void SameDayScreen::begin()
{
    m_editing.clear();
    m_unfolded.clear();
    m_scroll->verticalScrollBar()->setValue(0);
    QTimer::singleShot(0, this, &SameDayScreen::jumpToNextOpen);
}

void SameDayScreen::clearPerson()
{
    StaffScreen::clearPerson();
    m_editing.clear();
    m_uncovered.clear();
    m_unfolded.clear();
    setModel({});
}

} // namespace uk
