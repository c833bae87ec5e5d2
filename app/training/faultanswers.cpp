// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/faultanswers.h"

#include "app/training/faultbody.h"
#include "app/training/jsonor.h"
#include "app/training/pmherror.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

HttpResponse otherAnswer(const JsonValue &fault)
{
    const QString kind = fault["kind"_L1].toString();
    HttpResponse response;
    if (kind == "html"_L1) {
        response = HttpResponse::html(textOr(fault["text"_L1], u"<!DOCTYPE html><title>502</title><h1>Bad Gateway</h1>"_s),
                                      intOr(fault["status"_L1], 200));
    } else if (kind == "body"_L1) {
        response = {intOr(fault["status"_L1], 200), "application/json", {}, fault["text"_L1].utf8()};
    } else {
        const int status = intOr(fault["status"_L1], 500);
        response = errorResponse({status, textOr(fault["code"_L1], u"E5001"_s),
                                  textOr(fault["message"_L1], u"fault of the training server"_s), {}});
        response.schema = u"Error"_s;
    }
    // A number of seconds, or any text to see what a client makes of it.
    if (const JsonValue &after = fault["retryAfter"_L1]; !after.isNull())
        response.headers.emplaceBack("Retry-After", after.isString() ? after.utf8() : after.numberText());
    return response;
}

} // namespace

std::optional<HttpResponse> otherAnswerAt(const QList<JsonValue> &met, QLatin1StringView moment)
{
    for (const JsonValue &fault : met) {
        const QString kind = fault["kind"_L1].toString();
        const bool isOther = kind == "html"_L1 || kind == "body"_L1 || kind == "status"_L1;
        if (isOther && textOr(fault["at"_L1], u"before"_s) == moment)
            return otherAnswer(fault);
    }
    return {};
}

Delivery deliveryOf(const QList<JsonValue> &met)
{
    Delivery delivery;
    for (const JsonValue &fault : met) {
        const QString kind = fault["kind"_L1].toString();
        if (kind == "delay"_L1)
            delivery.delayMs += intOr(fault["ms"_L1], 1000);
        else if (kind == "slow"_L1)
            delivery.bytesPerSecond = qMax(1, intOr(fault["bytesPerSecond"_L1], 100));
        else if (kind == "drop_before"_L1 || kind == "drop_after_commit"_L1)
            delivery.ending = Delivery::Ending::Close;
        else if (kind == "reset"_L1)
            delivery.ending = fault["at"_L1].toString() == "body"_L1 ? Delivery::Ending::ResetInBody : Delivery::Ending::Reset;
        else if (kind == "truncate"_L1)
            delivery.ending = Delivery::Ending::Truncate;
        else if (kind == "duplicate_response"_L1)
            delivery.isTwice = true;
        if (kind == "truncate"_L1)
            delivery.share = std::clamp(realOr(fault["share"_L1], 0.5), 0.0, 0.99);
    }
    return delivery;
}

HttpResponse spoiledResponse(HttpResponse response, const QList<JsonValue> &met)
{
    for (const JsonValue &fault : met) {
        if (response.content.isObject())
            response.content = spoiled(response.content, response.schema, fault);
    }
    return response;
}

} // namespace uk::training
