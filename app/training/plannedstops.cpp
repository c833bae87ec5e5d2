// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/plannedstops.h"

#include "app/base/clock.h"

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

QDateTime tokyoMidnight(QDate day)
{
    const QDateTime midnightUtc(day, QTime(0, 0), Qt::UTC);
    return midnightUtc.addSecs(-toTokyo(midnightUtc).offsetFromUtc());
}

QDate thirdSaturday(QDate month)
{
    const QDate first(month.year(), month.month(), 1);
    return first.addDays((Qt::Saturday - first.dayOfWeek() + 7) % 7 + 14);
}

} // namespace

QList<Stop> plannedStops(const QString &service, QDate today)
{
    QList<Stop> stops;
    if (service == "information-network"_L1) {
        for (const QDate month : {today, today.addMonths(1)}) {
            const QDate saturday = thirdSaturday(month);
            stops.append({service, tokyoMidnight(saturday), tokyoMidnight(saturday.addDays(2)), u"maintenance"_s,
                          u"%1月%2日（土）・%3日（日）は計画停止のため「利用者登録」が使えません。"_s.arg(saturday.month())
                              .arg(saturday.day())
                              .arg(saturday.addDays(1).day())});
        }
    } else if (service == "insurer-server"_L1) {
        for (int day = 0; day <= 1; ++day) {
            const QDateTime midnight = tokyoMidnight(today.addDays(day));
            stops.append({service, midnight.addSecs(3 * 3600), midnight.addSecs(6 * 3600), u"maintenance"_s,
                          u"毎日3時から6時は計画停止のため「利用者登録」が使えません。"_s});
        }
    }
    return stops;
}

} // namespace uk::training
