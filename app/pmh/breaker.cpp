// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/breaker.h"

namespace uk {

Breaker::State Breaker::next(State state, Event event)
{
    switch (event) {
    case Event::Succeeded:
        return State::Closed;
    case Event::Failed:
        return state == State::HalfOpen ? State::Open : state;
    case Event::FailedOften:
        return State::Open;
    case Event::WaitOver:
        return state == State::Open ? State::HalfOpen : state;
    }
    Q_UNREACHABLE();
}

bool Breaker::admits(qint64 nowMs)
{
    if (m_state == State::Closed)
        return true;
    if (nowMs - m_openedAtMs < waitMs)
        return false;
    // A probe that never told how it went does not keep the others out for ever.
    m_openedAtMs = nowMs;
    m_state = next(m_state, Event::WaitOver);
    return true;
}

void Breaker::succeeded()
{
    m_troubles = 0;
    m_state = next(m_state, Event::Succeeded);
}

void Breaker::failed(qint64 nowMs, ErrorCode why)
{
    m_why = why;
    ++m_troubles;
    m_state = next(m_state, m_troubles >= troublesToOpen ? Event::FailedOften : Event::Failed);
    if (m_state == State::Open)
        m_openedAtMs = nowMs;
}

} // namespace uk
