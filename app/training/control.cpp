// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/control.h"

#include "app/training/jsonor.h"
#include "app/training/memberforms.h"
#include "app/training/registering.h"
#include "app/training/requestschema.h"

using namespace Qt::StringLiterals;

namespace uk::training {

struct Control::Route
{
    const char *method;
    const char *path;   ///< KEY and ID stand for a part that the call gets
    const char *query;  ///< for the list of routes
    const char *forms;  ///< what the body may hold (memberforms.h); "*": the handler looks itself
    const char *effect;
    Outcome (Control::*run)(const Call &call);
};

namespace {

JsonValue done()
{
    return JsonValue::object({{u"ok"_s, true}});
}

std::unexpected<QString> refused(const QString &why)
{
    return std::unexpected(why);
}

HttpResponse bad(const QString &message)
{
    return errorResponse({400, u"E4001"_s, message, {}});
}

/// The part of a path that KEY or ID stands for, an empty text where none does; nothing where the path is another one.
std::optional<QString> matched(const QString &pattern, const QString &path)
{
    const QStringList wanted = pattern.split(u'/', Qt::SkipEmptyParts), given = path.split(u'/', Qt::SkipEmptyParts);
    if (wanted.size() != given.size())
        return {};
    QString part = u""_s;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i] == "KEY"_L1 || wanted[i] == "ID"_L1)
            part = given[i];
        else if (wanted[i] != given[i])
            return {};
    }
    return part;
}

} // namespace

const QList<Control::Route> &Control::routes()
{
    static const QList<Route> table{
        {"GET", "/", "", "", "this list", &Control::overview},
        {"POST", "/faults", "", "*", "one fault or a list; gives their ids", &Control::addFaults},
        {"GET", "/faults", "", "", "the faults that are switched on", &Control::listFaults},
        {"DELETE", "/faults", "", "", "all of them off", &Control::clearFaults},
        {"DELETE", "/faults/ID", "", "", "one of them off", &Control::removeFault},
        {"GET", "/journal", "?since=N", "", "every registration that took effect", &Control::listJournal},
        {"GET", "/requests", "?since=N", "", "every request, tokens as a hash", &Control::listRequests},
        {"GET", "/people", "", "", "who there is", &Control::listPeople},
        {"GET", "/people/KEY/stored", "", "", "all that a registration can have changed", &Control::storedOfPerson},
        {"PUT", "/people/KEY", "", "isRegistered:boolean hasExpiredCertificate:boolean isAnswerable:object",
         "changes what lies behind; isAnswerable: {id: bool}", &Control::changePerson},
        {"POST", "/people/KEY/edit", "", "!id:text answers:array answerStatusSeg:0|1|2", "the patient edits at home, now",
         &Control::editForm},
        {"POST", "/people/KEY/expire", "", "", "tokens of this person meet 401 E4011 from now on", &Control::expireTokens},
        {"POST", "/people/KEY/withdraw", "", "", "tokens of this person meet 403 E4031 from now on",
         &Control::withdrawConsent},
        {"POST", "/tokens", "", "!person:text scopes:scopes seconds:integer", "a token without the portal",
         &Control::issueToken},
        {"GET", "/tokens", "", "", "how many live", &Control::countTokens},
        {"DELETE", "/tokens", "", "", "401 E4011 for everybody", &Control::expireAllTokens},
        {"PUT", "/tokens/lifetime", "", "!seconds:integer", "of tokens to come", &Control::setLifetime},
        {"PUT", "/clock", "", "now:time", "the server's time runs on from there; {} is the real time", &Control::setClock},
        {"PUT", "/services", "", "planned:boolean stops:array", "stops: [{service, from, to, state, message}]",
         &Control::setServices},
        {"PUT", "/rate-limit", "", "requestsPerSecond:number burst:integer", "{} is none", &Control::setRateLimit},
        {"POST", "/reset", "", "", "everything as at the start", &Control::resetAll},
    };
    return table;
}

Control::Control(World &world, Portal &portal, Pmh &pmh, Municipality &municipality, Faults &faults, Exchange &exchange)
    : m_world(world)
    , m_portal(portal)
    , m_pmh(pmh)
    , m_municipality(municipality)
    , m_faults(faults)
    , m_exchange(exchange)
{
}

