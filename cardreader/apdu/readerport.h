// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace uk {

/// How a connection is left.
enum class CardDisposition { Leave, Reset, PowerOff };

/// One shared connection to the card in one reader. Used on the reader thread only.
class CardConnection
{
public:
    virtual ~CardConnection() = default;

    /// Sends one command APDU (short or extended form) and returns the whole answer, status word included.
    /// Errors: CardRemoved (also for an answer of fewer than two bytes), CardMute, ReaderFailed (arguments: none;
    /// detail names function and code). A reset by somebody else is ReaderFailed with wasReset() true.
    [[nodiscard]] virtual Result<QByteArray> transmit(QByteArrayView commandApdu) = 0;
    [[nodiscard]] virtual Result<void> beginTransaction() = 0;
    virtual void endTransaction() = 0;
    /// After wasReset(): connects again; the caller selects its application again and replays nothing by itself.
    [[nodiscard]] virtual Result<void> reconnect() = 0;
    [[nodiscard]] virtual bool wasReset() const = 0;
    /// What the reader says of extended length: yes, no, or nothing.
    [[nodiscard]] virtual std::optional<bool> hasExtendedLength() const = 0;
    virtual void disconnect(CardDisposition disposition) = 0;
};

/// One reader as seen by one look.
struct ReaderSnapshot
{
    QByteArray rawName;       ///< as the card service gives it; used for calls
    bool isCardPresent = false;
    bool isMute = false;
    quint32 eventCount = 0;   ///< upper 16 bits of dwEventState; changes with every insertion and removal
    friend bool operator==(const ReaderSnapshot &, const ReaderSnapshot &) = default;
};

/// The transport below the card steps: PC/SC (cardreader/pcsc) or the card in software in process
/// (cardreader/simulated). All calls but cancel() come from the reader thread.
class ReaderPort
{
public:
    virtual ~ReaderPort() = default;

    /// Blocks until something differs from `known`, the time is over (safety listing) or cancel() was called, and
    /// returns what there is. Error CardServiceMissing: the service is not there; the port goes on trying by itself
    /// and backs off.
    [[nodiscard]] virtual Result<QList<ReaderSnapshot>> waitForChange(const QList<ReaderSnapshot> &known,
                                                                      std::chrono::milliseconds limit) = 0;
    /// Ends a waitForChange() from any thread; remembered if none is running.
    virtual void cancel() = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<CardConnection>> connect(const QByteArray &rawName) = 0;
    /// A port to the same readers that shares nothing with this one which could hang. From any thread.
    [[nodiscard]] virtual std::unique_ptr<ReaderPort> another() const = 0;
};

} // namespace uk
