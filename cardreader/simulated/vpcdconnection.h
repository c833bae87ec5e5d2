// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"
#include "cardreader/simulated/simulatedreader.h"
#include "cardreader/simulated/softwarecard.h"

#include <QtGlobal>

#include <functional>

namespace uk {

/// Carries a card in software to the virtual reader driver of vsmartcard (vpcd): the driver listens on the loopback
/// address, this connects. Each message is a length of two bytes, big endian, and that many bytes; one byte is a control
/// code (power off, power on, reset, answer to reset), anything else a command.
///
/// Blocks in run() on the calling thread. POSIX only.
class VpcdConnection
{
public:
    enum class End {
        Stopped,  ///< the stop descriptor became readable
        Removed   ///< a fault of the card's traits pulled the card
    };

    VpcdConnection(SoftwareCard &card, quint16 port);

    void setExchangeHook(CardExchangeHook hook) { m_hook = std::move(hook); }
    /// Called each time the driver has taken the connection (the card is laid down).
    void setConnectedHook(std::function<void()> hook) { m_connectedHook = std::move(hook); }

    /// Connects, and again whenever the driver went away, until the end. `stopDescriptor` is polled for reading.
    /// Error CardServiceMissing where no socket can be made at all.
    [[nodiscard]] Result<End> run(int stopDescriptor);

private:
    enum class Step { Continue, ConnectionLost, Stopped, Removed };
    [[nodiscard]] int connectToDriver() const;
    [[nodiscard]] Step serve(int socket, int stopDescriptor);
    [[nodiscard]] Step serveMessage(int socket, int stopDescriptor, QByteArrayView message);
    [[nodiscard]] Step serveCommand(int socket, int stopDescriptor, QByteArrayView command);

    SoftwareCard &m_card;
    quint16 m_port;
    CardExchangeHook m_hook;
    std::function<void()> m_connectedHook;
};

} // namespace uk
