// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"
#include "cardreader/base/error.h"

#include <QHash>

namespace uk::training {

/// The names that a profile gives to process types, members and codes, applied on the way in and on the way out
/// (rules 26 and 27). Nothing else in the training server knows a wire name. A value; empty means the canonical names.
class WireNames
{
public:
    /// Reads processTypes, members and codes of a profile. Error: ProfileInvalid with the place (two names that meet).
    [[nodiscard]] static Result<WireNames> fromProfile(const JsonValue &profile);

    [[nodiscard]] QString processTypeToWire(const QString &canonical) const;
    /// Empty for a name that this profile does not speak.
    [[nodiscard]] QString processTypeFromWire(const QString &wire) const;
    /// The schema is the one of the contract: a process type for requests, its x-result for answers, Error.
    [[nodiscard]] JsonValue toWire(const QString &schema, const JsonValue &object) const;
    [[nodiscard]] JsonValue fromWire(const QString &schema, const JsonValue &object) const;
    /// The wire name of a member at the top of a schema.
    [[nodiscard]] QString memberToWire(const QString &schema, const QString &member) const;
    /// A place such as "answers[3].result" in wire names.
    [[nodiscard]] QString placeToWire(const QString &schema, const QString &place) const;

private:
    enum class Direction { Out, In };
    struct Where; ///< the schemas that stand around an object, with the path from each
    [[nodiscard]] QString memberName(const Where &where, const QString &member) const;
    [[nodiscard]] JsonValue renamed(const JsonValue &value, const QString &member, const Where &where,
                                     Direction direction) const;
    [[nodiscard]] JsonValue renamedObject(const JsonValue &object, const Where &where, Direction direction) const;

    QHash<QString, QString> m_processTypes; ///< canonical to wire
    QHash<QString, QString> m_members;      ///< canonical key (bare or Schema.path.name) to wire
    QHash<QString, QHash<QString, QString>> m_codes; ///< list, canonical to wire
};

} // namespace uk::training
