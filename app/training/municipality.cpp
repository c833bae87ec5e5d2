// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/municipality.h"

#include "app/training/subsidytarget.h"

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

const QString batchPath = u"/municipality/medical-subsidies-target-persons"_s;
const QString historyPath = u"/municipality/registration-history"_s;

std::unexpected<PmhError> refuse(int status, const QString &code, const QString &message, const QString &place = {})
{
    return std::unexpected(PmhError{status, code, message, place});
}

} // namespace

Municipality::Municipality(World &world, QString token)
    : m_world(world)
    , m_token(std::move(token))
{
}

void Municipality::reset()
{
    m_histories.clear();
    m_newPeople = 0;
}

HttpResponse Municipality::handle(const HttpRequest &request)
{
    const bool isBatch = request.path == batchPath;
    if (!isBatch && request.path != historyPath)
        return unknownPath();
    if (request.method != (isBatch ? "POST" : "GET"))
        return wrongMethod();
    if (const auto problem = problemOfAccess(request))
        return errorResponse(*problem);
    Outcome outcome = isBatch ? takeBatch(request) : history(request);
    return outcome ? HttpResponse::json(std::move(*outcome)) : errorResponse(outcome.error());
}

std::optional<PmhError> Municipality::problemOfAccess(const HttpRequest &request) const
{
    if (m_world.stopOf(u"pmh"_s))
        return PmhError{503, u"E5031"_s, u"maintenance"_s, {}};
    if (request.bearerToken() != m_token.toUtf8())
        return PmhError{401, u"E4011"_s, u"token missing or unknown"_s, {}};
    return {};
}

Municipality::Outcome Municipality::takeBatch(const HttpRequest &request)
{
    UK_TRY(const JsonValue batch, readJsonBody(request));
    if (!batch.isArray())
        return refuse(400, u"E4001"_s, u"the body is not an array"_s);
    for (qsizetype i = 0; i < batch.size(); ++i) {
        if (const auto problem = schemaProblemOfTarget(batch[i]))
            return refuse(400, u"E4001"_s, problem->text, u"[%1]%2%3"_s.arg(i).arg(problem->place.isEmpty() ? u""_s : u"."_s, problem->place));
    }
    JsonValue errors = JsonValue::array();
    for (qsizetype i = 0; i < batch.size(); ++i) {
        if (const auto problem = contentProblemOfTarget(batch[i])) {
            errors.append(JsonValue::object({{u"index"_s, i}, {u"code"_s, u"E4003"_s},
                                             {u"message"_s, problem->place + ": "_L1 + problem->text}}));
        }
    }
    // One batch is one registration: where something in it is wrong, all of it stays outside.
    if (errors.isEmpty()) {
        for (const JsonValue &target : batch.items())
            take(target);
    }
    const QString serial = QString::fromLatin1(randomId());
    m_histories.insert(serial, JsonValue::object({{u"serialNumber"_s, serial},
                                                  {u"state"_s, errors.isEmpty() ? u"processed"_s : u"rejected"_s},
                                                  {u"errors"_s, errors}}));
    return JsonValue::object({{u"serialNumber"_s, serial}});
}

Municipality::Outcome Municipality::history(const HttpRequest &request) const
{
    if (!request.query.hasQueryItem(u"serialNumber"_s))
        return refuse(400, u"E4001"_s, u"missing"_s, u"serialNumber"_s);
    const auto found = m_histories.constFind(request.query.queryItemValue(u"serialNumber"_s, QUrl::FullyDecoded));
    if (found == m_histories.constEnd())
        return refuse(404, u"E4041"_s, u"unknown"_s, u"serialNumber"_s);
    return *found;
}

void Municipality::take(const JsonValue &target)
{
    const QString myNumber = target["myNumber"_L1].toString();
    Person *person = m_world.personOfMyNumber(myNumber);
    if (!person)
        person = &m_world.addPerson(residentOfTarget(target, u"m%1"_s.arg(++m_newPeople)));
    // What PMH knows besides the municipality, such as the ledger, stays with a certificate that is sent again.
    JsonValue certificates = JsonValue::array();
    bool isReplaced = false;
    for (const JsonValue &held : person->resident.subsidyCertificates.items()) {
        const bool isSame = isCertificateOfTarget(held, target);
        certificates.append(isSame ? certificateOfTarget(target, held) : held);
        isReplaced = isReplaced || isSame;
    }
    if (!isReplaced)
        certificates.append(certificateOfTarget(target, JsonValue::object()));
    person->resident.subsidyCertificates = certificates;
}

} // namespace uk::training
