// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QString>

namespace uk::training {

/// What the faults wrong_type, unknown_codes, extra_members, missing_members and nulls make of an answer in canonical
/// names. A pure function but for the chance of "share", which "seed" fixes.
[[nodiscard]] JsonValue spoiled(const JsonValue &body, const QString &schema, const JsonValue &fault);

} // namespace uk::training
