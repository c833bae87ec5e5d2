// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/patient/patientscreen.h"

#include <functional>
#include <memory>
#include <vector>

namespace uk::samples {

/// A patient screen in one state, with synthetic words.
struct Sample
{
    const char *name;
    std::function<std::unique_ptr<PatientScreen>()> make;
};

/// Every screen in every state that looks different.
[[nodiscard]] const std::vector<Sample> &all();

} // namespace uk::samples
