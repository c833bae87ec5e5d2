// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/http.h"

#include <expected>

namespace uk::training {

/// An Error of the contract. The place, if any, stands at the front of the message; a value never does.
struct PmhError
{
    int status = 400;
    QString code;
    QString message;
    QString place;
};

/// A request's body (rules 18 and 19): 413 E4131 above 8 MiB, 400 E4001 for another Content-Type or broken JSON.
[[nodiscard]] std::expected<JsonValue, PmhError> readJsonBody(const HttpRequest &request);
[[nodiscard]] HttpResponse errorResponse(const PmhError &error);
[[nodiscard]] HttpResponse wrongMethod();
[[nodiscard]] HttpResponse unknownPath();

} // namespace uk::training
