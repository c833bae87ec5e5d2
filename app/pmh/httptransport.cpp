// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/httptransport.h"

#include "app/base/clock.h"
#include "app/pmh/httpexchange.h"
#include "app/pmh/strictrequest.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

/// The value of the Authorization header; empty for a token that could smuggle something into the headers.
QByteArray bearerHeader(const SecretBuffer &token)
{
    const auto bytes = token.bytes();
    const bool isVisibleAscii = std::ranges::all_of(
        bytes, [](std::byte b) { return b > std::byte{0x20} && b < std::byte{0x7F}; });
    if (bytes.empty() || !isVisibleAscii)
        return {};
    return "Bearer " + QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace

HttpTransport::HttpTransport(const ConnectionProfile &profile, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_clock(clock)
{
    for (QNetworkAccessManager *manager : {&m_manager, &m_onceManager}) {
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        manager->setAutoDeleteReplies(false);
    }
}

HttpTransport::~HttpTransport() = default;

void HttpTransport::setAccessToken(SecretBuffer token)
{
    m_token.emplace(std::move(token));
}

void HttpTransport::clearAccessToken()
{
    m_token.reset();
    // What an answer left on a connection must not reach the next person's requests.
    m_manager.clearConnectionCache();
}

QNetworkRequest HttpTransport::networkRequest(const HttpRequest &request) const
{
    QNetworkRequest network = strictRequest(request.url);
    network.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_L1);
    network.setRawHeader("Accept", "application/json");
    if (request.isSentOnce) {
        // A fresh connection: an idle one that the server is just closing would make a sure thing unknown.
        network.setRawHeader("Connection", "close");
    }
    return network;
}

void HttpTransport::post(const HttpRequest &request, std::function<void(HttpOutcome)> done)
{
    if (!isAllowedAddress(request.url, m_profile.allowedHosts)) {
        QMetaObject::invokeMethod(
            this,
            [done = std::move(done)] {
                done(std::unexpected(HttpFailure{{ErrorCode::HostNotAllowed, u"host is not in allowedHosts"_s, {}},
                                                 false, false}));
            },
            Qt::QueuedConnection);
        return;
    }
    QNetworkRequest network = networkRequest(request);
    if (m_token)
        network.setRawHeader("Authorization", bearerHeader(*m_token));
    OnceBody *body = request.isSentOnce ? new OnceBody(request.body, this) : nullptr;
    QNetworkReply *reply = body ? postOnce(m_onceManager, network, *body)
        : request.isGet         ? m_manager.get(network)
                                : m_manager.post(network, request.body);
    const HttpExchange::Limits limits{m_profile.limits.connectTimeoutMs, m_profile.limits.totalTimeoutMs,
                                      request.maxAnswerBytes, m_profile.pins};
    auto *exchange = new HttpExchange(reply, body, limits, m_clock.nowUtc(), std::move(done), this);
    m_exchanges.append(exchange);
    connect(exchange, &HttpExchange::over, this, [this, exchange] { m_exchanges.removeOne(exchange); });
}

void HttpTransport::cancelAll()
{
    const QList<HttpExchange *> exchanges = m_exchanges;
    for (HttpExchange *exchange : exchanges)
        exchange->cancel();
}

std::optional<qint64> retryAfterSeconds(const QByteArray &header, const QDateTime &nowUtc)
{
    const QByteArray text = header.trimmed();
    bool isNumber = false;
    if (const qint64 seconds = text.toLongLong(&isNumber); isNumber)
        return seconds >= 0 ? std::optional(seconds) : std::nullopt;
    QDateTime at = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!at.isValid())
        return std::nullopt;
    at.setTimeSpec(Qt::UTC);
    return std::max<qint64>(0, nowUtc.secsTo(at));
}

} // namespace uk
