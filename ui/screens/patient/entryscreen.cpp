// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/entryscreen.h"

#include "app/base/errortable.h"
#include "ui/answers/answerinput.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/readingpane.h"
#include "ui/widgets/retire.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTimer>

namespace uk {

using namespace Qt::StringLiterals;

EntryScreen::EntryScreen(QWidget *parent) : PatientScreen(u"entry"_s, parent)
{
    QWidget *explanation = makeExplanation();
    QWidget *decisions = makeDecisions();
    frame()->setBody(explanation, decisions, u"entry"_s);
    frame()->setShares(1, 2, 1, 1);
    frame()->setStep(std::nullopt);
    m_back = frame()->addBarButton(controlName(u"back"_s), Icon::ChevronLeft);
    m_end = frame()->addBarButton(controlName(u"end"_s), Icon::Cross);
    addStaffButton();
    connect(m_back, &QPushButton::clicked, this, &EntryScreen::backRequested);
    connect(m_end, &QPushButton::clicked, this, &EntryScreen::endRequested);
    EntryScreen::retranslate();
    clear();
}

QWidget *EntryScreen::makeExplanation()
{
    m_reading = new Column(this, 16);
    m_progress = new Label({}, size::text::patientBody, true, Role::TextMuted, m_reading);
    m_progress->setObjectName(controlName(u"progress"_s));
    m_title = new Label({}, size::text::patientName, true, Role::TextStrong, m_reading);
    m_title->setObjectName(controlName(u"question"_s));
    m_title->setWordWrap(true);
    m_note = makeParagraph({}, size::text::patientExplanation, m_reading);
    m_note->setObjectName(controlName(u"note"_s));
    m_problem = new NoticeBox(NoticeBox::Level::Warning, {}, {}, NoticeBox::For::Patient, m_reading);
    m_problem->setObjectName(controlName(u"problem"_s));
    for (QWidget *part : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_note),
                          static_cast<QWidget *>(m_problem)})
        m_reading->column()->addWidget(part);
    m_reading->column()->addStretch(1);
    return m_reading;
}

QWidget *EntryScreen::makeDecisions()
{
    m_decisions = new Column(this);
    const auto add = [this](const QString &what, Button::Kind kind, Icon icon) {
        auto *button = new Button(kind, {}, Button::For::Patient, m_decisions);
        button->setObjectName(controlName(what));
        button->setButtonIcon(icon);
        return button;
    };
    m_send = add(u"send"_s, Button::Kind::Primary, Icon::CheckCircle);
    m_notYet = add(u"notYet"_s, Button::Kind::Secondary, Icon::None);
    m_skip = add(u"skip"_s, Button::Kind::Quiet, Icon::None);
    m_next = add(u"next"_s, Button::Kind::Primary, Icon::ChevronRight);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_skip, 1);
    row->addWidget(m_next, 1);
    m_decisions->column()->addStretch(1);
    m_decisions->column()->addWidget(m_send);
    m_decisions->column()->addWidget(m_notYet);
    m_decisions->column()->addLayout(row);
    connect(m_next, &QPushButton::clicked, this, &EntryScreen::take);
    connect(m_skip, &QPushButton::clicked, this, &EntryScreen::skipped);
    connect(m_send, &QPushButton::clicked, this, &EntryScreen::sendRequested);
    connect(m_notYet, &QPushButton::clicked, this, &EntryScreen::endRequested);
    return m_decisions;
}

void EntryScreen::ask(const EntryQuestion &question)
{
    m_question = question;
    m_isSending = false;
    // Ids, not words: what the walkthrough goes by.
    m_title->setProperty("itemMasterId", question.item.itemMasterId);
    m_title->setProperty("repeatNumber", question.repeatNumber);
    removeInput();
    m_input = new AnswerInput(question.item, question.current, controlName({}).chopped(1), Button::For::Patient, this);
    connect(m_input, &AnswerInput::submitted, this, &EntryScreen::take);
    connect(m_input, &AnswerInput::changed, m_problem, &QWidget::hide);
    placeInput();
    retranslate();
    frame()->refresh();
    if (isVisible())
        m_input->focusFirst();
}

void EntryScreen::askForSending()
{
    m_isSending = true;
    m_title->setProperty("itemMasterId", QString());
    removeInput();
    retranslate();
    frame()->refresh();
}

void EntryScreen::placeInput()
{
    m_field = m_input->field();
    if (m_field)
        m_reading->column()->insertWidget(m_reading->column()->indexOf(m_problem), m_field);
    m_keys = m_input->keys();
    if (!m_keys)
        return;
    // Many choices scroll by a large button; the keys for digits are made to fit.
    if (!m_field)
        m_keys = new ReadingPane(m_keys, controlName(u"choices"_s), m_decisions);
    m_decisions->column()->insertWidget(0, m_keys, 20);
}

void EntryScreen::removeInput()
{
    for (const QPointer<QWidget> &part : {m_field, m_keys})
        if (part)
            retire(part);
    m_field.clear();
    m_keys.clear();
    if (m_input)
        m_input->deleteLater();
    m_input.clear();
    m_problem->setNotice(NoticeBox::Level::Warning, {});
    m_problem->hide();
}

