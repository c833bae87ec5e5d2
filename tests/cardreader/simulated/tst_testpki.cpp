// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/personalization.h"
#include "cardreader/simulated/trainingkeys.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

const QDate kToday(2026, 11, 21);

using Certificate = std::shared_ptr<X509>;

QList<Certificate> certificatesIn(const QByteArray &pem)
{
    QList<Certificate> list;
    const BioPointer bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    while (X509 *certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        list.append(Certificate(certificate, X509_free));
    return list;
}

Certificate certificateOn(const QStringList &variants, const TestPki &pki, const QString &key = u"one"_s)
{
    auto card = makeCard({.key = key, .name = u"訓練　太郎"_s, .address = u"東京都千代田区１"_s,
                          .dateOfBirth = QDate(1990, 1, 1), .sex = u"1"_s, .variants = variants}, pki);
    if (!card)
        return {};
    card->powerOn();
    (void)card->transmit(QByteArray::fromHex("00A4040C0AD392F000260100000001"));
    const QByteArray file = card->transmit(QByteArray::fromHex("00B08A00000000"));
    const auto *position = reinterpret_cast<const unsigned char *>(file.constData());
    return Certificate(d2i_X509(nullptr, &position, static_cast<long>(file.size())), X509_free);
}

int verification(const Certificate &certificate, const QByteArray &rootsPem, QDate day)
{
    const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), &X509_STORE_free);
    for (const Certificate &root : certificatesIn(rootsPem))
        X509_STORE_add_cert(store.get(), root.get());
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(X509_STORE_CTX_new(),
                                                                                  &X509_STORE_CTX_free);
    X509_STORE_CTX_init(context.get(), store.get(), certificate.get(), nullptr);
    X509_STORE_CTX_set_time(context.get(), 0, QDateTime(day, QTime(12, 0), Qt::UTC).toSecsSinceEpoch());
    X509_verify_cert(context.get());
    return X509_STORE_CTX_get_error(context.get());
}

QByteArray keyOf(const Certificate &certificate)
{
    unsigned char *bytes = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &bytes);
    const QByteArray key(reinterpret_cast<const char *>(bytes), length);
    OPENSSL_free(bytes);
    return key;
}

QSet<QString> names(const QString &folder, QDir::Filters filters = QDir::Files)
{
    const QStringList list = QDir(folder).entryList(filters);
    return {list.begin(), list.end()};
}

} // namespace

class TestTestPki : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void rootsAreThreeGenerationsOfOneName();
    void chainOfEachVariantEndsAsItShould_data();
    void chainOfEachVariantEndsAsItShould();
    void everyTrainingKeyIsAProperKey_data();
    void everyTrainingKeyIsAProperKey();
    void rootsInMemoryAreTheSameEveryTimeAndThoseOfAFolderAreNot();
    void everyPersonHasAnotherKeyAndSerial();
    void cardKeepsItsKeyWhileTheFolderStays();
    void certificatesAreIssuedAgainWhenTheirTimeIsOver();
    void damagedFilesAreReplaced();
#ifndef _WIN32 // there files have their folder's access lists, which QFile does not change
    void keysAreReadableByTheirOwnerOnly();
#endif
    void folderThatCannotBeMadeIsAnError();

private:
    std::optional<TestPki> m_pki;
    QByteArray m_roots;
};

void TestTestPki::initTestCase()
{
    m_pki = TestPki::inMemory(kToday);
    const auto roots = m_pki->rootsPem();
    QVERIFY(roots);
    m_roots = *roots;
}

void TestTestPki::rootsAreThreeGenerationsOfOneName()
{
    const QList<Certificate> roots = certificatesIn(m_roots);
    QCOMPARE(roots.size(), 3);
    QSet<QByteArray> keys;
    for (const Certificate &root : roots) {
        QCOMPARE(X509_NAME_cmp(X509_get_subject_name(root.get()), X509_get_subject_name(roots[0].get())), 0);
        QVERIFY(X509_check_ca(root.get()) > 0);
        keys.insert(keyOf(root));
    }
    QCOMPARE(keys.size(), 3);
}

void TestTestPki::chainOfEachVariantEndsAsItShould_data()
{
    QTest::addColumn<QStringList>("variants");
    QTest::addColumn<int>("expected");
    QTest::newRow("usual") << QStringList{} << X509_V_OK;
    QTest::newRow("first generation") << QStringList{u"ca-1"_s} << X509_V_ERR_CERT_HAS_EXPIRED;
    QTest::newRow("second generation") << QStringList{u"ca-2"_s} << X509_V_OK;
    QTest::newRow("elliptic curve") << QStringList{u"ec-p384"_s} << X509_V_OK;
    QTest::newRow("expires soon") << QStringList{u"expires-soon"_s} << X509_V_OK;
    QTest::newRow("expired") << QStringList{u"expired"_s} << X509_V_ERR_CERT_HAS_EXPIRED;
    QTest::newRow("not yet valid") << QStringList{u"not-yet-valid"_s} << X509_V_ERR_CERT_NOT_YET_VALID;
    QTest::newRow("wrong CA") << QStringList{u"wrong-ca"_s} << X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY;
}

