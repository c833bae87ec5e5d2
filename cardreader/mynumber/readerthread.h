// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/mynumber/mailbox.h"
#include "cardreader/mynumber/readerloop.h"

#include <QDeadlineTimer>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace uk {

/// One reader thread with all that it touches: its port, its loop, and the gate through which its words arrive. Made,
/// used and destroyed on the main thread.
class ReaderThread
{
public:
    /// The news arrive on the main thread.
    ReaderThread(std::unique_ptr<ReaderPort> port, const CardServiceOptions &options,
                 std::shared_ptr<ApduCounters> counters, const ReaderNews &news, const ReaderLoopStart &start);
    /// The thread must have ended.
    ~ReaderThread() = default;
    ReaderThread(const ReaderThread &) = delete;
    ReaderThread &operator=(const ReaderThread &) = delete;

    [[nodiscard]] ReaderPort &port() { return *m_port; }
    [[nodiscard]] ReaderLoop &loop() { return *m_loop; }
    [[nodiscard]] const ReaderThreadPulse &pulse() const { return m_pulse; }
    /// Where the thread lays what is to run on the main thread.
    [[nodiscard]] Mailbox &toMain() { return m_toMain; }
    [[nodiscard]] QThread &thread() { return m_thread; }

    /// Runs `step` on the thread behind whatever was asked before, and ends a wait that is under way.
    void post(std::function<void(ReaderLoop &)> step);
    /// No further wait, the card without power, and the end of the thread, as soon as it gets there.
    void dismiss();
    /// From now on nothing that the thread sends arrives.
    void shutGate();
    /// The reader by which the thread was held up when it was left behind; empty while it is in use.
    QByteArray hungReader;

private:
    [[nodiscard]] ReaderNews heardOnMain(const ReaderNews &news);

    std::unique_ptr<ReaderPort> m_port;
    std::shared_ptr<ApduCounters> m_counters;
    ReaderThreadPulse m_pulse;
    QObject m_gate; // on the main thread
    Mailbox m_toMain{m_gate};
    QThread m_thread;
    ReaderLoop *m_loop = nullptr; // lives on the thread and is deleted there
    std::optional<Mailbox> m_toLoop;
};

} // namespace uk
