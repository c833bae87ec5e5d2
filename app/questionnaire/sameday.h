// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/reviewsession.h"

/// Several questionnaires of one person on one day (screen 8). The same itemMasterId in two of them is the same question
/// (rules 4): it is asked and changed once, and can be changed for one alone. Each is registered on its own. Pure.
namespace uk {

/// What became of one of them.
enum class SheetOutcome { NotSent, DraftSaved, Submitted, Unknown, Conflict, Refused };

/// A warning of PMH (V68, V69), verbatim.
struct SheetWarning
{
    QString key; ///< of ReviewSession::acknowledgement()
    QString code, message;
    friend bool operator==(const SheetWarning &, const SheetWarning &) = default;
};

/// One questionnaire of the day.
struct DaySheet
{
    QString id;      ///< questionnaireManagementId
    QString title;   ///< vaccine and dose
    ReviewSession session;
    bool mayChange = false; ///< staff may change it now (access.h)
    bool isLeftOut = false; ///< not sent with the others: not offered (access.h), or staff want it so
    SheetOutcome outcome = SheetOutcome::NotSent;
    QList<SheetWarning> warnings;
    QString previousTitle;  ///< the vaccination before (V62, V63)
    QDate previousOn;       ///< V64; invalid: none
    QString intervalInfo;   ///< V66, verbatim
};
using DaySheets = QList<DaySheet>;

/// A question that several questionnaires of the day ask.
struct SharedQuestion
{
    AnswerKey key;
    QStringList sheetIds;   ///< who asks it, in the order of the day; at least two
    bool isDifferent = false; ///< they do not all hold the same answer
    friend bool operator==(const SharedQuestion &, const SharedQuestion &) = default;
};

/// Questions that are shown in at least two questionnaires and ask for the same kind of answer in the same words of choice,
/// in the order in which they first appear. A repeating group is shared repeat by repeat.
[[nodiscard]] QList<SharedQuestion> sharedQuestions(const DaySheets &sheets);

/// The questions of one questionnaire that stand only there: what its own column shows.
[[nodiscard]] QList<AnswerKey> ownQuestions(const DaySheets &sheets, const QString &sheetId);

/// What a shared change did to each questionnaire that asks the question.
enum class SharedChange {
    Changed,
    SameBefore,       ///< held that answer already
    NotPermitted,     ///< staff may not change this one
    AlreadySubmitted, ///< it is at the server; changed for it alone, if at all
};

/// Changes the answer in every questionnaire that asks this question, except those that staff may not change and those that
/// are submitted or whose outcome is not known. All or nothing: where one of them does not take the value, none is changed.
/// Error of ReviewSession::setAnswer(); ReadOnly where none of them may be changed. Changing one alone is its session's setAnswer().
[[nodiscard]] Result<QMap<QString, SharedChange>> setShared(DaySheets &sheets, const AnswerKey &key, const AnswerResult &result,
                                                            const QString &reason, const StaffMark &by);

/// One warning over all questionnaires of the day, by code and words.
struct WarningRow
{
    QString code, message;
    QMap<QString, bool> sheets; ///< sheet id to "ticked"; only those that have it
    friend bool operator==(const WarningRow &, const WarningRow &) = default;
};

/// How long ago the vaccination before was, for each questionnaire that knows one. The server's words about the interval stand
/// beside it; the program judges nothing.
struct IntervalRow
{
    QString sheetId, previousTitle, intervalInfo;
    QDate previousOn;
    qint64 days = 0; ///< until today
    friend bool operator==(const IntervalRow &, const IntervalRow &) = default;
};

struct DayMatrix
{
    QList<WarningRow> warnings;   ///< in the order in which they first appear
    QList<IntervalRow> intervals; ///< in the order of the day
    friend bool operator==(const DayMatrix &, const DayMatrix &) = default;
};
[[nodiscard]] DayMatrix dayMatrix(const DaySheets &sheets, QDate today);

/// Ticks the same warning in every questionnaire that has it and that is not submitted.
void acknowledgeEverywhere(DaySheets &sheets, const QString &code, const QString &message, const StaffMark &by);

/// Takes these ticks back.
void withdrawEverywhere(DaySheets &sheets, const QString &code, const QString &message);

/// What can be sent now and what cannot, each on its own.
struct DaySummary
{
    QStringList ready;     ///< nothing blocks, no open warning, not sent yet
    QStringList blocked;   ///< a problem or an open warning is to be mended first
    QStringList submitted, unknown, failed; ///< failed: refused or in conflict
    QStringList viewOnly;  ///< staff may not change it; nothing to send
    QStringList leftOut;   ///< could be sent, and is not to be
    [[nodiscard]] bool isDone() const { return ready.isEmpty() && blocked.isEmpty() && unknown.isEmpty() && failed.isEmpty(); }
    friend bool operator==(const DaySummary &, const DaySummary &) = default;
};
[[nodiscard]] DaySummary daySummary(const DaySheets &sheets);

} // namespace uk
