// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/pmherror.h"

using namespace Qt::StringLiterals;

namespace uk::training {

std::expected<JsonValue, PmhError> readJsonBody(const HttpRequest &request)
{
    constexpr qsizetype maxBodyBytes = 8 * 1024 * 1024;
    if (request.body.size() > maxBodyBytes)
        return std::unexpected(PmhError{413, u"E4131"_s, u"too large"_s, {}});
    if (request.header("content-type").split(';').first().trimmed().toLower() != "application/json")
        return std::unexpected(PmhError{400, u"E4001"_s, u"not application/json"_s, u"Content-Type"_s});
    auto value = parseJson(request.body);
    if (!value)
        return std::unexpected(PmhError{400, u"E4001"_s, u"the body is not JSON: "_s + value.error().detail, {}});
    return std::move(*value);
}

HttpResponse errorResponse(const PmhError &error)
{
    const QString message = error.place.isEmpty() ? error.message : error.place + ": "_L1 + error.message;
    return HttpResponse::json({{u"code"_s, error.code}, {u"message"_s, message}}, error.status);
}

HttpResponse wrongMethod()
{
    return errorResponse({405, u"E4051"_s, u"method not allowed"_s, {}});
}

HttpResponse unknownPath()
{
    return errorResponse({404, u"E4041"_s, u"no such path"_s, {}});
}

} // namespace uk::training
