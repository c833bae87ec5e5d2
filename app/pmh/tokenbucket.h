// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace uk {

/// Keeps requests under the rate of the profile's limits: a burst at once, then evenly.
class TokenBucket
{
public:
    TokenBucket(double perSecond, int burst);

    /// Takes one place and tells how long to wait for it, in milliseconds. `nowMs` is any clock that never goes back.
    [[nodiscard]] qint64 reserve(qint64 nowMs);

private:
    double m_perMs;
    double m_burst;
    double m_tokens;
    qint64 m_lastMs = 0;
};

} // namespace uk
