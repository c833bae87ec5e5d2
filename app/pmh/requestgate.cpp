// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/requestgate.h"

#include <utility>

namespace uk {

RequestGate::RequestGate(TokenBucket bucket, QObject *parent)
    : QObject(parent)
    , m_bucket(bucket)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RequestGate::letThrough);
}

void RequestGate::enter(const QObject *who, std::function<void()> go)
{
    m_waiting.append({who, std::move(go)});
    letThrough();
}

void RequestGate::leave(const QObject *who)
{
    m_waiting.removeIf([who](const Waiting &waiting) { return waiting.who == who; });
}

void RequestGate::finished()
{
    m_bucket.finished(now());
    letThrough();
}

void RequestGate::slowDown()
{
    m_bucket.slowDown(now());
}

void RequestGate::letThrough()
{
    while (!m_waiting.isEmpty() && m_bucket.take(now())) {
        const Waiting next = m_waiting.takeFirst();
        next.go();
    }
    if (m_waiting.isEmpty())
        m_timer.stop();
    else
        m_timer.start(std::chrono::milliseconds(m_bucket.waitMs(now())));
}

} // namespace uk
