// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/mappings.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace uk::test;

/// The built program as it runs, seen from outside and as a user of no importance.
class GuardedProgramTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void noCoreIsEverWritten();
    void nobodyOfTheSameUserReadsItsMemory();
    void placeForThePinIsLockedAndNotDumped();
    void cleanupTestCase();

private:
    [[nodiscard]] QByteArray pid() const { return QByteArray::number(m_program.processId()); }
    [[nodiscard]] QByteArray read(const char *name) const;
    [[nodiscard]] bool hasNoCore() const
    {
        return read("limits").simplified().contains("Max core file size 0 0 bytes");
    }

    QTemporaryDir m_folder;
    QProcess m_program;
};

QByteArray GuardedProgramTest::read(const char *name) const
{
    QFile file(u"/proc/%1/%2"_s.arg(m_program.processId()).arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void GuardedProgramTest::initTestCase()
{
    // Where another user can read it, wherever the build lies.
    const QString program = m_folder.filePath(u"uketsuke"_s), home = m_folder.filePath(u"home"_s);
    QVERIFY(QFile::copy(qEnvironmentVariable("UKETSUKE_BUILD_DIR") + u"/uketsuke"_s, program) && QDir().mkdir(home));
    const auto everybody = QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(m_folder.path(), everybody) && QFile::setPermissions(program, everybody)
            && QFile::setPermissions(home, everybody | QFile::WriteOther));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    environment.insert(u"TMPDIR"_s, home);
    m_program.setProcessEnvironment(environment);
    m_program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList command{program, u"--training"_s};
    if (geteuid() == 0)
        command = QStringList{u"setpriv"_s, u"--reuid=nobody"_s, u"--regid=nogroup"_s, u"--clear-groups"_s, u"--"_s} + command;
    m_program.start(command.takeFirst(), command);
    QVERIFY(m_program.waitForStarted());
    const auto hasPlace = [this] {
        for (const Mapping &mapping : mappingsOf(pid()))
            if (isGuarded(mapping))
                return true;
        return m_program.state() == QProcess::NotRunning;
    };
    // Without root nobody may look into it, which is what the next test is about.
    if (geteuid() == 0)
        QVERIFY(QTest::qWaitFor(hasPlace, 30000));
    QTRY_VERIFY_WITH_TIMEOUT(hasNoCore(), 30000);
    QCOMPARE(m_program.state(), QProcess::Running);
}

void GuardedProgramTest::noCoreIsEverWritten()
{
    QVERIFY(hasNoCore());
}

void GuardedProgramTest::nobodyOfTheSameUserReadsItsMemory()
{
    // What cannot be dumped belongs to root in /proc (proc(5)); then no crash handler gets its core either.
    QVERIFY(!read("status").contains("\nUid:\t0\t"));
    QCOMPARE(QFileInfo(u"/proc/%1/mem"_s.arg(m_program.processId())).ownerId(), 0U);
}

void GuardedProgramTest::placeForThePinIsLockedAndNotDumped()
{
    if (geteuid() != 0)
        return; // its map cannot be read, as it should be
    int guarded = 0;
    for (const Mapping &mapping : mappingsOf(pid()))
        guarded += isGuarded(mapping);
    QVERIFY(guarded > 0);
}

void GuardedProgramTest::cleanupTestCase()
{
    m_program.terminate();
    if (!m_program.waitForFinished(10000))
        m_program.kill();
    m_program.waitForFinished(5000);
}

QTEST_GUILESS_MAIN(GuardedProgramTest)
#include "tst_guardedprogram.moc"
