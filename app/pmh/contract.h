// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

#include <limits>
#include <span>

/// The wire contract as data: which object has which members, of which type, and which item of the guideline each one
/// carries. All names are canonical; wire names are the profile's business (renaming.h).
namespace uk {

enum class FieldKind {
    Text, ///< a string; a code where the profile has a list of that name
    ProcessName, ///< a string that the profile's processTypes rename
    Date, ///< YYYY-MM-DD, an existing day
    YearMonth, ///< YYYY-MM
    Boolean,
    Integer, ///< fits an int; `1.0` is one (rules 18)
    Number,
    Object,
    Objects, ///< an array of objects
    Texts, ///< an array of strings
    Result, ///< an answer: a string or an array of strings
};

struct ContractObject;

struct ContractField
{
    QLatin1StringView name;
    FieldKind kind = FieldKind::Text;
    QLatin1StringView item{}; ///< "V16"; several with blanks between; empty: that of the object around it
    bool isRequired = false; ///< neither absent nor null (rules 12 and 13)
    int minimum = std::numeric_limits<int>::min(); ///< of an integer; of a text's length
    const ContractObject *object = nullptr; ///< for Object and Objects
};

struct ContractObject
{
    QLatin1StringView name; ///< schema name; empty for an object that is described in place
    std::span<const ContractField> fields;
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

} // namespace uk
