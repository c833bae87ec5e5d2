// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/reviewsession.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int draftVersion = 2;

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

QCborValue toCbor(const StaffChange &change)
{
    return QCborMap{{u"result"_s, toCbor(change.result)}, {u"reason"_s, change.reason}, {u"by"_s, toCbor(change.by)},
                    {u"takenOver"_s, change.isTakenOver}};
}

StaffChange changeFrom(const QCborValue &value)
{
    const QCborMap map = value.toMap();
    return {resultFrom(map[u"result"_s]), map[u"reason"_s].toString(), markFrom(map[u"by"_s].toMap()),
            map[u"takenOver"_s].toBool()};
}

QCborValue toCbor(const AnswerConflict &conflict)
{
    return QCborMap{{u"basis"_s, toCbor(conflict.basis)}, {u"theirs"_s, toCbor(conflict.theirs)}};
}

AnswerConflict conflictFrom(const QCborValue &value)
{
    const QCborMap map = value.toMap();
    return {resultFrom(map[u"basis"_s]), resultFrom(map[u"theirs"_s])};
}

/// An entry about one answer: its key and whatever else is said of it.
QCborMap entryOf(const AnswerKey &key)
{
    return {{u"item"_s, key.itemMasterId}, {u"repeat"_s, key.repeatNumber}};
}

AnswerKey keyFrom(const QCborMap &map)
{
    return {map[u"item"_s].toString(), int(map[u"repeat"_s].toInteger())};
}

template<class Map>
QCborArray toCborArray(const Map &map)
{
    QCborArray array;
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        QCborMap entry = entryOf(it.key());
        entry.insert(u"value"_s, toCbor(it.value()));
        array.append(entry);
    }
    return array;
}

template<class Map>
Map mapFrom(const QCborValue &array, typename Map::mapped_type (*read)(const QCborValue &))
{
    Map map;
    for (const QCborValue &value : array.toArray()) {
        const QCborMap entry = value.toMap();
        map.insert(keyFrom(entry), read(entry[u"value"_s]));
    }
    return map;
}

} // namespace

/// How a session is written; the one place that knows the names.
struct ReviewSession::Draft
{
    static QCborMap write(const Edit &edit)
    {
        QCborArray before;
        for (const Before &one : edit.before) {
            QCborMap entry = entryOf(one.key);
            entry.insert(u"person"_s, toCbor(one.person));
            entry.insert(u"entered"_s, one.isEntered);
            if (one.change)
                entry.insert(u"change"_s, toCbor(*one.change));
            if (one.conflict)
                entry.insert(u"conflict"_s, toCbor(*one.conflict));
            before.append(entry);
        }
        return {{u"before"_s, before}, {u"subgroup"_s, edit.subgroup}, {u"repeats"_s, edit.repeatsBefore}};
    }

    static Edit read(const QCborMap &map)
    {
        Edit edit{{}, map[u"subgroup"_s].toString(), int(map[u"repeats"_s].toInteger())};
        for (const QCborValue &value : map[u"before"_s].toArray()) {
            const QCborMap entry = value.toMap();
            Before one{keyFrom(entry), std::nullopt, resultFrom(entry[u"person"_s]), entry[u"entered"_s].toBool(), std::nullopt};
            if (entry.contains(u"change"_s))
                one.change = changeFrom(entry[u"change"_s]);
            if (entry.contains(u"conflict"_s))
                one.conflict = conflictFrom(entry[u"conflict"_s]);
            edit.before.append(std::move(one));
        }
        return edit;
    }

    /// What a draft says, as far as this form takes it: staff may not change locked items whatever a draft says, and a
    /// question that left the form has no place any more.
    static void load(ReviewSession &session, const QCborMap &map)
    {
        const auto takesEdits = [&session](const AnswerKey &key) { return session.takesEdits(key); };
        session.m_stored = mapFrom<AnswerMap>(map[u"stored"_s], resultFrom);
        session.m_person = mapFrom<AnswerMap>(map[u"person"_s], resultFrom);
        session.m_changes = mapFrom<QMap<AnswerKey, StaffChange>>(map[u"changes"_s], changeFrom);
        session.m_changes.removeIf([&](auto it) { return !takesEdits(it.key()); });
        session.m_conflicts = mapFrom<QMap<AnswerKey, AnswerConflict>>(map[u"conflicts"_s], conflictFrom);
        session.m_conflicts.removeIf([&](auto it) { return !takesEdits(it.key()); });
        for (const QCborValue &value : map[u"entered"_s].toArray())
            if (const AnswerKey key = keyFrom(value.toMap()); takesEdits(key))
                session.m_entered.insert(key);
        const QCborMap repeats = map[u"repeats"_s].toMap();
        for (auto it = repeats.cbegin(); it != repeats.cend(); ++it)
            if (const Subgroup *subgroup = session.index().subgroupOf(it.key().toString()))
                session.m_addedRepeats.insert(it.key().toString(), int(qBound(1, it.value().toInteger(), subgroup->maxRepeat)));
        const QCborMap marks = map[u"acknowledged"_s].toMap();
        for (auto it = marks.cbegin(); it != marks.cend(); ++it)
            if (session.m_warningKeys.contains(it.key().toString()))
                session.m_acknowledged.insert(it.key().toString(), markFrom(it.value().toMap()));
        for (const QCborValue &value : map[u"history"_s].toArray())
            session.m_history.append(read(value.toMap()));
        const bool isWhole = std::ranges::all_of(session.m_history, [&](const Edit &edit) {
            return std::ranges::all_of(edit.before, takesEdits, &Before::key);
        });
        if (!isWhole)
            session.m_history.clear();
        session.evaluateAll(session.index());
    }
};

QByteArray ReviewSession::saveDraft() const
{
    QCborMap repeats;
    for (auto it = m_addedRepeats.cbegin(); it != m_addedRepeats.cend(); ++it)
        repeats.insert(it.key(), it.value());
    QCborMap acknowledged;
    for (auto it = m_acknowledged.cbegin(); it != m_acknowledged.cend(); ++it)
        acknowledged.insert(it.key(), toCbor(*it));
    QCborArray entered;
    for (const AnswerKey &key : m_entered)
        entered.append(entryOf(key));
    QCborArray history;
    for (const Edit &edit : m_history)
        history.append(Draft::write(edit));
    return QCborMap{{u"version"_s, draftVersion}, {u"stored"_s, toCborArray(m_stored)}, {u"person"_s, toCborArray(m_person)},
                    {u"changes"_s, toCborArray(m_changes)}, {u"conflicts"_s, toCborArray(m_conflicts)}, {u"entered"_s, entered},
                    {u"repeats"_s, repeats}, {u"acknowledged"_s, acknowledged}, {u"history"_s, history}}.toCborValue().toCbor();
}

bool ReviewSession::restoreDraft(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborMap map = QCborValue::fromCbor(bytes, &error).toMap();
    if (error.error != QCborError::NoError || map[u"version"_s].toInteger() != draftVersion)
        return false;
    ReviewSession restored(index().definition(), {}, toAnswers(m_latest), m_warningKeys);
    Draft::load(restored, map);
    restored.rebase(index().definition(), toAnswers(m_stored), toAnswers(m_latest), m_warningKeys);
    if (!m_offered.isEmpty())
        restored.offerLatest();
    *this = std::move(restored);
    return true;
}

} // namespace uk
