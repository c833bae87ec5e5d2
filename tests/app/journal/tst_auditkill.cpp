// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/keystore.h"
#include "app/journal/auditchain.h"
#include "app/journal/auditlog.h"
#include "app/journal/sealing.h"
#include "tests/support/await.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QStorageInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using uktest::await;

/// The log under a program that ends at any moment, and on a disk that fills up.
class AuditKillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noAcknowledgedEntryIsLostHoweverOftenTheProgramIsKilled();
    void aFullDiskIsNamedAndTheLogStaysIntact();

private:
    struct Run
    {
        int done = 0;
        QByteArray anchor;
        QString failure;
    };
    static Run runWriter(
        const QString &fileName, const QByteArray &siteKey, const QByteArray &anchor, int killAfterEntries);
    uk::AuditVerification verified(const QString &fileName, const QByteArray &siteKey, const QByteArray &anchor);
};

AuditKillTest::Run AuditKillTest::runWriter(
    const QString &fileName, const QByteArray &siteKey, const QByteArray &anchor, int killAfterEntries)
{
    Run run{.done = 0, .anchor = anchor, .failure = {}};
    QProcess writer;
    writer.start(QStringLiteral(AUDITWRITER),
        {fileName, QString::fromLatin1(siteKey.toHex()), QString::fromLatin1(anchor.toHex())});
    bool isKilled = false;
    while (writer.state() != QProcess::NotRunning || writer.canReadLine()) {
        if (!writer.canReadLine() && !writer.waitForReadyRead(30'000))
            break;
        const QList<QByteArray> words = writer.readLine().trimmed().split(' ');
        if (words[0] == "done")
            run.done = words[1].toInt();
        else if (words[0] == "anchor")
            run.anchor = QByteArray::fromHex(words[1]);
        else
            run.failure = QString::fromLatin1(words[1]);
        if (killAfterEntries > 0 && run.done >= killAfterEntries && !isKilled) {
            // Somewhere inside one of the next entries.
            QTest::qSleep(static_cast<int>(QRandomGenerator::global()->bounded(8)));
            writer.kill();
            isKilled = true;
        }
    }
    writer.waitForFinished();
    // What the program had said before it died counts too: the key store had it.
    while (writer.canReadLine()) {
        const QList<QByteArray> words = writer.readLine().trimmed().split(' ');
        if (words[0] == "done")
            run.done = words[1].toInt();
        else if (words[0] == "anchor")
            run.anchor = QByteArray::fromHex(words[1]);
    }
    return run;
}

uk::AuditVerification AuditKillTest::verified(
    const QString &fileName, const QByteArray &siteKey, const QByteArray &anchor)
{
    const auto keys = uk::makeMemoryKeyStore();
    static_cast<void>(await<void>([&](auto reply) { keys->write(uk::siteKeyName(), siteKey, reply); }));
    static_cast<void>(await<void>([&](auto reply) { keys->write(uk::anchorName(fileName), anchor, reply); }));
    const auto result
        = await<uk::AuditVerification>([&](auto reply) { uk::verifyAuditLog(fileName, *keys, this, reply); });
    return result ? *result : uk::AuditVerification{false, -1, -1, result.error().detail};
}

void AuditKillTest::noAcknowledgedEntryIsLostHoweverOftenTheProgramIsKilled()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"audit.sqlite"_s);
    const QByteArray siteKey = uk::randomBytes(uk::sealKeySize);
    QByteArray anchor;
    qint64 acknowledged = 0;
    for (int round = 0; round < 15; ++round) {
        const Run run = runWriter(fileName, siteKey, anchor, 1 + round % 7);
        QVERIFY2(run.failure.isEmpty(), qPrintable(run.failure));
        anchor = run.anchor;
        acknowledged += run.done;
        const auto result = verified(fileName, siteKey, anchor);
        QVERIFY2(result.isIntact, qPrintable(result.reason));
        // One entry more may be durable whose answer did not come through.
        QVERIFY(result.entries >= acknowledged && result.entries <= acknowledged + 1);
        acknowledged = result.entries;
    }
}

void AuditKillTest::aFullDiskIsNamedAndTheLogStaysIntact()
{
    // A file system of 1 MiB that tests/support/with-small-disk.sh mounts for this test alone.
    const QString disk = qEnvironmentVariable("UKETSUKE_SMALL_DISK");
    QVERIFY2(!disk.isEmpty() && QStorageInfo(disk).bytesTotal() <= 2 * 1024 * 1024, "needs with-small-disk.sh");
    const QString fileName = disk + u"/audit.sqlite"_s;
    const QByteArray siteKey = uk::randomBytes(uk::sealKeySize);
    const Run run = runWriter(fileName, siteKey, {}, 0);
    QCOMPARE(run.failure, QString(uk::publicCode(uk::ErrorCode::AuditDiskFull)));
    QVERIFY(run.done > 10);
    const auto result = verified(fileName, siteKey, run.anchor);
    QVERIFY2(result.isIntact, qPrintable(result.reason));
    QCOMPARE(result.entries, run.done);
}

QTEST_GUILESS_MAIN(AuditKillTest)
#include "tst_auditkill.moc"
