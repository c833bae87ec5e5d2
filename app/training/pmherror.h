// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/http.h"

namespace uk::training {

/// An Error of the contract. The place, if any, stands at the front of the message; a value never does.
struct PmhError
{
    int status = 400;
    QString code;
    QString message;
    QString place;
};

[[nodiscard]] HttpResponse errorResponse(const PmhError &error);
[[nodiscard]] HttpResponse wrongMethod();
[[nodiscard]] HttpResponse unknownPath();

} // namespace uk::training
