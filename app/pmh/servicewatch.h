// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/client.h"
#include "app/pmh/httptransport.h"

#include <QTimer>

namespace uk {

/// The services that a visit stands on (guideline 2.5, OpenAPI /portal/status).
enum class Service { Portal, Eligibility, Pmh, InformationNetwork, InsurerServer };

/// A service that stands still, or will soon.
struct ServiceNotice
{
    enum class Kind {
        Stopped,  ///< planned, or said by /portal/status
        Troubled, ///< this kiosk's own requests find nobody there, or wait long
    };
    Service service = Service::Pmh;
    Kind kind = Kind::Stopped;
    QDateTime from;  ///< UTC; invalid: now
    QDateTime until; ///< UTC; invalid: not known
    friend bool operator==(const ServiceNotice &, const ServiceNotice &) = default;
};

/// Whether a visit can go on without it: the last two are needed only for a person's first registration as a user
/// (guideline tables 2.5-4 and 2.5-5, rules 24).
[[nodiscard]] bool isNeededForVisits(Service service);

/// The planned stops of guideline tables 2.5-1 to 2.5-5 that run now or begin within `aheadMinutes`: the information
/// network on the third Saturday and the Sunday after it, the insurers' server daily from 3 to 6 o'clock; the other
/// three have none. Days and hours are those of Tokyo. Pure.
[[nodiscard]] QList<ServiceNotice> plannedStops(const QDateTime &nowUtc, int aheadMinutes);

/// The body of /portal/status: services that are not up. Unknown services and members are left out. Error
/// AnswerUnreadable. Pure.
[[nodiscard]] Result<QList<ServiceNotice>> readServiceStates(const QByteArray &json);

/// Knows which services stand still: by plan, by the profile's statusUrl, and by what the client's requests find. Tells
/// it within ten seconds, and when it is over. Main thread.
class ServiceWatch : public QObject
{
    Q_OBJECT
public:
    struct Timings
    {
        int everyMs = 6000;  ///< between an answer and the next look
        int answerMs = 3500; ///< how long an answer may take; with the wait before it under ten seconds
    };
    ServiceWatch(const ConnectionProfile &profile, const Clock &clock, PmhClient &client, QObject *parent = nullptr);
    ServiceWatch(const ConnectionProfile &profile, const Clock &clock, PmhClient &client, Timings timings,
                 QObject *parent = nullptr);

    void start();
    /// Those that visits need first, then by when they begin.
    [[nodiscard]] const QList<ServiceNotice> &notices() const { return m_notices; }

Q_SIGNALS:
    void changed();

private:
    void look();
    void take(const HttpOutcome &outcome);
    void noteCalm();
    void refresh();

    QUrl m_statusUrl;
    const Clock &m_clock;
    PmhClient &m_client;
    Timings m_timings;
    HttpTransport m_transport; ///< without a token
    QTimer m_timer;
    QList<ServiceNotice> m_reported;
    int m_calmLooks = 0;     ///< answers that PMH is up, since a request of the client found otherwise
    bool m_isSilent = false; ///< the status address gave no answer
    QList<ServiceNotice> m_notices;
};

} // namespace uk
