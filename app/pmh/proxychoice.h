// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/settings.h"
#include "cardreader/base/error.h"

#include <QHash>
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
        Pac, ///< a proxy auto-config file on this machine
    };
    Mode mode = Mode::System;
    QString host;
    quint16 port = 8080;
    QString user; ///< empty: no authentication
    QString password;
    QString pacFile;
};

/// What the options proxy.* say; the password is the keychain's.
[[nodiscard]] ProxySettings proxySettings(const Settings &settings);

/// What was found out for each host that may be asked; lower case, without port.
using ProxyTable = QHash<QString, QList<QNetworkProxy>>;

/// What a PAC file answers, "PROXY a.test:8080; DIRECT". Kinds that Qt has no proxy for are left out; error
/// ProxyUnreachable where nothing is left. Pure.
[[nodiscard]] Result<QList<QNetworkProxy>> readPacAnswer(const QString &answer);

/// Asks the system or the PAC file about each entry of allowedHosts (host or host:port). Blocks: a PAC file may look up
/// names, and a system may look for its configuration in the network. Any thread. The PAC file is a script and trusted
/// as the settings are that name it. Error ProxyUnreachable.
[[nodiscard]] Result<ProxyTable> findProxies(const ProxySettings &settings, const QStringList &allowedHosts);

/// The one place that chooses proxies, for all connections of the program. Loopback never goes through one; a PAC file
/// that says nothing about a host leads to no connection rather than to a direct one. Thread safe.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    explicit ProxyChoice(ProxySettings settings, ProxyTable table = {});
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    [[nodiscard]] QList<QNetworkProxy> chosen(const QString &host, const QNetworkProxyQuery &query) const;

    const ProxySettings m_settings;
    const ProxyTable m_table;
};

} // namespace uk
