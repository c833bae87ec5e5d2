// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/pmh.h"

#include "app/training/requestschema.h"
#include "app/base/json.h"

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

std::unexpected<PmhError> refuse(int status, const QString &code, const QString &message, const QString &place = {})
{
    return std::unexpected(PmhError{status, code, message, place});
}

} // namespace

QString areaOfPath(const QString &path)
{
    static const QHash<QString, QString> areas{{u"/pmh/vaccination/v4"_s, u"vaccination"_s},
                                               {u"/pmh/maternal-child/v3"_s, u"maternal-child"_s},
                                               {u"/pmh/medical-subsidy/v3"_s, u"medical-subsidy"_s}};
    return areas.value(path);
}

Pmh::Pmh(World &world, const WireNames &names)
    : m_world(world)
    , m_names(names)
{
    m_steady.start();
}

void Pmh::setRateLimit(double requestsPerSecond, int burst)
{
    m_requestsPerSecond = requestsPerSecond;
    m_burst = m_credit = qMax(1, burst);
    m_creditAt = m_steady.elapsed();
}

bool Pmh::takesRate()
{
    if (m_requestsPerSecond <= 0)
        return true;
    const qint64 now = m_steady.elapsed();
    m_credit = qMin(m_burst, m_credit + static_cast<double>(now - m_creditAt) / 1000.0 * m_requestsPerSecond);
    m_creditAt = now;
    if (m_credit < 1)
        return false;
    m_credit -= 1;
    return true;
}

std::optional<PmhError> Pmh::problemOfAccess(const HttpRequest &request)
{
    if (!takesRate())
        return PmhError{429, u"E4291"_s, u"too many requests"_s, {}};
    if (m_world.stopOf(u"pmh"_s))
        return PmhError{503, u"E5031"_s, u"maintenance"_s, {}};
    const Token *token = m_world.token(request.bearerToken());
    if (!token || token->expires <= m_world.nowUtc())
        return PmhError{401, u"E4011"_s, u"token missing, unknown or expired"_s, {}};
    if (token->isWithdrawn)
        return PmhError{403, u"E4031"_s, u"consent withdrawn"_s, {}};
    const Person *person = m_world.personOfToken(request.bearerToken());
    if (!person || !person->resident.isRegistered)
        return PmhError{403, u"E4033"_s, u"user registration missing"_s, {}};
    if (const QString area = areaOfPath(request.path); !area.isEmpty() && !token->scopes.contains(area))
        return PmhError{403, u"E4032"_s, u"scope not consented"_s, {}};
    return {};
}

std::expected<JsonValue, PmhError> Pmh::readBody(const HttpRequest &request) const
{
    UK_TRY(JsonValue body, readJsonBody(request));
    if (!body.isObject())
        return refuse(400, u"E4001"_s, u"the body is not a JSON object"_s);
    return body;
}

QString Pmh::processTypeOf(const HttpRequest &request) const
{
    if (areaOfPath(request.path).isEmpty())
        return {};
    const auto value = parseJson(request.body);
    if (!value)
        return {};
    const JsonValue &body = *value;
    return m_names.processTypeFromWire(body[m_names.memberToWire(u"Request"_s, u"processType"_s)].toString());
}

PmhResult Pmh::process(const HttpRequest &request, const QString &area, const QString &origin, qint64 number,
                       QString &schema)
{
    if (auto problem = problemOfAccess(request))
        return std::unexpected(*problem);
    UK_TRY(const JsonValue wire, readBody(request));
    const JsonValue named = wire[m_names.memberToWire(u"Request"_s, u"processType"_s)];
    if (!named.isString())
        return refuse(400, u"E4001"_s, u"missing or not a string"_s, u"processType"_s);
    const ProcessType *type = processType(m_names.processTypeFromWire(named.toString()));
    if (!type || area != QLatin1StringView(type->area))
        return refuse(400, u"E4002"_s, u"unknown process type at this address"_s, u"processType"_s);
    schema = QString::fromLatin1(type->name);
    JsonValue canonical = m_names.fromWire(schema, wire);
    canonical.set(u"processType"_s, schema);
    if (const auto problem = problemOfRequest(*type, canonical))
        return refuse(400, u"E4001"_s, problem->text, problem->place);
    UK_TRY(JsonValue result, type->run({m_world, *m_world.personOfToken(request.bearerToken()), canonical, origin, number, *type}));
    schema = QString::fromLatin1(type->result);
    return result;
}

HttpResponse Pmh::refused(const PmhError &error, const QString &schema) const
{
    PmhError wire = error;
    if (!schema.isEmpty() && !wire.place.isEmpty())
        wire.place = m_names.placeToWire(schema, wire.place);
    HttpResponse response = errorResponse(wire);
    response.schema = u"Error"_s;
    if (error.status == 429)
        response.headers.emplaceBack("Retry-After", "1");
    if (const auto stop = m_world.stopOf(u"pmh"_s); error.status == 503 && stop && stop->to.isValid())
        response.headers.emplaceBack("Retry-After", QByteArray::number(qMax(qint64(1), m_world.nowUtc().secsTo(stop->to))));
    if (error.status == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return response;
}

HttpResponse Pmh::handle(const HttpRequest &request, const QString &origin, qint64 number)
{
    const QString area = areaOfPath(request.path);
    if (area.isEmpty())
        return refused({404, u"E4041"_s, u"no such path"_s, {}});
    if (request.method != "POST")
        return refused({405, u"E4051"_s, u"method not allowed"_s, {}});
    QString schema = u"Request"_s;
    const PmhResult result = process(request, area, origin, number, schema);
    if (!result)
        return refused(result.error(), schema);
    HttpResponse response = HttpResponse::json(*result);
    response.schema = schema;
    response.headers.emplaceBack("Cache-Control", "no-store");
    return response;
}

} // namespace uk::training
