// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/throwawaybrowser.h"

#include "app/portal/browserrun.h"
#include "app/portal/browsertable.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QStandardPaths>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
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
    QTemporaryDir folder(u"%1/%2%3-XXXXXX"_s.arg(profileHome(), folderPrefix).arg(QCoreApplication::applicationPid()));
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
    QString profile;
    if (command.isEmpty()) {
        const QString program = m_settings.program.isEmpty() ? installedBrowser().value_or(QString())
                                                             : m_settings.program;
        if (program.isEmpty())
            return failure(ErrorCode::BrowserMissing, u"no known browser is installed"_s);
        UK_TRY(profile, makeProfile());
        command = browserArguments(profile, address, m_settings.window, !m_settings.profileTemplate.isEmpty());
        command.prepend(program);
    } else {
        command.replaceInStrings(u"%u"_s, QString::fromLatin1(address.toEncoded()));
    }
    m_run = new BrowserRun(profile, this);
    connect(m_run, &BrowserRun::left, this, &ThrowAwayBrowser::takeLeaving);
    connect(m_run, &BrowserRun::done, m_run, &QObject::deleteLater);
    if (const Result<void> started = m_run->start(command); !started) {
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
#ifdef Q_OS_UNIX
    const QDir home(profileHome());
    for (const QString &name : home.entryList({folderPrefix + u'*'}, QDir::Dirs | QDir::Hidden)) {
        const qint64 pid = name.sliced(folderPrefix.size()).section(u'-', 0, 0).toLongLong();
        if (pid > 0 && ::kill(static_cast<pid_t>(pid), 0) != 0 && errno == ESRCH)
            QDir(home.filePath(name)).removeRecursively();
    }
#endif
}

} // namespace uk
