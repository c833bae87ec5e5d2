// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/cardchannel.h"
#include "cardreader/mynumber/cardservice.h"
#include "cardreader/mynumber/cardsession.h"
#include "cardreader/mynumber/presence.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>

namespace uk {

/// What the reader thread is at, for whoever has to judge from outside whether it hangs. From any thread.
class ReaderThreadPulse
{
public:
    /// Grows with every wait that ends; a thread that lives beats every few seconds.
    [[nodiscard]] quint64 beats() const { return m_beats; }
    void beat() { ++m_beats; }
    /// The reader that is being used, by its raw name; empty: none.
    [[nodiscard]] QByteArray usedReader() const;
    void setUsedReader(const QByteArray &rawName);

private:
    std::atomic<quint64> m_beats = 0;
    mutable std::mutex m_mutex;
    QByteArray m_usedReader; // guarded by m_mutex
};

/// What a reader thread begins with when it takes the place of one that hangs.
struct ReaderLoopStart
{
    quint64 lastSerial = 0;          ///< serials go on from here
    QList<QByteArray> hungReaders;   ///< raw names; left alone until their thread has come back
};

/// Who is told what happens at the readers. Every function is set.
struct ReaderNews
{
    std::function<void(ReaderState state, const QStringList &names)> stateChanged;
    std::function<void(const CardPresence &card)> cardLaid, cardRemoved;
};

/// What the reader thread does: waits for readers and cards, and runs the steps between two waits. Lives on that
/// thread; whoever wants a step posts it and then calls ReaderPort::cancel().
class ReaderLoop : public QObject
{
    Q_OBJECT
public:
    /// The news are told on the loop's thread.
    ReaderLoop(ReaderPort &port, const CardServiceOptions &options, ApduCounters &counters, ReaderThreadPulse &pulse,
               ReaderNews news, const ReaderLoopStart &start);
    ~ReaderLoop() override;

    /// One wait, then the next one behind whatever was posted meanwhile.
    void run();
    /// From any thread: no further wait begins.
    void stop() { m_isStopped = true; }
    /// From any thread, before a command is posted; and on this thread when it runs.
    void expectCommand() { ++m_pendingCommands; }
    void beginCommand() { --m_pendingCommands; }

    [[nodiscard]] Result<CardCheck> checkCard(quint64 serial);
    [[nodiscard]] Result<Possession> prove(const SecretBuffer &pin);
    [[nodiscard]] Result<int> basicInfoTries();
    [[nodiscard]] Result<BasicFourInfo> basicFourInfo(const SecretBuffer &pin);
    void beginPortalWatch();
    [[nodiscard]] Result<void> endPortalWatch();
    void endCard();
    void setHungReaders(const QList<QByteArray> &rawNames) { m_tracker.setShunned(rawNames); }
    /// Says once more what there is, with a new serial for a card that lies there: the main thread had given it up.
    void announceAnew();

private:
    struct CheckedCard
    {
        quint64 serial = 0;
        QByteArray rawName;
        QByteArray certificateDer;
    };
    class ReaderUse;

    void look(std::chrono::milliseconds limit);
    void announce(const PresenceTracker::Change &change);
    [[nodiscard]] PresenceTracker::Kind probe(const ReaderSnapshot &reader);
    void closeSession();
    [[nodiscard]] Result<void> openSession(const QByteArray &rawName);
    [[nodiscard]] std::optional<Error> whyCheckedCardIsGone() const;
    template<class Step>
    auto withCheckedCard(Step step) -> decltype(step(std::declval<CardSession &>()));
    [[nodiscard]] Error afterFailure(Error error);
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] SessionSurroundings surroundings() const;

    ReaderPort &m_port;
    const QDate m_today;
    const std::chrono::milliseconds m_lateReport;
    const AuthenticationTrust m_trust;
    const BasicInfoTrust m_basicInfoTrust;
    ApduCounters &m_counters;
    ReaderThreadPulse &m_pulse;
    const ReaderNews m_news;
    PresenceTracker m_tracker;
    QList<ReaderSnapshot> m_known;
    std::map<QByteArray, ExtendedLength> m_extendedLength; ///< by reader; entries keep their address
    std::unique_ptr<CardSession> m_session;
    std::optional<CheckedCard> m_checked;
    std::pair<ReaderState, QStringList> m_announced{ReaderState::Waiting, {}};
    bool m_isAnnounced = false;
    bool m_areSeveralTold = false; ///< a check was refused because several cards lay there
    std::atomic<bool> m_isStopped = false;
    std::atomic<int> m_pendingCommands = 0;
};

} // namespace uk
