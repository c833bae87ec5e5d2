// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QLatin1StringView>

#include <limits>
#include <span>

/// The wire contract as data: which object has which members, of which type, which item of the guideline each one
/// carries, and where its value lies in a record. All names are canonical; wire names are the profile's business
/// (renaming.h). Tables are made with recordtable.h.
namespace uk {

enum class FieldKind {
    Text, ///< a string; a code where the profile has a list of that name
    ProcessName, ///< a string that the profile's processTypes rename
    Date, ///< YYYY-MM-DD, an existing day
    YearMonth, ///< YYYY-MM
    Boolean,
    Integer, ///< fits its member of the record; `1.0` is one (rules 18)
    Number,
    Object,
    Objects, ///< an array of objects
    Texts, ///< an array of strings
    Result, ///< an answer: a string or an array of strings
};

/// A value on the wire that is neither object nor array.
struct WireScalar
{
    JsonValue::Type type = JsonValue::Type::Null;
    QByteArrayView text{}; ///< UTF-8 of a string, the digits of a number
    bool flag = false;
};

/// How a member's value comes into a record and out of it. `record` is of the type of the table that the field stands
/// in. Empty functions: not of use for that kind.
struct FieldAccess
{
    /// A scalar; false where it is none of the member's type and range.
    bool (*take)(void *record, const WireScalar &value, qint64 minimum) = nullptr;
    /// Texts, Result: a list begins.
    void (*startTexts)(void *record) = nullptr;
    void (*takeText)(void *record, const QString &text) = nullptr;
    /// Object: the inner record; Objects: a new one at the end.
    void *(*enter)(void *record) = nullptr;
    /// Back to what the record had at first.
    void (*reset)(void *record) = nullptr;
    /// Everything but Object and Objects as JSON; null: absent.
    JsonValue (*give)(const void *record) = nullptr;
    /// Object, Objects: how many there are, and which.
    qsizetype (*count)(const void *record) = nullptr;
    const void *(*at)(const void *record, qsizetype index) = nullptr;
};

struct ContractObject;

struct ContractField
{
    QLatin1StringView name;
    FieldKind kind = FieldKind::Text;
    QLatin1StringView item{}; ///< "V16"; several with blanks between; empty: that of the object around it
    bool isRequired = false; ///< neither absent nor null (rules 12 and 13)
    bool isKept = false; ///< stays readable in a record that is broken elsewhere
    qint64 minimum = std::numeric_limits<qint64>::min(); ///< of an integer; of a text's length
    const ContractObject *object = nullptr; ///< for Object and Objects
    FieldAccess access{};
};

struct ContractObject
{
    QLatin1StringView name; ///< schema name; empty for an object that is described in place
    std::span<const ContractField> fields;
    /// Where a record says that it alone is broken; nullptr where the fault is that of the record around it.
    std::optional<Error> *(*unreadable)(void *record) = nullptr;
};

/// One process type: its request and the answer to it.
struct ProcessType
{
    QLatin1StringView name;
    QLatin1StringView area; ///< key of ConnectionProfile::areas
    bool isRegistration = false;
    const ContractObject *request = nullptr;
    const ContractObject *result = nullptr;
};

[[nodiscard]] std::span<const ProcessType> processTypes();
/// By canonical name, which must be one of the twenty.
[[nodiscard]] const ProcessType &processType(QLatin1StringView name);

} // namespace uk
