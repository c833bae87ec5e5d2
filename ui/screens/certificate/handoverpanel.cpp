// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/handoverpanel.h"

#include "app/base/japanesedate.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/personheader.h"
#include "ui/widgets/statelabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QPainter>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

StateText overallState(std::optional<PersonMatch> match, bool isConfirmed)
{
    if (!match)
        return {Icon::Clock, Role::TextMuted, HandoverPanel::tr("書類の文字を読んでいます")};
    switch (*match) {
    case PersonMatch::Matches: return {Icon::CheckCircle, Role::Success, HandoverPanel::tr("受付中の人と書類が一致")};
    case PersonMatch::NoText: return {Icon::Warning, Role::Warning, HandoverPanel::tr("書類の文字を読み取れません")};
    default: break;
    }
    if (isConfirmed)
        return {Icon::Warning, Role::Warning, HandoverPanel::tr("一致しません（2人目の職員が確認済み）")};
    return {Icon::Error, Role::Error, HandoverPanel::tr("受付中の人と書類が一致しません")};
}

StateText foundState(std::optional<PersonMatch> match, bool isFound)
{
    if (!match)
        return {Icon::Clock, Role::TextMuted, HandoverPanel::tr("読んでいます")};
    if (*match == PersonMatch::NoText)
        return {Icon::Unanswered, Role::Warning, HandoverPanel::tr("読み取れません")};
    return isFound ? StateText {Icon::Check, Role::Success, HandoverPanel::tr("同じです")} : StateText {Icon::Cross, Role::Error, HandoverPanel::tr("ありません")};
}

QString adviceFor(std::optional<PersonMatch> match, bool isConfirmed)
{
    if (!match || *match == PersonMatch::Matches || isConfirmed)
        return {};
    if (*match == PersonMatch::NoText)
        return HandoverPanel::tr("画像だけの書類です。書類の氏名と生年月日を目で確かめてください。");
    return HandoverPanel::tr("渡さないでください。別の人の書類かもしれません。もう1人の職員と確かめるまで印刷できません。");
}

} // namespace

