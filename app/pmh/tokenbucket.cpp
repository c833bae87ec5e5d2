// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace uk {

TokenBucket::TokenBucket(double perSecond, int burst)
    : m_perMs(perSecond / 1000.0)
    , m_burst(burst)
    , m_tokens(burst)
{
}

qint64 TokenBucket::reserve(qint64 nowMs)
{
    if (nowMs > m_lastMs)
        m_tokens = std::min(m_burst, m_tokens + static_cast<double>(nowMs - m_lastMs) * m_perMs);
    m_lastMs = std::max(m_lastMs, nowMs);
    m_tokens -= 1.0;
    return m_tokens >= 0.0 ? 0 : static_cast<qint64>(std::ceil(-m_tokens / m_perMs));
}

} // namespace uk
