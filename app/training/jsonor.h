// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QStringList>

#include <climits>

/// A JSON value of the wanted type, or else what is given for it. Pure functions.
namespace uk::training {

[[nodiscard]] inline QString textOr(const JsonValue &value, const QString &otherwise)
{
    return value.isString() ? value.toString() : otherwise;
}

[[nodiscard]] inline bool flagOr(const JsonValue &value, bool otherwise)
{
    return value.isBoolean() ? value.toBoolean() : otherwise;
}

[[nodiscard]] inline double realOr(const JsonValue &value, double otherwise)
{
    return value.isNumber() ? value.toDouble() : otherwise;
}

/// Whole numbers only; `1.0` is one (rules 18). What does not fit an int counts as another type.
[[nodiscard]] inline int intOr(const JsonValue &value, int otherwise)
{
    const std::optional<qint64> number = value.toInteger();
    return number && *number >= INT_MIN && *number <= INT_MAX ? static_cast<int>(*number) : otherwise;
}

/// The array itself, an empty one for anything else.
[[nodiscard]] inline JsonValue listOf(const JsonValue &value)
{
    return value.isArray() ? value : JsonValue::array();
}

/// The texts of an array; what is no text comes as an empty one.
[[nodiscard]] inline QStringList textsOf(const JsonValue &array)
{
    QStringList texts;
    for (const JsonValue &item : array.items())
        texts.append(item.toString());
    return texts;
}

/// The entries of a log whose number is above the given one.
[[nodiscard]] inline JsonValue entriesAfter(const JsonValue &log, qint64 number)
{
    JsonValue result = JsonValue::array();
    for (const JsonValue &entry : log.items()) {
        if (entry[QLatin1StringView("number")].toInteger().value_or(0) > number)
            result.append(entry);
    }
    return result;
}

} // namespace uk::training
