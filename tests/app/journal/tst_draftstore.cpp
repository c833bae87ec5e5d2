// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/journal/draftfile.h"
#include "app/journal/draftstore.h"
#include "app/journal/sealing.h"
#include "tests/support/await.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using uktest::await;

namespace {

/// A key store that is locked or not there.
class RefusingKeyStore final : public uk::KeyStore
{
public:
    explicit RefusingKeyStore(uk::ErrorCode code)
        : m_code(code)
    {
    }
    void read(const QString &, uk::Reply<QByteArray> reply) override { reply(uk::failure(m_code)); }
    void write(const QString &, const QByteArray &, uk::Reply<void> reply) override { reply(uk::failure(m_code)); }
    void remove(const QString &, uk::Reply<void> reply) override { reply(uk::failure(m_code)); }

private:
    uk::ErrorCode m_code;
};

const QByteArray answers = "体温 36.5 山田花子"; // stands for what staff typed

} // namespace

class DraftStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void aSavedDraftIsReadBackAlsoAfterARestart();
    void saveReplacesAndTheListingHasNoContent();
    void nothingOfTheContentIsInTheFolder();
    void removeTakesFileAndKey();
    void removeAfterAPendingSaveLeavesNothing();
    void removeOfNothingSucceeds();

    void everyChangedByteMakesTheDraftUnreadable();
    void aDraftGivenToAnotherVisitIsUnreadable();
    void aDraftWithoutItsKeyIsUnreadable();
    void aDamagedDraftLeavesTheOthersAlone();

    void aRefusingKeyStoreIsNamed_data();
    void aRefusingKeyStoreIsNamed();
    void aPlaceThatCannotBeWrittenIsNotSaved();
    void aHalfWrittenFileIsClearedAtTheStart();
    void theVisitIdDoesNotBecomeAPath();

private:
    uk::Result<void> save(uk::DraftStore &store, const QString &visitId, const QByteArray &plain = answers)
    {
        return await<void>([&](auto reply) { store.save({visitId, {}, u"12"_s, u"ab34"_s}, plain, reply); });
    }
    uk::Result<QByteArray> load(uk::DraftStore &store, const QString &visitId)
    {
        return await<QByteArray>([&](auto reply) { store.load(visitId, reply); });
    }
    QString fileOf(const QString &visitId) const { return m_path + u'/' + uk::draftName(visitId) + u".draft"_s; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<uk::KeyStore> m_keys;
    std::unique_ptr<uk::FixedClock> m_clock;
};

void DraftStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"drafts"_s);
    m_keys = uk::makeMemoryKeyStore();
    m_clock = std::make_unique<uk::FixedClock>(QDateTime({2025, 11, 8}, {1, 0}, Qt::UTC));
}

void DraftStoreTest::aSavedDraftIsReadBackAlsoAfterARestart()
{
    {
        uk::DraftStore store(m_path, *m_keys, *m_clock);
        QVERIFY(save(store, u"v1"_s));
        QCOMPARE(*load(store, u"v1"_s), answers);
    }
    uk::DraftStore again(m_path, *m_keys, *m_clock);
    QCOMPARE(*load(again, u"v1"_s), answers);
}

