// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/cardchannel.h"
#include "cardreader/mynumber/cardservice.h"
#include "cardreader/mynumber/cardsession.h"
#include "cardreader/mynumber/presence.h"

#include <QObject>

#include <atomic>
#include <map>

namespace uk {

/// What the reader thread does: waits for readers and cards, and runs the steps between two waits. Lives on that
/// thread; whoever wants a step posts it and then calls ReaderPort::cancel().
class ReaderLoop : public QObject
{
    Q_OBJECT
public:
    ReaderLoop(ReaderPort &port, const CardServiceOptions &options, ApduCounters &counters);
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

Q_SIGNALS:
    void stateChanged(uk::ReaderState state, const QStringList &names);
    void cardLaid(uk::CardPresence card);
    void cardRemoved(uk::CardPresence card);

private:
    struct CheckedCard
    {
        quint64 serial = 0;
        QByteArray certificateDer;
    };

    void look(std::chrono::milliseconds limit);
    void announce(const PresenceTracker::Change &change);
    [[nodiscard]] bool probe(const ReaderSnapshot &reader);
    [[nodiscard]] Result<void> openSession(const QByteArray &rawName);
    [[nodiscard]] std::optional<Error> whyCheckedCardIsGone() const;
    template<class Step>
    auto withCheckedCard(Step step) -> decltype(step(std::declval<CardSession &>()));
    [[nodiscard]] Error afterFailure(Error error);
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] SessionSurroundings surroundings() const;

    ReaderPort &m_port;
    const QDate m_today;
    const AuthenticationTrust m_trust;
    const BasicInfoTrust m_basicInfoTrust;
    ApduCounters &m_counters;
    PresenceTracker m_tracker;
    QList<ReaderSnapshot> m_known;
    std::map<QByteArray, ExtendedLength> m_extendedLength; ///< by reader; entries keep their address
    std::unique_ptr<CardSession> m_session;
    std::optional<CheckedCard> m_checked;
    std::pair<ReaderState, QStringList> m_announced{ReaderState::Waiting, {}};
    bool m_isAnnounced = false;
    std::atomic<bool> m_isStopped = false;
    std::atomic<int> m_pendingCommands = 0;
};

} // namespace uk
