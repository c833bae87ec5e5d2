// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArray>
#include <QJsonValue>

namespace uk::training {

/// Reads a body with the program's strict reader (duplicate keys and lone surrogates are refused, rules 18) into Qt's
/// values, in which the server keeps what it holds. Error: AnswerUnreadable with the reason and the byte.
[[nodiscard]] Result<QJsonValue> readStrictJson(QByteArrayView bytes);

} // namespace uk::training
