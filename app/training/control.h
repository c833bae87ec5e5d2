// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/exchange.h"
#include "app/training/municipality.h"

#include <expected>

namespace uk::training {

/// The control port: tests and rehearsals switch faults, look at the journal and change what lies behind PMH.
/// JSON in and out; a member that a route does not know is refused. Synchronous; one thread.
class Control
{
public:
    Control(World &world, Portal &portal, Pmh &pmh, Municipality &municipality, Faults &faults, Exchange &exchange);
    [[nodiscard]] HttpAnswer handle(const HttpRequest &request);

    /// What a route gets: the part of its path that stands for something, the body, and the number after `since`.
    struct Call
    {
        QString part;
        JsonValue body;
        qint64 since = 0;
    };
    /// The answer, or why the request is refused (400).
    using Outcome = std::expected<JsonValue, QString>;
    struct Route;

private:
    static const QList<Route> &routes();
    [[nodiscard]] Outcome overview(const Call &call);
    [[nodiscard]] Outcome addFaults(const Call &call);
    [[nodiscard]] Outcome listFaults(const Call &call);
    [[nodiscard]] Outcome clearFaults(const Call &call);
    [[nodiscard]] Outcome removeFault(const Call &call);
    [[nodiscard]] Outcome listJournal(const Call &call);
    [[nodiscard]] Outcome listRequests(const Call &call);
    [[nodiscard]] Outcome listPeople(const Call &call);
    [[nodiscard]] Outcome storedOfPerson(const Call &call);
    [[nodiscard]] Outcome changePerson(const Call &call);
    [[nodiscard]] Outcome editForm(const Call &call);
    [[nodiscard]] Outcome expireTokens(const Call &call);
    [[nodiscard]] Outcome withdrawConsent(const Call &call);
    [[nodiscard]] Outcome issueToken(const Call &call);
    [[nodiscard]] Outcome countTokens(const Call &call);
    [[nodiscard]] Outcome expireAllTokens(const Call &call);
    [[nodiscard]] Outcome setLifetime(const Call &call);
    [[nodiscard]] Outcome setClock(const Call &call);
    [[nodiscard]] Outcome setServices(const Call &call);
    [[nodiscard]] Outcome setRateLimit(const Call &call);
    [[nodiscard]] Outcome resetAll(const Call &call);

    World &m_world;
    Portal &m_portal;
    Pmh &m_pmh;
    Municipality &m_municipality;
    Faults &m_faults;
    Exchange &m_exchange;
};

} // namespace uk::training
