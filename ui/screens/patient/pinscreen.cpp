// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/pinscreen.h"

#include "app/base/errortable.h"
#include "cardreader/base/pinlength.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/pinpad.h"
#include "ui/widgets/statewords.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

PinScreen::PinScreen(QWidget *parent) : PatientScreen(u"pin"_s, parent)
{
    QWidget *explanation = makeExplanation();
    QWidget *decisions = makeDecisions();
    setProperty("isDigitEntry", true);
    frame()->setBody(explanation, decisions, u"pin"_s);
    frame()->setShares(0, 1, 1, 1);
    connect(frame(), &PatientFrame::metricsChanged, this, &PinScreen::arrange);
    addLeaveButton(u"leave"_s);
    addHelpButton(u"help"_s);
    addStaffButton();
    start(Pin::UserAuthentication, allTries);
    PinScreen::retranslate();
}

void PinScreen::arrange()
{
    // With large text the tries left come first, so that they stay in view.
    QVBoxLayout *column = m_reading->column();
    const int wanted = theme::textScale() > 1.25 ? 0 : 2;
    if (column->indexOf(m_triesPanel) != wanted) {
        column->removeWidget(m_triesPanel);
        column->insertWidget(wanted, m_triesPanel);
    }
}

QWidget *PinScreen::makeExplanation()
{
    auto *column = new Column(this, 18);
    m_title = new Label({}, size::text::patientHeading, true, Role::TextStrong, column);
    m_title->setWordWrap(true);
    m_which = makeParagraph({}, size::text::patientButton, column);
    m_which->setObjectName(controlName(u"which"_s));
    m_reading = column;
    auto *tries = new Panel(Role::SurfacePanel, column);
    m_triesPanel = tries;
    m_tries = new StateWords(size::text::patientButton, tries);
    m_tries->setObjectName(controlName(u"tries"_s));
    m_pips = new TriesPips(allTries, tries);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_tries, 1);
    row->addWidget(m_pips);
    tries->column()->addLayout(row);
    m_keep = makeParagraph({}, size::text::patientExplanation, column);
    column->column()->addWidget(m_title);
    column->column()->addWidget(m_which);
    column->column()->addWidget(tries);
    m_forStaff = makeParagraph({}, size::text::patientBody, column);
    m_forStaff->setObjectName(controlName(u"forStaff"_s));
    column->column()->addWidget(m_keep);
    column->column()->addStretch();
    column->column()->addWidget(m_forStaff);
    return column;
}

QWidget *PinScreen::makeDecisions()
{
    auto *decisions = new QWidget(this);
    auto *stack = new QVBoxLayout(decisions);
    stack->setContentsMargins(0, 0, 0, 0);

    m_entry = new QWidget(decisions);
    auto *entry = new QVBoxLayout(m_entry);
    entry->setContentsMargins(0, 0, 0, 0);
    entry->setSpacing(8);
    m_boxes = new PinBoxes(int(pinLength()), m_entry);
    m_boxes->setObjectName(controlName(u"boxes"_s));
    m_boxes->setProperty("noFocusRing", true); // the box of the next digit is the mark
    m_pad = new DigitPad(u"pin"_s, m_entry);
    connect(m_pad, &DigitPad::digitPressed, this, &PinScreen::addDigit);
    connect(m_pad, &DigitPad::erasePressed, this, &PinScreen::eraseDigit);
    connect(m_pad, &DigitPad::enterPressed, this, &PinScreen::enter);
    entry->addWidget(m_boxes);
    entry->addWidget(m_pad, 1);

    auto *lastTry = new Column(decisions);
    m_no = new Button(Button::Kind::Secondary, {}, Button::For::Patient, lastTry);
    m_no->setObjectName(controlName(u"lastTryNo"_s));
    m_no->setButtonIcon(Icon::Document);
    connect(m_no, &QPushButton::clicked, this, &PinScreen::paperRequested);
    m_yes = new Button(Button::Kind::Secondary, {}, Button::For::Patient, lastTry);
    m_yes->setObjectName(controlName(u"lastTryYes"_s));
    m_yes->setButtonIcon(Icon::Check);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        m_isLastTryAccepted = true;
        showEntry();
        m_boxes->setFocus();
    });
    lastTry->column()->addStretch();
    lastTry->column()->addWidget(m_no);
    lastTry->column()->addWidget(m_yes);
    m_lastTry = lastTry;
    stack->addWidget(m_entry);
    stack->addWidget(m_lastTry);
    return decisions;
}

void PinScreen::start(Pin pin, int triesLeft, bool isAfterWrongEntry)
{
    m_pin = pin;
    m_triesLeft = triesLeft;
    m_isAfterWrongEntry = isAfterWrongEntry;
    m_isLastTryAccepted = false;
    m_isChecking = false;
    clear();
    retranslate();
}

void PinScreen::showChecking()
{
    m_isChecking = true;
    clear();
    showTries();
}

void PinScreen::clear()
{
    m_typed.clear();
    m_isTooShort = false;
    m_boxes->setCount(0);
}

