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

PresenceTracker::PresenceTracker(QStringList allowedReaders, QStringList deniedReaders)
    : m_allowed(std::move(allowedReaders))
    , m_denied(std::move(deniedReaders))
{
}

bool PresenceTracker::isListed(const QByteArray &rawName) const
{
    const QString name = QString::fromUtf8(rawName);
    return (m_allowed.isEmpty() || matchesAny(name, m_allowed)) && !matchesAny(name, m_denied);
}

bool PresenceTracker::isMyNumberCard(const ReaderSnapshot &reader, const Probe &probe)
{
    for (const Probed &known : std::as_const(m_probed)) {
        if (known.rawName == reader.rawName && known.eventCount == reader.eventCount)
            return known.isMyNumberCard;
    }
    m_probed.append({reader.rawName, reader.eventCount, probe(reader)});
    return m_probed.last().isMyNumberCard;
}

PresenceTracker::Card PresenceTracker::lay(const ReaderSnapshot &reader)
{
    m_current = Card{reader.rawName, reader.eventCount, ++m_lastSerial};
    return *m_current;
}

PresenceTracker::Change PresenceTracker::update(const QList<ReaderSnapshot> &readers, bool isHeld, const Probe &probe)
{
    QList<ReaderSnapshot> present;
    bool isSomeMute = false;
    m_names.clear();
    for (const ReaderSnapshot &reader : readers) {
        if (!isListed(reader.rawName))
            continue;
        m_names.append(QString::fromUtf8(reader.rawName));
        isSomeMute |= reader.isMute;
        if (reader.isCardPresent && !reader.isMute)
            present.append(reader);
    }
    m_probed.removeIf([&](const Probed &known) {
        return std::ranges::none_of(present, [&](const ReaderSnapshot &reader) {
            return reader.rawName == known.rawName && reader.eventCount == known.eventCount;
        });
    });

    Change change;
    const auto isCurrent = [this](const ReaderSnapshot &reader) {
        return m_current && reader.rawName == m_current->rawName && reader.eventCount == m_current->eventCount;
    };
    const auto kept = std::ranges::find_if(present, isCurrent);
    bool stays = kept != present.end();
    if (stays && !isHeld && present.size() > 1) {
        const bool isBetterElsewhere = !isMyNumberCard(*kept, probe)
            && std::ranges::any_of(present, [&](const ReaderSnapshot &reader) { return isMyNumberCard(reader, probe); });
        stays = !isBetterElsewhere;
    }
    if (!stays) {
        change.removed = std::exchange(m_current, std::nullopt);
        auto chosen = present.begin();
        if (present.size() > 1) {
            chosen = std::ranges::find_if(present, [&](const ReaderSnapshot &r) { return isMyNumberCard(r, probe); });
            if (chosen == present.end())
                chosen = present.begin();
        }
        if (chosen != present.end())
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
