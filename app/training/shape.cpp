// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/shape.h"

#include <QDate>
#include <QRegularExpression>

#include <climits>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

QLatin1StringView nameOf(Shape shape)
{
    switch (shape) {
    case Shape::String: return "a string"_L1;
    case Shape::Boolean: return "true or false"_L1;
    case Shape::Integer: return "an integer"_L1;
    case Shape::Date:
    case Shape::Day: return "a day (YYYY-MM-DD)"_L1;
    case Shape::Array:
    case Shape::Answers:
    case Shape::ItemAnswers: return "an array"_L1;
    case Shape::Object: return "an object"_L1;
    }
    Q_UNREACHABLE();
}

bool hasDateForm(const QString &text)
{
    static const QRegularExpression form(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"_s);
    return form.match(text).hasMatch();
}

} // namespace

bool isDay(const QString &text)
{
    return hasDateForm(text) && QDate::fromString(text, Qt::ISODate).isValid();
}

bool hasShape(const JsonValue &value, Shape shape)
{
    switch (shape) {
    case Shape::String: return value.isString();
    case Shape::Boolean: return value.isBoolean();
    // 1.0 is an integer too (rules 18); what does not fit an int is none that the contract knows.
    case Shape::Integer: {
        const std::optional<qint64> number = value.toInteger();
        return number && std::abs(*number) <= INT_MAX;
    }
    case Shape::Date: return value.isString() && hasDateForm(value.toString());
    case Shape::Day: return value.isString() && isDay(value.toString());
    case Shape::Array:
    case Shape::Answers:
    case Shape::ItemAnswers: return value.isArray();
    case Shape::Object: return value.isObject();
    }
    Q_UNREACHABLE();
}

QString problemOfMembers(const JsonValue &object, std::span<const Member> members, const QString &prefix)
{
    for (const Member &member : members) {
        const JsonValue &value = object[QLatin1StringView(member.name)];
        if (value.isNull()) {
            if (member.isRequired)
                return prefix + QLatin1StringView(member.name) + ": missing"_L1;
        } else if (!hasShape(value, member.shape)) {
            return prefix + QLatin1StringView(member.name) + ": not "_L1 + nameOf(member.shape);
        }
    }
    return {};
}

} // namespace uk::training
