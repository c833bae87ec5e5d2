// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/desktopbrowser.h"

#include <QProcess>
#include <QStandardPaths>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_WIN
constexpr auto systemOpener = "explorer"_L1;
#else
constexpr auto systemOpener = "xdg-open"_L1;
#endif

} // namespace

DesktopBrowser::DesktopBrowser(QString opener, QObject *parent)
    : PortalBrowser(parent)
    , m_opener(opener.isEmpty() ? QString(systemOpener) : std::move(opener))
{
}

bool DesktopBrowser::isAvailable()
{
    return !QStandardPaths::findExecutable(systemOpener).isEmpty();
}

Result<void> DesktopBrowser::open(const QUrl &address)
{
    QProcess opener;
    opener.setProgram(m_opener);
    opener.setArguments({QString::fromLatin1(address.toEncoded())});
    // What it prints may hold addresses with the state in them.
    opener.setStandardInputFile(QProcess::nullDevice());
    opener.setStandardOutputFile(QProcess::nullDevice());
    opener.setStandardErrorFile(QProcess::nullDevice());
    if (!opener.startDetached())
        return failure(ErrorCode::BrowserMissing, u"the desktop's browser cannot be started"_s);
    return {};
}

} // namespace uk
