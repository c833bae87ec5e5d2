// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/jsonevents.h"
#include "app/pmh/contract.h"
#include "app/pmh/sharedrecords.h"

/// How each type of value that a record can hold stands on the wire.
namespace uk {

/// take: false where the wire value is of another type or out of range; give: null where there is nothing to say.
template<class T>
struct FieldValue;

[[nodiscard]] QDate dayFrom(QByteArrayView text); ///< invalid where it is no existing day YYYY-MM-DD

template<>
struct FieldValue<QString>
{
    static constexpr FieldKind kind = FieldKind::Text;
    static bool take(QString &place, const WireScalar &wire, qint64 minimum)
    {
        if (wire.type != JsonValue::Type::String || wire.text.size() < minimum)
            return false;
        place = unicodeText(wire.text);
        return true;
    }
    static JsonValue give(const QString &value) { return value.isEmpty() ? JsonValue() : JsonValue::string(value); }
};

/// Long texts that stay UTF-8.
template<>
struct FieldValue<QByteArray>
{
    static constexpr FieldKind kind = FieldKind::Text;
    static bool take(QByteArray &place, const WireScalar &wire, qint64)
    {
        if (wire.type != JsonValue::Type::String)
            return false;
        place = wire.text.toByteArray();
        return true;
    }
    static JsonValue give(const QByteArray &value) { return JsonValue::stringFromUtf8(value); }
};

template<>
struct FieldValue<QDate>
{
    static constexpr FieldKind kind = FieldKind::Date;
    static bool take(QDate &place, const WireScalar &wire, qint64)
    {
        if (wire.type == JsonValue::Type::String)
            place = dayFrom(wire.text);
        return wire.type == JsonValue::Type::String && place.isValid();
    }
    static JsonValue give(const QDate &value)
    {
        return value.isValid() ? JsonValue::string(value.toString(Qt::ISODate)) : JsonValue();
    }
};

template<>
struct FieldValue<YearMonth>
{
    static constexpr FieldKind kind = FieldKind::YearMonth;
    static bool take(YearMonth &place, const WireScalar &wire, qint64);
    static JsonValue give(const YearMonth &value)
    {
        return value.isValid() ? JsonValue::string(value.toString()) : JsonValue();
    }
};

template<>
struct FieldValue<bool>
{
    static constexpr FieldKind kind = FieldKind::Boolean;
    static bool take(bool &place, const WireScalar &wire, qint64)
    {
        place = wire.flag;
        return wire.type == JsonValue::Type::Boolean;
    }
    static JsonValue give(bool value) { return JsonValue::boolean(value); }
};

template<std::integral Whole>
    requires(!std::same_as<Whole, bool>)
struct FieldValue<Whole>
{
    static constexpr FieldKind kind = FieldKind::Integer;
    static bool take(Whole &place, const WireScalar &wire, qint64 minimum)
    {
        if (wire.type != JsonValue::Type::Number)
            return false;
        const std::optional<qint64> number = wholeNumber(wire.text);
        if (!number || !std::in_range<Whole>(*number) || *number < minimum)
            return false;
        place = static_cast<Whole>(*number);
        return true;
    }
    static JsonValue give(Whole value) { return JsonValue::number(qint64{value}); }
};

template<>
struct FieldValue<double>
{
    static constexpr FieldKind kind = FieldKind::Number;
    static bool take(double &place, const WireScalar &wire, qint64)
    {
        place = wire.text.toDouble();
        return wire.type == JsonValue::Type::Number;
    }
    static JsonValue give(double value) { return JsonValue::number(value); }
};

/// A value whose absence means something: null is not zero, and unknown is not "no".
template<class T>
struct FieldValue<std::optional<T>>
{
    static constexpr FieldKind kind = FieldValue<T>::kind;
    static bool take(std::optional<T> &place, const WireScalar &wire, qint64 minimum)
    {
        return FieldValue<T>::take(place.emplace(), wire, minimum);
    }
    static JsonValue give(const std::optional<T> &value) { return value ? FieldValue<T>::give(*value) : JsonValue(); }
};

template<>
struct FieldValue<QStringList>
{
    static constexpr FieldKind kind = FieldKind::Texts;
    static bool take(QStringList &, const WireScalar &, qint64) { return false; }
    static void startTexts(QStringList &place) { place.clear(); }
    static void takeText(QStringList &place, const QString &text) { place.append(text); }
    static JsonValue give(const QStringList &value)
    {
        JsonValue list = JsonValue::array();
        for (const QString &text : value)
            list.append(JsonValue::string(text));
        return list;
    }
};

template<>
struct FieldValue<AnswerResult>
{
    static constexpr FieldKind kind = FieldKind::Result;
    static bool take(AnswerResult &place, const WireScalar &wire, qint64 minimum)
    {
        return FieldValue<QString>::take(place.emplace<QString>(), wire, minimum);
    }
    static void startTexts(AnswerResult &place) { place.emplace<QStringList>(); }
    static void takeText(AnswerResult &place, const QString &text) { std::get<QStringList>(place).append(text); }
    static JsonValue give(const AnswerResult &value)
    {
        const auto *text = std::get_if<QString>(&value);
        return text ? JsonValue::string(*text) : FieldValue<QStringList>::give(std::get<QStringList>(value));
    }
};

} // namespace uk
