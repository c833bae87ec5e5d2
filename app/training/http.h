// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
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
    QByteArray body;
    QString schema{}; ///< schema of a JSON body of /pmh, still in canonical names; empty: nothing to rename

    [[nodiscard]] static HttpResponse json(const QJsonObject &object, int status = 200);
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
