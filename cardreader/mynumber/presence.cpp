// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/mynumber/presence.h"

#include <QRegularExpression>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// "*" and "?" only: reader names hold slashes, backslashes and brackets that mean nothing.
bool matchesAny(const QString &name, const QStringList &patterns)
{
    return std::ranges::any_of(patterns, [&](const QString &pattern) {
        const QString expression = QRegularExpression::escape(pattern)
                                       .replace("\\*"_L1, ".*"_L1)
                                       .replace("\\?"_L1, "."_L1);
        return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                  QRegularExpression::CaseInsensitiveOption)
            .match(name)
            .hasMatch();
    });
}

} // namespace

CardPresence PresenceTracker::Card::presence() const
{
    return {QString::fromUtf8(rawName), serial};
}

PresenceTracker::PresenceTracker(QStringList allowedReaders, QStringList deniedReaders, quint64 lastSerial)
    : m_allowed(std::move(allowedReaders))
    , m_denied(std::move(deniedReaders))
    , m_lastSerial(lastSerial)
{
}

bool PresenceTracker::isListed(const QByteArray &rawName) const
{
    const QString name = QString::fromUtf8(rawName);
    return (m_allowed.isEmpty() || matchesAny(name, m_allowed)) && !matchesAny(name, m_denied)
        && !m_shunned.contains(rawName);
}

QList<ReaderSnapshot> PresenceTracker::listed(const QList<ReaderSnapshot> &readers)
{
    QList<ReaderSnapshot> chosen;
    std::ranges::copy_if(readers, std::back_inserter(chosen),
                         [this](const ReaderSnapshot &reader) { return isListed(reader.rawName); });
    return chosen;
}

/// Keeps what is known of cards that still lie where they lay.
void PresenceTracker::remember(const QList<ReaderSnapshot> &readers)
{
    m_known.removeIf([&](const Known &card) {
        return std::ranges::none_of(readers, [&](const ReaderSnapshot &reader) {
            return reader.isCardPresent && reader.rawName == card.rawName && reader.eventCount == card.eventCount;
        });
    });
    QList<QByteArray> names;
    m_names.clear();
    for (const ReaderSnapshot &reader : readers) {
        if (reader.isCardPresent && !m_readers.contains(reader.rawName))
            known(reader).wasThereFirst = true;
        names.append(reader.rawName);
        m_names.append(QString::fromUtf8(reader.rawName));
    }
    m_readers = names;
}

PresenceTracker::Known &PresenceTracker::known(const ReaderSnapshot &reader)
{
    const auto found = std::ranges::find_if(m_known, [&](const Known &card) {
        return card.rawName == reader.rawName && card.eventCount == reader.eventCount;
    });
    if (found != m_known.end())
        return *found;
    m_known.append({reader.rawName, reader.eventCount, false, {}});
    return m_known.last();
}

PresenceTracker::Kind PresenceTracker::kindOf(const ReaderSnapshot &reader, const Probe &probe)
{
    if (reader.isMute)
        return Kind::Other;
    if (const auto kind = known(reader).kind)
        return *kind;
    const Kind kind = probe(reader);
    known(reader).kind = kind;
    return kind;
}

/// The cards that people may have laid down, mute ones included.
QList<ReaderSnapshot> PresenceTracker::candidates(const QList<ReaderSnapshot> &readers, const Probe &probe)
{
    QList<ReaderSnapshot> laid;
    for (const ReaderSnapshot &reader : readers) {
        if (!reader.isCardPresent)
            continue;
        const bool isPartOfReader = readers.size() > 1 && known(reader).wasThereFirst
            && kindOf(reader, probe) == Kind::Other;
        if (!isPartOfReader)
            laid.append(reader);
    }
    return laid;
}

/// The one that the next visit is to begin with; sets m_isAmbiguous.
std::optional<ReaderSnapshot> PresenceTracker::choose(const QList<ReaderSnapshot> &present, const Probe &probe)
{
    m_isAmbiguous = false;
    if (present.isEmpty())
        return std::nullopt;
    const auto kept = std::ranges::find_if(present, [this](const ReaderSnapshot &r) { return isCurrent(r); });
    if (present.size() == 1)
        return present.first();
    QList<ReaderSnapshot> good, unknown;
    for (const ReaderSnapshot &reader : present) {
        const Kind kind = kindOf(reader, probe);
        if (kind == Kind::MyNumberCard)
            good.append(reader);
        else if (kind == Kind::Unknown)
            unknown.append(reader);
    }
    m_isAmbiguous = good.size() > 1;
    const bool isKeptAmongBest = kept != present.end() && (good.isEmpty() || good.contains(*kept));
    return isKeptAmongBest ? *kept : !good.isEmpty() ? good.first() : !unknown.isEmpty() ? unknown.first() : present.first();
}

bool PresenceTracker::isCurrent(const ReaderSnapshot &reader) const
{
    return m_current && reader.rawName == m_current->rawName && reader.eventCount == m_current->eventCount;
}

PresenceTracker::Card PresenceTracker::lay(const ReaderSnapshot &reader)
{
    m_current = Card{reader.rawName, reader.eventCount, ++m_lastSerial};
    return *m_current;
}

PresenceTracker::Change PresenceTracker::update(const QList<ReaderSnapshot> &readers, bool isHeld, const Probe &probe)
{
    const QList<ReaderSnapshot> there = listed(readers);
    remember(there);
    const bool isHeldThere = isHeld
        && std::ranges::any_of(there, [this](const ReaderSnapshot &r) { return r.isCardPresent && !r.isMute && isCurrent(r); });
    Change change;
    bool isSomeMute = false;
    if (isHeldThere) {
        m_isAmbiguous = false;
    } else {
        QList<ReaderSnapshot> present = candidates(there, probe);
        isSomeMute = present.removeIf([](const ReaderSnapshot &reader) { return reader.isMute; }) > 0;
        const auto chosen = choose(present, probe);
        if (!chosen || !isCurrent(*chosen))
            change.removed = std::exchange(m_current, std::nullopt);
        if (chosen && !m_current)
            change.laid = lay(*chosen);
    }
    m_state = m_names.isEmpty() ? ReaderState::NoReader
        : m_current             ? ReaderState::CardPresent
        : isSomeMute            ? ReaderState::CardMute
                                : ReaderState::Waiting;
    return change;
}

PresenceTracker::Change PresenceTracker::renew()
{
    if (!m_current)
        return {};
    Change change;
    change.removed = m_current;
    change.laid = lay({m_current->rawName, true, false, m_current->eventCount});
    return change;
}

} // namespace uk
