// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/jsonevents.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

const JsonValue &nothing()
{
    static const JsonValue null;
    return null;
}

template<class Name>
const JsonMember *memberCalled(const QList<JsonMember> &members, Name name)
{
    for (const JsonMember &member : members) {
        if (member.name == name)
            return &member;
    }
    return nullptr;
}

} // namespace

JsonValue::JsonValue(const QString &text)
    : JsonValue(string(text))
{
}

JsonValue::JsonValue(QLatin1StringView text)
    : JsonValue(string(QString(text)))
{
}

JsonValue JsonValue::boolean(bool value)
{
    JsonValue json;
    json.m_value = value;
    return json;
}

JsonValue JsonValue::number(qint64 value)
{
    return numberFromText(QByteArray::number(value));
}

JsonValue JsonValue::number(double value)
{
    if (!std::isfinite(value))
        return {};
    return numberFromText(QByteArray::number(value, 'g', QLocale::FloatingPointShortest));
}

JsonValue JsonValue::numberFromText(QByteArray text)
{
    JsonValue json;
    json.m_value = Number{std::move(text)};
    return json;
}

JsonValue JsonValue::string(QStringView text)
{
    return stringFromUtf8(text.toUtf8());
}

JsonValue JsonValue::stringFromUtf8(QByteArray utf8)
{
    JsonValue json;
    json.m_value = std::move(utf8);
    return json;
}

JsonValue JsonValue::array(QList<JsonValue> items)
{
    JsonValue json;
    json.m_value = std::move(items);
    return json;
}

JsonValue JsonValue::object(QList<JsonMember> members)
{
    JsonValue json;
    json.m_value = std::move(members);
    return json;
}

bool JsonValue::toBoolean() const
{
    const bool *value = std::get_if<bool>(&m_value);
    return value && *value;
}

double JsonValue::toDouble() const
{
    const Number *number = std::get_if<Number>(&m_value);
    return number ? number->text.toDouble() : 0.0;
}

QByteArray JsonValue::numberText() const
{
    const Number *number = std::get_if<Number>(&m_value);
    return number ? number->text : QByteArray();
}

std::optional<qint64> JsonValue::toInteger() const
{
    const Number *number = std::get_if<Number>(&m_value);
    return number ? wholeNumber(number->text) : std::nullopt;
}

std::optional<qint64> wholeNumber(QByteArrayView text)
{
    bool isWhole = false;
    if (const qint64 value = text.toLongLong(&isWhole); isWhole)
        return value;
    // 1.0 and 1e2: whole numbers up to 2^53 are exact as doubles, larger ones are not taken in that form.
    constexpr double exactLimit = 9007199254740992.0;
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || std::trunc(value) != value || std::abs(value) > exactLimit)
        return std::nullopt;
    return static_cast<qint64>(value);
}

QString unicodeText(QByteArrayView utf8)
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
    qsizetype marks = 0; // Qt takes one away
    while (utf8.sliced(marks * byteOrderMark.size()).startsWith(byteOrderMark))
        ++marks;
    const QString text = QString::fromUtf8(utf8.sliced(marks * byteOrderMark.size()));
    return marks == 0 ? text : QString(marks, QChar::ByteOrderMark) + text;
}

QString JsonValue::toString() const
{
    return unicodeText(utf8());
}

QByteArray JsonValue::utf8() const
{
    const QByteArray *text = std::get_if<QByteArray>(&m_value);
    return text ? *text : QByteArray();
}

const QList<JsonValue> &JsonValue::items() const
{
    static const QList<JsonValue> none;
    const auto *items = std::get_if<QList<JsonValue>>(&m_value);
    return items ? *items : none;
}

const QList<JsonMember> &JsonValue::members() const
{
    static const QList<JsonMember> none;
    const auto *members = std::get_if<QList<JsonMember>>(&m_value);
    return members ? *members : none;
}

const JsonValue *JsonValue::find(QStringView name) const
{
    const JsonMember *found = memberCalled(members(), name);
    return found ? &found->value : nullptr;
}

const JsonValue &JsonValue::operator[](QStringView name) const
{
    const JsonMember *found = memberCalled(members(), name);
    return found ? found->value : nothing();
}

const JsonValue &JsonValue::operator[](QLatin1StringView name) const
{
    const JsonMember *found = memberCalled(members(), name);
    return found ? found->value : nothing();
}

const JsonValue &JsonValue::operator[](qsizetype index) const
{
    const QList<JsonValue> &list = items();
    return index >= 0 && index < list.size() ? list[index] : nothing();
}

qsizetype JsonValue::size() const
{
    return isArray() ? items().size() : members().size();
}

void JsonValue::set(QStringView name, JsonValue value)
{
    if (auto *members = std::get_if<QList<JsonMember>>(&m_value)) {
        for (JsonMember &member : *members) {
            if (member.name == name) {
                member.value = std::move(value);
                return;
            }
        }
    }
    append(name.toString(), std::move(value));
}

void JsonValue::remove(QStringView name)
{
    if (auto *members = std::get_if<QList<JsonMember>>(&m_value))
        members->removeIf([name](const JsonMember &member) { return member.name == name; });
}

void JsonValue::append(QString name, JsonValue value)
{
    if (isNull())
        m_value = QList<JsonMember>();
    if (auto *members = std::get_if<QList<JsonMember>>(&m_value))
        members->append({std::move(name), std::move(value)});
}

void JsonValue::append(JsonValue value)
{
    if (isNull())
        m_value = QList<JsonValue>();
    if (auto *items = std::get_if<QList<JsonValue>>(&m_value))
        items->append(std::move(value));
}

bool operator==(const JsonValue &a, const JsonValue &b)
{
    return a.m_value == b.m_value;
}

bool operator==(const JsonMember &a, const JsonMember &b)
{
    return a.name == b.name && a.value == b.value;
}

QLatin1StringView typeName(JsonValue::Type type)
{
    switch (type) {
    case JsonValue::Type::Null:
        return "null"_L1;
    case JsonValue::Type::Boolean:
        return "boolean"_L1;
    case JsonValue::Type::Number:
        return "number"_L1;
    case JsonValue::Type::String:
        return "string"_L1;
    case JsonValue::Type::Array:
        return "array"_L1;
    case JsonValue::Type::Object:
        return "object"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace uk
