// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/tlv.h"
#include "cardreader/mynumber/authenticationtrust.h"
#include "cardreader/mynumber/basicinfo.h"
#include "tests/cardreader/mynumber/testcertificates.h"

#include <QCryptographicHash>
#include <QTest>

#include <openssl/core_names.h>

#include <functional>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace uk::test;

using Change = std::function<void(CertificateRecipe &)>;
Q_DECLARE_METATYPE(Change)

namespace {

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

QByteArray sign(const KeyPointer &key, const char *digest, const QByteArray &bytes)
{
    const DigestContextPointer context(EVP_MD_CTX_new());
    std::size_t size = 0;
    EVP_DigestSignInit(context.get(), nullptr, EVP_get_digestbyname(digest), nullptr, key.get());
    EVP_DigestSign(context.get(), nullptr, &size, bytesOf(bytes), static_cast<std::size_t>(bytes.size()));
    QByteArray signature(qsizetype(size), '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytesOf(bytes),
                   static_cast<std::size_t>(bytes.size()));
    signature.truncate(qsizetype(size));
    return signature;
}

/// The three files of the 入力補助 application as an issuer writes them.
struct InfoFiles
{
    QByteArray basicFour, integrity, certificate;
};

QByteArray fieldsOf(const QByteArray &name = "受付　花子", const QByteArray &birth = "19850405", const QByteArray &sex = "2")
{
    return writeTlv(0xDF22, name) + writeTlv(0xDF23, "東京都") + writeTlv(0xDF24, birth) + writeTlv(0xDF25, sex);
}

QByteArray basicFourOf(const QByteArray &fields)
{
    return writeTlv(0xFF20, writeTlv(0xDF21, hex("000E002000590064")) + fields);
}

QByteArray modulusOf(const KeyPointer &key)
{
    BIGNUM *n = nullptr;
    EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_RSA_N, &n);
    QByteArray bytes(BN_num_bytes(n), '\0');
    BN_bn2bin(n, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(n);
    return bytes;
}

const QByteArray rootId = "5000033" + hex("0805") + "001" + hex("00000000");

InfoFiles infoFiles(const KeyPointer &root, const KeyPointer &issuer)
{
    const QByteArray fields = fieldsOf();
    const QByteArray body = rootId + QByteArray(16, 's') + writeTlv(0x90, hex("010001")) + writeTlv(0x91, modulusOf(issuer));
    const QByteArray hashes = writeTlv(0xDF31, QByteArray(32, 'm'))
        + writeTlv(0xDF32, QCryptographicHash::hash(fields, QCryptographicHash::Sha256));
    return {basicFourOf(fields), writeTlv(0xFF30, hashes + writeTlv(0xDF33, sign(issuer, "SHA256", hashes))),
            writeTlv(0x7F21, writeTlv(0x5F4E, body) + writeTlv(0x5F37, sign(root, "SHA256", body)))};
}

} // namespace

class TestCardTrust : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();

    void aGoodCertificateIsTakenFromAnyGeneration();
    void aCertificateIsRefusedForItsReason_data();
    void aCertificateIsRefusedForItsReason();
    void anAuthorityIsRefusedForItsReason_data();
    void anAuthorityIsRefusedForItsReason();
    void testAuthoritiesNeedPermission();
    void aCertificateThatTellsNoUsageIsTaken();
    void theExpiredGenerationGivesItsReasonBesideTheOthers();
    void whatIsNoX509IsUnreadable();
    void everyCutOfACertificateIsRefused();
    void rsaSignaturesAreChecked();
    void p384SignaturesAreChecked();
    void otherKeysCannotSign();

    void theTestCardVectorIsRead();
    void malformedInformationIsUnreadable_data();
    void malformedInformationIsUnreadable();
    void anImpossibleBirthDateIsNoDate();
    void signedInformationIsTaken_data();
    void signedInformationIsTaken();
    void everyChangedByteIsNoticed();
    void informationOfAnotherIssuerIsRefused();
    void withoutRootsNothingIsTaken();

