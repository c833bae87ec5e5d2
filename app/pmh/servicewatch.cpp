// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/servicewatch.h"

#include "app/base/clock.h"
#include "app/base/json.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

constexpr qint64 maxStatusBytes = 65536;
constexpr int aheadMinutes = 30; // as long as a visit may take

enum class Recurrence { Never, Daily, ThirdWeekend };

struct ServiceRow
{
    Service service;
    QLatin1StringView name; ///< in /portal/status
    bool isNeededForVisits;
    Recurrence recurrence; ///< guideline tables 2.5-1 to 2.5-5
    int fromHour, toHour;  ///< Tokyo; counted from the first day's midnight
};

constexpr std::array services{
    ServiceRow{Service::Portal, "portal"_L1, true, Recurrence::Never, 0, 0},                          // 2.5-1
    ServiceRow{Service::Eligibility, "eligibility"_L1, true, Recurrence::Never, 0, 0},                // 2.5-2
    ServiceRow{Service::Pmh, "pmh"_L1, true, Recurrence::Never, 0, 0},                                // 2.5-3
    ServiceRow{Service::InformationNetwork, "information-network"_L1, false, Recurrence::ThirdWeekend, 0, 48}, // 2.5-4
    ServiceRow{Service::InsurerServer, "insurer-server"_L1, false, Recurrence::Daily, 3, 6},          // 2.5-5
};

QDateTime tokyoHour(QDate day, int hour)
{
    const QDateTime midnightUtc(day, QTime(0, 0), Qt::UTC);
    return midnightUtc.addSecs(hour * 3600 - toTokyo(midnightUtc).offsetFromUtc());
}

QDate thirdSaturday(QDate month)
{
    const QDate first(month.year(), month.month(), 1);
    return first.addDays((Qt::Saturday - first.dayOfWeek() + 7) % 7 + 14);
}

/// First days of stops around that day.
QList<QDate> firstDays(Recurrence recurrence, QDate today)
{
    switch (recurrence) {
    case Recurrence::Never: return {};
    case Recurrence::Daily: return {today, today.addDays(1)};
    case Recurrence::ThirdWeekend: return {thirdSaturday(today.addMonths(-1)), thirdSaturday(today), thirdSaturday(today.addMonths(1))};
    }
    return {};
}

ConnectionProfile withTimeouts(ConnectionProfile profile, int milliseconds)
{
    profile.limits.connectTimeoutMs = std::min(profile.limits.connectTimeoutMs, milliseconds);
    profile.limits.totalTimeoutMs = std::min(profile.limits.totalTimeoutMs, milliseconds);
    return profile;
}

} // namespace

bool isNeededForVisits(Service service)
{
    return std::ranges::find(services, service, &ServiceRow::service)->isNeededForVisits;
}

QList<ServiceNotice> plannedStops(const QDateTime &nowUtc, int minutes)
{
    QList<ServiceNotice> stops;
    for (const ServiceRow &row : services) {
        for (const QDate day : firstDays(row.recurrence, toTokyo(nowUtc).date())) {
            const QDateTime from = tokyoHour(day, row.fromHour), until = tokyoHour(day, row.toHour);
            if (nowUtc < until && nowUtc.addSecs(minutes * 60) >= from)
                stops.append({row.service, ServiceNotice::Kind::Stopped, from <= nowUtc ? QDateTime() : from, until});
        }
    }
    return stops;
}

Result<QList<ServiceNotice>> readServiceStates(const QByteArray &json)
{
    UK_TRY(const JsonValue status, parseJson(json, {.maxBytes = maxStatusBytes}));
    const JsonValue *list = status.find(u"services");
    if (!list || !list->isArray())
        return failure(ErrorCode::AnswerUnreadable, u"status: services"_s);
    QList<ServiceNotice> notices;
    for (const JsonValue &entry : list->items()) {
        const JsonValue *name = entry.find(u"service"), *state = entry.find(u"state"), *until = entry.find(u"until");
        const auto row = std::ranges::find_if(services, [&](const ServiceRow &s) { return name && name->toString() == s.name; });
        if (row == services.end() || !state || state->toString() == "up"_L1)
            continue;
        QDateTime end = until ? QDateTime::fromString(until->toString(), Qt::ISODate).toUTC() : QDateTime();
        notices.append({row->service, ServiceNotice::Kind::Stopped, {}, std::move(end)});
    }
    return notices;
}

