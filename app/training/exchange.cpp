// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/exchange.h"

#include "app/training/faultbody.h"
#include "app/training/registering.h"
#include "app/training/strictjson.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace uk::training {

/// Faults of one request, found by kind and moment.
struct Exchange::Met
{
    QList<QJsonObject> all;

    [[nodiscard]] const QJsonObject *find(QLatin1StringView kind, QLatin1StringView member = {}, QLatin1StringView value = {},
                                          QLatin1StringView byDefault = {}) const
    {
        for (const QJsonObject &fault : all) {
            if (fault["kind"_L1] == kind && (member.isEmpty() || fault[member].toString(byDefault) == value))
                return &fault;
        }
        return nullptr;
    }
};

namespace {

HttpResponse otherAnswer(const QJsonObject &fault)
{
    const QString kind = fault["kind"_L1].toString();
    HttpResponse response;
    if (kind == "html"_L1) {
        response = HttpResponse::html(fault["text"_L1].toString(u"<!DOCTYPE html><title>502</title><h1>Bad Gateway</h1>"_s),
                                      fault["status"_L1].toInt(200));
    } else if (kind == "body"_L1) {
        response = {fault["status"_L1].toInt(200), "application/json", {}, fault["text"_L1].toString().toUtf8()};
    } else {
        const int status = fault["status"_L1].toInt(500);
        response = errorResponse({status, fault["code"_L1].toString(u"E5001"_s),
                                  fault["message"_L1].toString(u"fault of the training server"_s), {}});
        response.schema = u"Error"_s;
    }
    if (fault.contains("retryAfter"_L1))
        response.headers.emplaceBack("Retry-After", fault["retryAfter"_L1].toVariant().toByteArray());
    return response;
}

const QJsonObject *otherAnswerAt(const QList<QJsonObject> &met, const QString &moment)
{
    for (const QJsonObject &fault : met) {
        const QString kind = fault["kind"_L1].toString();
        const bool isOther = kind == "html"_L1 || kind == "body"_L1 || kind == "status"_L1;
        if (isOther && fault["at"_L1].toString(u"before"_s) == moment)
            return &fault;
    }
    return nullptr;
}

Delivery deliveryOf(const QList<QJsonObject> &met)
{
    Delivery delivery;
    for (const QJsonObject &fault : met) {
        const QString kind = fault["kind"_L1].toString();
        if (kind == "delay"_L1)
            delivery.delayMs += fault["ms"_L1].toInt(1000);
        else if (kind == "slow"_L1)
            delivery.bytesPerSecond = qMax(1, fault["bytesPerSecond"_L1].toInt(100));
        else if (kind == "drop_before"_L1 || kind == "drop_after_commit"_L1)
            delivery.ending = Delivery::Ending::Close;
        else if (kind == "reset"_L1)
            delivery.ending = fault["at"_L1].toString() == "body"_L1 ? Delivery::Ending::ResetInBody : Delivery::Ending::Reset;
        else if (kind == "truncate"_L1)
            delivery.ending = Delivery::Ending::Truncate;
        else if (kind == "duplicate_response"_L1)
            delivery.isTwice = true;
        if (fault.contains("share"_L1) && kind == "truncate"_L1)
            delivery.share = fault["share"_L1].toDouble(0.5);
    }
    return delivery;
}

HttpResponse spoiledResponse(HttpResponse response, const QList<QJsonObject> &met)
{
    static const QStringList kinds{u"wrong_type"_s, u"unknown_codes"_s, u"extra_members"_s, u"missing_members"_s, u"nulls"_s};
    for (const QJsonObject &fault : met) {
        const QJsonDocument document = QJsonDocument::fromJson(response.body);
        if (!kinds.contains(fault["kind"_L1].toString()) || !document.isObject())
            continue;
        response.body = QJsonDocument(spoiled(document.object(), response.schema, fault)).toJson(QJsonDocument::Compact);
    }
    return response;
}

template<class Forms>
QStringList idsOf(const Forms &forms)
{
    QStringList ids;
    for (const auto &form : forms)
        ids.append(form.id);
    return ids;
}

/// What a person has behind a request's key member.
QStringList keysOf(const Person &person, const QString &keyMember)
{
    const Resident &resident = person.resident;
    if (keyMember == "questionnaireManagementId"_L1)
        return idsOf(resident.questionnaires);
    if (keyMember == "vaccinationScheduleId"_L1)
        return resident.certificates.keys();
    if (keyMember == "pregnancyId"_L1)
        return idsOf(resident.prenatalMchbooks);
    if (keyMember == "childCheckupId"_L1)
        return idsOf(resident.childQuestionnaires);
    QStringList segments;
    for (const QJsonValue &ledger : resident.ledgers)
        segments.append(ledger[keyMember].toString());
    return segments;
}

QString hashed(const QByteArray &secret)
{
    return QString::fromLatin1(QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

Exchange::Exchange(World &world, Portal &portal, Pmh &pmh, Faults &faults, const WireNames &names)
    : m_world(world)
    , m_portal(portal)
    , m_pmh(pmh)
    , m_faults(faults)
    , m_names(names)
{
}

void Exchange::reset()
{
    m_pending.clear();
    m_log = {};
}

HttpAnswer Exchange::handle(const HttpRequest &request)
{
    const qint64 number = ++m_number;
    const Person *person = m_world.personOfToken(request.bearerToken());
    const FaultTarget target{request.path, m_pmh.processTypeOf(request), person ? person->key() : QString()};
    const Met met{m_faults.meet(target)};
    const Delivery delivery = deliveryOf(met.all);
    HttpResponse response;
    if (const QJsonObject *other = otherAnswerAt(met.all, u"before"_s))
        response = otherAnswer(*other);
    else if (met.find("drop_before"_L1) || met.find("reset"_L1, "at"_L1, "before"_L1, "before"_L1))
        response.status = 0; // nothing took effect and nothing is said
    else
        response = process(request, target, met, number);
    if (const QJsonObject *other = otherAnswerAt(met.all, u"after"_s))
        response = otherAnswer(*other);
    const bool isSilent = delivery.ending == Delivery::Ending::Close || delivery.ending == Delivery::Ending::Reset;
    log(request, target, isSilent ? 0 : response.status, met.all);
    return {named(spoiledResponse(response, met.all)), delivery};
}

HttpResponse Exchange::process(const HttpRequest &request, const FaultTarget &target, const Met &met, qint64 number)
{
    const bool isRegistration = target.processType.startsWith("Register"_L1);
    if (const QJsonObject *edit = met.find("patient_edits"_L1, "when"_L1, "before_commit"_L1, "after_inquiry"_L1))
        editStored(*edit, target, request);
    HttpResponse response;
    if (const QJsonObject *async = met.find("async202"_L1))
        response = accept(request, *async, number);
    else
        response = dispatch(request, u"client"_s, number);
    if (met.find("duplicate_request"_L1))
        response = dispatch(request, u"duplicate"_s, number);
    const QJsonObject *late = isRegistration ? met.find("patient_edits"_L1, "when"_L1, "after_commit"_L1, "after_inquiry"_L1)
                                             : met.find("patient_edits"_L1, "when"_L1, "after_inquiry"_L1, "after_inquiry"_L1);
    if (late)
        editStored(*late, target, request);
    if (const QJsonObject *other = met.find("other_person"_L1))
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
            const QList<QJsonObject> callbacks = m_faults.meetCallback(path);
            for (const QJsonObject &fault : callbacks) {
                const QJsonArray removed = fault["remove"_L1].toArray();
                for (const QJsonValue &name : removed)
                    query.removeAllQueryItems(name.toString());
                const QJsonObject set = fault["set"_L1].toObject();
                for (auto it = set.begin(); it != set.end(); ++it) {
                    query.removeAllQueryItems(it.key());
                    query.addQueryItem(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(it.value().toString())));
                }
            }
        });
        return m_portal.handle(request);
    }
    return unknownPath();
}

