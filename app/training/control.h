// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/exchange.h"

namespace uk::training {

/// The control port: tests and rehearsals switch faults, look at the journal and change what lies behind PMH.
/// JSON in and out. Synchronous; one thread.
class Control
{
public:
    Control(World &world, Portal &portal, Pmh &pmh, Faults &faults, Exchange &exchange);
    [[nodiscard]] HttpAnswer handle(const HttpRequest &request);

    /// What a route gets: the parts of its path that stand for something, and the body.
    struct Call
    {
        QStringList parts;
        QJsonValue body;
        QUrlQuery query;
        [[nodiscard]] qint64 since() const { return query.queryItemValue(QStringLiteral("since")).toLongLong(); }
    };

private:
    [[nodiscard]] HttpResponse overview();
    [[nodiscard]] HttpResponse faultsRoute(const QByteArray &method, const Call &call);
    [[nodiscard]] HttpResponse peopleRoute(const QByteArray &method, const Call &call);
    [[nodiscard]] HttpResponse changePerson(Person &person, const QJsonObject &change);
    [[nodiscard]] HttpResponse personAction(Person &person, const QString &action, const QJsonObject &body);
    [[nodiscard]] HttpResponse tokensRoute(const QByteArray &method, const Call &call);
    [[nodiscard]] HttpResponse settings(const QString &route, const Call &call);
    [[nodiscard]] HttpResponse setServices(const QJsonObject &body);
    [[nodiscard]] HttpResponse resetAll();
    [[nodiscard]] HttpResponse route(const QByteArray &method, const Call &call);

    World &m_world;
    Portal &m_portal;
    Pmh &m_pmh;
    Faults &m_faults;
    Exchange &m_exchange;
};

} // namespace uk::training