ServiceWatch::ServiceWatch(const ConnectionProfile &profile, const Clock &clock, PmhClient &client, QObject *parent)
    : ServiceWatch(profile, clock, client, Timings(), parent)
{
}

ServiceWatch::ServiceWatch(const ConnectionProfile &profile, const Clock &clock, PmhClient &client, Timings timings,
                           QObject *parent)
    : QObject(parent)
    , m_statusUrl(profile.portal.statusUrl)
    , m_clock(clock)
    , m_client(client)
    , m_timings(timings)
    , m_transport(withTimeouts(profile, timings.answerMs), clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ServiceWatch::look);
    connect(&m_client, &PmhClient::troubledChanged, this, &ServiceWatch::refresh);
    connect(&m_client, &PmhClient::requestFinished, this, [this](const RequestTrace &trace) {
        if (trace.status == 0 || trace.status >= 500)
            m_calmLooks = 0;
    });
}

void ServiceWatch::start()
{
    look();
}

void ServiceWatch::look()
{
    if (m_statusUrl.isEmpty()) {
        // Nobody can be asked: where nothing failed for a while, the next visit may try again.
        noteCalm();
        refresh();
        m_timer.start(m_timings.everyMs);
        return;
    }
    HttpRequest request;
    request.url = m_statusUrl;
    request.isGet = true;
    request.maxAnswerBytes = maxStatusBytes;
    m_transport.post(request, [this](const HttpOutcome &outcome) { take(outcome); });
}

void ServiceWatch::take(const HttpOutcome &outcome)
{
    const Result<QList<ServiceNotice>> states = outcome && outcome->status == 200
        ? readServiceStates(outcome->body)
        : failure(ErrorCode::ServerUnreachable, u"status"_s);
    m_isSilent = !states;
    m_reported = states ? *states : QList<ServiceNotice>();
    const bool isPmhUp = states && std::ranges::find(m_reported, Service::Pmh, &ServiceNotice::service) == m_reported.end();
    if (isPmhUp)
        noteCalm();
    refresh();
    m_timer.start(m_timings.everyMs);
}

/// The portal's word alone is not enough while requests of our own still fail, or the notice would come and go.
void ServiceWatch::noteCalm()
{
    if (m_client.isTroubled() && ++m_calmLooks >= 2)
        m_client.noteWorking();
}

void ServiceWatch::refresh()
{
    QList<ServiceNotice> notices = m_reported;
    const auto isListed = [&](Service service) {
        return std::ranges::find(notices, service, &ServiceNotice::service) != notices.end();
    };
    for (const ServiceNotice &planned : plannedStops(m_clock.nowUtc(), aheadMinutes)) {
        if (!isListed(planned.service))
            notices.append(planned);
    }
    if (m_client.isTroubled() && !isListed(Service::Pmh))
        notices.append({Service::Pmh, ServiceNotice::Kind::Troubled, {}, {}});
    if (m_isSilent && !isListed(Service::Portal))
        notices.append({Service::Portal, ServiceNotice::Kind::Troubled, {}, {}});
    std::ranges::stable_sort(notices, [](const ServiceNotice &a, const ServiceNotice &b) {
        const bool needsA = isNeededForVisits(a.service), needsB = isNeededForVisits(b.service);
        return needsA != needsB ? needsA : a.from < b.from;
    });
    if (notices == m_notices)
        return;
    m_notices = std::move(notices);
    Q_EMIT changed();
}

} // namespace uk
