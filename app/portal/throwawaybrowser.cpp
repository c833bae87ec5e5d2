// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/throwawaybrowser.h"

#include "app/portal/browserrun.h"
#include "app/portal/browsertable.h"

#include <QDir>
#include <QDirIterator>
#include <QStandardPaths>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderPrefix = "uketsuke-browser-"_L1;
/// A command may end just before its last request is read here.
constexpr int commandFarewellMs = 5000;

/// The user's runtime folder lies in memory and belongs to this user alone; the temporary folder is the next best.
QString profileHome()
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? QDir::tempPath() : runtime;
}

bool copyFolder(const QString &from, const QString &to)
{
    QDirIterator walk(from, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                      QDirIterator::Subdirectories);
    const QDir source(from), target(to);
    while (walk.hasNext()) {
        const QString path = walk.next();
        const QString copy = target.filePath(source.relativeFilePath(path));
        if (walk.fileInfo().isDir()) {
            if (!target.mkpath(copy))
                return false;
        } else if (!target.mkpath(QFileInfo(copy).path()) || !QFile::copy(path, copy)
                   || !QFile::setPermissions(copy, QFile::permissions(copy) | QFile::WriteOwner)) {
            return false;
        }
    }
    return true;
}

/// What the browser and its libraries write beside the profile (certificate database, font cache, sockets) goes into the
/// folder that is wiped, too. The display is still found, and so are the desktop's settings: proxy and input method.
QProcessEnvironment environmentIn(const QString &profile)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains(u"XAUTHORITY"_s) && QFile::exists(QDir::home().filePath(u".Xauthority"_s)))
        environment.insert(u"XAUTHORITY"_s, QDir::home().filePath(u".Xauthority"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
    const QString home = profile + u"/home"_s;
    const std::pair<QString, QString> folders[] = {
        {u"HOME"_s, home}, {u"TMPDIR"_s, profile + u"/tmp"_s},
        {u"XDG_CACHE_HOME"_s, home + u"/.cache"_s}, {u"XDG_DATA_HOME"_s, home + u"/.local/share"_s},
        {u"XDG_STATE_HOME"_s, home + u"/.local/state"_s},
        // Chromium's crash dumps hold what was on its pages, and follow no other setting.
        {u"BREAKPAD_DUMP_LOCATION"_s, profile + u"/crashes"_s}};
    for (const auto &[name, folder] : folders) {
        QDir().mkpath(folder);
        environment.insert(name, folder);
    }
    return environment;
}

bool writePreferences(const QString &profile)
{
    QFile file(profile + u"/Default/Preferences"_s);
    return QDir(profile).mkpath(u"Default"_s) && file.open(QIODevice::WriteOnly)
        && file.write(browserPreferences()) > 0;
}

} // namespace

ThrowAwayBrowser::ThrowAwayBrowser(BrowserSettings settings, QObject *parent)
    : PortalBrowser(parent)
    , m_settings(std::move(settings))
{
    m_farewell.setSingleShot(true);
    m_farewell.setInterval(commandFarewellMs);
    connect(&m_farewell, &QTimer::timeout, this, [this] { Q_EMIT closed(); });
}

ThrowAwayBrowser::~ThrowAwayBrowser() = default;

bool ThrowAwayBrowser::isAvailable(const BrowserSettings &settings)
{
    if (!settings.command.isEmpty())
        return true;
#ifdef Q_OS_UNIX
    if (geteuid() == 0)
        return false;
#endif
    return settings.program.isEmpty() ? installedBrowser().has_value()
                                      : !QStandardPaths::findExecutable(settings.program).isEmpty();
}

Result<QString> ThrowAwayBrowser::makeProfile() const
{
    QTemporaryDir folder(u"%1/%2XXXXXX"_s.arg(profileHome(), folderPrefix));
    if (!folder.isValid())
        return failure(ErrorCode::BrowserFailed, u"no folder for the browser's profile"_s);
    const bool isFilled = m_settings.profileTemplate.isEmpty() ? writePreferences(folder.path())
                                                               : copyFolder(m_settings.profileTemplate, folder.path());
    if (!isFilled)
        return failure(ErrorCode::BrowserFailed, u"the browser's profile could not be prepared"_s);
    folder.setAutoRemove(false); // from here on it belongs to the run
    return folder.path();
}

Result<void> ThrowAwayBrowser::open(const QUrl &address)
{
    close();
    QStringList command = m_settings.command;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString profile;
    if (command.isEmpty()) {
        const auto found = m_settings.program.isEmpty() ? installedBrowser() : browserNamed(m_settings.program);
        if (!found)
            return failure(ErrorCode::BrowserMissing, u"no known browser is installed"_s);
        UK_TRY(const QStringList proxy, proxyArguments(m_settings.proxy));
        UK_TRY(profile, makeProfile());
        environment = environmentIn(profile);
        command = browserArguments(found->browser, profile, address, m_settings.window, !m_settings.profileTemplate.isEmpty());
        command = QStringList{found->path} + proxy + command;
    } else {
        command.replaceInStrings(u"%u"_s, QString::fromLatin1(address.toEncoded()));
    }
    m_run = new BrowserRun(profile, this);
    connect(m_run, &BrowserRun::left, this, &ThrowAwayBrowser::takeLeaving);
    connect(m_run, &BrowserRun::done, m_run, &QObject::deleteLater);
    if (const Result<void> started = m_run->start(command, environment); !started) {
        close();
        return started;
    }
    return {};
}

void ThrowAwayBrowser::takeLeaving(bool isCrash)
{
    if (sender() != m_run)
        return;
    if (isCrash)
        Q_EMIT failed({ErrorCode::BrowserFailed, u"the browser ended with a failure"_s, {}});
    else if (m_settings.command.isEmpty())
        Q_EMIT closed();
    else
        m_farewell.start();
}

void ThrowAwayBrowser::close()
{
    m_farewell.stop();
    if (BrowserRun *run = std::exchange(m_run, nullptr))
        run->end();
}

bool ThrowAwayBrowser::isClean() const
{
    return findChildren<BrowserRun *>(Qt::FindDirectChildrenOnly).isEmpty();
}

void removeAbandonedProfiles()
{
    removeAbandonedFolders(profileHome(), folderPrefix + u'*');
}

} // namespace uk
