// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/simulated/simulatedreader.h"

#include <condition_variable>
#include <mutex>

namespace uk {

/// What reader, connection and the owner of the cards share. Everything under `mutex`.
struct SimulatedSlot::State
{
    mutable std::mutex mutex;
    std::condition_variable changed;
    QByteArray readerName;
    std::shared_ptr<SoftwareCard> card;
    CardExchangeHook hook;
    quint32 eventCount = 0;  ///< insertions and removals
    quint64 layingDown = 0;  ///< changes whenever connections to the card before are dead
    quint64 resetCount = 0;  ///< resets by somebody else
    bool isAnswerLost = false;
    bool isPluggedIn = true;
    bool isServiceRunning = true;
    bool isCancelled = false; ///< for the wait that runs or comes next
    quint64 cancelCount = 0;
    int verifyCount = 0;
    quint64 commandCount = 0;
    quint64 byteCount = 0;

    void takeAway();
    [[nodiscard]] QList<ReaderSnapshot> snapshot() const;
};

} // namespace uk
