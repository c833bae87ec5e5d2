// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace uk {

/// Keeps requests under a rate as the server counts it, however long they are on the way: a place that is under way
/// fills up again only when its answer is there. Pure; `nowMs` is any clock that never goes back.
class TokenBucket
{
public:
    TokenBucket(double perSecond, int burst);
    /// The share of one of several kiosks that stand behind one contract.
    [[nodiscard]] static TokenBucket shareOf(double perSecond, int burst, int kiosks);

    /// True, and a place is taken, where one is free.
    [[nodiscard]] bool take(qint64 nowMs);
    /// The request of a taken place is over.
    void finished(qint64 nowMs);
    /// Milliseconds until a place may be free (at least 1); while all are under way, until finished() at the latest.
    [[nodiscard]] qint64 waitMs(qint64 nowMs);
    /// The server said 429: nothing is left, and for a minute it goes half as fast.
    void slowDown(qint64 nowMs);

private:
    void refill(qint64 nowMs);

    double m_perMs;
    double m_burst;
    double m_tokens;
    int m_underWay = 0;
    qint64 m_lastMs = 0;
    qint64 m_slowUntilMs = 0;
};

} // namespace uk