private:
    KeyPointer m_caKeys[3], m_key, m_otherKey;
    X509Pointer m_cas[3];
    std::vector<QByteArray> m_roots;
};

void TestCardTrust::initTestCase()
{
    for (int i = 0; i < 3; ++i) {
        m_caKeys[i] = rsaKey();
        m_cas[i] = makeCertificate(authority(m_caKeys[i]));
        m_roots.push_back(pemOf(m_cas[i]));
    }
    m_key = rsaKey();
    m_otherKey = rsaKey();
}

void TestCardTrust::aGoodCertificateIsTakenFromAnyGeneration()
{
    for (bool hasKeyIdentifiers : {true, false}) {
        for (int i = 0; i < 3; ++i) {
            CertificateRecipe recipe = resident(m_key, m_caKeys[i], m_cas[i]);
            recipe.hasKeyIdentifiers = hasKeyIdentifiers;
            const auto facts = AuthenticationTrust(m_roots, true).check(derOf(makeCertificate(recipe)), now());
            QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
            QVERIFY(facts->isTestIssuer);
            QCOMPARE(facts->notBefore.toSecsSinceEpoch(), recipe.notBefore.toSecsSinceEpoch());
            QCOMPARE(facts->notAfter.toSecsSinceEpoch(), recipe.notAfter.toSecsSinceEpoch());
        }
    }
    // All in one file, with other text around, is as good.
    const QByteArray all = "expired ones are kept\n" + m_roots[0] + "\n# second\n" + m_roots[1] + m_roots[2];
    QCOMPARE(AuthenticationTrust({all}, true).rootCount(), 3);
}

void TestCardTrust::aCertificateIsRefusedForItsReason_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, ErrorCode code, Change change) { QTest::newRow(name) << change << code; };
    using Recipe = CertificateRecipe;
    row("ended yesterday", ErrorCode::CertificateExpired, [](Recipe &r) { r.notAfter = now().addDays(-1); });
    row("begins tomorrow", ErrorCode::CertificateNotYetValid, [](Recipe &r) { r.notBefore = now().addDays(1); });
    row("usage without digitalSignature", ErrorCode::CertificateUnusable,
        [](Recipe &r) { r.keyUsage = "critical,keyEncipherment"; });
    row("a CA", ErrorCode::CertificateUnusable, [](Recipe &r) { r.basicConstraints = "critical,CA:TRUE"; });
    row("usage keyCertSign", ErrorCode::CertificateUnusable,
        [](Recipe &r) { r.keyUsage = "critical,digitalSignature,keyCertSign"; });
    row("no policy", ErrorCode::CertificateUnusable, [](Recipe &r) { r.policies.clear(); });
    row("policy of signature certificates", ErrorCode::CertificateUnusable,
        [](Recipe &r) { r.policies = "critical,1.2.392.200149.8.5.1.1.20"; });
    row("RSA-1024", ErrorCode::CertificateUnusable, [](Recipe &r) { r.key = rsaKey(1024); });
    row("P-256", ErrorCode::CertificateUnusable, [](Recipe &r) { r.key = ecKey("P-256"); });
    row("signed with SHA-1", ErrorCode::CertificateUnusable, [](Recipe &r) { r.digest = "SHA1"; });
    row("signed by another key of the same name", ErrorCode::CertificateUnknownIssuer,
        [this](Recipe &r) { r.issuerKey = m_otherKey; });
    row("signed by one generation, key identifier of another", ErrorCode::CertificateUnknownIssuer,
        [this](Recipe &r) { r.issuer = m_cas[1]; });
    row("any policy", ErrorCode::CertificateUnusable, [](Recipe &r) { r.policies = "critical,2.5.29.32.0"; });
    row("policy of the signature certificates' test environment", ErrorCode::CertificateUnusable,
        [](Recipe &r) { r.policies = "critical,1.2.392.200149.8.5.1.0.20"; });
    row("other name of the issuer", ErrorCode::CertificateUnknownIssuer, [this](Recipe &r) {
        CertificateRecipe other = authority(m_caKeys[0]);
        other.organization = "JPKI-OTHER";
        r.issuer = makeCertificate(other);
    });
    row("signed by itself", ErrorCode::CertificateUnknownIssuer, [](Recipe &r) {
        r.issuer.reset();
        r.issuerKey.reset();
    });
}

