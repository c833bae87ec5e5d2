// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/validation.h"
#include "app/questionnaire/visibility.h"

#include <QByteArray>
#include <QDateTime>

namespace uk {

/// Who changed or confirmed something, and when.
struct StaffMark
{
    QString staffId, staffName;
    QDateTime at; ///< UTC
    friend bool operator==(const StaffMark &, const StaffMark &) = default;
};

/// A change by staff to one answer. Replaces an earlier one of the same key but keeps what the person had answered.
struct StaffChange
{
    AnswerResult result;
    QString reason; ///< from the list of reasons, or typed
    StaffMark by;
    friend bool operator==(const StaffChange &, const StaffChange &) = default;
};

/// Why a question is looked at first (work by exception).
enum class ReviewReason {
    Unanswered,       ///< required, shown and empty
    Problem,          ///< breaks its type, range or length
    FollowUp,         ///< its answer opened further questions
    Changed,          ///< differs from the last answer
    StaffChanged,
};

/// One question of the review in the order of the form. A follow-up stands directly behind the row that opened it.
struct ReviewRow
{
    AnswerKey key;
    int page = 0;                   ///< from 0
    int depth = 0;                  ///< 1 for a follow-up, 2 for its follow-up …
    QList<ReviewReason> reasons;    ///< empty: folded with the rest
    [[nodiscard]] bool isException() const { return !reasons.isEmpty(); }
    friend bool operator==(const ReviewRow &, const ReviewRow &) = default;
};

/// One questionnaire under review: the definition, the last answers, the person's answers and the changes of staff.
/// A value; pure; copies are cheap. Nothing that was answered or typed is ever dropped from it: hidden answers stay and
/// are only left out of what is sent.
class ReviewSession
{
public:
    ReviewSession() = default;
    ReviewSession(Definition definition, Answers stored, Answers latest, QStringList warningKeys);

    [[nodiscard]] const DefinitionIndex &index() const { return m_index; }
    [[nodiscard]] AnswerResult latest(const AnswerKey &key) const { return m_latest.value(key); }
    [[nodiscard]] AnswerResult stored(const AnswerKey &key) const { return m_stored.value(key); }
    /// The staff change where there is one, else the person's answer.
    [[nodiscard]] AnswerResult current(const AnswerKey &key) const;
    [[nodiscard]] std::optional<StaffChange> change(const AnswerKey &key) const;
    [[nodiscard]] bool isVisible(const AnswerKey &key) const;
    [[nodiscard]] bool hasChanges() const { return !m_changes.isEmpty(); }

    /// Errors: ReadOnly (read-only items, notes, unknown types), ReasonMissing, QuestionnaireUnknown (no such item),
    /// RepeatLimit, and those of checkAnswer() that block. The session is unchanged then. Setting back to the person's
    /// own answer removes the change.
    [[nodiscard]] Result<void> setAnswer(const AnswerKey &key, const AnswerResult &result, const QString &reason,
                                         const StaffMark &by);
    /// The answer that staff changed last.
    [[nodiscard]] std::optional<AnswerKey> lastChanged() const;
    /// True if there was a change.
    bool undo(const AnswerKey &key);

    /// Repeats that are shown for the subgroup of this item (at least 1).
    [[nodiscard]] int repeats(const QString &itemMasterId) const;
    /// Error RepeatLimit (arguments: limit).
    [[nodiscard]] Result<int> addRepeat(const QString &itemMasterId);
    /// Later repeats move up by one; recorded as staff changes with the reason. Errors: ReadOnly where the repeat or a
    /// later one holds an answer that staff may not change, ReasonMissing.
    [[nodiscard]] Result<void> removeRepeat(const QString &itemMasterId, int repeat, const QString &reason,
                                            const StaffMark &by);

    void acknowledgeWarning(const QString &warningKey, const StaffMark &by);
    void withdrawAcknowledgement(const QString &warningKey);
    [[nodiscard]] std::optional<StaffMark> acknowledgement(const QString &warningKey) const;
    [[nodiscard]] QStringList openWarnings() const;

    [[nodiscard]] QList<Problem> problems(CheckFor purpose) const;
    /// All visible questions (notes included) in the order of the form.
    [[nodiscard]] QList<ReviewRow> rows() const;

    /// The whole answer for a registration: visible non-empty answers in the order of the form, repeats contiguous,
    /// unknown types and read-only answers as they were (rules 3 and 6).
    [[nodiscard]] Answers answersToSend() const;

    /// What the local draft keeps: changes, added repeats, acknowledgements. restoreDraft() gives false and changes nothing for bytes
    /// that are not such a draft.
    [[nodiscard]] QByteArray saveDraft() const;
    [[nodiscard]] bool restoreDraft(const QByteArray &bytes);

    friend bool operator==(const ReviewSession &, const ReviewSession &);

private:
    [[nodiscard]] AnswerMap effective() const;
    [[nodiscard]] bool isLocked(const QString &itemMasterId) const;

    DefinitionIndex m_index;
    AnswerMap m_stored, m_latest;
    QMap<AnswerKey, StaffChange> m_changes;
    QHash<QString, int> m_addedRepeats; ///< first item of the subgroup to the number of repeats shown
    QStringList m_warningKeys;
    QMap<QString, StaffMark> m_acknowledged;
};

} // namespace uk
