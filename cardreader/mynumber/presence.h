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
/// elsewhere. What lay in a reader before anybody looked, is no My Number Card and is not in the only reader is a part
/// of that reader (slots for a SAM are "always present") and never counts.
class PresenceTracker
{
public:
    /// What a look at a card showed; Unknown: it could not be asked.
    enum class Kind { MyNumberCard, Other, Unknown };
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
    /// Asks what lies in that reader; called only where there are several to choose from, once for each laying-down,
    /// and never while one of them is held.
    using Probe = std::function<Kind(const ReaderSnapshot &)>;

    /// `lastSerial`: the highest serial that was given out before.
    PresenceTracker(QStringList allowedReaders, QStringList deniedReaders, quint64 lastSerial = 0);
    /// Readers that are not there for now, by their raw names.
    void setShunned(QList<QByteArray> rawNames) { m_shunned = std::move(rawNames); }

    /// What the latest look changes. `isHeld`: a step or a visit uses the current card.
    [[nodiscard]] Change update(const QList<ReaderSnapshot> &readers, bool isHeld, const Probe &probe);
    /// The current card stopped answering although its reader still reports it: whatever lies there is a new card.
    [[nodiscard]] Change renew();

    [[nodiscard]] const std::optional<Card> &current() const { return m_current; }
    /// Several My Number Cards lie there and none of them is held: nobody can know whose turn it is.
    [[nodiscard]] bool isAmbiguous() const { return m_isAmbiguous; }
    [[nodiscard]] ReaderState state() const { return m_state; }
    [[nodiscard]] QStringList readerNames() const { return m_names; }
    void setServiceMissing() { m_state = ReaderState::ServiceMissing; }

private:
    struct Known
    {
        QByteArray rawName;
        quint32 eventCount = 0;
        bool wasThereFirst = false;
        std::optional<Kind> kind;
    };
    [[nodiscard]] bool isListed(const QByteArray &rawName) const;
    [[nodiscard]] QList<ReaderSnapshot> listed(const QList<ReaderSnapshot> &readers);
    void remember(const QList<ReaderSnapshot> &readers);
    [[nodiscard]] Known &known(const ReaderSnapshot &reader);
    [[nodiscard]] Kind kindOf(const ReaderSnapshot &reader, const Probe &probe);
    [[nodiscard]] QList<ReaderSnapshot> candidates(const QList<ReaderSnapshot> &readers, const Probe &probe);
    [[nodiscard]] std::optional<ReaderSnapshot> choose(const QList<ReaderSnapshot> &present, const Probe &probe);
    [[nodiscard]] bool isCurrent(const ReaderSnapshot &reader) const;
    [[nodiscard]] Card lay(const ReaderSnapshot &reader);

    QStringList m_allowed, m_denied, m_names;
    QList<QByteArray> m_shunned, m_readers;
    QList<Known> m_known;
    std::optional<Card> m_current;
    bool m_isAmbiguous = false;
    quint64 m_lastSerial;
    ReaderState m_state = ReaderState::Waiting;
};

} // namespace uk