void TestCardTrust::aCertificateIsRefusedForItsReason()
{
    QFETCH(Change, change);
    QFETCH(ErrorCode, code);
    CertificateRecipe recipe = resident(m_key, m_caKeys[0], m_cas[0]);
    change(recipe);
    const auto facts = AuthenticationTrust(m_roots, true).check(derOf(makeCertificate(recipe)), now());
    QVERIFY(!facts);
    QVERIFY2(facts.error().code == code, qPrintable(QString(publicCode(facts.error().code)) + facts.error().detail));
}

void TestCardTrust::anAuthorityIsRefusedForItsReason_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, ErrorCode code, Change change) { QTest::newRow(name) << change << code; };
    using Recipe = CertificateRecipe;
    row("good", ErrorCode::Internal, [](Recipe &) {});
    row("ended", ErrorCode::CertificateUnknownIssuer, [](Recipe &r) { r.notAfter = now().addDays(-1); });
    row("not yet begun", ErrorCode::CertificateUnusable, [](Recipe &r) { r.notBefore = now().addDays(1); });
    row("without basic constraints", ErrorCode::RootsNotInstalled, [](Recipe &r) { r.basicConstraints.clear(); });
    row("CA:FALSE", ErrorCode::RootsNotInstalled, [](Recipe &r) { r.basicConstraints = "CA:FALSE"; });
    row("usage without keyCertSign", ErrorCode::RootsNotInstalled,
        [](Recipe &r) { r.keyUsage = "critical,digitalSignature"; });
    row("not signed by itself", ErrorCode::RootsNotInstalled, [this](Recipe &r) { r.issuerKey = m_otherKey; });
}

void TestCardTrust::anAuthorityIsRefusedForItsReason()
{
    QFETCH(Change, change);
    QFETCH(ErrorCode, code);
    CertificateRecipe recipe = authority(m_caKeys[0]);
    change(recipe);
    const QByteArray pem = pemOf(makeCertificate(recipe));
    const QByteArray der = derOf(makeCertificate(resident(m_key, m_caKeys[0], m_cas[0])));
    const auto facts = AuthenticationTrust({pem}, true).check(der, now());
    if (code == ErrorCode::Internal) {
        QVERIFY(facts);
        return;
    }
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, code);
}

void TestCardTrust::testAuthoritiesNeedPermission()
{
    const QByteArray der = derOf(makeCertificate(resident(m_key, m_caKeys[0], m_cas[0])));
    const AuthenticationTrust strict(m_roots, false);
    QCOMPARE(strict.rootCount(), 0);
    QCOMPARE(strict.check(der, now()).error().code, ErrorCode::CertificateUnknownIssuer);
    // The real organization needs none, and is not called a test.
    CertificateRecipe real = authority(m_caKeys[1]);
    real.organization = "JPKI";
    const X509Pointer ca = makeCertificate(real);
    const auto facts = AuthenticationTrust({m_roots[0], pemOf(ca)}, false)
                           .check(derOf(makeCertificate(resident(m_key, m_caKeys[1], ca))), now());
    QVERIFY(facts);
    QVERIFY(!facts->isTestIssuer);
}

void TestCardTrust::aCertificateThatTellsNoUsageIsTaken()
{
    CertificateRecipe recipe = resident(m_key, m_caKeys[0], m_cas[0]);
    recipe.keyUsage.clear();
    QVERIFY(AuthenticationTrust(m_roots, true).check(derOf(makeCertificate(recipe)), now()));
}

