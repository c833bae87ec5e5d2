// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/readerport.h"
#include "cardreader/simulated/softwarecard.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>

namespace uk {

/// One command and its answer as they passed, for logs and counts. The command holds the PIN of a VERIFY: show it
/// with toRedactedHex() only.
struct CardExchange
{
    QByteArrayView command;
    QByteArrayView answer;               ///< empty where the card was gone or hung
    std::chrono::nanoseconds started{0}; ///< steady clock
    std::chrono::nanoseconds taken{0};
};
using CardExchangeHook = std::function<void(const CardExchange &)>;

/// The place where a card in software lies, in a reader of this process. Shared by the reader and by whoever lays cards
/// down. Every member may be called from any thread; a card belongs to one slot at a time.
class SimulatedSlot
{
public:
    explicit SimulatedSlot(QByteArray readerName = "Simulated Reader");
    ~SimulatedSlot();
    SimulatedSlot(const SimulatedSlot &) = delete;
    SimulatedSlot &operator=(const SimulatedSlot &) = delete;

    /// Lays a card down; one that lies there is taken away first. The caller may keep the card and lay it again later:
    /// its tries left stay.
    void lay(std::shared_ptr<SoftwareCard> card);
    /// Takes the card away; a command under way ends with CardRemoved.
    void remove();
    /// Another card in its place without the reader noticing, as happens between two polls of a driver: no event is
    /// counted, the command under way is lost, and a connection that is made again reaches the new card.
    void swapUnnoticed(std::shared_ptr<SoftwareCard> card);
    /// Somebody else resets the card: the next use of the connection fails with wasReset().
    void resetByOthers();
    void setPluggedIn(bool isPluggedIn);          ///< the reader itself
    void setServiceRunning(bool isRunning);       ///< the card service
    void setExchangeHook(CardExchangeHook hook);  ///< called on the reader thread

    [[nodiscard]] bool hasCard() const;
    /// Of the card that lies there now; all zero without one.
    [[nodiscard]] CardTally tally() const;
    /// VERIFY commands with a PIN that went through this slot, over all cards.
    [[nodiscard]] int verifyCount() const;
    [[nodiscard]] quint64 commandCount() const;
    [[nodiscard]] quint64 byteCount() const;

private:
    friend class SimulatedReader;
    friend class SimulatedConnection;
    struct State;
    std::unique_ptr<State> m_state;
};

/// The reader of a slot. Behaves as the card service does: PIN state outlives disconnect and reset, power-off ends it.
class SimulatedReader final : public ReaderPort
{
public:
    explicit SimulatedReader(std::shared_ptr<SimulatedSlot> slot);
    ~SimulatedReader() override;

    Result<QList<ReaderSnapshot>> waitForChange(const QList<ReaderSnapshot> &known,
                                                std::chrono::milliseconds limit) override;
    /// Ends a command that hangs as well (CardMute), so that a program can always come to its end.
    void cancel() override;
    Result<std::unique_ptr<CardConnection>> connect(const QByteArray &rawName) override;
    std::unique_ptr<ReaderPort> another() const override;

private:
    std::shared_ptr<SimulatedSlot> m_slot;
};

} // namespace uk
