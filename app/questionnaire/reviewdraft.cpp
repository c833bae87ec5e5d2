// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/reviewsession.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int draftVersion = 1;

QCborValue toCbor(const AnswerResult &result)
{
    if (const auto *text = std::get_if<QString>(&result))
        return *text;
    return QCborArray::fromStringList(std::get<QStringList>(result));
}

AnswerResult resultFrom(const QCborValue &value)
{
    if (!value.isArray())
        return value.toString();
    QStringList list;
    for (const QCborValue &entry : value.toArray())
        list.append(entry.toString());
    return list;
}

QCborMap toCbor(const StaffMark &mark)
{
    return {{u"id"_s, mark.staffId}, {u"name"_s, mark.staffName}, {u"at"_s, mark.at.toMSecsSinceEpoch()}};
}

StaffMark markFrom(const QCborMap &map)
{
    return {map[u"id"_s].toString(), map[u"name"_s].toString(),
            QDateTime::fromMSecsSinceEpoch(map[u"at"_s].toInteger(), Qt::UTC)};
}

} // namespace

QByteArray ReviewSession::saveDraft() const
{
    QCborArray changes;
    for (auto it = m_changes.cbegin(); it != m_changes.cend(); ++it)
        changes.append(QCborMap{{u"item"_s, it.key().itemMasterId}, {u"repeat"_s, it.key().repeatNumber},
                                {u"result"_s, toCbor(it->result)}, {u"reason"_s, it->reason}, {u"by"_s, toCbor(it->by)}});
    QCborMap repeats;
    for (auto it = m_addedRepeats.cbegin(); it != m_addedRepeats.cend(); ++it)
        repeats.insert(it.key(), it.value());
    QCborMap acknowledged;
    for (auto it = m_acknowledged.cbegin(); it != m_acknowledged.cend(); ++it)
        acknowledged.insert(it.key(), toCbor(*it));
    return QCborMap{{u"version"_s, draftVersion}, {u"changes"_s, changes}, {u"repeats"_s, repeats},
                    {u"acknowledged"_s, acknowledged}}.toCborValue().toCbor();
}

bool ReviewSession::restoreDraft(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborMap map = QCborValue::fromCbor(bytes, &error).toMap();
    if (error.error != QCborError::NoError || map[u"version"_s].toInteger() != draftVersion)
        return false;
    QMap<AnswerKey, StaffChange> changes;
    for (const QCborValue &value : map[u"changes"_s].toArray()) {
        const QCborMap change = value.toMap();
        const AnswerKey key{change[u"item"_s].toString(), int(change[u"repeat"_s].toInteger())};
        // Staff may not change these whatever a draft says; a question that left the form has no place any more.
        if (isLocked(key.itemMasterId) || key.repeatNumber < 1)
            continue;
        changes.insert(key, {resultFrom(change[u"result"_s]), change[u"reason"_s].toString(), markFrom(change[u"by"_s].toMap())});
    }
    QHash<QString, int> repeats;
    const QCborMap savedRepeats = map[u"repeats"_s].toMap();
    for (auto it = savedRepeats.cbegin(); it != savedRepeats.cend(); ++it)
        if (m_index.item(it.key().toString()))
            repeats.insert(it.key().toString(), int(it.value().toInteger()));
    QMap<QString, StaffMark> acknowledged;
    const QCborMap savedMarks = map[u"acknowledged"_s].toMap();
    for (auto it = savedMarks.cbegin(); it != savedMarks.cend(); ++it)
        if (m_warningKeys.contains(it.key().toString()))
            acknowledged.insert(it.key().toString(), markFrom(it.value().toMap()));
    m_changes = std::move(changes);
    m_addedRepeats = std::move(repeats);
    m_acknowledged = std::move(acknowledged);
    return true;
}

} // namespace uk
