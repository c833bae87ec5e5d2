// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"

namespace uk {

/// Two answers are the same when they hold the same (itemMasterId, repeatNumber) pairs with equal results; order does
/// not matter, an absent answer equals an empty one (contract README rule 6). Arrays compare as sequences (rules 2).
[[nodiscard]] bool sameAnswers(const Answers &left, const Answers &right);

/// Keys whose results differ, in the order of `left`, then those that only `right` has.
[[nodiscard]] QList<AnswerKey> differingKeys(const Answers &left, const Answers &right);

} // namespace uk
