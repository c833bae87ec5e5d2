// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/journal/auditchain.h"
#include "app/journal/auditlog.h"
#include "app/journal/sealing.h"
#include "tests/support/await.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using uktest::await;

namespace {

uk::AuditEntry entryOf(uk::AuditEvent event)
{
    uk::AuditEntry entry;
    entry.event = event;
    entry.userId = u"u-1"_s;
    entry.role = u"reception"_s;
    entry.sessionId = u"s-1"_s;
    entry.outcome = u"ok"_s;
    return entry;
}

/// What an attacker does who may write the file, with any SQLite tool.
bool attack(const QString &fileName, const QStringList &statements)
{
    const QString name = u"attack"_s;
    bool isDone = true;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(fileName);
        isDone = database.open();
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement)) {
                qWarning() << statement << query.lastError();
                isDone = false;
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
    return isDone;
}

QVariantList firstColumn(const QString &fileName, const QString &statement)
{
    QVariantList values;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
        database.setDatabaseName(fileName);
        if (database.open()) {
            QSqlQuery query(database);
            query.exec(statement);
            while (query.next())
                values.append(query.value(0));
        }
    }
    QSqlDatabase::removeDatabase(u"look"_s);
    return values;
}

/// A copy with the files that SQLite keeps beside it.
void copyLog(const QString &from, const QString &to)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile::remove(to + suffix);
        QFile::copy(from + suffix, to + suffix);
    }
}

} // namespace

class AuditLogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void everyEventHasItsOwnDottedCode();
    void anEntryIsOneLineWithItsFields();
    void textsCannotBreakOrDisguiseALine();
    void repliesComeInOrderAndTheLogIsIntact();
    void theLogGoesOnAfterARestart();
    void theSubjectReferenceIsStableAndKeyed();
    void aClockJumpIsWrittenAndTold();
    void theFileIsPrivate();

    void anAttackIsFound_data();
    void anAttackIsFound();
    void reChainingWithTheCurrentKeyIsFound();
    void anOldCopyIsFoundAndNotWrittenOn();
    void exchangedFilesAreFound();
    void aCopyElsewhereIsFound();
    void aDeletedLogIsFoundAndNotReplaced();
    void aLogDeletedWhileInUseIsUnavailable();
    void aForeignSiteKeyIsFound();

    void anUnwritablePlaceIsUnavailable();
    void aFailedWriteLeavesNothingAndTheLogGoesOn();
    void aLostSiteKeyIsUnavailable();
    void noFileIsAStoreError();

private:
    void write(int count);
    uk::AuditVerification verified();
    uk::AuditVerification verified(const QString &fileName, uk::KeyStore &keys);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_fileName;
    std::unique_ptr<uk::KeyStore> m_keys;
    std::unique_ptr<uk::FixedClock> m_clock;
};

void AuditLogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fileName = m_folder->filePath(u"audit.sqlite"_s);
    m_keys = uk::makeMemoryKeyStore();
    m_clock = std::make_unique<uk::FixedClock>(QDateTime({2025, 11, 8}, {0, 15, 30, 250}, Qt::UTC));
}

void AuditLogTest::cleanup()
{
    m_keys.reset();
    m_folder.reset();
}

void AuditLogTest::write(int count)
{
    uk::AuditLog log(m_fileName, *m_keys, *m_clock);
    for (int i = 0; i < count; ++i) {
        const auto done = await<void>([&](auto reply) { log.append(entryOf(uk::AuditEvent::Viewed), reply); });
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
    }
    QTest::qWait(0); // the last anchor
}

uk::AuditVerification AuditLogTest::verified()
{
    return verified(m_fileName, *m_keys);
}

uk::AuditVerification AuditLogTest::verified(const QString &fileName, uk::KeyStore &keys)
{
    const auto result
        = await<uk::AuditVerification>([&](auto reply) { uk::verifyAuditLog(fileName, keys, this, reply); });
    return result ? *result : uk::AuditVerification{false, -1, -1, result.error().detail};
}

