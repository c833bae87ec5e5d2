// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkProxyFactory>
#include <QString>

namespace uk {

/// How the clinic's network is left (settings proxy.*).
struct ProxySettings
{
    enum class Mode {
        System, ///< as the desktop says; on Windows its automatic configuration (PAC, WPAD) too
        None,
        Manual,
    };
    Mode mode = Mode::System;
    QString host;
    quint16 port = 8080;
    QString user; ///< empty: no authentication
    QString password;
};

/// The one place that chooses proxies, for all connections of the program. Loopback never goes through one. Thread safe.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    explicit ProxyChoice(ProxySettings settings);
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    const ProxySettings m_settings;
};

} // namespace uk
