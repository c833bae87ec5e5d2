// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/visitday.h"
#include "ui/screens/staff/models.h"

#include <QSet>

/// What the same-day screen shows, in ready words. Values; memory of the live visit only.
namespace uk {

/// One questionnaire of the day: its own state, its own outcome, and what can be done about it.
struct DaySheetText
{
    enum class Next { Nothing, Jump, Resolve, Choose, Again };
    QString id;
    QString title;       ///< vaccine and dose
    QString shortTitle;  ///< vaccine
    StateText state;     ///< 提出できます, 残り 2件, 見るだけ, 提出済 …
    QString detail;      ///< why, what to do
    Next next = Next::Nothing;
    QString jump;        ///< name of the control that Next::Jump leads to
    QString jumpText;    ///< what stands there
    bool canBeLeftOut = false, isLeftOut = false;
};

/// One warning of PMH over all questionnaires of the day.
struct DayWarningText
{
    QString code, message; ///< verbatim
    QList<StateText> cells; ///< one a questionnaire; an empty word: it does not have it
    bool isTicked = false, canTick = false;
};

/// How long ago the vaccination before was; one a questionnaire.
struct DayIntervalText
{
    QString days;   ///< 256日（8か月）; or that there was none
    QString previous; ///< 3回目　令和8年3月10日
    QString info;   ///< the server's words, verbatim
};

/// Which questionnaires hold which answer.
struct DayAnswerText
{
    QString sheets; ///< 水痘・5種混合; empty where all that ask hold it
    StateText answer;
};

/// One question: of several questionnaires, or of one alone.
struct DayRowText
{
    AnswerKey key;
    QString name;         ///< beginning of the names of its controls
    QStringList sheetIds; ///< who asks it
    int depth = 0;
    int urgency = 0;      ///< the smaller the sooner; for the order
    StateText reason;     ///< empty word: folded with the rest
    QString question, place, last;
    QString shared;       ///< 4件に共通; empty: of one alone
    QList<DayAnswerText> answers;
    QList<DayAnswerText> changes; ///< by staff; `sheets` as above
    QString changedBy;
    QStringList undoIds;  ///< whose change can be taken back
    QList<std::pair<QString, QString>> targets; ///< id and short title of those that staff may change
    bool isCovered = false, canUncover = false;
    QuestionItem item;    ///< for the editor
    AnswerResult current;
};

/// The shared questions, or those of one questionnaire alone.
struct DaySectionText
{
    QString id; ///< empty: shared
    QString title;
    QList<DayRowText> exceptions, folded;
};

struct DayModel
{
    QList<DaySheetText> sheets;
    QList<DayWarningText> warnings;
    QList<DayIntervalText> intervals; ///< empty: nobody knows one
    QList<DaySectionText> sections;
    DaySummary summary;
    NameQuestion name;
    QStringList askIds;  ///< whose input by staff is to be asked for
    QString askTitles;
    QStringList unread;  ///< titles of those that could not be read
    std::optional<ErrorText> notice;
    QString progress;    ///< 4件中 2件目を送信しています; empty: nothing is under way
    QString result;      ///< 3件を提出しました…; empty: nothing was sent yet
};

/// `sending`: the questionnaire whose registration is under way, `waiting`: how many come after it. `uncovered`: names of
/// the rows whose sensitive answers somebody asked to see.
[[nodiscard]] DayModel dayModel(const VisitData &visit, QDate today, const QString &sending, const QStringList &waiting,
                                const QSet<QString> &uncovered);

} // namespace uk
