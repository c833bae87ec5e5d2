// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/httpexchange.h"

#include "app/pmh/pinning.h"

#include <QNetworkProxyFactory>
#include <QSslConfiguration>

#include <utility>

using namespace Qt::StringLiterals;

namespace uk {

HttpExchange::HttpExchange(QNetworkReply *reply, OnceBody *body, Limits limits, QDateTime nowUtc,
                           std::function<void(HttpOutcome)> done, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_body(body)
    , m_limits(std::move(limits))
    , m_startedAt(std::move(nowUtc))
    , m_done(std::move(done))
{
    m_reply->setParent(this);
    if (m_body)
        m_body->setParent(this);
    m_connectTimer.setSingleShot(true);
    m_totalTimer.setSingleShot(true);
    // Counted from the first packet: a request that waits for a free connection is not one that cannot connect.
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this,
            [this] { m_connectTimer.start(m_limits.connectTimeoutMs); });
    connect(m_reply, &QNetworkReply::requestSent, this, &HttpExchange::noteConnected);
    connect(m_reply, &QNetworkReply::uploadProgress, &m_connectTimer, &QTimer::stop);
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpExchange::checkPins);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::checkAnnouncedSize);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::conclude);
    connect(&m_connectTimer, &QTimer::timeout, this,
            [this] { fail(ErrorCode::ServerTimeout, u"no connection in time"_s, true); });
    connect(&m_totalTimer, &QTimer::timeout, this,
            [this] { fail(ErrorCode::ServerTimeout, u"no whole answer in time"_s, true); });
    m_totalTimer.start(m_limits.totalTimeoutMs);
}

void HttpExchange::cancel()
{
    m_done = nullptr;
    end(HttpAnswer());
}

void HttpExchange::noteConnected()
{
    m_hasReachedServer = true;
    m_connectTimer.stop();
}

void HttpExchange::checkPins()
{
    m_hasReachedServer = true;
    if (isPinned(m_reply->sslConfiguration().peerCertificateChain(), m_limits.pins))
        return;
    stopUnpinned(); // whoever listens
    Q_EMIT unpinned();
    QMetaObject::invokeMethod(this, &HttpExchange::endUnpinned, Qt::QueuedConnection);
}

void HttpExchange::stopUnpinned()
{
    m_isUnpinned = true;
    m_reply->disconnect(this);
    m_reply->abort();
}

void HttpExchange::endUnpinned()
{
    if (m_isUnpinned && m_done)
        fail(ErrorCode::TlsFailed, u"issuing CA is not pinned"_s, false);
}

void HttpExchange::checkAnnouncedSize()
{
    m_connectTimer.stop();
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (announced.isValid() && announced.toLongLong() > m_limits.maxAnswerBytes) {
        fail(ErrorCode::AnswerTooLarge, u"announced size above the limit"_s, false,
             {QString::number(m_limits.maxAnswerBytes)});
    }
}

void HttpExchange::takeBytes()
{
    if (!m_done)
        return;
    m_received += m_reply->readAll();
    if (m_received.size() > m_limits.maxAnswerBytes) {
        fail(ErrorCode::AnswerTooLarge, u"body above the limit"_s, false,
             {QString::number(m_limits.maxAnswerBytes)});
    }
}

/// Whether the transmission itself went wrong; a status of 400 and above is an answer like any other.
bool HttpExchange::isBroken() const
{
    const int error = m_reply->error();
    const bool isNetworkOrProxy = error > QNetworkReply::NoError && error <= QNetworkReply::UnknownProxyError;
    if (isNetworkOrProxy || error == QNetworkReply::ContentReSendError || error == QNetworkReply::ProtocolUnknownError
        || error == QNetworkReply::ProtocolFailure)
        return true;
    if (!m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return true;
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return announced.isValid() && announced.toLongLong() != m_received.size();
}

/// A proxy stands between, and nothing was heard of the server behind it. Qt tells most of a proxy's failures as it tells
/// a server's.
bool HttpExchange::isProxyTrouble() const
{
    const int error = m_reply->error();
    if (error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError)
        return true;
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(m_reply->url()));
    return !m_hasReachedServer && !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
}

void HttpExchange::conclude()
{
    takeBytes();
    if (!m_done)
        return;
    const auto error = m_reply->error();
    if (error == QNetworkReply::SslHandshakeFailedError)
        return fail(ErrorCode::TlsFailed, u"TLS handshake failed"_s, false);
    if (error == QNetworkReply::ProxyAuthenticationRequiredError)
        return fail(ErrorCode::ProxyRefused, u"proxy asks for other credentials"_s, false);
    if (isBroken()) {
        const auto detail = "connection broken, network error %1"_L1.arg(QString::number(error));
        if (isProxyTrouble())
            return fail(ErrorCode::ProxyUnreachable, detail, true);
        // Since TLS 1.3 a server refuses the client's certificate by an alert that comes after the handshake.
        const bool isTlsAlert = error == QNetworkReply::UnknownNetworkError && m_reply->url().scheme() == "https"_L1;
        return fail(isTlsAlert                               ? ErrorCode::TlsFailed
                        : error == QNetworkReply::TimeoutError ? ErrorCode::ServerTimeout
                                                               : ErrorCode::ServerUnreachable,
                    detail, true);
    }
    HttpAnswer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.retryAfterSeconds = retryAfterSeconds(m_reply->rawHeader("Retry-After"), m_startedAt);
    answer.body = std::move(m_received);
    end(std::move(answer));
}

void HttpExchange::fail(ErrorCode code, const QString &detail, bool isTransient, const QStringList &arguments)
{
    const bool mayHaveBeenSent = !m_body || m_body->wasTouched();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    end(std::unexpected(HttpFailure{{code, detail, arguments}, mayHaveBeenSent, isTransient, status}));
}

void HttpExchange::end(HttpOutcome outcome)
{
    m_connectTimer.stop();
    m_totalTimer.stop();
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    deleteLater();
    Q_EMIT over();
    if (const auto done = std::exchange(m_done, nullptr))
        done(std::move(outcome));
}

} // namespace uk