void DraftStoreTest::saveReplacesAndTheListingHasNoContent()
{
    uk::DraftStore store(m_path, *m_keys, *m_clock);
    QVERIFY(save(store, u"v1"_s, "first"));
    m_clock->advance(60'000);
    QVERIFY(save(store, u"v1"_s, "second"));
    m_clock->advance(60'000);
    QVERIFY(save(store, u"v2"_s));
    QCOMPARE(*load(store, u"v1"_s), QByteArray("second"));

    const auto visits = store.openVisits();
    QCOMPARE(visits.size(), 2);
    QCOMPARE(visits[0].visitId, u"v2"_s);
    QCOMPARE(visits[1].savedAt, QDateTime({2025, 11, 8}, {1, 1}, Qt::UTC));
    QCOMPARE(visits[1].slipNumber, u"12"_s);
    QCOMPARE(visits[1].subjectRef, u"ab34"_s);
}

void DraftStoreTest::nothingOfTheContentIsInTheFolder()
{
    uk::DraftStore store(m_path, *m_keys, *m_clock);
    QVERIFY(save(store, u"v1"_s));
    const QFileInfoList files = QDir(m_path).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(!(files[0].permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(!(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
    QFile file(files[0].filePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray stored = file.readAll();
    for (const QByteArray &canary : {answers, QByteArray("36.5"), QByteArray("山田花子"), answers.toBase64()})
        QVERIFY(!stored.contains(canary));
}

void DraftStoreTest::removeTakesFileAndKey()
{
    uk::DraftStore store(m_path, *m_keys, *m_clock);
    QVERIFY(save(store, u"v1"_s));
    QFile copy(fileOf(u"v1"_s));
    QVERIFY(copy.copy(m_folder->filePath(u"copy"_s)));
    QVERIFY(await<void>([&](auto reply) { store.remove(u"v1"_s, reply); }));
    QVERIFY(QDir(m_path).isEmpty());
    QVERIFY(store.openVisits().isEmpty());
    QVERIFY(QFile::copy(m_folder->filePath(u"copy"_s), fileOf(u"v1"_s)));
    QCOMPARE(load(store, u"v1"_s).error().code, uk::ErrorCode::DraftUnreadable);
}

void DraftStoreTest::removeAfterAPendingSaveLeavesNothing()
{
    uk::DraftStore store(m_path, *m_keys, *m_clock);
    int saved = 0;
    for (int i = 0; i < 5; ++i)
        store.save({u"v1"_s, {}, {}, {}}, answers, [&](const uk::Result<void> &done) { saved += done ? 1 : 0; });
    QVERIFY(await<void>([&](auto reply) { store.remove(u"v1"_s, reply); }));
    QCOMPARE(saved, 5);
    QVERIFY(QDir(m_path).isEmpty());
}

void DraftStoreTest::removeOfNothingSucceeds()
{
    uk::DraftStore store(m_path, *m_keys, *m_clock);
    QVERIFY(await<void>([&](auto reply) { store.remove(u"v9"_s, reply); }));
}

void DraftStoreTest::everyChangedByteMakesTheDraftUnreadable()
{
    {
        uk::DraftStore store(m_path, *m_keys, *m_clock);
        QVERIFY(save(store, u"v1"_s));
    }
    QFile file(fileOf(u"v1"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    file.close();
    const QByteArray key
        = *await<QByteArray>([&](auto reply) { m_keys->read(u"draft/"_s + uk::draftName(u"v1"_s), reply); });
    QCOMPARE(*uk::readDraft(m_path, u"v1"_s, key), answers);
    for (qsizetype at = 0; at <= good.size(); ++at) {
        QByteArray bad = good;
        if (at == good.size())
            bad.chop(1);
        else
            bad[at] = static_cast<char>(bad[at] ^ 0x01);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bad);
        file.close();
        const auto result = uk::readDraft(m_path, u"v1"_s, key);
        QVERIFY2(!result, qPrintable(u"byte %1"_s.arg(at)));
        QCOMPARE(result.error().code, uk::ErrorCode::DraftUnreadable);
    }
}

void DraftStoreTest::aDraftGivenToAnotherVisitIsUnreadable()
{
    uk::DraftStore store(m_path, *m_keys, *m_clock);
    QVERIFY(save(store, u"v1"_s, "one"));
    QVERIFY(save(store, u"v2"_s, "two"));
    QVERIFY(QFile::remove(fileOf(u"v2"_s)));
    QVERIFY(QFile::copy(fileOf(u"v1"_s), fileOf(u"v2"_s)));
    QCOMPARE(load(store, u"v2"_s).error().code, uk::ErrorCode::DraftUnreadable);
    QCOMPARE(store.openVisits().size(), 1);
}

void DraftStoreTest::aDraftWithoutItsKeyIsUnreadable()
{
    {
        uk::DraftStore store(m_path, *m_keys, *m_clock);
        QVERIFY(save(store, u"v1"_s));
    }
    const auto otherKeys = uk::makeMemoryKeyStore();
    uk::DraftStore store(m_path, *otherKeys, *m_clock);
    QCOMPARE(load(store, u"v1"_s).error().code, uk::ErrorCode::DraftUnreadable);
}

void DraftStoreTest::aDamagedDraftLeavesTheOthersAlone()
{
    uk::DraftStore store(m_path, *m_keys, *m_clock);
    QVERIFY(save(store, u"v1"_s));
    QVERIFY(save(store, u"v2"_s));
    QFile file(fileOf(u"v1"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("noise");
    file.close();
    QVERIFY(!load(store, u"v1"_s));
    QCOMPARE(*load(store, u"v2"_s), answers);
    QCOMPARE(store.openVisits().size(), 1);
}

void DraftStoreTest::aRefusingKeyStoreIsNamed_data()
{
    QTest::addColumn<uk::ErrorCode>("code");
    QTest::newRow("missing") << uk::ErrorCode::KeychainMissing;
    QTest::newRow("locked") << uk::ErrorCode::KeychainLocked;
}

void DraftStoreTest::aRefusingKeyStoreIsNamed()
{
    QFETCH(uk::ErrorCode, code);
    RefusingKeyStore keys(code);
    uk::DraftStore store(m_path, keys, *m_clock);
    QCOMPARE(save(store, u"v1"_s).error().code, code);
    QCOMPARE(load(store, u"v1"_s).error().code, code);
    QVERIFY(store.openVisits().isEmpty());
}

void DraftStoreTest::aPlaceThatCannotBeWrittenIsNotSaved()
{
    QFile file(m_path); // a file where the folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    uk::DraftStore store(m_path, *m_keys, *m_clock);
    QCOMPARE(save(store, u"v1"_s).error().code, uk::ErrorCode::DraftNotSaved);
}

void DraftStoreTest::aHalfWrittenFileIsClearedAtTheStart()
{
    QVERIFY(QDir().mkpath(m_path));
    const QString half = fileOf(u"v1"_s) + u".AbCdEf"_s;
    QFile file(half);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("half");
    file.close();
    uk::DraftStore store(m_path, *m_keys, *m_clock);
    QVERIFY(save(store, u"v1"_s));
    QVERIFY(!QFile::exists(half));
    QCOMPARE(*load(store, u"v1"_s), answers);
}

void DraftStoreTest::theVisitIdDoesNotBecomeAPath()
{
    uk::DraftStore store(m_path, *m_keys, *m_clock);
    const QString visitId = u"../../escape"_s;
    QVERIFY(save(store, visitId));
    QCOMPARE(*load(store, visitId), answers);
    QCOMPARE(QDir(m_path).entryList(QDir::Files).size(), 1);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"drafts"_s});
}

QTEST_GUILESS_MAIN(DraftStoreTest)
#include "tst_draftstore.moc"
