// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/proxychoice.h"

#include <QHostAddress>
#include <QNetworkProxyQuery>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

ProxyChoice::ProxyChoice(ProxySettings settings)
    : m_settings(std::move(settings))
{
}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    const QList<QNetworkProxy> direct{QNetworkProxy(QNetworkProxy::NoProxy)};
    const QString host = query.queryType() == QNetworkProxyQuery::UrlRequest ? query.url().host() : query.peerHostName();
    const bool isListening = query.queryType() == QNetworkProxyQuery::TcpServer;
    if (isListening || isLoopback(host) || m_settings.mode == ProxySettings::Mode::None)
        return direct;
    if (m_settings.mode == ProxySettings::Mode::Manual)
        return {QNetworkProxy(QNetworkProxy::HttpProxy, m_settings.host, m_settings.port, m_settings.user, m_settings.password)};
    const QList<QNetworkProxy> found = systemProxyForQuery(query);
    return found.isEmpty() ? direct : found;
}

} // namespace uk
