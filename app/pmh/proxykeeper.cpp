// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/proxykeeper.h"

#include <QtConcurrent>

namespace uk {

namespace {

constexpr std::chrono::minutes between{5};

} // namespace

ProxyKeeper::ProxyKeeper(ProxySettings settings, QStringList allowedHosts, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_hosts(std::move(allowedHosts))
{
    connect(&m_timer, &QTimer::timeout, this, &ProxyKeeper::look);
    connect(&m_search, &QFutureWatcherBase::finished, this, [this] {
        // What was found before is better than nothing.
        if (const Result<ProxyTable> table = m_search.result())
            m_table = *table;
        apply();
        Q_EMIT found();
    });
}

ProxyKeeper::~ProxyKeeper()
{
    QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
}

void ProxyKeeper::start()
{
    apply();
    const bool isSearched = m_settings.mode == ProxySettings::Mode::System || m_settings.mode == ProxySettings::Mode::Pac;
    if (!isSearched)
        return;
    look();
    m_timer.start(between);
}

void ProxyKeeper::setPassword(const QString &password)
{
    m_settings.password = password;
    apply();
}

void ProxyKeeper::look()
{
    if (!m_search.isRunning())
        m_search.setFuture(QtConcurrent::run(findProxies, m_settings, m_hosts));
}

void ProxyKeeper::apply()
{
    QNetworkProxyFactory::setApplicationProxyFactory(new ProxyChoice(m_settings, m_table)); // taken over
}

} // namespace uk