void AuditLogTest::everyEventHasItsOwnDottedCode()
{
    QSet<QString> codes;
    int events = 0;
    for (; events <= static_cast<int>(uk::AuditEvent::LogVerified); ++events) {
        const QString code = uk::auditEventCode(static_cast<uk::AuditEvent>(events));
        static const QRegularExpression dotted(u"^[a-z]+(\\.[a-z]+)*$"_s);
        QVERIFY2(dotted.match(code).hasMatch(), qPrintable(code));
        codes.insert(code);
    }
    QCOMPARE(codes.size(), events);
    QVERIFY(!codes.contains(u"unknown"_s));
}

void AuditLogTest::anEntryIsOneLineWithItsFields()
{
    uk::AuditEntry entry{uk::AuditEvent::Fetched, u"u-7"_s, u"clinician"_s, u"s-9"_s, u"ab12"_s, u"questionnaire"_s,
        u"Q-1"_s, u"failed"_s, u"UK-A002"_s, u"typed"_s, 3};
    const uk::AuditStamp stamp{m_clock->nowUtc(), 4711, u"run"_s};
    const QByteArray line = uk::auditLine(12, stamp, entry);
    const QJsonObject expected{{u"seq"_s, 12}, {u"ts_utc"_s, u"2025-11-08T00:15:30.250Z"_s}, {u"tz"_s, u"+09:00"_s},
        {u"ts_mono"_s, 4711}, {u"run_id"_s, u"run"_s}, {u"app_ver"_s, QStringLiteral(UKETSUKE_VERSION)},
        {u"event"_s, u"fetched"_s}, {u"user_id"_s, u"u-7"_s}, {u"role"_s, u"clinician"_s}, {u"session_id"_s, u"s-9"_s},
        {u"subject_ref"_s, u"ab12"_s}, {u"object_type"_s, u"questionnaire"_s}, {u"object_ref"_s, u"Q-1"_s},
        {u"outcome"_s, u"failed"_s}, {u"code"_s, u"UK-A002"_s}, {u"reason"_s, u"typed"_s}, {u"count"_s, 3}};
    QCOMPARE(QJsonDocument::fromJson(line).object(), expected);
}

void AuditLogTest::textsCannotBreakOrDisguiseALine()
{
    uk::AuditEntry entry = entryOf(uk::AuditEvent::Viewed);
    const QString nasty = u"a\nb\r\"c\\\x1b[2J\x202e d\x2028\x85\x7f"_s + QString::fromUcs4(U"\U0001F600");
    entry.objectRef = nasty;
    const QByteArray line = uk::auditLine(1, {m_clock->nowUtc(), 0, {}}, entry);
    for (const char c : line)
        QVERIFY(c >= 0x20 && c < 0x7f);
    QCOMPARE(QJsonDocument::fromJson(line)[u"object_ref"_s].toString(), nasty);
}

void AuditLogTest::repliesComeInOrderAndTheLogIsIntact()
{
    uk::AuditLog log(m_fileName, *m_keys, *m_clock);
    QList<int> order;
    constexpr int count = 50;
    for (int i = 0; i < count; ++i) {
        log.append(entryOf(uk::AuditEvent::ItemEdited), [&order, i](const uk::Result<void> &done) {
            QVERIFY(done);
            order.append(i);
        });
    }
    QVERIFY(order.isEmpty());
    QTRY_COMPARE(order.size(), count);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(verified(), (uk::AuditVerification{true, count, 0, {}}));
    const auto lines = uk::readAuditLines(m_fileName, 49, 10);
    QVERIFY(lines);
    QCOMPARE(lines->size(), 2);
    QCOMPARE(QJsonDocument::fromJson(lines->last())[u"seq"_s].toInt(), count);
}

void AuditLogTest::theLogGoesOnAfterARestart()
{
    write(3);
    write(2);
    QCOMPARE(verified(), (uk::AuditVerification{true, 5, 0, {}}));
}

