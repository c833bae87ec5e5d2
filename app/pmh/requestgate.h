// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/tokenbucket.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace uk {

/// Where all requests of a client wait for their place in the rate, first come first served. Main thread.
class RequestGate : public QObject
{
    Q_OBJECT
public:
    explicit RequestGate(TokenBucket bucket, QObject *parent = nullptr);

    /// Calls `go` when it is this request's turn, at once or later. Every turn that was given ends with finished().
    void enter(const QObject *who, std::function<void()> go);
    /// Gives up waiting.
    void leave(const QObject *who);
    void finished();
    void slowDown();

private:
    struct Waiting
    {
        const QObject *who;
        std::function<void()> go;
    };
    void letThrough();
    [[nodiscard]] qint64 now() const { return m_clock.elapsed(); }

    TokenBucket m_bucket;
    QElapsedTimer m_clock;
    QTimer m_timer;
    QList<Waiting> m_waiting;
};

} // namespace uk