void TestCardTrust::theExpiredGenerationGivesItsReasonBesideTheOthers()
{
    CertificateRecipe old = authority(m_caKeys[0]);
    old.notBefore = now().addYears(-11);
    old.notAfter = now().addYears(-1);
    const X509Pointer ended = makeCertificate(old);
    const AuthenticationTrust trust({pemOf(ended), m_roots[1], m_roots[2]}, true);
    const auto fromEnded = trust.check(derOf(makeCertificate(resident(m_key, m_caKeys[0], ended))), now());
    QVERIFY(!fromEnded);
    // It is not the person's certificate that has to be renewed.
    QCOMPARE(fromEnded.error().code, ErrorCode::CertificateUnknownIssuer);
    const QDate lastDay = old.notAfter.toOffsetFromUtc(9 * 3600).date();
    QCOMPARE(fromEnded.error().arguments, QStringList{lastDay.toString(Qt::ISODate)});
    QVERIFY(trust.check(derOf(makeCertificate(resident(m_key, m_caKeys[1], m_cas[1]))), now()));
}

void TestCardTrust::whatIsNoX509IsUnreadable()
{
    const QByteArray der = derOf(makeCertificate(resident(m_key, m_caKeys[0], m_cas[0])));
    const AuthenticationTrust trust(m_roots, true);
    for (const QByteArray &bytes : {QByteArray(), QByteArray("x"), hex("3000"), der + '\0', der.mid(1)})
        QCOMPARE(trust.check(bytes, now()).error().code, ErrorCode::CardAnswerUnreadable);
    QCOMPARE(AuthenticationTrust({}, true).check(der, now()).error().code, ErrorCode::RootsNotInstalled);
    QCOMPARE(AuthenticationTrust({"no PEM at all"}, true).check(der, now()).error().code, ErrorCode::RootsNotInstalled);
}

void TestCardTrust::everyCutOfACertificateIsRefused()
{
    const QByteArray der = derOf(makeCertificate(resident(m_key, m_caKeys[0], m_cas[0])));
    const AuthenticationTrust trust(m_roots, true);
    for (qsizetype size = 0; size < der.size(); ++size)
        QVERIFY(!trust.check(QByteArrayView(der).first(size), now()));
    QVERIFY(trust.check(der, now()));
}

void TestCardTrust::rsaSignaturesAreChecked()
{
    const QByteArray der = derOf(makeCertificate(resident(m_key, m_caKeys[0], m_cas[0])));
    const QByteArray nonce = freshNonce().value();
    QCOMPARE(nonce.size(), 32);
    QVERIFY(freshNonce().value() != nonce);
    const QByteArray input = signatureInput(der, nonce).value();
    QCOMPARE(input.size(), 51);
    QCOMPARE(input.right(32), QCryptographicHash::hash(nonce, QCryptographicHash::Sha256));
    QByteArray signature = sign(m_key, "SHA256", nonce);
    QVERIFY(isSignatureRight(der, nonce, signature));
    QVERIFY(!isSignatureRight(der, freshNonce().value(), signature));
    QVERIFY(!isSignatureRight(der, nonce, sign(m_otherKey, "SHA256", nonce)));
    QVERIFY(!isSignatureRight(der, nonce, {}));
    for (qsizetype size = 1; size < signature.size(); ++size)
        QVERIFY(!isSignatureRight(der, nonce, signature.first(size)));
    QVERIFY(!isSignatureRight(der, nonce, signature + '\0'));
    QVERIFY(!isSignatureRight(der, nonce, QByteArray(256, '\0'))); // what OpenSC hands out on a 61xx card
    signature[100] = static_cast<char>(signature[100] ^ 1);
    QVERIFY(!isSignatureRight(der, nonce, signature));
}

