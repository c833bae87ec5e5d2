// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ownpcscd.h"

#include <QDir>
#include <QFile>

#include <signal.h>

using namespace Qt::StringLiterals;

namespace uk::test {

namespace {

/// Not the driver's usual one: a service of the machine may hold that.
constexpr quint16 firstPort = 36963;
const QString socketPath = u"/run/pcscd/pcscd.comm"_s, pidPath = u"/run/pcscd/pcscd.pid"_s;

} // namespace

OwnPcscd::OwnPcscd()
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
}

OwnPcscd::~OwnPcscd()
{
    kill();
}

VirtualSlot OwnPcscd::slot(quint16 number)
{
    return {firstPort, number};
}

bool OwnPcscd::start(Readers readers)
{
    QFile configuration(m_configuration.filePath(u"reader"_s));
    if (!configuration.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    if (readers == Readers::Virtual) {
        const QByteArray port = QByteArray::number(firstPort, 16).toUpper();
        configuration.write("FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:0x" + port
                            + "\nLIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID 0x" + port + "\n");
    }
    configuration.close();
    // What a service leaves behind that was killed keeps the next one from starting.
    QFile::remove(socketPath);
    QFile::remove(pidPath);
    m_process.start(u"pcscd"_s, {u"--foreground"_s, u"--config"_s, m_configuration.path()});
    if (!m_process.waitForStarted())
        return false;
    for (int attempt = 0; attempt < 100 && !QFile::exists(socketPath); ++attempt) {
        if (m_process.waitForFinished(100))
            return false;
    }
    return QFile::exists(socketPath);
}

void OwnPcscd::end(int signal)
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_process.processId()), signal);
    m_process.waitForFinished();
}

void OwnPcscd::stop()
{
    end(SIGTERM);
}

void OwnPcscd::kill()
{
    end(SIGKILL);
}

void OwnPcscd::setFrozen(bool isFrozen)
{
    ::kill(static_cast<pid_t>(m_process.processId()), isFrozen ? SIGSTOP : SIGCONT);
}

} // namespace uk::test
