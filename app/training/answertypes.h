// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QString>

namespace uk::training {

/// "" and [] of any type: not answered (rules 1).
[[nodiscard]] bool isEmptyResult(const JsonValue &result);
[[nodiscard]] bool isKnownAnswerType(const QString &type);
/// What is wrong with a non-empty result of a known type: type, range, length, choices (rules 2 and 3). Empty: nothing.
[[nodiscard]] QString problemOfResult(const JsonValue &item, const JsonValue &result);

} // namespace uk::training
