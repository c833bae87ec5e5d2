// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/http.h"


namespace uk::training {

QByteArray HttpRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray HttpRequest::bearerToken() const
{
    const QByteArray value = header("authorization").trimmed();
    if (value.size() < 7 || value.left(7).compare("bearer ", Qt::CaseInsensitive) != 0)
        return {};
    return value.mid(7).trimmed();
}

HttpResponse HttpResponse::json(JsonValue content, int status)
{
    return {status, "application/json; charset=utf-8", {}, {}, std::move(content)};
}

HttpResponse HttpResponse::json(QList<JsonMember> members, int status)
{
    return json(JsonValue::object(std::move(members)), status);
}

HttpResponse HttpResponse::html(const QString &page, int status)
{
    return {status, "text/html; charset=utf-8", {{"Cache-Control", "no-store"}}, page.toUtf8()};
}

HttpResponse HttpResponse::redirect(const QUrl &target)
{
    return {302, {}, {{"Location", target.toEncoded()}, {"Cache-Control", "no-store"}}, {}};
}

} // namespace uk::training
