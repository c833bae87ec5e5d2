// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <concepts>
#include <optional>
#include <variant>

/// The program's one JSON reader and writer (contract rules 18): strict, ordered, exact. Qt's own JSON classes sort the
/// members, keep the last of two equal keys and take lone surrogates; they are used nowhere.
namespace uk {

struct JsonMember;

/// A JSON value. Objects keep the order of their members, numbers keep their text, strings every code point (astral
/// ones and variation selectors included, nothing normalised). Cheap to copy; safe to hand to another thread.
class JsonValue
{
public:
    enum class Type { Null, Boolean, Number, String, Array, Object };

    JsonValue() = default; ///< null
    // Plain values may stand where a JsonValue is wanted: object({{u"code"_s, code}, {u"count"_s, 3}}).
    JsonValue(const QString &text);
    JsonValue(QLatin1StringView text);
    template<std::same_as<bool> Boolean>
    JsonValue(Boolean value) : JsonValue(boolean(value)) {}
    template<std::integral Integer>
        requires(!std::same_as<Integer, bool>)
    JsonValue(Integer value) : JsonValue(number(static_cast<qint64>(value))) {}
    [[nodiscard]] static JsonValue boolean(bool value);
    [[nodiscard]] static JsonValue number(qint64 value);
    [[nodiscard]] static JsonValue number(double value); ///< null where the value is not finite
    /// A number as it stands in the text; the caller vouches for its form.
    [[nodiscard]] static JsonValue numberFromText(QByteArray text);
    [[nodiscard]] static JsonValue string(QStringView text);
    [[nodiscard]] static JsonValue stringFromUtf8(QByteArray utf8);
    [[nodiscard]] static JsonValue array(QList<JsonValue> items = {});
    [[nodiscard]] static JsonValue object(QList<JsonMember> members = {});

    [[nodiscard]] Type type() const { return static_cast<Type>(m_value.index()); }
    [[nodiscard]] bool isNull() const { return type() == Type::Null; }
    [[nodiscard]] bool isBoolean() const { return type() == Type::Boolean; }
    [[nodiscard]] bool isNumber() const { return type() == Type::Number; }
    [[nodiscard]] bool isString() const { return type() == Type::String; }
    [[nodiscard]] bool isArray() const { return type() == Type::Array; }
    [[nodiscard]] bool isObject() const { return type() == Type::Object; }

    /// The value where it has the type, else false, 0, empty.
    [[nodiscard]] bool toBoolean() const;
    [[nodiscard]] double toDouble() const;
    [[nodiscard]] QByteArray numberText() const;
    /// The number where it is a whole one that fits; `1.0` and `1e2` are whole.
    [[nodiscard]] std::optional<qint64> toInteger() const;
    [[nodiscard]] QString toString() const;
    /// The text as UTF-8, shared with the value; for long ones such as base64.
    [[nodiscard]] QByteArray utf8() const;
    [[nodiscard]] const QList<JsonValue> &items() const;
    [[nodiscard]] const QList<JsonMember> &members() const;
    /// The member of that name, nullptr where there is none or where this is no object.
    [[nodiscard]] const JsonValue *find(QStringView name) const;

    [[nodiscard]] bool contains(QStringView name) const { return find(name) != nullptr; }
    [[nodiscard]] bool contains(QLatin1StringView name) const { return find(QString(name)) != nullptr; }
    /// The member of that name, or the item at that place; null where there is none.
    const JsonValue &operator[](QStringView name) const;
    const JsonValue &operator[](QLatin1StringView name) const;
    const JsonValue &operator[](qsizetype index) const;
    /// Members of an object or items of an array; 0 for anything else.
    [[nodiscard]] qsizetype size() const;
    [[nodiscard]] bool isEmpty() const { return size() == 0; }

    /// Adds to an object or array; a null value becomes one first.
    void append(QString name, JsonValue value);
    void append(JsonValue value);
    /// Gives the member of an object that value, in its old place or else at the end; a null value becomes one first.
    void set(QStringView name, JsonValue value);
    void set(QLatin1StringView name, JsonValue value) { set(QString(name), std::move(value)); }
    void remove(QStringView name);

    /// Equal types and values; members in the same order; numbers by their text.
    friend bool operator==(const JsonValue &a, const JsonValue &b);

private:
    struct Number
    {
        QByteArray text;
        bool operator==(const Number &) const = default;
    };
    // In the order of Type.
    using Value = std::variant<std::monostate, bool, Number, QByteArray, QList<JsonValue>, QList<JsonMember>>;
    Value m_value;
};

struct JsonMember
{
    QString name;
    JsonValue value;
    friend bool operator==(const JsonMember &a, const JsonMember &b);
};

/// The English name of a type, for error details: "object", "string" …
[[nodiscard]] QLatin1StringView typeName(JsonValue::Type type);

struct JsonLimits
{
    qint64 maxBytes = 16777216;
    int maxDepth = 64; ///< of nested arrays and objects
};

/// UTF-8, code point for code point: a byte order mark at its start is a character like others.
[[nodiscard]] QString unicodeText(QByteArrayView utf8);

/// Reads one JSON text (RFC 8259) in UTF-8; a byte order mark is skipped. Refused: invalid UTF-8, lone surrogates,
/// duplicate members, anything after the value, numbers beyond the range of a double, and what breaks the limits.
/// The error has the given code; its detail names the reason and the byte, never a piece of the text.
/// Thread safe.
[[nodiscard]] Result<JsonValue> parseJson(QByteArrayView json, const JsonLimits &limits = {},
                                          ErrorCode onError = ErrorCode::AnswerUnreadable);

/// UTF-8 without a byte order mark. `indent` spaces a level and line breaks where it is above 0, else compact.
[[nodiscard]] QByteArray writeJson(const JsonValue &value, int indent = 0);

} // namespace uk
