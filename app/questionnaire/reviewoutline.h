// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"

namespace uk {

/// Why a question is looked at first (work by exception), the most urgent first.
enum class ReviewReason {
    Conflict,     ///< the person changed it meanwhile, and staff too
    Unanswered,   ///< required, shown and empty
    Problem,      ///< breaks its type, range or length
    FollowUp,     ///< its answer opened further questions: what the form takes for a risk
    Changed,      ///< differs from the last answer
    Doubtful,     ///< outside the usual range; does not block
    TakenOver,    ///< the last answer is offered or was taken over
    StaffChanged,
};

/// One question of the review in the order of the form. A follow-up stands directly behind the row that opened it.
struct ReviewRow
{
    AnswerKey key;
    int page = 0;                ///< from 0
    int depth = 0;               ///< 1 for a follow-up, 2 for its follow-up …
    QList<ReviewReason> reasons; ///< the most urgent first; empty: folded with the rest
    [[nodiscard]] bool isException() const { return !reasons.isEmpty(); }
    friend bool operator==(const ReviewRow &, const ReviewRow &) = default;
};

/// How many questions are folded, and what they hold: nothing is hidden without its count.
struct FoldCount
{
    int questions = 0;
    int same = 0;       ///< answered as last time
    int fresh = 0;      ///< answered otherwise, or for the first time
    int unanswered = 0; ///< without an answer; notes included
    int sensitive = 0;  ///< of all of these: covered until asked for
    friend bool operator==(const FoldCount &, const FoldCount &) = default;
};

/// The review by exception.
struct ReviewOutline
{
    /// By their most urgent reason, in the order of the form where that is the same. A question and the follow-ups that it
    /// opened stay together, placed by the most urgent of them.
    QList<ReviewRow> exceptions;
    QList<ReviewRow> folded; ///< in the order of the form
    FoldCount count;         ///< of `folded`
    friend bool operator==(const ReviewOutline &, const ReviewOutline &) = default;
};

} // namespace uk
