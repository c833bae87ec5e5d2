// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/browserrun.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_UNIX
#include <csignal>
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

} // namespace

BrowserRun::BrowserRun(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
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
}

Result<void> BrowserRun::start(const QStringList &command)
{
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