void TestTestPki::chainOfEachVariantEndsAsItShould()
{
    QFETCH(const QStringList, variants);
    QFETCH(const int, expected);
    const Certificate certificate = certificateOn(variants, *m_pki);
    QVERIFY(certificate);
    QCOMPARE(verification(certificate, m_roots, kToday), expected);
}

void TestTestPki::everyTrainingKeyIsAProperKey_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : publicTrainingKeyNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestTestPki::everyTrainingKeyIsAProperKey()
{
    QFETCH(const QString, name);
    const TestKey key = publicTrainingKey(name);
    QVERIFY(!key.isNull());
    QCOMPARE(key.modulus().size(), 256);
    QCOMPARE(publicTrainingKey(name).modulus(), key.modulus());
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(EVP_PKEY_CTX_new(key.get(), nullptr),
                                                                              &EVP_PKEY_CTX_free);
    QCOMPARE(EVP_PKEY_check(context.get()), 1); // both primes are prime, and everything fits together
    QVERIFY(publicTrainingKey(name + u"x"_s).isNull());
}

void TestTestPki::rootsInMemoryAreTheSameEveryTimeAndThoseOfAFolderAreNot()
{
    const auto again = certificatesIn(*TestPki::inMemory(kToday).rootsPem());
    const auto known = certificatesIn(m_roots);
    QTemporaryDir folder;
    const auto random = certificatesIn(*TestPki::inFolder(folder.path(), kToday)->rootsPem());
    for (int generation = 0; generation < 3; ++generation) {
        QCOMPARE(keyOf(again[generation]), keyOf(known[generation]));
        QVERIFY(keyOf(random[generation]) != keyOf(known[generation]));
    }
}

void TestTestPki::everyPersonHasAnotherKeyAndSerial()
{
    const Certificate one = certificateOn({}, *m_pki, u"one"_s);
    const Certificate two = certificateOn({}, *m_pki, u"two"_s);
    QVERIFY(keyOf(one) != keyOf(two));
    QVERIFY(ASN1_INTEGER_cmp(X509_get0_serialNumber(one.get()), X509_get0_serialNumber(two.get())) != 0);
    QVERIFY(X509_NAME_cmp(X509_get_subject_name(one.get()), X509_get_subject_name(two.get())) != 0);
}

void TestTestPki::cardKeepsItsKeyWhileTheFolderStays()
{
    QTemporaryDir folder;
    const auto first = TestPki::inFolder(folder.path(), kToday);
    QVERIFY(first);
    const Certificate before = certificateOn({}, *first);
    const QSet<QString> files = names(folder.path());
    const auto second = TestPki::inFolder(folder.path(), kToday.addDays(1));
    QVERIFY(second);
    const Certificate after = certificateOn({}, *second);
    QCOMPARE(X509_cmp(before.get(), after.get()), 0);
    QCOMPARE(*first->rootsPem(), *second->rootsPem());
    QCOMPARE(*first->basicInfoRootsPem(), *second->basicInfoRootsPem());
    QCOMPARE(names(folder.path()), files);
    QVERIFY(files.contains(u"roots.pem"_s) && files.contains(u"basic-info-roots.pem"_s));
}

void TestTestPki::certificatesAreIssuedAgainWhenTheirTimeIsOver()
{
    QTemporaryDir folder;
    const auto now = TestPki::inFolder(folder.path(), kToday);
    const Certificate before = certificateOn({u"not-yet-valid"_s}, *now);
    const QDate later = kToday.addDays(30);
    const auto then = TestPki::inFolder(folder.path(), later);
    const Certificate after = certificateOn({u"not-yet-valid"_s}, *then);
    QCOMPARE(keyOf(before), keyOf(after));
    QCOMPARE(verification(before, *then->rootsPem(), later), X509_V_OK);
    QCOMPARE(verification(after, *then->rootsPem(), later), X509_V_ERR_CERT_NOT_YET_VALID);
}

void TestTestPki::damagedFilesAreReplaced()
{
    QTemporaryDir folder;
    QVERIFY(TestPki::inFolder(folder.path(), kToday));
    for (const char *name : {"ca-auth-3.key.pem", "basic-info-root.key.pem", "ca-auth-2.pem"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("-----BEGIN");
    }
    const auto again = TestPki::inFolder(folder.path(), kToday);
    QVERIFY(again);
    QCOMPARE(verification(certificateOn({}, *again), *again->rootsPem(), kToday), X509_V_OK);
}

#ifndef _WIN32
void TestTestPki::keysAreReadableByTheirOwnerOnly()
{
    QTemporaryDir folder;
    QVERIFY(TestPki::inFolder(folder.path(), kToday));
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(folder.filePath(u"ca-auth-3.key.pem"_s)) & others));
    QVERIFY(QFile::permissions(folder.filePath(u"roots.pem"_s)) & QFile::ReadOther);
}
#endif

void TestTestPki::folderThatCannotBeMadeIsAnError()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto pki = TestPki::inFolder(folder.filePath(u"file/below"_s), kToday);
    QVERIFY(!pki);
    QCOMPARE(pki.error().code, ErrorCode::StoreFailed);
}

QTEST_GUILESS_MAIN(TestTestPki)
#include "tst_testpki.moc"