void TestCardTrust::p384SignaturesAreChecked()
{
    const KeyPointer key = ecKey("P-384");
    const QByteArray der = derOf(makeCertificate(resident(key, m_caKeys[0], m_cas[0])));
    QVERIFY(AuthenticationTrust(m_roots, true).check(der, now()));
    const QByteArray nonce = freshNonce().value();
    QCOMPARE(signatureInput(der, nonce).value(), QCryptographicHash::hash(nonce, QCryptographicHash::Sha384));
    const QByteArray signature = sign(key, "SHA384", nonce);
    QVERIFY(isSignatureRight(der, nonce, signature));
    // As cards give it: r and s side by side.
    const unsigned char *at = bytesOf(signature);
    const SignaturePointer parts(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(signature.size())));
    QByteArray plain(96, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(parts.get()), reinterpret_cast<unsigned char *>(plain.data()), 48);
    BN_bn2binpad(ECDSA_SIG_get0_s(parts.get()), reinterpret_cast<unsigned char *>(plain.data()) + 48, 48);
    QVERIFY(isSignatureRight(der, nonce, plain));
    QVERIFY(!isSignatureRight(der, nonce, plain.chopped(1)) && !isSignatureRight(der, nonce, signature.chopped(1)));
    QVERIFY(!isSignatureRight(der, freshNonce().value(), plain) && !isSignatureRight(der, freshNonce().value(), signature));
    QVERIFY(!isSignatureRight(der, nonce, sign(ecKey("P-384"), "SHA384", nonce)));
    plain[0] = static_cast<char>(plain[0] ^ 1);
    QVERIFY(!isSignatureRight(der, nonce, plain));
    QVERIFY(!isSignatureRight(der, nonce, QByteArray(96, '\0')));
}

void TestCardTrust::otherKeysCannotSign()
{
    const QByteArray der = derOf(makeCertificate(resident(ecKey("P-256"), m_caKeys[0], m_cas[0])));
    QCOMPARE(signatureInput(der, "nonce").error().code, ErrorCode::CertificateUnusable);
    QVERIFY(!isSignatureRight(der, "nonce", "signature"));
    QVERIFY(!signatureInput("no certificate", "nonce"));
}

void TestCardTrust::theTestCardVectorIsRead()
{
    const auto info = parseBasicFour(
        hex("ff2065df2108000e002000590064df220fe9bb92e6a190e38080e5b9b9e4b99fdf2336e69db1e4baace983bde6b885e780ace5b882e8"
            "a6b3e5b883e5ad90e58d97efbc91efbc92efbc8defbc97efbc8defbc92efbc90efbc92df24083139383030323137df250131"));
    QVERIFY(info);
    QCOMPARE(info->name, u"黒桐　幹也"_s);
    QCOMPARE(info->address, u"東京都清瀬市観布子南１２－７－２０２"_s);
    QCOMPARE(info->dateOfBirth, QDate(1980, 2, 17));
    QCOMPARE(info->sex, u"1"_s);
}

void TestCardTrust::malformedInformationIsUnreadable_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("filler") << QByteArray(100, '\xFF');
    QTest::newRow("another container") << writeTlv(0xFF30, fieldsOf());
    QTest::newRow("field cut") << writeTlv(0xFF20, fieldsOf().chopped(1));
    QTest::newRow("name missing") << basicFourOf(fieldsOf().mid(writeTlv(0xDF22, "受付　花子").size()));
    QTest::newRow("name empty") << basicFourOf(fieldsOf(""));
    QTest::newRow("name is no UTF-8") << basicFourOf(fieldsOf("\xE5\x8F"));
    QTest::newRow("name with a control character") << basicFourOf(fieldsOf("a\nb"));
    QTest::newRow("birth date of seven digits") << basicFourOf(fieldsOf("a", "1985040"));
    QTest::newRow("birth date with letters") << basicFourOf(fieldsOf("a", "S5512010"));
    QTest::newRow("sex of two digits") << basicFourOf(fieldsOf("a", "19850405", "22"));
    QTest::newRow("sex is a letter") << basicFourOf(fieldsOf("a", "19850405", "F"));
}

void TestCardTrust::malformedInformationIsUnreadable()
{
    QFETCH(QByteArray, file);
    const auto info = parseBasicFour(file);
    QVERIFY(!info);
    QCOMPARE(info.error().code, ErrorCode::BasicInfoUnreadable);
}

