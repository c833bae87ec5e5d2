// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QDate>
#include <QStringList>

/// Members of canonical JSON (wireform.h) by type: the types are checked, so only absence is left to handle.
namespace uk::canonical {

[[nodiscard]] inline const JsonValue &child(const JsonValue &object, QLatin1StringView name)
{
    static const JsonValue absent;
    for (const JsonMember &member : object.members()) {
        if (member.name == name)
            return member.value;
    }
    return absent;
}

[[nodiscard]] inline QString text(const JsonValue &object, QLatin1StringView name)
{
    return child(object, name).toString();
}

[[nodiscard]] inline QDate day(const JsonValue &object, QLatin1StringView name)
{
    return QDate::fromString(text(object, name), Qt::ISODate);
}

[[nodiscard]] inline bool flag(const JsonValue &object, QLatin1StringView name)
{
    return child(object, name).toBoolean();
}

[[nodiscard]] inline std::optional<int> whole(const JsonValue &object, QLatin1StringView name)
{
    const std::optional<qint64> number = child(object, name).toInteger();
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

[[nodiscard]] inline std::optional<double> number(const JsonValue &object, QLatin1StringView name)
{
    const JsonValue &value = child(object, name);
    return value.isNumber() ? std::optional(value.toDouble()) : std::nullopt;
}

[[nodiscard]] inline QStringList texts(const JsonValue &value)
{
    QStringList list;
    for (const JsonValue &item : value.items())
        list.append(item.toString());
    return list;
}

} // namespace uk::canonical
