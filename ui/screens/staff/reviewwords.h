// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/reviewsession.h"
#include "ui/widgets/statelabel.h"

#include <functional>

/// Words of the review that depend on values only; pure.
namespace uk {

/// "review.item.T-01.1", the beginning of the names of a row's controls.
[[nodiscard]] QString itemName(const AnswerKey &key);
/// An answer in words with what it opened behind it: はい：突発性発しん（令和8年11月2日）. `answerOf` gives the column.
[[nodiscard]] QString withFollowUps(const ReviewSession &session, const AnswerKey &key,
                                    const std::function<AnswerResult(const AnswerKey &)> &answerOf);
/// Why a row stands at the top: the most urgent reason. A follow-up's reason is the person's own answer in 「」.
[[nodiscard]] StateText reasonText(const ReviewRow &row, const QString &answer);
/// "佐藤 10:22" in the time of the desk.
[[nodiscard]] QString markText(const StaffMark &mark);
/// "ほかの回答 19問" with how many are the same as last time.
[[nodiscard]] QString foldText(const FoldCount &count);

} // namespace uk
