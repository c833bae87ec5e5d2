// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/proxychoice.h"

#include <QRect>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace uk {

/// A browser that can be started with a profile folder of its own.
struct KnownBrowser
{
    QString name;         ///< for the diagnosis
    QStringList programs; ///< names in PATH, or paths where the system has none
    QStringList arguments;        ///< beyond those that all of them take
    QStringList disabledFeatures; ///< the same for --disable-features
};

/// In the order of preference. All of them take Chromium's command line.
[[nodiscard]] QList<KnownBrowser> knownBrowsers();

/// A browser that is there, with its program's path.
struct InstalledBrowser
{
    KnownBrowser browser;
    QString path;
};

/// The first known browser that is installed.
[[nodiscard]] std::optional<InstalledBrowser> installedBrowser();

/// A program that somebody named, with the arguments of the known browser whose program is called so, else of the first.
[[nodiscard]] InstalledBrowser browserNamed(const QString &program);

/// Arguments for one resident: a profile of its own, nothing remembered, nothing sent home, one window without a menu.
/// Never holds --no-sandbox. An empty rectangle leaves the window to the browser.
[[nodiscard]] QStringList browserArguments(const KnownBrowser &browser, const QString &profileFolder, const QUrl &address,
                                           const QRect &window, bool keepsExtensions);

/// The same way out of the clinic's network as the program takes itself. A PAC file goes along as its text: browsers read
/// none from the disk. A proxy that asks for a name asks the person at the screen: no argument holds a password.
/// Error ProxyUnreachable where the PAC file cannot be read.
[[nodiscard]] Result<QStringList> proxyArguments(const ProxySettings &proxy);

/// Chromium's preferences for a profile without a template: no saved passwords, no addresses, no translation bar.
[[nodiscard]] QByteArray browserPreferences();

} // namespace uk