void Exchange::editStored(const QJsonObject &fault, const FaultTarget &target, const HttpRequest &request)
{
    Person *person = m_world.person(target.person);
    if (!person)
        return;
    QJsonObject edit = fault;
    if (!edit.contains("id"_L1)) {
        // Without an id the edit meets the form that the request is about.
        const auto body = readStrictJson(request.body);
        const QJsonObject canonical = m_names.fromWire(target.processType, body.value_or(QJsonValue()).toObject());
        edit.insert(u"id"_s, formOfRequest(*person, target.processType, canonical));
    }
    for (const QString &member : {u"kind"_s, u"when"_s, u"processType"_s, u"path"_s, u"person"_s, u"skip"_s, u"count"_s, u"probability"_s})
        edit.remove(member);
    // An id that this person does not have leaves everything as it is.
    (void)editAtHome(m_world, *person, edit);
}

HttpResponse Exchange::asOtherPerson(const HttpRequest &request, const FaultTarget &target, HttpResponse response,
                                     const QJsonObject &fault)
{
    Person *other = m_world.person(fault["other"_L1].toString());
    QJsonObject body = QJsonDocument::fromJson(response.body).object();
    if (!other || response.status != 200)
        return response;
    if (fault["part"_L1].toString() != "all"_L1) {
        if (body.contains("basicFiveInfo"_L1)) {
            body.insert(u"basicFiveInfo"_s, other->basicFiveInfo());
            response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        }
        return response;
    }
    const Token *token = m_world.token(request.bearerToken());
    const ProcessType *type = processType(target.processType);
    const auto wire = readStrictJson(request.body);
    if (!token || !type || !wire || !target.processType.startsWith("Inquire"_L1))
        return response;
    QJsonObject canonical = m_names.fromWire(QString::fromLatin1(type->name), wire->toObject());
    canonical.insert(u"processType"_s, QString::fromLatin1(type->name));
    // An id that this person does not have gives way to the first of their own.
    if (const QString key = QString::fromLatin1(type->key); canonical.contains(key)) {
        const QStringList own = keysOf(*other, key);
        if (!own.isEmpty() && !own.contains(canonical.value(key).toString()))
            canonical.insert(key, own.first());
    }
    if (const auto result = type->run({m_world, *other, canonical, u"client"_s, 0, *type})) {
        const QString schema = response.schema;
        response = HttpResponse::json(*result);
        response.schema = schema;
    }
    return response;
}