void EntryScreen::clear()
{
    m_question = {};
    m_isSending = false;
    removeInput();
    for (Label *label : {m_progress, m_title, m_note})
        label->setText({});
}

void EntryScreen::take()
{
    if (!m_input)
        return;
    const auto result = m_input->value();
    if (!result)
        return showProblem(result.error());
    if (isEmpty(*result) && m_question.item.isRequired)
        return showProblem({ErrorCode::RequiredMissing, m_question.item.itemMasterId, {m_question.item.label}});
    Q_EMIT answered(*result);
}

void EntryScreen::showProblem(const Error &error)
{
    const ErrorText text = errorText(error);
    m_problem->setNotice(NoticeBox::Level::Warning, text.title, text.patient);
    m_problem->show();
    frame()->refresh();
    if (m_input)
        m_input->focusFirst();
}

void EntryScreen::retranslate()
{
    PatientScreen::retranslate();
    m_back->setText(tr("前の質問に戻る"));
    m_end->setText(tr("おわる"));
    m_skip->setText(tr("わからない・とばす"));
    m_send->setText(tr("送信する"));
    m_notYet->setText(tr("送信しないで職員に渡す"));
    const bool isLast = m_question.number >= m_question.count;
    m_next->setText(isLast ? tr("これでよい") : tr("次の質問へ"));
    m_next->setButtonIcon(isLast ? Icon::CheckCircle : Icon::ChevronRight);
    m_back->setVisible(m_isSending || m_question.number > 1);
    for (QWidget *widget : {m_next, m_skip})
        widget->setVisible(!m_isSending);
    for (QWidget *widget : {m_send, m_notYet})
        widget->setVisible(m_isSending);
    if (m_isSending) {
        m_progress->setText({});
        m_title->setText(tr("この予診票を送信しますか"));
        m_note->setText(tr("ご本人（保護者の方）が送信することになっています。送信すると、回答が予診票として提出されます。"));
    } else {
        QString progress = m_question.count > 1 ? tr("質問 %1／%2").arg(m_question.number).arg(m_question.count) : QString();
        if (m_question.repeats > 1)
            progress += tr("　%1つめ").arg(m_question.repeatNumber);
        m_progress->setText(progress);
        m_title->setText(m_question.item.label);
        m_note->setText(m_question.item.note);
    }
    m_progress->setVisible(!m_progress->text().isEmpty());
    m_note->setVisible(!m_note->text().isEmpty());
}

void EntryScreen::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_back->isVisible())
        Q_EMIT backRequested();
    else
        PatientScreen::keyPressEvent(event);
}

void EntryScreen::showEvent(QShowEvent *event)
{
    PatientScreen::showEvent(event);
    // After the stack has moved the focus itself.
    QTimer::singleShot(0, this, [this] {
        if (m_input)
            m_input->focusFirst();
    });
}

ProxyScreen::ProxyScreen(QWidget *parent) : PatientScreen(u"proxy"_s, parent)
{
    auto *reading = new Column(this);
    m_title = new Label({}, size::text::patientHeading, true, Role::TextStrong, reading);
    m_title->setWordWrap(true);
    m_text = makeParagraph({}, size::text::patientLead, reading);
    m_note = makeParagraph({}, size::text::patientExplanation, reading);
    for (Label *label : {m_title, m_text, m_note})
        reading->column()->addWidget(label);
    reading->column()->addStretch(1);
    auto *decisions = new Column(this);
    decisions->column()->addStretch(1);
    const auto add = [&](const QString &what) {
        auto *button = new Button(Button::Kind::Secondary, {}, Button::For::Patient, decisions);
        button->setObjectName(controlName(what));
        decisions->column()->addWidget(button);
        return button;
    };
    m_yes = add(u"yes"_s);
    m_no = add(u"no"_s);
    connect(m_yes, &QPushButton::clicked, this, [this] { Q_EMIT answered(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { Q_EMIT answered(false); });
    frame()->setBody(reading, decisions, u"proxy"_s);
    frame()->setShares(1, 0, 2, 1);
    frame()->setStep(std::nullopt);
    m_end = frame()->addBarButton(controlName(u"end"_s), Icon::Cross);
    connect(m_end, &QPushButton::clicked, this, &ProxyScreen::endRequested);
    addStaffButton();
    ProxyScreen::retranslate();
}

void ProxyScreen::retranslate()
{
    PatientScreen::retranslate();
    m_title->setText(tr("職員が回答を入力してもよいですか"));
    m_text->setText(tr("体温など、窓口でうかがったことを、職員があなたの代わりに予診票に入力することがあります。"));
    m_note->setText(tr("「いいえ」を選んでも、受付の順番は変わりません。必要なところは、この画面でご自分で入力できます。"));
    m_yes->setText(tr("はい、入力してもよい"));
    m_no->setText(tr("いいえ、自分で入力する"));
    m_end->setText(tr("答えないで職員に渡す"));
}

} // namespace uk
