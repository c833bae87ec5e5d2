// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/profile.h"
#include "cardreader/base/error.h"
#include "cardreader/base/secretbuffer.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>

#include <expected>
#include <functional>
#include <optional>

namespace uk {

class Clock;
class HttpExchange;

struct HttpRequest
{
    QUrl url;
    QByteArray body;          ///< JSON
    bool isSentOnce = false;  ///< never repeated, not even by the network library (contract README rule 5)
    qint64 maxAnswerBytes = 0;
    bool isGet = false;       ///< then without a body
};

/// A whole answer, whatever its status.
struct HttpAnswer
{
    int status = 0;
    std::optional<qint64> retryAfterSeconds;
    QByteArray body;
};

/// No whole answer.
struct HttpFailure
{
    Error error;
    bool mayHaveBeenSent = true; ///< false: the server has surely seen nothing of a request that is sent once
    bool isTransient = false;    ///< a time-out or a broken connection: an inquiry may be tried again (rules 21)
    int status = 0;              ///< where the head of an answer had come before it broke
};

using HttpOutcome = std::expected<HttpAnswer, HttpFailure>;

/// POST of JSON (or GET) under one token: allowed hosts only, TLS 1.2 and pins, no redirects, cookies, caches or compressed
/// bodies, sizes limited while they stream in, connecting and the whole limited in time. One try for each call.
/// Main thread; the answer comes later, never during the call.
/// Errors: HostNotAllowed, ServerUnreachable, ServerTimeout, TlsFailed, AnswerTooLarge.
class HttpTransport : public QObject
{
    Q_OBJECT
public:
    HttpTransport(const ConnectionProfile &profile, const Clock &clock, QObject *parent = nullptr);
    ~HttpTransport() override;

    void setAccessToken(SecretBuffer token);
    void clearAccessToken();

    /// Opens a connection that the next requests to this address will use, without asking anything. Where the profile pins
    /// CAs nothing happens: only a request is told of the handshake, and could refuse it.
    void prepare(const QUrl &url);
    void post(const HttpRequest &request, std::function<void(HttpOutcome)> done);
    /// Ends everything under way; nobody hears of it any more.
    void cancelAll();

private:
    [[nodiscard]] QNetworkRequest networkRequest(const HttpRequest &request) const;
    void preparePlain(const QUrl &url);
    void refuse(Error error, std::function<void(HttpOutcome)> done);
    void distrust(const HttpExchange &found);

    ConnectionProfile m_profile;
    const Clock &m_clock;
    QNetworkAccessManager m_manager;
    QNetworkAccessManager m_onceManager; ///< for requests that are sent once: its connections are never used again
    std::optional<SecretBuffer> m_token;
    QList<HttpExchange *> m_exchanges;
    bool m_isDistrusting = false; ///< a connection that is not pinned is being given up
};

/// Retry-After in seconds: a number or an HTTP date (RFC 9110); nothing where it is neither.
[[nodiscard]] std::optional<qint64> retryAfterSeconds(const QByteArray &header, const QDateTime &nowUtc);

} // namespace uk
