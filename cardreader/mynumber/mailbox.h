// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace uk {

/// Hands calls, with all that they carry, to the thread of an object. They lie under a lock of our own and Qt's queue
/// only rings: so the order that the lock makes is in the open, for readers and for the thread sanitizer alike.
class Mailbox
{
public:
    /// The receiver outlives every post().
    explicit Mailbox(QObject &receiver)
        : m_receiver(receiver)
    {
    }

    /// From any thread. The call runs on the receiver's thread, behind those posted before; never, where the receiver is gone.
    void post(std::function<void()> call);

private:
    void runNext();

    QObject &m_receiver;
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_calls; // guarded by m_mutex
};

} // namespace uk
