// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QtGlobal>

namespace uk {

/// Spares an address that does not answer, and those who would wait for it. Pure.
///
/// Closed lets everything through; after three troubles in a row it opens, and inquiries fail at once; five seconds later
/// one of them may try (half open), and its fate closes or opens it again. Registrations and what reads them back do not
/// ask it.
class Breaker
{
public:
    enum class State { Closed, Open, HalfOpen };
    enum class Event { Succeeded, Failed, FailedOften, WaitOver };

    static constexpr int troublesToOpen = 3;
    static constexpr qint64 waitMs = 5000;

    /// Whether an inquiry may be sent now; the one that half opens it must tell how it went.
    [[nodiscard]] bool admits(qint64 nowMs);
    void succeeded();
    void failed(qint64 nowMs, ErrorCode why);
    /// What the last trouble was: told to those who are not let through.
    [[nodiscard]] ErrorCode why() const { return m_why; }
    [[nodiscard]] State state() const { return m_state; }
    /// The last that was heard from there was trouble.
    [[nodiscard]] bool isTroubled() const { return m_troubles > 0; }

    /// The table: every event in every state.
    [[nodiscard]] static State next(State state, Event event);

private:
    State m_state = State::Closed;
    ErrorCode m_why = ErrorCode::ServerUnreachable;
    int m_troubles = 0;
    qint64 m_openedAtMs = 0;
};

} // namespace uk
