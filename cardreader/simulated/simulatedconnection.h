// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/simulated/simulatedreader.h"

#include <mutex>

namespace uk {

/// A connection to the card that lies in the slot at the time of its making.
class SimulatedConnection final : public CardConnection
{
public:
    /// Called with the slot's mutex held.
    explicit SimulatedConnection(std::shared_ptr<SimulatedSlot> slot);

    Result<QByteArray> transmit(QByteArrayView commandApdu) override;
    Result<void> beginTransaction() override;
    void endTransaction() override;
    Result<void> reconnect() override;
    bool wasReset() const override;
    std::optional<bool> hasExtendedLength() const override;
    void disconnect(CardDisposition disposition) override;

private:
    [[nodiscard]] Result<void> check();
    [[nodiscard]] bool waitOnWire(std::unique_lock<std::mutex> &lock, std::chrono::microseconds time);
    [[nodiscard]] Error hang(std::unique_lock<std::mutex> &lock);
    void note(QByteArrayView command, QByteArrayView answer, std::chrono::steady_clock::time_point started);

    std::shared_ptr<SimulatedSlot> m_slot;
    quint64 m_layingDown = 0;
    quint64 m_resetCount = 0;
    bool m_wasReset = false;
    bool m_isConnected = true;
};

} // namespace uk
