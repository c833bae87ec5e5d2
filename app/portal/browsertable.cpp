// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/browsertable.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// What every browser of the Chromium family takes.
const QStringList &commonArguments()
{
    static const QStringList arguments{
        u"--no-first-run"_s,
        u"--no-default-browser-check"_s,
        u"--disable-sync"_s,
        u"--disable-background-networking"_s,
        u"--disable-background-mode"_s,
        u"--disable-component-update"_s,
        u"--disable-breakpad"_s,
        u"--disable-crash-reporter"_s,
        u"--disable-domain-reliability"_s,
        u"--disable-search-engine-choice-screen"_s,
        u"--password-store=basic"_s, // never the desktop's keychain
        u"--lang=ja"_s,
    };
    return arguments;
}

const QStringList &commonDisabledFeatures()
{
    static const QStringList features{u"Translate"_s, u"AutofillServerCommunication"_s, u"MediaRouter"_s,
                                      u"OptimizationHints"_s};
    return features;
}

/// Edge starts itself anew for old programs, which would leave the session; and it signs in with the account of Windows.
KnownBrowser edge(const QStringList &programs)
{
    return {u"Microsoft Edge"_s, programs, {u"--edge-skip-compat-layer-relaunch"_s},
            {u"msForceBrowserSignIn"_s, u"msImplicitSignin"_s}};
}

} // namespace

QList<KnownBrowser> knownBrowsers()
{
#ifdef Q_OS_WIN
    return {edge({u"msedge"_s, u"C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"_s}),
            {u"Google Chrome"_s, {u"chrome"_s, u"C:/Program Files/Google/Chrome/Application/chrome.exe"_s}, {}, {}}};
#else
    return {{u"Chromium"_s, {u"chromium"_s, u"chromium-browser"_s}, {}, {}},
            {u"Google Chrome"_s, {u"google-chrome-stable"_s, u"google-chrome"_s}, {}, {}},
            edge({u"microsoft-edge-stable"_s, u"microsoft-edge"_s})};
#endif
}

std::optional<InstalledBrowser> installedBrowser()
{
    for (const KnownBrowser &browser : knownBrowsers()) {
        for (const QString &program : browser.programs) {
            if (const QString path = QStandardPaths::findExecutable(program); !path.isEmpty())
                return InstalledBrowser{browser, path};
        }
    }
    return std::nullopt;
}

InstalledBrowser browserNamed(const QString &program)
{
    const QList<KnownBrowser> known = knownBrowsers();
    const QString name = QFileInfo(program).completeBaseName();
    for (const KnownBrowser &browser : known) {
        for (const QString &own : browser.programs) {
            if (QFileInfo(own).completeBaseName() == name)
                return {browser, program};
        }
    }
    return {known.first(), program};
}

QStringList browserArguments(const KnownBrowser &browser, const QString &profileFolder, const QUrl &address,
                             const QRect &window, bool keepsExtensions)
{
    QStringList arguments{u"--user-data-dir="_s + profileFolder, u"--disk-cache-dir="_s + profileFolder + u"/cache"_s};
    arguments << commonArguments() << browser.arguments
              << u"--disable-features="_s + (commonDisabledFeatures() + browser.disabledFeatures).join(u',');
    if (!keepsExtensions)
        arguments << u"--disable-extensions"_s;
    if (!window.isEmpty()) {
        arguments << u"--window-position=%1,%2"_s.arg(window.x()).arg(window.y())
                  << u"--window-size=%1,%2"_s.arg(window.width()).arg(window.height());
    }
    arguments << u"--app="_s + QString::fromLatin1(address.toEncoded());
    return arguments;
}

Result<QStringList> proxyArguments(const ProxySettings &proxy)
{
    switch (proxy.mode) {
    case ProxySettings::Mode::System: break;
    case ProxySettings::Mode::None: return QStringList{u"--no-proxy-server"_s};
    case ProxySettings::Mode::Manual:
        return QStringList{u"--proxy-server=http://%1:%2"_s.arg(proxy.host).arg(proxy.port)};
    case ProxySettings::Mode::Pac: {
        QFile file(proxy.pacFile);
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::ProxyUnreachable, u"the PAC file cannot be read"_s);
        return QStringList{u"--proxy-pac-url=data:application/x-ns-proxy-autoconfig;base64,"_s
                           + QString::fromLatin1(file.readAll().toBase64())};
    }
    }
    return QStringList();
}

QByteArray browserPreferences()
{
    return R"({"autofill":{"credit_card_enabled":false,"profile_enabled":false},"credentials_enable_service":false,)"
           R"("profile":{"password_manager_enabled":false},"translate":{"enabled":false}})";
}

} // namespace uk
