// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"
#include "cardreader/base/error.h"
#include "ui/screens/patient/patientscreen.h"

#include <QPointer>

namespace uk {

class AnswerInput;
class Column;
class Label;
class NoticeBox;

/// One question in a person's hands.
struct EntryQuestion
{
    QuestionItem item;
    int repeatNumber = 1;
    int repeats = 1;      ///< how many the question may have
    AnswerResult current; ///< the person's own answer so far
    int number = 1;       ///< from 1
    int count = 1;
};

/// 患者さんに入力してもらう: one question at a time, nothing else of the record. Large controls with pads of their own;
/// free text by the keyboard. Controls: those of AnswerInput under "entry", entry.next, entry.skip, entry.send,
/// entry.notYet, entry.back, entry.end, entry.callStaff.
class EntryScreen : public PatientScreen
{
    Q_OBJECT
public:
    explicit EntryScreen(QWidget *parent = nullptr);

    void ask(const EntryQuestion &question);
    /// Everything is answered, and the person sends it.
    void askForSending();
    /// Why the answer is not taken, in the person's words; what was entered stays.
    void showProblem(const Error &error);
    /// Takes everything about the person off the screen.
    void clear();

Q_SIGNALS:
    void answered(const uk::AnswerResult &result);
    void skipped();
    void backRequested();
    void endRequested();
    void sendRequested();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeExplanation();
    QWidget *makeDecisions();
    void removeInput();
    void placeInput();
    void take();

    EntryQuestion m_question;
    bool m_isSending = false;
    QPointer<AnswerInput> m_input;
    QPointer<QWidget> m_field, m_keys;
    Column *m_reading, *m_decisions;
    Label *m_progress, *m_title, *m_note;
    NoticeBox *m_problem;
    Button *m_next, *m_skip, *m_send, *m_notYet, *m_back, *m_end;
};

/// May staff enter answers for the person (rules 11)? Yes and no look alike. Controls: proxy.yes, proxy.no, proxy.end,
/// proxy.callStaff.
class ProxyScreen : public PatientScreen
{
    Q_OBJECT
public:
    explicit ProxyScreen(QWidget *parent = nullptr);

Q_SIGNALS:
    void answered(bool isYes);
    void endRequested();

protected:
    void retranslate() override;

private:
    Label *m_title, *m_text, *m_note;
    Button *m_yes, *m_no, *m_end;
};

} // namespace uk