HttpResponse Exchange::named(HttpResponse response) const
{
    const QJsonDocument document = response.schema.isEmpty() ? QJsonDocument() : QJsonDocument::fromJson(response.body);
    if (document.isObject()) {
        QJsonObject body = document.object();
        if (const QJsonValue type = body.value("processType"_L1); type.isString())
            body.insert("processType"_L1, m_names.processTypeToWire(type.toString()));
        response.body = QJsonDocument(m_names.toWire(response.schema, body)).toJson(QJsonDocument::Compact);
    }
    return response;
}

void Exchange::log(const HttpRequest &request, const FaultTarget &target, int status, const QList<QJsonObject> &met)
{
    if (!m_keepsLog)
        return;
    QJsonArray kinds;
    for (const QJsonObject &fault : met)
        kinds.append(fault["kind"_L1]);
    // Of the portal's forms nothing is kept: they hold codes and tokens.
    const auto body = request.path.startsWith("/pmh/"_L1) ? readStrictJson(request.body) : Result<QJsonValue>(QJsonValue::Null);
    QJsonObject entry{{u"number"_s, m_number},     {u"processType"_s, target.processType},
                      {u"path"_s, target.path},    {u"method"_s, QString::fromLatin1(request.method)},
                      {u"status"_s, status},       {u"faults"_s, kinds},
                      {u"person"_s, target.person}, {u"body"_s, body ? *body : QJsonValue(QJsonValue::Null)}};
    if (const QByteArray token = request.bearerToken(); !token.isEmpty())
        entry.insert(u"token"_s, hashed(token));
    m_log.append(entry);
}

QJsonArray Exchange::requestLog(qint64 since) const
{
    QJsonArray result;
    for (const QJsonValue &entry : m_log) {
        if (entry["number"_L1].toInteger() > since)
            result.append(entry);
    }
    return result;
}

} // namespace uk::training
