// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/readerport.h"
#include "cardreader/mynumber/cardfacts.h"

#include <functional>
#include <optional>

namespace uk {

/// Which card is the one on the reader, out of what the readers say. A pure value without clock or transport.
///
/// A card is one laying-down: reader and event counter. It stays the current one as long as its reader reports both
/// unchanged, whatever other readers do, except that a card which is not in use gives way to a My Number Card
/// elsewhere: some readers have a slot that always holds a card of their own.
class PresenceTracker
{
public:
    struct Card
    {
        QByteArray rawName;
        quint32 eventCount = 0;
        quint64 serial = 0;
        [[nodiscard]] CardPresence presence() const;
    };
    struct Change
    {
        std::optional<Card> removed, laid;
    };
    /// Asks whether the card in that reader is a My Number Card; called only where there are several to choose from,
    /// once for each laying-down.
    using Probe = std::function<bool(const ReaderSnapshot &)>;

    PresenceTracker(QStringList allowedReaders, QStringList deniedReaders);

    /// What the latest look changes. `isHeld`: a step or a visit uses the current card.
    [[nodiscard]] Change update(const QList<ReaderSnapshot> &readers, bool isHeld, const Probe &probe);
    /// The current card stopped answering although its reader still reports it: whatever lies there is a new card.
    [[nodiscard]] Change renew();

    [[nodiscard]] const std::optional<Card> &current() const { return m_current; }
    [[nodiscard]] ReaderState state() const { return m_state; }
    [[nodiscard]] QStringList readerNames() const { return m_names; }
    void setServiceMissing() { m_state = ReaderState::ServiceMissing; }

private:
    struct Probed
    {
        QByteArray rawName;
        quint32 eventCount = 0;
        bool isMyNumberCard = false;
    };
    [[nodiscard]] bool isListed(const QByteArray &rawName) const;
    [[nodiscard]] bool isMyNumberCard(const ReaderSnapshot &reader, const Probe &probe);
    [[nodiscard]] Card lay(const ReaderSnapshot &reader);

    QStringList m_allowed, m_denied, m_names;
    QList<Probed> m_probed;
    std::optional<Card> m_current;
    quint64 m_lastSerial = 0;
    ReaderState m_state = ReaderState::Waiting;
};

} // namespace uk
