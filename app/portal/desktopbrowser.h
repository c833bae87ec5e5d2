// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/portal/consent.h"

namespace uk {

/// The desktop's own browser, where no browser that can be thrown away is installed and the setting browser.desktopFallback
/// allows it. Nothing of it can be ended or wiped here: the resident's log-in may stay in it until somebody closes it, and
/// the screens say so. Main thread. Error of open(): BrowserMissing.
class DesktopBrowser : public PortalBrowser
{
    Q_OBJECT
public:
    /// `opener`: run with the address as its only argument; empty: what this system has for it.
    explicit DesktopBrowser(QString opener = {}, QObject *parent = nullptr);

    /// Whether this system has something that opens an address.
    [[nodiscard]] static bool isAvailable();

    Result<void> open(const QUrl &address) override;
    void close() override {}

private:
    QString m_opener;
};

} // namespace uk
