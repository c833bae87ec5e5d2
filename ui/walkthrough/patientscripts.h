// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/walkthrough/stepscripts.h"

namespace uk::scripts {

/// The patient's part: card, PIN, consent, portal, taking the card back.
[[nodiscard]] QList<InputAction> identify(const ScenarioStep &step, const StepContext &context);
[[nodiscard]] QList<InputAction> link(const ScenarioStep &step, const StepContext &context);
[[nodiscard]] QList<InputAction> refuse(const ScenarioStep &step, const StepContext &context);
[[nodiscard]] QList<InputAction> layCard(const ScenarioStep &step, const StepContext &context);
[[nodiscard]] QList<InputAction> removeCard(const ScenarioStep &step, const StepContext &context);

/// Brings staff in front of the display: the card is taken back, the curtain is unlocked, somebody signs in.
[[nodiscard]] InputAction bringStaff(const StepContext &context);

/// Waits for one of the visit's states.
[[nodiscard]] InputAction waitForState(const StepContext &context, const QStringList &states, int limitMs);

} // namespace uk::scripts