HttpAnswer Control::handle(const HttpRequest &request)
{
    Call call{{}, {}, request.query.queryItemValue(u"since"_s).toLongLong()};
    if (!request.body.trimmed().isEmpty()) {
        auto body = parseJson(request.body);
        if (!body)
            return {bad(body.error().detail), {}};
        call.body = std::move(*body);
    }
    bool isKnownPath = false;
    for (const Route &route : routes()) {
        const auto part = matched(QString::fromLatin1(route.path), request.path);
        if (!part)
            continue;
        isKnownPath = true;
        if (request.method != route.method)
            continue;
        const QByteArray forms(route.forms);
        if (forms != "*" && !call.body.isNull() && !call.body.isObject())
            return {bad(u"the body is not an object"_s), {}};
        if (const QString problem = forms == "*" ? QString() : problemOfForms(call.body, forms); !problem.isEmpty())
            return {bad(problem), {}};
        call.part = *part;
        const QByteArray path(route.path);
        const bool isUnknown = (path.contains("KEY") && !m_world.person(call.part))
            || (path.contains("ID") && !m_faults.contains(call.part.toInt()));
        if (isUnknown)
            return {errorResponse({404, u"E4041"_s, u"no such person or fault"_s, {}}), {}};
        Outcome outcome = (this->*route.run)(call);
        return {outcome ? HttpResponse::json(std::move(*outcome)) : bad(outcome.error()), {}};
    }
    return {isKnownPath ? wrongMethod() : unknownPath(), {}};
}

Control::Outcome Control::overview(const Call &)
{
    JsonValue list = JsonValue::array();
    for (const Route &route : routes()) {
        const QByteArray forms(route.forms);
        list.append(JsonValue::object(
            {{u"request"_s, QString::fromLatin1(QByteArray(route.method) + ' ' + route.path + route.query)},
             {u"members"_s, forms == "*" ? JsonValue::array() : formNames(forms)},
             {u"effect"_s, QString::fromLatin1(route.effect)}}));
    }
    return JsonValue::object({{u"routes"_s, list}, {u"faults"_s, Faults::description()}});
}

Control::Outcome Control::addFaults(const Call &call)
{
    const Faults::Added added = m_faults.add(call.body);
    if (!added.problem.isEmpty())
        return refused(added.problem);
    JsonValue ids = JsonValue::array();
    for (const int id : added.ids)
        ids.append(JsonValue(id));
    return JsonValue::object({{u"id"_s, added.ids.first()}, {u"ids"_s, ids}});
}

Control::Outcome Control::listFaults(const Call &)
{
    return m_faults.list();
}

Control::Outcome Control::clearFaults(const Call &)
{
    m_faults.clear();
    return done();
}

Control::Outcome Control::removeFault(const Call &call)
{
    m_faults.remove(call.part.toInt());
    return done();
}

Control::Outcome Control::listJournal(const Call &call)
{
    return m_world.journal(call.since);
}

Control::Outcome Control::listRequests(const Call &call)
{
    return m_exchange.requestLog(call.since);
}

Control::Outcome Control::listPeople(const Call &)
{
    JsonValue people = JsonValue::array();
    for (const Person &person : m_world.people()) {
        JsonValue questionnaires = JsonValue::array();
        for (const Questionnaire &questionnaire : person.resident.questionnaires)
            questionnaires.append(JsonValue(questionnaire.id));
        people.append(JsonValue::object({{u"key"_s, person.key()},
                                         {u"name"_s, person.resident.info.name},
                                         {u"description"_s, person.resident.info.description},
                                         {u"isRegistered"_s, person.resident.isRegistered},
                                         {u"hasExpiredCertificate"_s, person.resident.hasExpiredCertificate},
                                         {u"questionnaires"_s, questionnaires}}));
    }
    return people;
}

Control::Outcome Control::storedOfPerson(const Call &call)
{
    return m_world.person(call.part)->stored();
}

