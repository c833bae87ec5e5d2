// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QString>

#include <optional>

namespace uk::training {

/// Why something in a request is refused, and where. Neither part ever repeats a value.
struct Refusal
{
    QString place; ///< for example "answers[3].result"
    QString text;
};

/// Rules 1 to 6 for the answers of a registration, already checked for their JSON types.
/// definition: Definition, that of Homecoming or MchbookDefinition; stored: what the server holds now; isFinal: answered
/// (2), where required items count; list: the request's member that holds the answers, for the place.
/// Empty where everything is as it should be. A pure function.
[[nodiscard]] std::optional<Refusal> checkAnswers(const JsonValue &definition, const JsonValue &answers,
                                                  const JsonValue &stored, bool isFinal,
                                                  QLatin1StringView list = QLatin1StringView("answers"));

} // namespace uk::training