void AuditLogTest::theSubjectReferenceIsStableAndKeyed()
{
    const QByteArray serial("serial-0001");
    QString first;
    {
        uk::AuditLog log(m_fileName, *m_keys, *m_clock);
        QVERIFY(log.subjectReference(serial).isEmpty());
        QVERIFY(await<void>([&](auto reply) { log.open(reply); }));
        first = log.subjectReference(serial);
        QCOMPARE(first.size(), 32);
        QVERIFY(log.subjectReference("serial-0002") != first);
    }
    uk::AuditLog again(m_fileName, *m_keys, *m_clock);
    QVERIFY(await<void>([&](auto reply) { again.open(reply); }));
    QCOMPARE(again.subjectReference(serial), first);

    const auto otherKeys = uk::makeMemoryKeyStore();
    uk::AuditLog other(m_folder->filePath(u"other.sqlite"_s), *otherKeys, *m_clock);
    QVERIFY(await<void>([&](auto reply) { other.open(reply); }));
    QVERIFY(other.subjectReference(serial) != first);
}

void AuditLogTest::aClockJumpIsWrittenAndTold()
{
    uk::AuditLog log(m_fileName, *m_keys, *m_clock);
    const QSignalSpy told(&log, &uk::AuditLog::clockJumped);
    QVERIFY(await<void>([&](auto reply) { log.append(entryOf(uk::AuditEvent::Viewed), reply); }));
    for (const qint64 hours : {-1, 24}) {
        m_clock->advance(hours * 3'600'000);
        QVERIFY(await<void>([&](auto reply) { log.append(entryOf(uk::AuditEvent::Viewed), reply); }));
    }
    QCOMPARE(told.size(), 2);
    const auto lines = uk::readAuditLines(m_fileName, 1, 100);
    QVERIFY(lines);
    QStringList events;
    for (const QByteArray &line : *lines)
        events.append(QJsonDocument::fromJson(line)[u"event"_s].toString());
    QCOMPARE(events, (QStringList{u"viewed"_s, u"clock.jumped"_s, u"viewed"_s, u"clock.jumped"_s, u"viewed"_s}));
    QVERIFY(QJsonDocument::fromJson(lines->at(1))[u"count"_s].toInt() <= -3500);
    QVERIFY(QJsonDocument::fromJson(lines->at(3))[u"count"_s].toInt() >= 86'000);
    QVERIFY(verified().isIntact);
}

void AuditLogTest::theFileIsPrivate()
{
    write(1);
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        if (QFileInfo::exists(m_fileName + suffix))
            QVERIFY(!(QFile::permissions(m_fileName + suffix)
                & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }
}

void AuditLogTest::anAttackIsFound_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<qint64>("firstBad");
    QTest::newRow("one byte of a line")
        << QStringList{u"UPDATE entries SET line = replace(line, 'u-1', 'u-2') WHERE seq = 4"_s} << qint64(4);
    QTest::newRow("a hash") << QStringList{u"UPDATE entries SET hash = zeroblob(32) WHERE seq = 4"_s} << qint64(4);
    QTest::newRow("first deleted") << QStringList{u"DELETE FROM entries WHERE seq = 1"_s} << qint64(1);
    QTest::newRow("middle deleted") << QStringList{u"DELETE FROM entries WHERE seq = 5"_s} << qint64(5);
    QTest::newRow("deleted and renumbered")
        << QStringList{u"DELETE FROM entries WHERE seq = 5"_s, u"UPDATE entries SET seq = seq - 1 WHERE seq > 5"_s}
        << qint64(5);
    QTest::newRow("tail cut") << QStringList{u"DELETE FROM entries WHERE seq > 7"_s} << qint64(8);
    QTest::newRow("everything cut") << QStringList{u"DELETE FROM entries"_s} << qint64(1);
    QTest::newRow("inserted at the end")
        << QStringList{u"INSERT INTO entries SELECT 11, line, hash FROM entries WHERE seq = 10"_s} << qint64(11);
    QTest::newRow("inserted in the middle") << QStringList{u"UPDATE entries SET seq = -(seq + 1) WHERE seq > 5"_s,
        u"UPDATE entries SET seq = -seq WHERE seq < 0"_s,
        u"INSERT INTO entries SELECT 6, line, hash FROM entries WHERE seq = 3"_s}
                                            << qint64(6);
    QTest::newRow("two exchanged") << QStringList{u"UPDATE entries SET seq = 100 WHERE seq = 3"_s,
        u"UPDATE entries SET seq = 3 WHERE seq = 4"_s, u"UPDATE entries SET seq = 4 WHERE seq = 100"_s}
                                   << qint64(3);
    QTest::newRow("sealed state damaged") << QStringList{u"UPDATE header SET state = zeroblob(100)"_s} << qint64(1);
    QTest::newRow("first key damaged") << QStringList{u"UPDATE header SET first_key = state"_s} << qint64(1);
    QTest::newRow("log id changed") << QStringList{u"UPDATE header SET log_id = zeroblob(16)"_s} << qint64(1);
}

void AuditLogTest::anAttackIsFound()
{
    QFETCH(QStringList, statements);
    write(10);
    QVERIFY(verified().isIntact);
    QVERIFY(attack(m_fileName, statements));
    const auto result = verified();
    QVERIFY(!result.isIntact);
    QVERIFY(!result.reason.isEmpty());
    QTEST(result.firstBadSequence, "firstBad");
}

/// The attacker has the site key and so the key of the next entry, but none of an earlier one.
void AuditLogTest::reChainingWithTheCurrentKeyIsFound()
{
    write(10);
    const QByteArray siteKey = *await<QByteArray>([&](auto reply) { m_keys->read(uk::siteKeyName(), reply); });
    const QByteArray logId = firstColumn(m_fileName, u"SELECT log_id FROM header"_s).first().toByteArray();
    const QByteArray sealed = firstColumn(m_fileName, u"SELECT state FROM header"_s).first().toByteArray();
    const QByteArray currentKey = uk::unsealedState(siteKey, logId, sealed)->nextKey;

    uk::ChainState forged = uk::firstState(logId, currentKey);
    QStringList statements{u"DELETE FROM entries"_s};
    for (const int sequence : {1, 2, 3}) {
        const QByteArray line = uk::auditLine(sequence, {m_clock->nowUtc(), 0, {}}, entryOf(uk::AuditEvent::SignedOut));
        forged = uk::stateAfter(logId, forged, line);
        statements.append(u"INSERT INTO entries VALUES (%1, '%2', x'%3')"_s.arg(
            QString::number(sequence), QString::fromLatin1(line), QString::fromLatin1(forged.hash.toHex())));
    }
    statements.append(
        u"UPDATE header SET state = x'%1'"_s.arg(QString::fromLatin1(uk::sealedState(siteKey, logId, forged).toHex())));
    QVERIFY(attack(m_fileName, statements));
    QCOMPARE(verified().firstBadSequence, 1);
}

void AuditLogTest::anOldCopyIsFoundAndNotWrittenOn()
{
    const QString old = m_folder->filePath(u"old.sqlite"_s);
    write(4);
    copyLog(m_fileName, old);
    write(3);
    copyLog(old, m_fileName);
    QVERIFY(!verified().isIntact);

    uk::AuditLog log(m_fileName, *m_keys, *m_clock);
    const auto done = await<void>([&](auto reply) { log.append(entryOf(uk::AuditEvent::Viewed), reply); });
    QVERIFY(!done);
    QCOMPARE(done.error().code, uk::ErrorCode::AuditTampered);
    QVERIFY(!verified().isIntact);
}

void AuditLogTest::exchangedFilesAreFound()
{
    write(3);
    const QString first = m_fileName;
    m_fileName = m_folder->filePath(u"second.sqlite"_s);
    write(3);
    const QString aside = m_folder->filePath(u"aside"_s);
    copyLog(first, aside);
    copyLog(m_fileName, first);
    copyLog(aside, m_fileName);
    QVERIFY(!verified(first, *m_keys).isIntact);
    QVERIFY(!verified().isIntact);
}

void AuditLogTest::aCopyElsewhereIsFound()
{
    write(3);
    const QString copy = m_folder->filePath(u"copy.sqlite"_s);
    copyLog(m_fileName, copy);
    QVERIFY(!verified(copy, *m_keys).isIntact);
}

void AuditLogTest::aDeletedLogIsFoundAndNotReplaced()
{
    write(3);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_fileName + suffix);
    uk::AuditLog log(m_fileName, *m_keys, *m_clock);
    const auto done = await<void>([&](auto reply) { log.append(entryOf(uk::AuditEvent::Viewed), reply); });
    QVERIFY(!done);
    QCOMPARE(done.error().code, uk::ErrorCode::AuditTampered);
}

