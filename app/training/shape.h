// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QString>

#include <span>

namespace uk::training {

/// The JSON types that requests and residents' files are checked for.
enum class Shape {
    String,
    Boolean,
    Integer,
    Date,        ///< YYYY-MM-DD by its form; whether the day exists is another question
    Day,         ///< a day that exists
    Array,
    Object,
    Answers,     ///< array of Answer; its elements are looked at by the request's schema
    ItemAnswers, ///< array of ItemAnswer, the same
};

struct Member
{
    const char *name;
    Shape shape;
    bool isRequired = true;
};

/// YYYY-MM-DD of a day that exists.
[[nodiscard]] bool isDay(const QString &text);
[[nodiscard]] bool hasShape(const JsonValue &value, Shape shape);
/// "member: missing" or "member: not a string" and so on, the prefix before it; empty where all members fit.
/// Members that are not listed are ignored; null counts as absent where a member is not required.
[[nodiscard]] QString problemOfMembers(const JsonValue &object, std::span<const Member> members,
                                       const QString &prefix = {});

} // namespace uk::training
