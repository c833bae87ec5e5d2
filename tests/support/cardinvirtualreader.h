// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/simulated/softwarecard.h"
#include "cardreader/simulated/vpcdconnection.h"

#include <memory>
#include <optional>
#include <thread>

namespace uk::test {

/// A slot of the virtual reader's driver: it listens on firstPort and the port behind it.
struct VirtualSlot
{
    static constexpr quint16 usualPort = 35963;
    quint16 firstPort = usualPort;
    quint16 number = 0;
    [[nodiscard]] QByteArray readerName() const { return "Virtual PCD 00 " + QByteArray::number(number).rightJustified(2, '0'); }
};

/// Lays a card in software into the virtual reader of a running card service (start the test with
/// tests/support/with-pcscd.sh) and takes it away at its end. The card may be looked at after remove().
class CardInVirtualReader
{
public:
    explicit CardInVirtualReader(SoftwareCard card, CardExchangeHook hook = {}, VirtualSlot slot = {});
    ~CardInVirtualReader();

    /// Until the service has seen the card (its driver looks every 400 ms) or ten seconds are over.
    [[nodiscard]] bool waitUntilSeen() const { return waitForPresence(true); }
    /// Takes the card away and waits until the service has seen that: a card that is laid down sooner would be taken
    /// for this one, and get no power.
    void remove();
    /// How the connection ended; nothing while it runs.
    [[nodiscard]] std::optional<VpcdConnection::End> end() const { return m_end; }
    [[nodiscard]] const SoftwareCard &card() const { return m_card; }

private:
    [[nodiscard]] bool waitForPresence(bool isPresent) const;

    SoftwareCard m_card;
    VpcdConnection m_connection;
    VirtualSlot m_slot;
    int m_stop[2] = {-1, -1};
    std::optional<VpcdConnection::End> m_end;
    std::thread m_thread;
};

/// pcscd calls a slot empty at once when a client takes the power from a card that has just left, while its driver looks
/// every 400 ms only: a card laid down in between would never be reported. People are slower than that.
void letTheDriverLook();

} // namespace uk::test
