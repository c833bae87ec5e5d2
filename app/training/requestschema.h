// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/answercheck.h"
#include "app/training/processtypes.h"

namespace uk::training {

/// The shape of answers in a list of that name: Answer, or ItemAnswer. Places begin with the list's name.
[[nodiscard]] std::optional<Refusal> problemOfAnswers(const JsonValue &answers, bool areItemAnswers, const QString &list);
/// The schema of a request (E4001): members, and the shape of every answer in answers or items.
[[nodiscard]] std::optional<Refusal> problemOfRequest(const ProcessType &type, const JsonValue &request);

} // namespace uk::training
