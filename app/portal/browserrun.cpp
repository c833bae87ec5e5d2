// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/browserrun.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <unistd.h>
#endif

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookEveryMs = 50;
constexpr int looksUntilKill = 20; ///< one second for a browser whose profile is wiped here
constexpr int looksUntilCommandKill = 100; ///< five for a command, which has to clean up after itself
constexpr int farewellMs = 500;

#ifdef Q_OS_LINUX
/// Processes of a session. /proc is the only place that knows it.
QList<pid_t> processesOf(qint64 session)
{
    QList<pid_t> found;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool isPid = false;
        const int pid = entry.toInt(&isPid);
        QFile file(u"/proc/"_s + entry + u"/stat"_s);
        if (!isPid || !file.open(QIODevice::ReadOnly))
            continue;
        // pid (name) state ppid pgrp session …; the name may hold blanks and parentheses. proc(5)
        const QByteArray stat = file.readAll();
        const QList<QByteArray> fields = stat.sliced(stat.lastIndexOf(')') + 1).simplified().split(' ');
        if (fields.size() > 3 && fields[0] != "Z" && fields[3].toLongLong() == session)
            found.append(pid);
    }
    return found;
}
#endif

/// The system takes the lock away with the process, whatever ended it. Not inherited by the browser. -1 where there is
/// no folder, no lock, or somebody holds it.
int lockFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    if (folder.isEmpty())
        return -1;
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return descriptor;
    if (descriptor >= 0)
        ::close(descriptor);
#else
    Q_UNUSED(folder)
#endif
    return -1;
}

void unlockFolder(int descriptor)
{
#ifdef Q_OS_UNIX
    if (descriptor >= 0)
        ::close(descriptor);
#else
    Q_UNUSED(descriptor)
#endif
}

} // namespace

void removeAbandonedFolders(const QString &home, const QString &namePattern)
{
#ifdef Q_OS_UNIX
    const QDir folders(home);
    for (const QString &name : folders.entryList({namePattern}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks)) {
        const int lock = lockFolder(folders.filePath(name));
        if (lock < 0)
            continue; // in use, or another user's
        QDir(folders.filePath(name)).removeRecursively();
        unlockFolder(lock);
    }
#else
    Q_UNUSED(home)
    Q_UNUSED(namePattern)
#endif
}

BrowserRun::BrowserRun(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_lock(lockFolder(folder))
{
    m_watch.setInterval(lookEveryMs);
    connect(&m_watch, &QTimer::timeout, this, &BrowserRun::look);
    // What it prints may hold addresses with the state in them.
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] {
        setsid();
        // A kiosk that is killed takes the browser with it.
        prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
#endif
    connect(&m_process, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        m_isCrash = status == QProcess::CrashExit || exitCode != 0;
        m_watch.start();
    });
}

BrowserRun::~BrowserRun()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
#ifdef Q_OS_UNIX
        signalAll(SIGTERM);
#endif
        m_process.waitForFinished(farewellMs);
    }
#ifdef Q_OS_UNIX
    signalAll(SIGKILL);
#endif
    m_process.kill();
    m_process.waitForFinished(farewellMs);
    static_cast<void>(wipeFolder()); // what cannot be removed now is looked for at the next start
    unlockFolder(m_lock);
}

Result<void> BrowserRun::start(const QStringList &command, const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.start(command.first(), command.sliced(1), QIODevice::NotOpen);
    if (!m_process.waitForStarted())
        return failure(ErrorCode::BrowserMissing, u"the browser's program cannot be started"_s);
    m_session = m_process.processId();
    return {};
}

void BrowserRun::end()
{
    if (m_isEnding)
        return;
    m_isEnding = true;
#ifdef Q_OS_UNIX
    signalAll(SIGTERM);
#else
    m_process.kill();
#endif
    m_watch.start();
}

void BrowserRun::look()
{
    const bool isAlive = isAnythingAlive();
    if (!m_isEnding) {
        if (!isAlive) {
            m_watch.stop();
            Q_EMIT left(m_isCrash);
        }
        return;
    }
    if (isAlive) {
#ifdef Q_OS_UNIX
        if (++m_looksSinceEnd >= (m_folder.isEmpty() ? looksUntilCommandKill : looksUntilKill))
            signalAll(SIGKILL);
#endif
        return;
    }
    if (wipeFolder()) {
        m_watch.stop();
        Q_EMIT done();
    }
}

bool BrowserRun::isAnythingAlive() const
{
    if (m_process.state() != QProcess::NotRunning)
        return true;
#ifdef Q_OS_LINUX
    return m_session > 0 && !processesOf(m_session).isEmpty();
#else
    return false;
#endif
}

void BrowserRun::signalAll(int signal)
{
#ifdef Q_OS_LINUX
    if (m_session <= 0)
        return;
    for (const pid_t pid : processesOf(m_session))
        kill(pid, signal);
#else
    Q_UNUSED(signal)
    m_process.kill();
#endif
}

bool BrowserRun::wipeFolder()
{
    return m_folder.isEmpty() || QDir(m_folder).removeRecursively();
}

} // namespace uk