Control::Outcome Control::changePerson(const Call &call)
{
    Person &person = *m_world.person(call.part);
    const JsonValue &answerable = call.body["isAnswerable"_L1];
    for (const JsonMember &member : answerable.members()) {
        if (!person.form(member.name).questionnaire)
            return refused(u"isAnswerable: no such id"_s);
        if (!member.value.isBoolean())
            return refused(u"isAnswerable: not true or false"_s);
    }
    for (const JsonMember &member : answerable.members())
        person.form(member.name).questionnaire->isAnswerable = member.value.toBoolean();
    Resident &resident = person.resident;
    resident.isRegistered = flagOr(call.body["isRegistered"_L1], resident.isRegistered);
    resident.hasExpiredCertificate = flagOr(call.body["hasExpiredCertificate"_L1], resident.hasExpiredCertificate);
    return done();
}

Control::Outcome Control::editForm(const Call &call)
{
    Person &person = *m_world.person(call.part);
    const Person::FoundForm found = person.form(call.body["id"_L1].toString());
    if (!found.form)
        return refused(u"id: no such id for this person"_s);
    const auto problem = problemOfAnswers(call.body["answers"_L1], !found.questionnaire, u"answers"_s);
    if (problem)
        return refused(problem->place + ": "_L1 + problem->text);
    (void)editAtHome(m_world, person, call.body);
    return done();
}

Control::Outcome Control::expireTokens(const Call &call)
{
    m_world.expireTokens(m_world.person(call.part));
    return done();
}

Control::Outcome Control::withdrawConsent(const Call &call)
{
    m_world.withdraw(*m_world.person(call.part));
    return done();
}

Control::Outcome Control::issueToken(const Call &call)
{
    const Person *person = m_world.person(call.body["person"_L1].toString());
    if (!person)
        return refused(u"person: unknown"_s);
    const int seconds = intOr(call.body["seconds"_L1], m_world.tokenLifetime());
    const QString token = QString::fromLatin1(m_world.issueToken(*person, scopesOf(call.body["scopes"_L1]), seconds));
    return JsonValue::object({{u"token"_s, token},
                              {u"access_token"_s, token},
                              {u"token_type"_s, u"Bearer"_s},
                              {u"expires_in"_s, seconds}});
}

Control::Outcome Control::countTokens(const Call &)
{
    return JsonValue::object({{u"live"_s, m_world.liveTokens()}});
}

Control::Outcome Control::expireAllTokens(const Call &)
{
    m_world.expireTokens(nullptr);
    return done();
}

Control::Outcome Control::setLifetime(const Call &call)
{
    m_world.setTokenLifetime(intOr(call.body["seconds"_L1], m_world.tokenLifetime()));
    return done();
}

Control::Outcome Control::setClock(const Call &call)
{
    const QDateTime now = timeOf(call.body["now"_L1]);
    m_world.setClock(now.isValid() ? std::optional(now) : std::nullopt);
    return done();
}

Control::Outcome Control::setServices(const Call &call)
{
    QList<Stop> stops;
    for (const JsonValue &given : call.body["stops"_L1].items()) {
        const QString problem = given.isObject()
            ? problemOfForms(given, "!service:portal|pmh|eligibility|information-network|insurer-server from:time to:time "
                                    "state:maintenance|down message:text")
            : u"not an object"_s;
        if (!problem.isEmpty())
            return refused(u"stops[%1].%2"_s.arg(stops.size()).arg(problem));
        stops.append({given["service"_L1].toString(), timeOf(given["from"_L1]), timeOf(given["to"_L1]),
                      textOr(given["state"_L1], u"maintenance"_s), given["message"_L1].toString()});
    }
    m_world.setPlannedStops(call.body["planned"_L1].toBoolean());
    m_world.setStops(stops);
    return done();
}

Control::Outcome Control::setRateLimit(const Call &call)
{
    const double rate = realOr(call.body["requestsPerSecond"_L1], 0);
    m_pmh.setRateLimit(rate, intOr(call.body["burst"_L1], qMax(1, static_cast<int>(rate))));
    return done();
}

Control::Outcome Control::resetAll(const Call &)
{
    m_world.reset();
    m_portal.reset();
    m_municipality.reset();
    m_faults.clear();
    m_exchange.reset();
    m_pmh.setRateLimit(0, 1);
    return done();
}

} // namespace uk::training
