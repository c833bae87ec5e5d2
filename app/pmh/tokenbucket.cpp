// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace uk {

namespace {

constexpr qint64 slowMs = 60000;
constexpr double slowFactor = 0.5;
// Two clocks are never quite the same; what is given up here is what rounding to milliseconds may cost at the server.
constexpr double caution = 0.98;

} // namespace

TokenBucket::TokenBucket(double perSecond, int burst)
    : m_perMs(perSecond * caution / 1000.0)
    , m_burst(burst)
    , m_tokens(burst)
{
}

TokenBucket TokenBucket::shareOf(double perSecond, int burst, int kiosks)
{
    const int count = std::max(1, kiosks);
    return {perSecond / count, std::max(1, burst / count)};
}

void TokenBucket::refill(qint64 nowMs)
{
    if (nowMs <= m_lastMs)
        return;
    const qint64 slow = std::clamp<qint64>(m_slowUntilMs - m_lastMs, 0, nowMs - m_lastMs);
    const double gained = m_perMs * (static_cast<double>(slow) * slowFactor + static_cast<double>(nowMs - m_lastMs - slow));
    m_tokens = std::min(m_burst - m_underWay, m_tokens + gained);
    m_lastMs = nowMs;
}

bool TokenBucket::take(qint64 nowMs)
{
    refill(nowMs);
    if (m_tokens < 1.0)
        return false;
    m_tokens -= 1.0;
    ++m_underWay;
    return true;
}

void TokenBucket::finished(qint64 nowMs)
{
    refill(nowMs);
    m_underWay = std::max(0, m_underWay - 1);
}

qint64 TokenBucket::waitMs(qint64 nowMs)
{
    refill(nowMs);
    const double rate = nowMs < m_slowUntilMs ? m_perMs * slowFactor : m_perMs;
    return std::max<qint64>(1, static_cast<qint64>(std::ceil((1.0 - m_tokens) / rate)));
}

void TokenBucket::slowDown(qint64 nowMs)
{
    refill(nowMs);
    m_tokens = std::min(m_tokens, 0.0);
    m_slowUntilMs = nowMs + slowMs;
}

} // namespace uk
