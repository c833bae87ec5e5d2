// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

namespace uk::bench {

/// A second client of the machine's card service that shares no code with the program: one SCardGetStatusChange after
/// the other on a thread of its own, for one reader. It tells when the service reported a card there.
class PresenceWatch
{
public:
    /// `reported` is called on the watch's thread. Ends the process where the service cannot be asked.
    PresenceWatch(QByteArray reader, std::function<void(std::chrono::steady_clock::time_point)> reported);
    ~PresenceWatch();

private:
    void run();

    const QByteArray m_reader;
    const std::function<void(std::chrono::steady_clock::time_point)> m_reported;
    std::atomic<bool> m_isStopped = false;
    std::thread m_thread;
};

} // namespace uk::bench
