// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/proxychoice.h"
#include "app/portal/consent.h"

#include <QRect>
#include <QTimer>

namespace uk {

class BrowserRun;

/// How the portal is shown in a browser (settings browser.program, browser.profileTemplate, browser.command).
struct BrowserSettings
{
    QString program;         ///< a Chromium or Edge; empty: the first one that is installed
    QString profileTemplate; ///< folder that every fresh profile is a copy of; may be empty; never written to
    /// Run as it is instead of all this, with "%u" replaced by the address; its profile is its own affair.
    QStringList command;
    QRect window = {};        ///< where on the display; empty leaves it to the browser
    ProxySettings proxy = {}; ///< not for a command
};

/// A browser for one resident and one consent: a fresh profile folder that only this user can read, in memory where the
/// system has such a place, wiped on every way out together with all processes. Two residents never share a cookie.
/// Main thread. Errors of open(): BrowserMissing, BrowserFailed, ProxyUnreachable.
class ThrowAwayBrowser : public PortalBrowser
{
    Q_OBJECT
public:
    explicit ThrowAwayBrowser(BrowserSettings settings, QObject *parent = nullptr);
    ~ThrowAwayBrowser() override;

    /// Whether there is a browser that may run here: one is installed, and this is not root, whom Chromium's sandbox
    /// refuses. A command is taken at its word.
    [[nodiscard]] static bool isAvailable(const BrowserSettings &settings);

    void setWindow(const QRect &window) { m_settings.window = window; }
    Result<void> open(const QUrl &address) override;
    void close() override;
    /// No process and no folder of any resident is left.
    [[nodiscard]] bool isClean() const;

private:
    [[nodiscard]] Result<QString> makeProfile() const;
    void takeLeaving(bool isCrash);

    BrowserSettings m_settings;
    BrowserRun *m_run = nullptr; ///< the one that shows the portal; others may still be ending
    QTimer m_farewell;
};

/// Removes profile folders of programs that were killed before they could. Called once at the start.
void removeAbandonedProfiles();

} // namespace uk
