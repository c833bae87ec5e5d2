// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/walkthrough/stepscripts.h"

namespace uk::scripts {

/// Presses the choices of an item until exactly the wanted ones are pressed. `besides`: a control that stands there with
/// them.
[[nodiscard]] InputAction choose(const StepContext &context, const QString &item, const QString &besides, const QStringList &values);

/// The screen goes to the person, who answers and gives it back.
[[nodiscard]] QList<InputAction> handOver(const ScenarioStep &step, const StepContext &context);
[[nodiscard]] QList<InputAction> answerProxy(const ScenarioStep &step, const StepContext &context);
[[nodiscard]] QList<InputAction> enter(const ScenarioStep &step, const StepContext &context);
[[nodiscard]] QList<InputAction> endEntry(const ScenarioStep &step, const StepContext &context);
[[nodiscard]] QList<InputAction> sendEntry(const ScenarioStep &step, const StepContext &context);

/// Raw keys, as somebody without a mouse uses the program.
[[nodiscard]] QList<InputAction> pressKeys(const ScenarioStep &step, const StepContext &context);

} // namespace uk::scripts
