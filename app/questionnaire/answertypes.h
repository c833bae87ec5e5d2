// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"
#include "cardreader/base/error.h"

#include <QStringView>

namespace uk {

/// "yesNo" and the other names of the contract; anything else is Unknown.
[[nodiscard]] AnswerType answerTypeFromName(QStringView name);
/// The contract's name; empty for Unknown (the item's rawType has it).
[[nodiscard]] QString answerTypeName(AnswerType type);

/// True where the answer is an array of values (multipleChoice).
[[nodiscard]] bool isArrayType(AnswerType type);
/// "Not answered" in the shape that the type has: "" or [] (rules 1).
[[nodiscard]] AnswerResult emptyResult(const QuestionItem &item);
/// True where a person types the answer; the others are chosen.
[[nodiscard]] bool isTypedType(AnswerType type);

/// True if the result has the canonical form that the contract asks for (rules 2), choices included; length and range
/// are judged by validation. Empty results are canonical for every type (rules 1).
[[nodiscard]] bool isCanonical(const QuestionItem &item, const AnswerResult &result);

/// What a person typed, in the canonical form: full-width digits and signs, digits in groups of three, 度・分, 和暦 and
/// 西暦 days, 歳・か月, line breaks. Text that is empty after trimming is "not answered". A comma is never taken for the
/// decimal point: 2,800 is not 2.8. Error ValueFormat if it cannot be read.
[[nodiscard]] Result<AnswerResult> normaliseTyped(const QuestionItem &item, const QString &typed);

/// The answer in words for screens and paper: labels of choices, 和暦 days, units. Empty for an empty answer; a value
/// that no choice has is shown raw as 不明(value).
[[nodiscard]] QString displayText(const QuestionItem &item, const AnswerResult &result);

/// The item's unit; ℃ for a temperature without one. Empty where there is none.
[[nodiscard]] QString unitText(const QuestionItem &item);

/// A canonical number as a value. Empty optional for anything else.
[[nodiscard]] std::optional<double> canonicalNumber(const QString &text);

} // namespace uk
