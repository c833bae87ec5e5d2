// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/pcsc/scardcall.h"

#include <QList>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace uk::pcsc {

/// The connection to the card service, made again whenever it was lost. All calls but cancel() from one thread.
class Context
{
public:
    Context() = default;
    ~Context();
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;

    /// Makes it if there is none.
    [[nodiscard]] CallResult ensure();
    void release();
    /// Gives the context up where the failure says that it is dead; returns the failure.
    CallFailure noted(CallFailure failure);
    [[nodiscard]] SCARDCONTEXT handle() const { return m_handle; }
    /// Grows with every new context: handles made in an older one are worthless.
    [[nodiscard]] quint64 generation() const { return m_generation; }

    [[nodiscard]] std::expected<QList<QByteArray>, CallFailure> listReaders();
    /// SCardGetStatusChange; a cancel() before or during the call ends it with SCARD_E_CANCELLED.
    [[nodiscard]] CallResult waitForStatusChange(std::vector<ReaderStateEntry> &states,
                                                 std::chrono::milliseconds limit);
    /// Waits without the service; true if cancel() was called meanwhile or before.
    bool pause(std::chrono::milliseconds limit);
    /// Waits in the middle of a step, whatever cancel() says.
    void rest(std::chrono::milliseconds limit);

    /// From any thread: ends waitForStatusChange() or pause(), or the next one.
    void cancel();
    /// Takes back a cancel() that has done its work.
    [[nodiscard]] bool takeCancelled();

private:
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    SCARDCONTEXT m_handle = 0;
    bool m_isEstablished = false;
    bool m_isWaiting = false;
    bool m_isCancelled = false;
    quint64 m_generation = 0;
};

} // namespace uk::pcsc
