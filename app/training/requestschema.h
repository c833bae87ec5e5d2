// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/answercheck.h"
#include "app/training/processtypes.h"

namespace uk::training {

/// The schema of a request (E4001): members, and the shape of every answer in answers or items.
[[nodiscard]] std::optional<Refusal> problemOfRequest(const ProcessType &type, const QJsonObject &request);

} // namespace uk::training
