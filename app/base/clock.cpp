// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"

namespace uk {

namespace {
// Japan has had no summer time since 1951; a fixed offset needs no time zone database on the machine.
constexpr int tokyoOffsetSeconds = 9 * 3600;
} // namespace

QDateTime toTokyo(const QDateTime &utc)
{
    return utc.toOffsetFromUtc(tokyoOffsetSeconds);
}

QDateTime Clock::nowLocal() const
{
    return toTokyo(nowUtc());
}

QDate Clock::today() const
{
    return nowLocal().date();
}

QDateTime SystemClock::nowUtc() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace uk