void AuditLogTest::aLogDeletedWhileInUseIsUnavailable()
{
    uk::AuditLog log(m_fileName, *m_keys, *m_clock);
    QVERIFY(await<void>([&](auto reply) { log.append(entryOf(uk::AuditEvent::Viewed), reply); }));
    QVERIFY(QFile::remove(m_fileName));
    const auto done = await<void>([&](auto reply) { log.append(entryOf(uk::AuditEvent::Viewed), reply); });
    QVERIFY(!done);
    QCOMPARE(done.error().code, uk::ErrorCode::AuditUnavailable);
}

void AuditLogTest::aForeignSiteKeyIsFound()
{
    write(3);
    const QByteArray other = uk::randomBytes(uk::sealKeySize);
    QVERIFY(await<void>([&](auto reply) { m_keys->write(uk::siteKeyName(), other, reply); }));
    QVERIFY(!verified().isIntact);
}

void AuditLogTest::anUnwritablePlaceIsUnavailable()
{
    // A file where the folder should be: no user, root included, can make the log there.
    QFile file(m_folder->filePath(u"no-folder"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    uk::AuditLog log(m_folder->filePath(u"no-folder/audit.sqlite"_s), *m_keys, *m_clock);
    const auto done = await<void>([&](auto reply) { log.append(entryOf(uk::AuditEvent::Viewed), reply); });
    QVERIFY(!done);
    QCOMPARE(done.error().code, uk::ErrorCode::AuditUnavailable);
}

void AuditLogTest::aFailedWriteLeavesNothingAndTheLogGoesOn()
{
    write(1);
    QVERIFY(attack(m_fileName, {u"CREATE TRIGGER no BEFORE UPDATE ON header BEGIN SELECT RAISE(ABORT, 'no'); END"_s}));
    uk::AuditLog log(m_fileName, *m_keys, *m_clock);
    const auto done = await<void>([&](auto reply) { log.append(entryOf(uk::AuditEvent::Viewed), reply); });
    QVERIFY(!done);
    QCOMPARE(done.error().code, uk::ErrorCode::AuditUnavailable);
    QVERIFY(attack(m_fileName, {u"DROP TRIGGER no"_s}));
    QVERIFY(await<void>([&](auto reply) { log.append(entryOf(uk::AuditEvent::Viewed), reply); }));
    QCOMPARE(verified(), (uk::AuditVerification{true, 2, 0, {}}));
}

void AuditLogTest::aLostSiteKeyIsUnavailable()
{
    write(2);
    QVERIFY(await<void>([&](auto reply) { m_keys->remove(uk::siteKeyName(), reply); }));
    uk::AuditLog log(m_fileName, *m_keys, *m_clock);
    const auto done = await<void>([&](auto reply) { log.append(entryOf(uk::AuditEvent::Viewed), reply); });
    QVERIFY(!done);
    QCOMPARE(done.error().code, uk::ErrorCode::AuditUnavailable);
}

void AuditLogTest::noFileIsAStoreError()
{
    const auto result
        = await<uk::AuditVerification>([&](auto reply) { uk::verifyAuditLog(m_fileName, *m_keys, this, reply); });
    QVERIFY(!result);
    QCOMPARE(result.error().code, uk::ErrorCode::StoreFailed);
}

QTEST_GUILESS_MAIN(AuditLogTest)
#include "tst_auditlog.moc"
