// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/formstate.h"

namespace uk {

/// The whole answer for a registration (rules 3 and 6): visible answers in the order of the form, notes left out, the
/// repeats of every subgroup contiguous. A repeat without a visible answer leaves no gap: the later ones move up. Where
/// they may not (an answer that has to come back unchanged stands there or is shown by answers of its own repeat, or the
/// first repeat decides what is shown elsewhere) the gap is filled with an explicit empty answer, which the contract takes
/// for every type (rules 1). What was sent and read back is sent the same again.
[[nodiscard]] Answers answersToSend(const FormState &state);

/// The number that answersToSend() gives each repeat of the subgroup: index 0 is repeat 1. Repeats without a visible
/// answer come behind the others; the same numbers where nothing moves.
[[nodiscard]] QList<int> sentNumbers(const FormState &state, int subgroupNumber);

} // namespace uk
