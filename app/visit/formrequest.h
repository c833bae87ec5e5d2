// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/visitdata.h"

namespace uk {

/// What stands on the sheet of a questionnaire of this visit beside its answers: person, vaccine, warnings. A copy where it
/// is submitted already, else for handing in. Pure.
[[nodiscard]] PaperRequest formRequest(const VisitData &data, const OpenQuestionnaire &open, bool hasSensitive, bool isTraining,
                                       QDate today);
[[nodiscard]] PaperOccasion occasionOf(const OpenQuestionnaire &open);

} // namespace uk
