// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/proxychoice.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace uk {

/// Keeps the application's proxies as the settings say: finds them out on a thread of the pool, so that no screen waits
/// for a PAC file or a system's search, at the start and every five minutes. Main thread.
class ProxyKeeper : public QObject
{
    Q_OBJECT
public:
    ProxyKeeper(ProxySettings settings, QStringList allowedHosts, QObject *parent = nullptr);
    /// The application goes back to no proxy.
    ~ProxyKeeper() override;

    void start();
    /// From the keychain; until it is there a proxy that asks for one refuses.
    void setPassword(const QString &password);

Q_SIGNALS:
    void found();

private:
    void look();
    void apply();

    ProxySettings m_settings;
    QStringList m_hosts;
    ProxyTable m_table;
    QTimer m_timer;
    QFutureWatcher<Result<ProxyTable>> m_search;
};

} // namespace uk