void TestCardTrust::anImpossibleBirthDateIsNoDate()
{
    const auto info = parseBasicFour(basicFourOf(fieldsOf("a", "00000000", "0")));
    QVERIFY(info);
    QVERIFY(!info->dateOfBirth.isValid());
    QCOMPARE(info->sex, u"0"_s);
}

void TestCardTrust::signedInformationIsTaken_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<bool>("taken");
    const KeyPointer key = m_caKeys[0];
    const QByteArray id = rootId.toHex();
    QTest::newRow("key") << publicPemOf(key) << true;
    QTest::newRow("certificate") << pemOf(m_cas[0]) << true;
    QTest::newRow("key with its identifier") << "Key-Id: " + id + "\n" + publicPemOf(key) << true;
    QTest::newRow("key with another identifier") << "Key-Id: " + QByteArray(32, '0') + "\n" + publicPemOf(key) << false;
    QTest::newRow("second of two") << publicPemOf(m_otherKey) + "\nKey-Id: " + id + "\r\n" + publicPemOf(key) << true;
    QTest::newRow("another key") << publicPemOf(m_otherKey) << false;
}

void TestCardTrust::signedInformationIsTaken()
{
    QFETCH(QByteArray, root);
    QFETCH(bool, taken);
    const InfoFiles files = infoFiles(m_caKeys[0], m_key);
    const auto info = BasicInfoTrust({root}).verify(files.basicFour, files.integrity, files.certificate);
    QCOMPARE(info.has_value(), taken);
    if (taken)
        QCOMPARE(info->name, u"受付　花子"_s);
    else
        QCOMPARE(info.error().code, ErrorCode::BasicInfoUnreadable);
}

void TestCardTrust::everyChangedByteIsNoticed()
{
    const InfoFiles good = infoFiles(m_caKeys[0], m_key);
    const BasicInfoTrust trust({publicPemOf(m_caKeys[0])});
    QVERIFY(trust.verify(good.basicFour, good.integrity, good.certificate));
    // The table of offsets is not signed and not used: a change there changes nothing that is shown.
    const qsizetype offsetsEnd = readTlvHeader(good.basicFour)->headerSize + writeTlv(0xDF21, QByteArray(8, 'o')).size();
    const auto expectNoticed = [&](QByteArray InfoFiles::*part, qsizetype from) {
        for (qsizetype i = from; i < (good.*part).size(); ++i) {
            InfoFiles bad = good;
            (bad.*part)[i] = static_cast<char>((bad.*part)[i] ^ 0x01);
            QVERIFY2(!trust.verify(bad.basicFour, bad.integrity, bad.certificate), qPrintable(QString::number(i)));
        }
    };
    expectNoticed(&InfoFiles::basicFour, offsetsEnd);
    expectNoticed(&InfoFiles::integrity, 0);
    expectNoticed(&InfoFiles::certificate, 0);
}

void TestCardTrust::informationOfAnotherIssuerIsRefused()
{
    const BasicInfoTrust trust({publicPemOf(m_caKeys[0])});
    const InfoFiles good = infoFiles(m_caKeys[0], m_key), other = infoFiles(m_caKeys[0], m_otherKey);
    QVERIFY(!trust.verify(good.basicFour, other.integrity, good.certificate));
    QVERIFY(!trust.verify(good.basicFour, good.integrity, other.certificate));
    QVERIFY(trust.verify(good.basicFour, other.integrity, other.certificate)); // same person, newer record
}

void TestCardTrust::withoutRootsNothingIsTaken()
{
    const InfoFiles good = infoFiles(m_caKeys[0], m_key);
    for (const std::vector<QByteArray> &roots : {std::vector<QByteArray>{}, {QByteArray("no PEM")}}) {
        const auto info = BasicInfoTrust(roots).verify(good.basicFour, good.integrity, good.certificate);
        QCOMPARE(info.error().code, ErrorCode::RootsNotInstalled);
    }
}

QTEST_GUILESS_MAIN(TestCardTrust)
#include "tst_cardtrust.moc"
