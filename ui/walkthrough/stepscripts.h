// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/walkthrough/inputdriver.h"
#include "ui/walkthrough/scenario.h"
#include "ui/walkthrough/walkthroughtarget.h"

namespace uk {

/// What a step's script may look at. Everything outlives the script.
struct StepContext
{
    const Scenario &scenario;
    WalkthroughTarget &target;
    InputDriver &driver;
};

/// What a person does for one step, on the object names of the screens. One table, one row a kind of step
/// (stepscripts.cpp). Error StepNotPossible for steps that the program has no screen for.
[[nodiscard]] Result<QList<InputAction>> stepScript(const ScenarioStep &step, const StepContext &context);

/// The control that answers a prompt of that name with yes ("lastTry", …), or a choice ("mine", "theirs", "merge").
[[nodiscard]] QString promptControl(const QString &prompt);

} // namespace uk
