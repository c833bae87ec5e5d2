// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/walkthrough/scenario.h"
#include "ui/walkthrough/scenarioreader.h"

namespace uk::scenario {

/// The list behind "steps". Error ScenarioInvalid.
[[nodiscard]] Result<QList<ScenarioStep>> readSteps(const JsonValue &value, const Place &place);

} // namespace uk::scenario
