// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/allowlist.h"
#include "cardreader/apdu/command.h"
#include "cardreader/apdu/readerport.h"

#include <atomic>
#include <functional>

namespace uk {

/// Commands and bytes (both directions) that reached a transport. Read from any thread.
struct ApduCounters
{
    std::atomic<quint64> commands = 0;
    std::atomic<quint64> bytes = 0;
    std::atomic<quint64> pinVerifications = 0; ///< VERIFY with data
};

/// What is known of a reader's extended length; kept for each reader as long as the program runs. Doubted: at the first
/// try the card was gone, which a driver that cannot send the command may say as well as a patient may do.
enum class ExtendedLength { Untried, Doubted, Works, ShortOnly };

/// One line for each command: redacted command, status word, length of the answer. Never the answer's data.
using ApduLog = std::function<void(const QString &line)>;

/// The only way to a card: encodes, asks the allow-list, sends, follows 61xx and 6Cxx, counts and logs.
/// On the reader thread; connection, memory and counters outlive it.
class CardChannel
{
public:
    /// Commands between begin() and end(). The longest step needs some 120 where everything is read in small pieces;
    /// a card that answers without end must not keep a patient waiting.
    static constexpr int mostCommands = 400;

    CardChannel(CardConnection &connection, ExtendedLength &memory, ApduCounters &counters, ApduLog log = {});

    /// Errors: CommandForbidden, CardAnswerUnreadable (answers without end), those of the transport.
    [[nodiscard]] Result<Response> send(const Command &command);
    /// VERIFY with a PIN: exactly one command, whatever comes back.
    [[nodiscard]] Result<Response> verify(quint8 reference, const SecretBuffer &pin);

    /// Nothing counts as selected at the start of a transaction: others may have used the card before it.
    [[nodiscard]] Result<void> begin();
    void end();
    /// After wasReset().
    [[nodiscard]] Result<void> reconnect();
    [[nodiscard]] bool wasReset() const { return m_connection.wasReset(); }

    [[nodiscard]] const CardSelection &selection() const { return m_selection; }
    /// Whether an extended command is worth a try; asks the reader once.
    [[nodiscard]] bool mayUseExtendedLength();
    [[nodiscard]] ExtendedLength extendedLength() const { return m_memory; }
    void rememberExtendedLength(bool works);
    /// At the second time it is given up.
    void doubtExtendedLength();

private:
    [[nodiscard]] Result<Response> transmit(QByteArrayView apdu);
    [[nodiscard]] Result<Response> fetchRest(Response first);

    CardConnection &m_connection;
    ExtendedLength &m_memory;
    ApduCounters &m_counters;
    ApduLog m_log;
    CardSelection m_selection;
    int m_commandsLeft = mostCommands;
};

} // namespace uk
