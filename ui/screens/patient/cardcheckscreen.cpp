// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/cardcheckscreen.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/cardpicture.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/statewords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

CardCheckScreen::CardCheckScreen(QWidget *parent) : PatientScreen(u"cardcheck"_s, parent)
{
    Column *explanation = makeExplanation();
    auto *decisions = new Column(this, 16);
    m_paper = new Button(Button::Kind::Primary, {}, Button::For::Patient, decisions);
    m_paper->setObjectName(controlName(u"paper"_s));
    m_paper->setButtonIcon(Icon::Document);
    connect(m_paper, &QPushButton::clicked, this, &CardCheckScreen::paperRequested);
    m_retry = new Button(Button::Kind::Secondary, {}, Button::For::Patient, decisions);
    m_retry->setObjectName(controlName(u"retry"_s));
    m_retry->setButtonIcon(Icon::Card);
    connect(m_retry, &QPushButton::clicked, this, &CardCheckScreen::retryRequested);
    m_register = new Button(Button::Kind::Secondary, {}, Button::For::Patient, decisions);
    m_register->setObjectName(controlName(u"register"_s));
    m_register->setButtonIcon(Icon::Person);
    connect(m_register, &QPushButton::clicked, this, &CardCheckScreen::registrationRequested);
    m_goOn = new Button(Button::Kind::Primary, {}, Button::For::Patient, decisions);
    m_goOn->setObjectName(controlName(u"goOn"_s));
    m_goOn->setButtonIcon(Icon::CheckCircle);
    connect(m_goOn, &QPushButton::clicked, this, &CardCheckScreen::goOnRequested);
    m_staffNote = new Button(Button::Kind::Choice, {}, Button::For::Patient, decisions);
    m_staffNote->setObjectName(controlName(u"staffNote"_s));
    connect(m_staffNote, &QPushButton::clicked, this, &CardCheckScreen::arrange);

    decisions->column()->addWidget(m_staffNote);
    decisions->column()->addStretch(1);
    decisions->column()->addWidget(m_retry);
    decisions->column()->addWidget(m_register);
    decisions->column()->addWidget(m_paper);
    decisions->column()->addWidget(m_goOn);
    frame()->setBody(explanation, decisions, u"cardcheck"_s);
    frame()->setShares(1, 0, 2, 1);
    addLeaveButton(u"end"_s);
    m_remove = frame()->addBarButton(controlName(u"removeCard"_s), Icon::Card);
    connect(m_remove, &QPushButton::clicked, this, &CardCheckScreen::cardRemovalRequested);
    addStaffButton();
    connect(frame(), &PatientFrame::metricsChanged, this, &CardCheckScreen::arrange);
    showChecking();
    CardCheckScreen::retranslate();
}

Column *CardCheckScreen::makeExplanation()
{
    auto *column = new Column(this, 16);
    m_state = new StateWords(size::text::patientButton, column);
    m_state->setObjectName(controlName(u"state"_s));
    m_title = new Label({}, size::text::patientHeading, true, Role::TextStrong, column);
    m_title->setObjectName(controlName(u"title"_s));
    m_title->setWordWrap(true);
    m_picture = new CardPicture(CardPicture::Scene::Reading, column);
    m_picture->setHasGround(true);
    m_why = makeParagraph({}, size::text::patientButton, column, Role::TextStrong);
    m_why->setObjectName(controlName(u"why"_s));
    m_steps = new Panel(Role::Surface, column);
    m_steps->setBorder(Role::Border, 2);
    for (QWidget *part : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_title)})
        column->column()->addWidget(part);
    column->column()->addWidget(m_picture, 1);
    column->column()->addWidget(m_why);
    column->column()->addWidget(m_steps);
    auto *staff = new Panel(Role::SurfacePanel, column);
    m_staffTitle = new Label({}, size::text::patientBody, true, Role::TextStrong, staff);
    m_code = new Label({}, size::text::patientButton, true, Role::TextStrong, staff);
    m_code->setObjectName(controlName(u"code"_s));
    m_staffText = makeParagraph({}, size::text::patientBody, staff);
    m_staffText->setObjectName(controlName(u"staffText"_s));
    auto *head = new QHBoxLayout;
    head->addWidget(m_code);
    head->addWidget(m_staffTitle);
    head->addStretch();
    head->setSpacing(16);
    staff->column()->addLayout(head);
    staff->column()->addWidget(m_staffText);
    m_cause = makeParagraph({}, size::text::patientBody, staff);
    m_cause->setObjectName(controlName(u"cause"_s));
    staff->column()->addWidget(m_cause);
    m_staffRow = staff;
    column->column()->addWidget(m_staffRow);
    column->column()->addStretch(0);
    return column;
}

