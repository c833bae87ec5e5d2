// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/contract.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace uk {

struct ConnectionProfile;

/// Where an object stands, as far as names go: below each named schema that was entered on the way, outermost first,
/// the path from it ("vaccinations.type."), array brackets left out.
class NamePlace
{
public:
    explicit NamePlace(const ContractObject &object);
    [[nodiscard]] NamePlace entered(const ContractField &field) const;
    /// "VaccinationList.vaccinations.type.", the same for every object with the same names.
    [[nodiscard]] QString key() const;

    struct Root
    {
        QString schema;
        QString path;
    };
    [[nodiscard]] const QList<Root> &roots() const { return m_roots; }

private:
    NamePlace() = default;
    QList<Root> m_roots;
};

/// The only place that knows wire names (rules 26 and 27): members by the longest match of `Schema.path.name`, then by
/// the bare name; process types; codes. Copies share their tables; const use is thread safe.
class Renaming
{
public:
    explicit Renaming(const ConnectionProfile &profile);

    [[nodiscard]] QString wireMember(const NamePlace &place, QLatin1StringView canonical) const;
    [[nodiscard]] QString wireProcessType(const QString &canonical) const;
    [[nodiscard]] QString canonicalProcessType(const QString &wire) const;
    [[nodiscard]] bool hasCodes(QLatin1StringView list) const;
    /// The way back of canonicalCode, for values that it knew and for others.
    [[nodiscard]] QString wireCode(QLatin1StringView list, const QString &canonical) const;
    /// The canonical value. One that the profile does not know comes out as it is; where that would read like a
    /// canonical value that has another wire form, it is marked so that it equals none (an invisible word joiner).
    [[nodiscard]] QString canonicalCode(QLatin1StringView list, const QString &wire) const;

private:
    QHash<QString, QString> m_members;
    QHash<QString, QString> m_processTypes;
    QHash<QString, QString> m_canonicalProcessTypes;
    QHash<QString, QHash<QString, QString>> m_codes; // list to (wire to canonical)
    QHash<QString, QHash<QString, QString>> m_wireCodes; // list to (canonical to wire)
};

/// A pair of members of one object that would get the same wire name.
struct NameClash
{
    QString object;
    QString wireName;
};
/// The first clash in the whole contract, if there is one.
[[nodiscard]] std::optional<NameClash> findNameClash(const Renaming &renaming);

} // namespace uk
