// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/control.h"

#include "app/training/registering.h"
#include "app/training/strictjson.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

struct Route
{
    const char *request;
    const char *effect;
};

constexpr std::array routes{
    Route{"GET /", "this list"},
    Route{"POST /faults", "one fault or a list; gives their ids"},
    Route{"GET /faults", "the faults that are switched on"},
    Route{"DELETE /faults", "all of them off"},
    Route{"DELETE /faults/ID", "one of them off"},
    Route{"GET /journal?since=N", "every registration that took effect"},
    Route{"GET /requests?since=N", "every request, tokens as a hash"},
    Route{"GET /people", "who there is"},
    Route{"GET /people/KEY/stored", "all that a registration can have changed"},
    Route{"PUT /people/KEY", "isRegistered, hasExpiredCertificate, isAnswerable: {id: bool}"},
    Route{"POST /people/KEY/edit", "the patient edits at home: id, answers, answerStatusSeg"},
    Route{"POST /people/KEY/expire", "tokens meet 401 E4011 from now on"},
    Route{"POST /people/KEY/withdraw", "tokens meet 403 E4031 from now on"},
    Route{"POST /tokens", "person, scopes, seconds: a token without the portal"},
    Route{"GET /tokens", "how many live"},
    Route{"DELETE /tokens", "401 E4011 for everybody"},
    Route{"PUT /tokens/lifetime", "seconds for tokens to come"},
    Route{"PUT /clock", "now: the server's time runs on from there; {} is the real time"},
    Route{"PUT /services", "planned, stops: [{service, from, to, state, message}]"},
    Route{"PUT /rate-limit", "requestsPerSecond, burst; {} is none"},
    Route{"POST /reset", "everything as at the start"},
};

HttpResponse done(const QJsonObject &object = {{u"ok"_s, true}})
{
    return HttpResponse::json(object);
}

HttpResponse listed(const QJsonArray &array)
{
    return {200, "application/json; charset=utf-8", {}, QJsonDocument(array).toJson(QJsonDocument::Compact)};
}

HttpResponse bad(const QString &message)
{
    return errorResponse({400, u"E4001"_s, message, {}});
}

/// A list, or one text with spaces between as in OAuth; all of them where none are named.
QStringList scopesOf(const QJsonValue &given)
{
    if (given.isString())
        return given.toString().split(u' ', Qt::SkipEmptyParts);
    if (!given.isArray())
        return {u"vaccination"_s, u"maternal-child"_s, u"medical-subsidy"_s};
    QStringList scopes;
    const QJsonArray list = given.toArray();
    for (const QJsonValue &scope : list)
        scopes.append(scope.toString());
    return scopes;
}

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace

Control::Control(World &world, Portal &portal, Pmh &pmh, Faults &faults, Exchange &exchange)
    : m_world(world)
    , m_portal(portal)
    , m_pmh(pmh)
    , m_faults(faults)
    , m_exchange(exchange)
{
}

HttpAnswer Control::handle(const HttpRequest &request)
{
    Call call{request.path.split(u'/', Qt::SkipEmptyParts), {}, request.query};
    if (!request.body.trimmed().isEmpty()) {
        const auto body = readStrictJson(request.body);
        if (!body)
            return {bad(body.error().detail), {}};
        call.body = *body;
    }
    return {route(request.method, call), {}};
}

HttpResponse Control::route(const QByteArray &method, const Call &call)
{
    const QString first = call.parts.value(0);
    if (first.isEmpty())
        return method == "GET" ? overview() : wrongMethod();
    if (first == "faults"_L1)
        return faultsRoute(method, call);
    if (first == "people"_L1)
        return peopleRoute(method, call);
    if (first == "tokens"_L1)
        return tokensRoute(method, call);
    if (first == "journal"_L1 || first == "requests"_L1) {
        if (method != "GET")
            return wrongMethod();
        return listed(first == "journal"_L1 ? m_world.journal(call.since()) : m_exchange.requestLog(call.since()));
    }
    if (first == "reset"_L1)
        return method == "POST" ? resetAll() : wrongMethod();
    return method == "PUT" ? settings(first, call) : unknownPath();
}

HttpResponse Control::overview()
{
    QJsonArray list;
    for (const Route &route : routes)
        list.append(QJsonObject{{u"request"_s, QString::fromLatin1(route.request)}, {u"effect"_s, QString::fromLatin1(route.effect)}});
    return done({{u"routes"_s, list}, {u"faults"_s, Faults::description()}});
}

HttpResponse Control::faultsRoute(const QByteArray &method, const Call &call)
{
    if (method == "GET")
        return listed(m_faults.list());
    if (method == "POST") {
        const Faults::Added added = m_faults.add(call.body);
        return added.problem.isEmpty() ? done({{u"id"_s, added.ids.at(0)}, {u"ids"_s, added.ids}}) : bad(added.problem);
    }
    if (method != "DELETE")
        return wrongMethod();
    if (call.parts.size() == 1)
        m_faults.clear();
    else if (!m_faults.remove(call.parts[1].toInt()))
        return unknownPath();
    return done();
}

