// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/exchange.h"

#include "app/training/faultanswers.h"
#include "app/training/jsonor.h"
#include "app/training/registering.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace uk::training {

/// Faults of one request, found by kind and moment.
struct Exchange::Met
{
    QList<JsonValue> all;

    [[nodiscard]] const JsonValue *find(QLatin1StringView kind, QLatin1StringView member = {}, QLatin1StringView value = {},
                                        QLatin1StringView byDefault = {}) const
    {
        for (const JsonValue &fault : all) {
            if (fault["kind"_L1] == kind && (member.isEmpty() || textOr(fault[member], byDefault) == value))
                return &fault;
        }
        return nullptr;
    }
};

namespace {

QString hashed(const QByteArray &secret)
{
    return QString::fromLatin1(QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

Exchange::Exchange(World &world, Portal &portal, Pmh &pmh, Municipality &municipality, Faults &faults,
                   const WireNames &names)
    : m_world(world)
    , m_portal(portal)
    , m_pmh(pmh)
    , m_municipality(municipality)
    , m_faults(faults)
    , m_names(names)
{
}

void Exchange::reset()
{
    m_pending.clear();
    m_log = JsonValue::array();
}

HttpAnswer Exchange::handle(const HttpRequest &request)
{
    const qint64 number = ++m_number;
    const Person *person = m_world.personOfToken(request.bearerToken());
    const FaultTarget target{request.path, m_pmh.processTypeOf(request), person ? person->key() : QString()};
    const Met met{m_faults.meet(target)};
    const Delivery delivery = deliveryOf(met.all);
    HttpResponse response;
    if (auto before = otherAnswerAt(met.all, "before"_L1))
        response = std::move(*before);
    else if (met.find("drop_before"_L1) || met.find("reset"_L1, "at"_L1, "before"_L1, "before"_L1))
        response.status = 0; // nothing took effect and nothing is said
    else
        response = process(request, target, met, number);
    if (auto after = otherAnswerAt(met.all, "after"_L1))
        response = std::move(*after);
    const bool isSilent = delivery.ending == Delivery::Ending::Close || delivery.ending == Delivery::Ending::Reset;
    log(request, target, isSilent ? 0 : response.status, met.all);
    return {named(spoiledResponse(response, met.all)), delivery};
}

HttpResponse Exchange::process(const HttpRequest &request, const FaultTarget &target, const Met &met, qint64 number)
{
    const bool isRegistration = target.processType.startsWith("Register"_L1);
    if (const JsonValue *edit = met.find("patient_edits"_L1, "when"_L1, "before_commit"_L1, "after_inquiry"_L1))
        editStored(*edit, target, request);
    HttpResponse response;
    if (const JsonValue *async = met.find("async202"_L1))
        response = accept(request, *async, number);
    else
        response = dispatch(request, u"client"_s, number);
    if (met.find("duplicate_request"_L1))
        response = dispatch(request, u"duplicate"_s, number);
    const JsonValue *late = isRegistration ? met.find("patient_edits"_L1, "when"_L1, "after_commit"_L1, "after_inquiry"_L1)
                                           : met.find("patient_edits"_L1, "when"_L1, "after_inquiry"_L1, "after_inquiry"_L1);
    if (late)
        editStored(*late, target, request);
    if (const JsonValue *other = met.find("other_person"_L1))
        response = asOtherPerson(request, target, response, *other);
    return response;
}

HttpResponse Exchange::dispatch(const HttpRequest &request, const QString &origin, qint64 number)
{
    if (request.path == "/pmh/result"_L1)
        return poll(request);
    if (request.path.startsWith("/pmh/"_L1))
        return m_pmh.handle(request, origin, number);
    if (request.path.startsWith("/portal/"_L1)) {
        m_portal.setCallbackChange([this, path = request.path](QUrlQuery &query) {
            const QList<JsonValue> callbacks = m_faults.meetCallback(path);
            for (const JsonValue &fault : callbacks) {
                for (const JsonValue &name : fault["remove"_L1].items())
                    query.removeAllQueryItems(name.toString());
                for (const JsonMember &item : fault["set"_L1].members()) {
                    query.removeAllQueryItems(item.name);
                    query.addQueryItem(item.name, QString::fromLatin1(QUrl::toPercentEncoding(item.value.toString())));
                }
            }
        });
        return m_portal.handle(request);
    }
    if (request.path.startsWith("/municipality/"_L1))
        return m_municipality.handle(request);
    return unknownPath();
}

void Exchange::editStored(const JsonValue &fault, const FaultTarget &target, const HttpRequest &request)
{
    Person *person = m_world.person(target.person);
    if (!person)
        return;
    JsonValue edit = JsonValue::object();
    for (const QString &member : {u"id"_s, u"answers"_s, u"answerStatusSeg"_s}) {
        if (const JsonValue *given = fault.find(member))
            edit.set(member, *given);
    }
    if (!edit.contains(u"id"_s)) {
        // Without an id the edit meets the form that the request is about.
        const auto body = parseJson(request.body);
        const JsonValue canonical = m_names.fromWire(target.processType, body.value_or(JsonValue()));
        edit.set(u"id"_s, formOfRequest(*person, target.processType, canonical));
    }
    // An id that this person does not have leaves everything as it is.
    (void)editAtHome(m_world, *person, edit);
}

HttpResponse Exchange::asOtherPerson(const HttpRequest &request, const FaultTarget &target, HttpResponse response,
                                     const JsonValue &fault)
{
    Person *other = m_world.person(fault["other"_L1].toString());
    if (!other || response.status != 200)
        return response;
    if (fault["part"_L1].toString() != "all"_L1) {
        if (response.content.contains(u"basicFiveInfo"_s))
            response.content.set(u"basicFiveInfo"_s, other->basicFiveInfo());
        return response;
    }
    const Token *token = m_world.token(request.bearerToken());
    const ProcessType *type = processType(target.processType);
    const auto wire = parseJson(request.body);
    if (!token || !type || !wire || !target.processType.startsWith("Inquire"_L1))
        return response;
    JsonValue canonical = m_names.fromWire(QString::fromLatin1(type->name), *wire);
    canonical.set(u"processType"_s, QString::fromLatin1(type->name));
    // An id that this person does not have gives way to the first of their own.
    if (const QString key = QString::fromLatin1(type->key); canonical.contains(key)) {
        const QStringList own = other->keys(key);
        if (!own.isEmpty() && !own.contains(canonical[key].toString()))
            canonical.set(key, own.first());
    }
    if (auto result = type->run({m_world, *other, canonical, u"client"_s, 0, *type}))
        response.content = std::move(*result);
    return response;
}

HttpResponse Exchange::named(HttpResponse response) const
{
    if (response.schema.isEmpty() || !response.content.isObject())
        return response;
    if (const JsonValue type = response.content["processType"_L1]; type.isString())
        response.content.set(u"processType"_s, m_names.processTypeToWire(type.toString()));
    response.content = m_names.toWire(response.schema, response.content);
    return response;
}

void Exchange::log(const HttpRequest &request, const FaultTarget &target, int status, const QList<JsonValue> &met)
{
    if (!m_keepsLog)
        return;
    JsonValue kinds = JsonValue::array();
    for (const JsonValue &fault : met)
        kinds.append(fault["kind"_L1]);
    // Of the portal's forms and the municipality's people nothing is kept: they hold codes, tokens and My Numbers.
    const bool isKept = request.path.startsWith("/pmh/"_L1);
    JsonValue entry = JsonValue::object({{u"number"_s, m_number},
                                         {u"processType"_s, target.processType},
                                         {u"path"_s, target.path},
                                         {u"method"_s, QString::fromLatin1(request.method)},
                                         {u"status"_s, status},
                                         {u"faults"_s, kinds},
                                         {u"person"_s, target.person},
                                         {u"body"_s, isKept ? parseJson(request.body).value_or(JsonValue()) : JsonValue()}});
    if (const QByteArray token = request.bearerToken(); !token.isEmpty())
        entry.set(u"token"_s, hashed(token));
    m_log.append(entry);
}

JsonValue Exchange::requestLog(qint64 since) const
{
    return entriesAfter(m_log, since);
}

} // namespace uk::training
