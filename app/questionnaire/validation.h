// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"
#include "cardreader/base/error.h"

#include <QStringView>

namespace uk {

/// Whom a check is for: a draft may lack required answers (rules 3).
enum class CheckFor { Draft, Submission };

/// One thing that is wrong or worth a look, at one answer.
struct Problem
{
    AnswerKey key;
    Error error; ///< RequiredMissing, ValueOutOfRange, ValueFormat, ValueTooLong, ChoicesConflict, RepeatLimit, ChangedMeanwhile
    bool isWarning = false; ///< does not block (isRangeWarningOnly; what nobody at the desk can change)
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// One answer against its item; required-ness is not looked at. Warnings come back as problems too. Answers that only go
/// back as they came (read only) never block. Notes and unknown types have no problems.
[[nodiscard]] std::optional<Problem> checkAnswer(const QuestionItem &item, const AnswerKey &key, const AnswerResult &result);

/// The problem of a required item without an answer; nothing where the item need not or cannot be answered here:
/// isRequired counts for no note, no unknown type (rules 3) and no read-only item.
[[nodiscard]] std::optional<Problem> checkMissing(const QuestionItem &item, const AnswerKey &key);

/// A subgroup that holds more repeats than it may.
[[nodiscard]] Problem repeatProblem(const Subgroup &subgroup, int repeat);

/// True where nobody at the desk may answer: read-only items, notes, unknown types.
[[nodiscard]] bool isLocked(const QuestionItem &item);

/// The question's label for a message; in a later repeat with its number.
[[nodiscard]] QString questionText(const QuestionItem &item, const AnswerKey &key);

/// "34～42 ℃", "0以上": what may be entered, for a message or a help line. Empty where there are no bounds.
[[nodiscard]] QString rangeText(const QuestionItem &item);

/// Unicode code points, the unit of maxLength.
[[nodiscard]] qsizetype codePoints(QStringView text);

} // namespace uk
