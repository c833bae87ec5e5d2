// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <utility>

namespace uk::training {

/// One request as it came over the wire.
struct HttpRequest
{
    QByteArray method; ///< GET, POST, …
    QString path;      ///< decoded, without the query
    QUrlQuery query;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /// Value of the first header of that name, case-insensitive; empty where there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// The token of "Authorization: Bearer …"; empty where there is none.
    [[nodiscard]] QByteArray bearerToken() const;
};

/// What the server wants to say, before a fault changes how it gets to the client.
struct HttpResponse
{
    int status = 200;
    QByteArray contentType;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;     ///< where content is null
    JsonValue content{}; ///< a JSON body, not written yet
    QString schema{};    ///< of a content of /pmh that is still in canonical names; empty: nothing to rename

    /// The body as it goes over the wire.
    [[nodiscard]] QByteArray bytes() const { return content.isNull() ? body : writeJson(content); }
    [[nodiscard]] static HttpResponse json(JsonValue content, int status = 200);
    [[nodiscard]] static HttpResponse json(QList<JsonMember> members, int status = 200);
    [[nodiscard]] static HttpResponse html(const QString &page, int status = 200);
    [[nodiscard]] static HttpResponse redirect(const QUrl &target);
};

/// How the response travels: faults of the network live here.
struct Delivery
{
    enum class Ending {
        Complete,
        Close,       ///< the connection ends without an answer
        Reset,       ///< the same with RST
        ResetInBody, ///< RST in the middle of the body
        Truncate     ///< the announced length is not reached
    };
    Ending ending = Ending::Complete;
    int delayMs = 0;
    int bytesPerSecond = 0; ///< 0: at once
    double share = 0.5;     ///< of the body that is sent, for Truncate and ResetInBody
    bool isTwice = false;   ///< the same bytes two times
};

struct HttpAnswer
{
    HttpResponse response;
    Delivery delivery;
};

} // namespace uk::training
