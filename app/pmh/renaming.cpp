// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/renaming.h"

#include "app/pmh/contractobjects.h"
#include "app/pmh/profile.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

// Certificate details nest in themselves; the contract ends them at three levels.
constexpr int deepestObject = 8;

// A word joiner cannot be seen.
constexpr QChar strangerMark(u'\u2060');

QHash<QString, QString> reversed(const QHash<QString, QString> &map)
{
    QHash<QString, QString> result;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        result.insert(it.value(), it.key());
    return result;
}

std::optional<NameClash> findNameClash(
    const Renaming &renaming, const ContractObject &object, const NamePlace &place, int depth)
{
    QSet<QString> wireNames;
    for (const ContractField &field : object.fields) {
        const QString wireName = renaming.wireMember(place, field.name);
        if (wireNames.contains(wireName))
            return NameClash{place.key().chopped(1), wireName};
        wireNames.insert(wireName);
        if (!field.object || depth == 0)
            continue;
        if (auto clash = findNameClash(renaming, *field.object, place.entered(field), depth - 1))
            return clash;
    }
    return std::nullopt;
}

} // namespace

NamePlace::NamePlace(const ContractObject &object)
    : m_roots{{QString(object.name), {}}}
{
}

NamePlace NamePlace::entered(const ContractField &field) const
{
    NamePlace inner;
    for (const Root &root : m_roots)
        inner.m_roots.append({root.schema, root.path + field.name + u'.'});
    if (field.object && !field.object->name.isEmpty())
        inner.m_roots.append({QString(field.object->name), {}});
    return inner;
}

QString NamePlace::key() const
{
    return m_roots.first().schema + u'.' + m_roots.first().path;
}

Renaming::Renaming(const ConnectionProfile &profile)
    : m_processTypes(profile.processTypes)
    , m_canonicalProcessTypes(reversed(profile.processTypes))
    , m_codes(profile.codes)
{
    // items.csv writes arrays as `vaccinations[]`; with and without brackets is the same place.
    for (auto it = profile.members.cbegin(); it != profile.members.cend(); ++it)
        m_members.insert(QString(it.key()).remove("[]"_L1), it.value());
    for (auto it = profile.codes.cbegin(); it != profile.codes.cend(); ++it)
        m_wireCodes.insert(it.key(), reversed(it.value()));
}

QString Renaming::wireMember(const NamePlace &place, QLatin1StringView canonical) const
{
    const QString bareName(canonical);
    if (m_members.isEmpty())
        return bareName;
    // Outermost first is longest first.
    for (const NamePlace::Root &root : place.roots()) {
        const auto it = m_members.constFind(root.schema + u'.' + root.path + canonical);
        if (it != m_members.cend())
            return *it;
    }
    return m_members.value(bareName, bareName);
}

QString Renaming::wireProcessType(const QString &canonical) const
{
    return m_processTypes.value(canonical, canonical);
}

QString Renaming::canonicalProcessType(const QString &wire) const
{
    return m_canonicalProcessTypes.value(wire, wire);
}

bool Renaming::hasCodes(QLatin1StringView list) const
{
    return !m_codes.isEmpty() && m_codes.contains(QString(list));
}

QString Renaming::wireCode(QLatin1StringView list, const QString &canonical) const
{
    const auto codes = m_wireCodes.constFind(QString(list));
    if (codes == m_wireCodes.cend())
        return canonical;
    if (const auto known = codes->constFind(canonical); known != codes->cend())
        return *known;
    return canonical.startsWith(strangerMark) ? canonical.sliced(1) : canonical;
}

QString Renaming::canonicalCode(QLatin1StringView list, const QString &wire) const
{
    const auto codes = m_codes.constFind(QString(list));
    if (codes == m_codes.cend())
        return wire;
    if (const auto it = codes->constFind(wire); it != codes->cend())
        return *it;
    const bool wouldBeMistaken = wire.startsWith(strangerMark) || m_wireCodes.value(QString(list)).contains(wire);
    return wouldBeMistaken ? strangerMark + wire : wire;
}

std::optional<NameClash> findNameClash(const Renaming &renaming)
{
    QList<const ContractObject *> roots{&errorObject, &acceptedRequestObject, &resultRequestObject};
    for (const ProcessType &type : processTypes())
        roots << type.request << type.result;
    for (const ContractObject *root : std::as_const(roots)) {
        if (auto clash = findNameClash(renaming, *root, NamePlace(*root), deepestObject))
            return clash;
    }
    return std::nullopt;
}

} // namespace uk