HttpResponse Control::peopleRoute(const QByteArray &method, const Call &call)
{
    if (call.parts.size() == 1) {
        QJsonArray people;
        for (const Person &person : m_world.people()) {
            QJsonArray questionnaires;
            for (const Questionnaire &questionnaire : person.resident.questionnaires)
                questionnaires.append(questionnaire.id);
            people.append(QJsonObject{{u"key"_s, person.key()},
                                      {u"name"_s, person.resident.info.name},
                                      {u"description"_s, person.resident.info.description},
                                      {u"isRegistered"_s, person.resident.isRegistered},
                                      {u"hasExpiredCertificate"_s, person.resident.hasExpiredCertificate},
                                      {u"questionnaires"_s, questionnaires}});
        }
        return listed(people);
    }
    Person *person = m_world.person(call.parts[1]);
    if (!person)
        return unknownPath();
    if (call.parts.size() == 2)
        return method == "PUT" ? changePerson(*person, call.body.toObject()) : wrongMethod();
    if (call.parts[2] == "stored"_L1)
        return method == "GET" ? done(person->stored()) : wrongMethod();
    return method == "POST" ? personAction(*person, call.parts[2], call.body.toObject()) : wrongMethod();
}

HttpResponse Control::changePerson(Person &person, const QJsonObject &change)
{
    Resident &resident = person.resident;
    resident.isRegistered = change["isRegistered"_L1].toBool(resident.isRegistered);
    resident.hasExpiredCertificate = change["hasExpiredCertificate"_L1].toBool(resident.hasExpiredCertificate);
    const QJsonObject answerable = change["isAnswerable"_L1].toObject();
    for (auto it = answerable.begin(); it != answerable.end(); ++it) {
        Questionnaire *questionnaire = person.form(it.key()).questionnaire;
        if (!questionnaire)
            return bad(u"isAnswerable: no such id"_s);
        questionnaire->isAnswerable = it.value().toBool();
    }
    return done();
}

HttpResponse Control::personAction(Person &person, const QString &action, const QJsonObject &body)
{
    if (action == "edit"_L1)
        return editAtHome(m_world, person, body) ? done() : bad(u"id: no such id for this person"_s);
    if (action == "expire"_L1)
        m_world.expireTokens(&person);
    else if (action == "withdraw"_L1)
        m_world.withdraw(person);
    else
        return unknownPath();
    return done();
}

HttpResponse Control::tokensRoute(const QByteArray &method, const Call &call)
{
    const QJsonObject body = call.body.toObject();
    if (call.parts.value(1) == "lifetime"_L1) {
        if (method != "PUT")
            return wrongMethod();
        m_world.setTokenLifetime(body["seconds"_L1].toInt(1800));
        return done();
    }
    if (method == "GET")
        return done({{u"live"_s, m_world.liveTokens()}});
    if (method == "DELETE") {
        m_world.expireTokens(nullptr);
        return done();
    }
    if (method != "POST")
        return wrongMethod();
    Person *person = m_world.person(body["person"_L1].toString());
    if (!person)
        return bad(u"person: unknown"_s);
    const QStringList scopes = scopesOf(body["scopes"_L1]);
    const int seconds = body["seconds"_L1].toInt(m_world.tokenLifetime());
    const QString token = QString::fromLatin1(m_world.issueToken(*person, scopes, seconds));
    return done({{u"token"_s, token}, {u"access_token"_s, token}, {u"token_type"_s, u"Bearer"_s}, {u"expires_in"_s, seconds}});
}

HttpResponse Control::settings(const QString &route, const Call &call)
{
    const QJsonObject body = call.body.toObject();
    if (route == "services"_L1)
        return setServices(body);
    if (route == "clock"_L1) {
        if (!body.contains("now"_L1)) {
            m_world.setClock({});
            return done();
        }
        const QDateTime now = timeOf(body["now"_L1]);
        if (!now.isValid())
            return bad(u"now: not ISO 8601"_s);
        m_world.setClock(now);
        return done();
    }
    if (route == "rate-limit"_L1) {
        const double rate = body["requestsPerSecond"_L1].toDouble(0);
        m_pmh.setRateLimit(rate, body["burst"_L1].toInt(qMax(1, static_cast<int>(rate))));
        return done();
    }
    return unknownPath();
}

HttpResponse Control::setServices(const QJsonObject &body)
{
    QList<Stop> stops;
    const QJsonArray given = body["stops"_L1].toArray();
    for (const QJsonValue &value : given) {
        Stop stop{value["service"_L1].toString(), timeOf(value["from"_L1]), timeOf(value["to"_L1]),
                  value["state"_L1].toString(u"maintenance"_s), value["message"_L1].toString()};
        if (stop.service.isEmpty())
            return bad(u"stops: service is missing"_s);
        stops.append(stop);
    }
    m_world.setPlannedStops(body["planned"_L1].toBool(false));
    m_world.setStops(stops);
    return done();
}

HttpResponse Control::resetAll()
{
    m_world.reset();
    m_portal.reset();
    m_faults.clear();
    m_exchange.reset();
    m_pmh.setRateLimit(0, 1);
    return done();
}

} // namespace uk::training
