// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/strictjson.h"

#include "app/base/json.h"

#include <QJsonArray>
#include <QJsonObject>

namespace uk::training {
namespace {

QJsonValue convert(const JsonValue &value)
{
    switch (value.type()) {
    case JsonValue::Type::Null: return QJsonValue::Null;
    case JsonValue::Type::Boolean: return value.toBoolean();
    case JsonValue::Type::Number: return value.toDouble();
    case JsonValue::Type::String: return value.toString();
    case JsonValue::Type::Array: {
        QJsonArray array;
        for (const JsonValue &item : value.items())
            array.append(convert(item));
        return array;
    }
    case JsonValue::Type::Object: {
        QJsonObject object;
        for (const JsonMember &member : value.members())
            object.insert(member.name, convert(member.value));
        return object;
    }
    }
    Q_UNREACHABLE();
}

} // namespace

Result<QJsonValue> readStrictJson(QByteArrayView bytes)
{
    UK_TRY(const JsonValue value, parseJson(bytes));
    return convert(value);
}

} // namespace uk::training
