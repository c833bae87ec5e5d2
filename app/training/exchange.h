// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/faults.h"
#include "app/training/http.h"
#include "app/training/municipality.h"
#include "app/training/pmh.h"
#include "app/training/portal.h"

namespace uk::training {

/// One request from start to end: the faults that meet it, the portal or PMH behind it, asynchronous results, the
/// request log, and the wire names on the way out. Synchronous; one thread.
class Exchange
{
public:
    Exchange(World &world, Portal &portal, Pmh &pmh, Municipality &municipality, Faults &faults, const WireNames &names);

    [[nodiscard]] HttpAnswer handle(const HttpRequest &request);
    [[nodiscard]] JsonValue requestLog(qint64 since) const;
    void reset();
    /// Off where no control port could ask for it.
    void setKeepsLog(bool keeps) { m_keepsLog = keeps; }

private:
    /// A request that was answered 202.
    struct Pending
    {
        QByteArray token;
        HttpRequest request;
        std::optional<HttpResponse> response; ///< nothing yet: takes effect when ready
        int pollsLeft = 0;
        QByteArray retryAfter;
        QDateTime expires;
        qint64 number = 0;
    };
    struct Met; ///< the faults of this request, by what they do

    [[nodiscard]] HttpResponse dispatch(const HttpRequest &request, const QString &origin, qint64 number);
    [[nodiscard]] HttpResponse process(const HttpRequest &request, const FaultTarget &target, const Met &met, qint64 number);
    [[nodiscard]] HttpResponse accept(const HttpRequest &request, const JsonValue &fault, qint64 number);
    [[nodiscard]] HttpResponse poll(const HttpRequest &request);
    void editStored(const JsonValue &fault, const FaultTarget &target, const HttpRequest &request);
    [[nodiscard]] HttpResponse asOtherPerson(const HttpRequest &request, const FaultTarget &target, HttpResponse response,
                                             const JsonValue &fault);
    [[nodiscard]] HttpResponse named(HttpResponse response) const;
    void log(const HttpRequest &request, const FaultTarget &target, int status, const QList<JsonValue> &met);

    World &m_world;
    Portal &m_portal;
    Pmh &m_pmh;
    Municipality &m_municipality;
    Faults &m_faults;
    const WireNames &m_names;
    QHash<QString, Pending> m_pending;
    JsonValue m_log = JsonValue::array();
    bool m_keepsLog = true;
    qint64 m_number = 0;
};

} // namespace uk::training
