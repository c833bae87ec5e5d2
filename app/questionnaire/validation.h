// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/visibility.h"
#include "cardreader/base/error.h"

namespace uk {

/// Whom a check is for: a draft may lack required answers (rules 3).
enum class CheckFor { Draft, Submission };

/// One thing that is wrong or worth a look, at one answer.
struct Problem
{
    AnswerKey key;
    Error error;            ///< RequiredMissing, ValueOutOfRange, ValueFormat, ValueTooLong, ChoicesConflict, RepeatLimit
    bool isWarning = false; ///< does not block (isRangeWarningOnly)
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// One visible answer against its item; required-ness is not looked at. Warnings come back as problems too.
[[nodiscard]] std::optional<Problem> checkAnswer(const QuestionItem &item, const AnswerKey &key, const AnswerResult &result);

/// All problems in the order of the form. Hidden answers, notes and unknown types are not checked. A required item is
/// missing in repeat 1 and in every repeat of its subgroup that holds a non-empty visible answer.
[[nodiscard]] QList<Problem> checkAnswers(const DefinitionIndex &index, const AnswerMap &answers, CheckFor purpose);

/// How many repeats of the subgroup hold an answer, at least 1.
[[nodiscard]] int usedRepeats(const Subgroup &subgroup, const AnswerMap &answers);

/// Unicode code points, the unit of maxLength.
[[nodiscard]] qsizetype codePoints(QStringView text);

} // namespace uk