void CardCheckScreen::showChecking()
{
    m_problem.reset();
    showState();
}

void CardCheckScreen::showProblem(const ErrorText &problem, Again again)
{
    m_problem = problem;
    m_again = again;
    m_staffNote->setChecked(false);
    showState();
}

void CardCheckScreen::setCardSimulated(bool isSimulated)
{
    m_isCardSimulated = isSimulated;
    showState();
}

void CardCheckScreen::showState()
{
    const bool isProblem = m_problem.has_value();
    const CardReason reason = isProblem ? cardReason(m_problem->code) : CardReason();
    const bool goesOn = isProblem && reason.action == CardAction::GoOn;
    if (isProblem && !goesOn)
        frame()->setStep(std::nullopt);
    else
        frame()->setStep(PatientStep::Card);
    if (goesOn)
        m_state->setState(Icon::CheckCircle, Role::Success, reason.state);
    else if (isProblem)
        m_state->setState(Icon::Warning, Role::Warning, reason.state);
    else
        m_state->setState(Icon::Info, Role::Info, tr("カードを読み取っています"));
    m_title->setText(isProblem ? m_problem->title : tr("そのままお待ちください"));
    m_why->setText(isProblem ? m_problem->patient : tr("カードを動かさないでください。数秒で終わります。"));
    m_picture->setScene(isProblem ? reason.scene : CardPicture::Scene::Reading);
    m_code->setText(isProblem ? m_problem->code : QString());
    m_staffText->setText(isProblem ? m_problem->staff : QString());
    m_cause->setText(isProblem ? tr("原因：%1").arg(m_problem->it) : QString());
    m_staffNote->setText(tr("職員の方へ %1").arg(isProblem ? m_problem->code : QString()));
    const bool mayTry = isProblem && reason.action != CardAction::PaperOnly
        && (m_problem->tryAgain == TryAgain::Yes || m_problem->tryAgain == TryAgain::AfterFix);
    m_goOn->setVisible(goesOn);
    m_paper->setVisible(isProblem && !goesOn);
    m_retry->setVisible(mayTry && !goesOn && m_again == Again::Same);
    m_register->setVisible(mayTry && m_again == Again::Registration);
    // One button is the biggest: what helps most comes last and filled.
    const bool isRetryFirst = reason.action == CardAction::LayAgain;
    m_retry->setKind(isRetryFirst ? Button::Kind::Primary : Button::Kind::Secondary);
    m_paper->setKind(isRetryFirst && mayTry ? Button::Kind::Secondary : Button::Kind::Primary);
    m_remove->setVisible(m_isCardSimulated);
    arrange();
    showSteps(reason.steps);
}

void CardCheckScreen::arrange()
{
    // On a low, wide display the words for staff take the place of the steps while staff ask for them; elsewhere they stand
    // below the steps. The picture gives way to the steps.
    const PatientMetrics &metrics = frame()->metrics();
    const bool isProblem = m_problem.has_value();
    const bool isBeside = metrics.isWide && theme::textScale() < 1.25;
    const bool isForStaff = m_staffNote->isChecked();
    m_staffNote->setVisible(isProblem && isBeside);
    m_staffRow->setVisible(isProblem && (!isBeside || isForStaff));
    m_steps->setVisible(isProblem && !(isBeside && isForStaff));
    m_picture->setVisible(!isProblem || !metrics.isWide || height() >= 900);
}

void CardCheckScreen::showSteps(const QList<NextStep> &steps)
{
    while (QLayoutItem *item = m_steps->column()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_problem)
        return;
    int number = 0;
    for (const NextStep &step : steps)
        m_steps->column()->addWidget(new NumberedStep(++number, step.title, step.text, m_steps));
    frame()->refresh();
}

void CardCheckScreen::retranslate()
{
    PatientScreen::retranslate();
    findChild<Button *>(controlName(u"end"_s))->setText(tr("終わる"));
    m_paper->setText(tr("紙の予診票で受付する"));
    m_retry->setText(tr("もう一度ためす"));
    m_register->setText(tr("登録の画面を開く"));
    m_goOn->setText(tr("続ける"));
    m_remove->setText(tr("訓練：カードを取る"));
    m_staffTitle->setText(tr("職員の方へ"));
    showState();
}

} // namespace uk
