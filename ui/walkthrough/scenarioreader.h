// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"
#include "cardreader/base/error.h"

#include <QStringList>

#include <functional>
#include <span>

/// Reading helpers of scenario.cpp and scenariosteps.cpp: strict, and every refusal knows its place.
namespace uk::scenario {

/// Where in which file something stands.
struct Place
{
    QString file;
    QString pointer; ///< JSON pointer; "" is the whole

    [[nodiscard]] Place at(const QString &member) const { return {file, pointer + u'/' + member}; }
    [[nodiscard]] Place at(qsizetype index) const { return at(QString::number(index)); }
};

[[nodiscard]] std::unexpected<Error> refuse(const Place &place, const QString &reason);

/// How one member of an object is taken. `take` gets the value and its place.
template<class T>
struct MemberRule
{
    QLatin1StringView name;
    bool isRequired;
    std::function<Result<void>(const JsonValue &, const Place &, T &)> take;
};

/// Takes the members of an object by their rules; refuses what is missing and, unless told otherwise, what is unknown.
template<class T>
[[nodiscard]] Result<void> takeMembers(const JsonValue &object, const Place &place, T &target,
                                       const QList<MemberRule<T>> &rules, bool allowsUnknown = false)
{
    if (!object.isObject())
        return refuse(place, QStringLiteral("must be an object"));
    for (const MemberRule<T> &rule : rules) {
        if (rule.isRequired && !object.find(QString(rule.name)))
            return refuse(place.at(QString(rule.name)), QStringLiteral("is missing"));
    }
    for (const JsonMember &member : object.members()) {
        bool isKnown = false;
        for (const MemberRule<T> &rule : rules) {
            if (member.name == rule.name) {
                UK_CHECK(rule.take(member.value, place.at(member.name), target));
                isKnown = true;
            }
        }
        if (!isKnown && !allowsUnknown)
            return refuse(place.at(member.name), QStringLiteral("is not known"));
    }
    return {};
}

[[nodiscard]] Result<QString> readText(const JsonValue &value, const Place &place); ///< not empty
[[nodiscard]] Result<QString> readOneOf(const JsonValue &value, const Place &place, const QStringList &allowed);
[[nodiscard]] Result<QStringList> readTexts(const JsonValue &value, const Place &place, const QStringList &allowed = {});
[[nodiscard]] Result<int> readInteger(const JsonValue &value, const Place &place, int least, int most);
[[nodiscard]] Result<bool> readBoolean(const JsonValue &value, const Place &place);

} // namespace uk::scenario
