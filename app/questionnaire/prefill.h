// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/visibility.h"

namespace uk {

/// May the item's answer be offered from an earlier questionnaire at all? Never how somebody feels today and what hangs on
/// it (rules 10), never a consent (it is given anew each time), nothing that nobody at the desk may answer.
[[nodiscard]] bool mayTakeOver(const DefinitionIndex &index, const QString &itemMasterId);

/// The last answers that may be offered beside the answers that are there: for unanswered items that take them, where the
/// last answer still fits the question as it is asked now. A repeating subgroup is offered as a whole or not at all, up to
/// its limit. Whether an item is shown is not looked at. Pure; what is offered is confirmed by a person, never sent by itself.
[[nodiscard]] AnswerMap prefillFrom(const DefinitionIndex &index, const AnswerMap &answers, const AnswerMap &latest);

} // namespace uk
