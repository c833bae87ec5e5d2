// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// Requests that are answered 202 and fetched at /pmh/result (rules 9 and 21).
#include "app/training/exchange.h"

#include "app/training/jsonor.h"

using namespace Qt::StringLiterals;

namespace uk::training {

HttpResponse Exchange::accept(const HttpRequest &request, const JsonValue &fault, qint64 number)
{
    // What is refused at the door is refused at once; only good tokens get a process id.
    if (const auto problem = m_pmh.problemOfAccess(request))
        return m_pmh.refused(*problem);
    constexpr int keptSeconds = 300;
    const JsonValue expires = fault["expires"_L1];
    Pending pending{request.bearerToken(), request, {}, intOr(fault["polls"_L1], 1),
                    QByteArray::number(intOr(fault["retryAfter"_L1], 1)),
                    m_world.nowUtc().addSecs(expires.toBoolean() ? 0 : intOr(expires, keptSeconds)), number};
    if (textOr(fault["commit"_L1], u"at_once"_s) == "at_once"_L1)
        pending.response = dispatch(request, u"client"_s, number);
    m_pending.removeIf([now = m_world.nowUtc()](const auto &entry) { return entry.value().expires <= now; });
    const QString id = QString::fromLatin1(randomId());
    HttpResponse response = HttpResponse::json({{u"processId"_s, id}}, 202);
    response.schema = u"Accepted"_s;
    response.headers.emplaceBack("Retry-After", pending.retryAfter);
    m_pending.insert(id, pending);
    return response;
}

HttpResponse Exchange::poll(const HttpRequest &request)
{
    if (request.method != "POST")
        return m_pmh.refused({405, u"E4051"_s, u"method not allowed"_s, {}});
    if (const auto problem = m_pmh.problemOfAccess(request))
        return m_pmh.refused(*problem);
    const auto body = m_pmh.readBody(request);
    if (!body)
        return m_pmh.refused(body.error());
    const QString schema = u"Result"_s;
    const QString id = m_names.fromWire(schema, *body)["processId"_L1].toString();
    if (id.isEmpty())
        return m_pmh.refused({400, u"E4001"_s, u"missing or not a string"_s, u"processId"_s}, schema);
    const auto found = m_pending.find(id);
    if (found == m_pending.end() || found->token != request.bearerToken() || found->expires <= m_world.nowUtc())
        return m_pmh.refused({404, u"E4041"_s, u"unknown or expired"_s, u"processId"_s}, schema);
    if (found->pollsLeft > 0) {
        --found->pollsLeft;
        HttpResponse response = HttpResponse::json({{u"processId"_s, id}}, 202);
        response.schema = u"Accepted"_s;
        response.headers.emplaceBack("Retry-After", found->retryAfter);
        return response;
    }
    if (!found->response)
        found->response = dispatch(found->request, u"client"_s, found->number);
    return *found->response;
}

} // namespace uk::training