int PinScreen::typedDigits() const
{
    return int(m_typed.size());
}

void PinScreen::addDigit(int digit)
{
    if (m_isChecking || m_entry->isHidden() || typedDigits() >= pinLength())
        return;
    if (m_typed.append(std::byte('0' + digit)))
        m_boxes->setCount(typedDigits());
    if (m_isTooShort) {
        m_isTooShort = false;
        showTries();
    }
}

void PinScreen::eraseDigit()
{
    if (m_isChecking || m_typed.isEmpty())
        return;
    m_typed.removeLast();
    m_boxes->setCount(typedDigits());
}

void PinScreen::enter()
{
    if (m_isChecking || m_entry->isHidden())
        return;
    if (typedDigits() < pinLength()) {
        m_isTooShort = true;
        showTries();
        return;
    }
    auto pin = std::make_shared<SecretBuffer>(std::move(m_typed));
    m_typed = SecretBuffer();
    showChecking();
    Q_EMIT pinEntered(std::move(pin));
}

void PinScreen::showEntry()
{
    // The one that goes is hidden first: both at once would ask for more height than the display has.
    (asksFirst() ? m_entry : m_lastTry)->hide();
    (asksFirst() ? m_lastTry : m_entry)->show();
    m_forStaff->setVisible(asksFirst());
    m_keep->setVisible(!asksFirst());
    if (asksFirst()) {
        const ErrorText lastTry = errorText(ErrorCode::PinLastTry);
        m_title->setText(tr("入力できるのは、あと1回です"));
        m_which->setText(tr("もう一度まちがえると、この暗証番号がロックされます。ロックされると、住民票のある市区町村の窓口で手続きが必要です。番号に自信がないときは、入力しないで受付できます。"));
        m_forStaff->setText(tr("職員の方へ %1　%2").arg(lastTry.code, lastTry.staff));
        return;
    }
    m_title->setText(m_pin == Pin::BasicInfoOfFamily ? tr("お子さま・ご家族のカードの、数字4けたの暗証番号を入力してください")
                                                     : tr("数字4けたの暗証番号を入力してください"));
    switch (m_pin) {
    case Pin::UserAuthentication:
        m_which->setText(tr("「利用者証明用」の暗証番号です。このカードを受け取ったときに決めた、数字4けたの番号です。"));
        break;
    case Pin::BasicInfoInput:
        m_which->setText(tr("「券面事項入力補助用」の暗証番号です。お名前などを読み取るために使います。カードを受け取ったときにご自分で決めた、数字4けたの番号です。"));
        break;
    case Pin::BasicInfoOfFamily:
        m_which->setText(tr("いま置いてあるカードの、「券面事項入力補助用」の暗証番号です。あなたのカードの番号ではありません。このカードを受け取ったときに決めた、数字4けたの番号です。"));
        break;
    }
}

void PinScreen::showTries()
{
    m_pips->setLeft(m_triesLeft);
    const QString left = tr("あと%n回 入力できます。", nullptr, m_triesLeft);
    if (m_isChecking)
        m_tries->setState(Icon::Info, Role::Info, tr("確認しています。カードはそのままにしてください。"));
    else if (m_isTooShort)
        m_tries->setState(Icon::Info, Role::Info, tr("数字%1けたを入力してから、決定を押してください。").arg(pinLength()));
    else if (m_triesLeft <= 1)
        m_tries->setState(Icon::Warning, Role::WarningStrong, left);
    else if (m_isAfterWrongEntry)
        m_tries->setState(Icon::Info, Role::Info, tr("番号がちがいました。\nまちがえても大丈夫です。") + u'\n' + left);
    else
        m_tries->setState(Icon::Info, Role::Info, tr("まちがえても大丈夫です。") + u'\n' + left);
}

void PinScreen::retranslate()
{
    PatientScreen::retranslate();
    frame()->setStep(PatientStep::Pin);
    findChild<Button *>(controlName(u"leave"_s))->setText(tr("連携をやめる"));
    findChild<Button *>(controlName(u"help"_s))->setText(tr("番号がわからない"));
    m_keep->setText(tr("カードは置いたままにしてください。\n番号は画面に出ません。"));
    m_no->setText(tr("入力しないで、紙の予診票で受付する"));
    m_yes->setText(tr("番号がわかるので、入力する"));
    showTries();
    showEntry();
}

void PinScreen::keyPressEvent(QKeyEvent *event)
{
    // Digits by key code only: the event's text is never looked at.
    const int key = event->key();
    if (event->isAutoRepeat())
        return;
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        addDigit(key - Qt::Key_0);
    else if (key == Qt::Key_Backspace)
        eraseDigit();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        enter();
    else if (key == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        PatientScreen::keyPressEvent(event);
}

void PinScreen::showEvent(QShowEvent *event)
{
    PatientScreen::showEvent(event);
    if (m_lastTry->isHidden())
        m_boxes->setFocus();
}

void PinScreen::hideEvent(QHideEvent *event)
{
    clear();
    PatientScreen::hideEvent(event);
}

} // namespace uk
