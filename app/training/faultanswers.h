// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/http.h"

#include <optional>

/// What the faults that meet one request make of its answer. Pure functions but for the chance in a share.
namespace uk::training {

/// The answer of a fault html, body or status that stands at that moment (before, after), if there is one.
[[nodiscard]] std::optional<HttpResponse> otherAnswerAt(const QList<JsonValue> &met, QLatin1StringView moment);
/// How the answer travels: late, dripping, cut, reset, twice.
[[nodiscard]] Delivery deliveryOf(const QList<JsonValue> &met);
/// The answer in canonical names with wrong types, unknown codes, extra, missing and null members.
[[nodiscard]] HttpResponse spoiledResponse(HttpResponse response, const QList<JsonValue> &met);

} // namespace uk::training
