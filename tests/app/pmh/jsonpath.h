// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QStringList>

/// Values at a place of a body, as items.csv writes places: `checkups[].results`, the brackets meaning the first entry.
namespace jsonpath {

/// Another value at a path; objects and first entries that are missing are made on the way.
[[nodiscard]] inline uk::JsonValue with(const uk::JsonValue &json, QStringList path, const uk::JsonValue &value)
{
    if (path.isEmpty())
        return value;
    QString name = path.takeFirst();
    const bool isList = name.endsWith(QLatin1StringView("[]"));
    name.remove(QLatin1StringView("[]"));
    uk::JsonValue inner = json.find(name) ? *json.find(name) : uk::JsonValue();
    if (isList) {
        QList<uk::JsonValue> items = inner.items();
        if (items.isEmpty())
            items.append(uk::JsonValue::object());
        items[0] = with(items.at(0), path, value);
        inner = uk::JsonValue::array(items);
    } else {
        inner = with(inner, path, value);
    }
    uk::JsonValue result = uk::JsonValue::object();
    bool isSet = false;
    for (const uk::JsonMember &member : json.members()) {
        result.append(member.name, member.name == name ? inner : member.value);
        isSet = isSet || member.name == name;
    }
    if (!isSet)
        result.append(name, inner);
    return result;
}

[[nodiscard]] inline uk::JsonValue with(const uk::JsonValue &json, const QString &path, const QByteArray &value)
{
    return with(json, path.split(u'.'), *uk::parseJson(value));
}

[[nodiscard]] inline uk::JsonValue at(const uk::JsonValue &json, const QString &path)
{
    uk::JsonValue value = json;
    for (QString name : path.split(u'.')) {
        const bool isList = name.endsWith(QLatin1StringView("[]"));
        const uk::JsonValue *inner = value.find(name.remove(QLatin1StringView("[]")));
        const uk::JsonValue found = inner ? (isList ? inner->items().value(0) : *inner) : uk::JsonValue();
        value = found;
    }
    return value;
}

} // namespace jsonpath
