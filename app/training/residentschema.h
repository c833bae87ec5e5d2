// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QString>

namespace uk::training {

/// What is wrong with a resident's file, with the place ("questionnaires[0].answers[3]: …"). Empty: nothing.
[[nodiscard]] QString problemOfResident(const JsonValue &resident);
/// The same for a form (Definition of the contract): types, ids that stand once, choices where a type needs them.
[[nodiscard]] QString problemOfDefinition(const JsonValue &definition);

} // namespace uk::training
