// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/httptransport.h"

#include "app/base/clock.h"
#include "app/pmh/httpexchange.h"
#include "app/pmh/strictrequest.h"

#include <QLocale>
#include <QNetworkReply>
#include <QSslConfiguration>

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
    // Registrations never: a stream of a shared connection is repeated by the network library when the connection breaks.
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute,
                         !request.isSentOnce && request.url.scheme() == "https"_L1);
    if (request.isSentOnce) {
        // A fresh connection: an idle one that the server is just closing would make a sure thing unknown.
        network.setRawHeader("Connection", "close");
    }
    return network;
}

void HttpTransport::prepare(const QUrl &url)
{
    if (!m_profile.pins.isEmpty() || !isAllowedAddress(url, m_profile.allowedHosts))
        return;
    if (url.scheme() != "https"_L1)
        return preparePlain(url);
    QSslConfiguration tls = strictRequest(url).sslConfiguration();
    tls.setAllowedNextProtocols({QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    m_manager.connectToHostEncrypted(url.host(), static_cast<quint16>(url.port(443)), tls);
}

/// What QNetworkAccessManager::connectToHost() does, but for connections that HTTP/2 is not tried on: requests look for
/// theirs among connections of the same kind only.
void HttpTransport::preparePlain(const QUrl &url)
{
    QUrl host;
    host.setScheme(u"preconnect-http"_s);
    host.setHost(url.host());
    host.setPort(url.port(80));
    QNetworkReply *reply = m_manager.get(strictRequest(host));
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void HttpTransport::post(const HttpRequest &request, std::function<void(HttpOutcome)> done)
{
    if (!isAllowedAddress(request.url, m_profile.allowedHosts))
        return refuse({ErrorCode::HostNotAllowed, u"host is not in allowedHosts"_s, {}}, std::move(done));
    if (m_isDistrusting)
        return refuse({ErrorCode::TlsFailed, u"a connection was not pinned"_s, {}}, std::move(done));
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
    connect(exchange, &HttpExchange::unpinned, this, [this, exchange] { distrust(*exchange); });
}

void HttpTransport::refuse(Error error, std::function<void(HttpOutcome)> done)
{
    QMetaObject::invokeMethod(
        this,
        [done = std::move(done), error = std::move(error)] {
            done(std::unexpected(HttpFailure{error, false, false}));
        },
        Qt::QueuedConnection);
}

/// By HTTP/2 many requests share one connection, and only the first of them hears that it is encrypted: all of them are
/// stopped before the network thread, which waits for this, sends any, and the connection is not used again. One that
/// is sent once has a connection of its own.
void HttpTransport::distrust(const HttpExchange &found)
{
    m_isDistrusting = true;
    for (HttpExchange *exchange : std::as_const(m_exchanges))
        if (!exchange->isSentOnce() && !found.isSentOnce())
            exchange->stopUnpinned();
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_manager.clearConnectionCache(); // waits for the network thread, so not while that waits for us
            m_isDistrusting = false;
            const QList<HttpExchange *> exchanges = m_exchanges;
            for (HttpExchange *exchange : exchanges)
                exchange->endUnpinned();
        },
        Qt::QueuedConnection);
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
