// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

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
};

/// In the order of preference. All of them take Chromium's command line.
[[nodiscard]] QList<KnownBrowser> knownBrowsers();

/// The program of the first known browser that is installed.
[[nodiscard]] std::optional<QString> installedBrowser();

/// Arguments for one resident: a profile of its own, nothing remembered, nothing sent home, one window without a menu.
/// Never holds --no-sandbox. An empty rectangle leaves the window to the browser.
[[nodiscard]] QStringList browserArguments(const QString &profileFolder, const QUrl &address, const QRect &window,
                                           bool keepsExtensions);

/// Chromium's preferences for a profile without a template: no saved passwords, no addresses, no translation bar.
[[nodiscard]] QByteArray browserPreferences();

} // namespace uk