HandoverPanel::HandoverPanel(QWidget *parent)
    : QWidget(parent)
{
    auto *heading = new Label(tr("お渡しする相手の確認"), size::text::lead, true, Role::TextStrong, this);
    m_table = makeTable();
    m_spoken = new QCheckBox(this);
    m_spoken->setObjectName(u"certificate.spokenCheck"_s);
    m_spoken->setMinimumHeight(size::staffTarget + 8);
    m_second = new Button(Button::Kind::Secondary, tr("もう1人の職員が確かめる"), Button::For::Staff, this);
    m_second->setObjectName(u"certificate.secondStaff"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addWidget(m_table);
    column->addWidget(m_second);
    column->addWidget(m_spoken);
    setFocusProxy(m_spoken);
    connect(m_spoken, &QCheckBox::toggled, this, &HandoverPanel::spokenCheckChanged);
    connect(m_second, &QPushButton::clicked, this, &HandoverPanel::secondStaffRequested);
    update();
}

QWidget *HandoverPanel::makeTable()
{
    auto *table = new QWidget(this);
    table->setObjectName(u"certificate.match"_s);
    m_state = new StateLabel({}, table);
    m_state->setObjectName(u"certificate.match.state"_s);
    m_advice = makeParagraph({}, size::text::body, table, Role::TextStrong);
    m_advice->setObjectName(u"certificate.match.advice"_s);
    m_name = new NameLabel(size::text::body, table);
    m_kana = new Label({}, size::text::body, true, Role::TextStrong, table);
    m_birth = new Label({}, size::text::body, true, Role::TextStrong, table);
    m_nameFound = new StateLabel({}, table);
    m_nameFound->setObjectName(u"certificate.match.name"_s);
    m_birthFound = new StateLabel({}, table);
    m_birthFound->setObjectName(u"certificate.match.birth"_s);

    const auto muted = [table](const QString &text) {
        return new Label(text, size::text::body, false, Role::TextMuted, table);
    };
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(14, 8, 14, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_state, 0, 0, 1, 3);
    grid->addWidget(m_advice, 1, 0, 1, 3);
    grid->addWidget(new Label(tr("受付中の人"), size::text::body, false, Role::Text, table), 2, 1);
    grid->addWidget(new Label(tr("書類に"), size::text::body, false, Role::Text, table), 2, 2);
    grid->addWidget(muted(tr("氏名")), 3, 0);
    grid->addWidget(m_name, 3, 1);
    grid->addWidget(m_nameFound, 3, 2);
    grid->addWidget(muted(tr("フリガナ")), 4, 0);
    grid->addWidget(m_kana, 4, 1);
    grid->addWidget(muted(tr("生年月日")), 5, 0);
    grid->addWidget(m_birth, 5, 1);
    grid->addWidget(m_birthFound, 5, 2);
    return table;
}

void HandoverPanel::setPerson(const QString &name, const QString &kana, QDate birth, bool isGuardianAsked)
{
    m_name->setName(name, kana);
    m_kana->setText(kana);
    m_birth->setText(toWareki(birth));
    m_isGuardianAsked = isGuardianAsked;
    m_spoken->setChecked(false);
    update();
}

void HandoverPanel::setMatch(std::optional<PersonMatch> match)
{
    m_match = match;
    m_isConfirmedBySecondStaff = false;
    update();
}

void HandoverPanel::setConfirmedBySecondStaff(bool isConfirmed)
{
    m_isConfirmedBySecondStaff = isConfirmed;
    update();
}

void HandoverPanel::clear()
{
    m_name->setName({}, {});
    m_kana->clear();
    m_birth->clear();
    m_spoken->setChecked(false);
    setMatch(std::nullopt);
}

void HandoverPanel::setSpokenCheck(bool isNeeded, bool isDone)
{
    m_isSpokenCheckNeeded = isNeeded;
    const QSignalBlocker quiet(m_spoken); // told, not ticked by a person
    m_spoken->setChecked(isDone);
    m_spoken->setVisible(isNeeded);
    update();
}

bool HandoverPanel::isSpokenCheckDone() const
{
    return !m_isSpokenCheckNeeded || m_spoken->isChecked();
}

bool HandoverPanel::isBlocked() const
{
    return m_match && *m_match != PersonMatch::Matches && !m_isConfirmedBySecondStaff;
}

QString HandoverPanel::obstacle() const
{
    if (!m_match)
        return tr("書類の文字を読んでいます。少し待ってから、もう一度押してください。");
    if (isBlocked())
        return m_match == PersonMatch::NoText
            ? tr("書類の文字を読み取れません。紙面の氏名を、もう1人の職員と確かめてください。")
            : tr("受付中の人と書類が一致しません。もう1人の職員と確かめてください。");
    if (!isSpokenCheckDone())
        return m_isGuardianAsked ? tr("保護者に氏名と生年月日を確かめ、印を付けてください。")
                                 : tr("ご本人に氏名と生年月日を確かめ、印を付けてください。");
    return {};
}

void HandoverPanel::focusObstacle()
{
    if (isBlocked())
        m_second->setFocus(Qt::OtherFocusReason);
    else if (!isSpokenCheckDone())
        m_spoken->setFocus(Qt::OtherFocusReason);
}

void HandoverPanel::update()
{
    const bool isNameFound = m_match == PersonMatch::Matches || m_match == PersonMatch::BirthDateMissing;
    const bool isBirthFound = m_match == PersonMatch::Matches || m_match == PersonMatch::NameMissing;
    m_state->setState(overallState(m_match, m_isConfirmedBySecondStaff));
    m_nameFound->setState(foundState(m_match, isNameFound));
    m_birthFound->setState(foundState(m_match, isBirthFound));
    const QString advice = adviceFor(m_match, m_isConfirmedBySecondStaff);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_second->setVisible(isBlocked());
    m_spoken->setText(m_isGuardianAsked ? tr("保護者に、氏名と生年月日を確かめた") : tr("ご本人に、氏名と生年月日を確かめた"));
    QWidget::update();
}

void HandoverPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr double line = 2;
    painter.setPen(QPen(color(m_state->state().role), line));
    painter.setBrush(color(Role::Surface));
    painter.drawRoundedRect(QRectF(m_table->geometry()).adjusted(line / 2, line / 2, -line / 2, -line / 2), size::radius, size::radius);
}

} // namespace uk
