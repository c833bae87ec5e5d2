// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cardreader/simulated/cardunderpower.h"

#include <QCryptographicHash>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace uk::test;

namespace {

using PublicKey = std::shared_ptr<EVP_PKEY>;

PublicKey keyOfCertificate(const QByteArray &file)
{
    const auto *position = reinterpret_cast<const unsigned char *>(file.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        d2i_X509(nullptr, &position, static_cast<long>(file.size())), &X509_free);
    return certificate ? PublicKey(X509_get_pubkey(certificate.get()), EVP_PKEY_free) : PublicKey();
}

PublicKey keyOfPem(const QByteArray &pem)
{
    const BioPointer bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    return PublicKey(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
}

bool isSignature(const PublicKey &key, const EVP_MD *digest, QByteArrayView message, QByteArrayView signature)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return key && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key.get()) > 0
        && EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.data()),
                            static_cast<size_t>(signature.size()),
                            reinterpret_cast<const unsigned char *>(message.data()),
                            static_cast<size_t>(message.size())) == 1;
}

QByteArray sha(QCryptographicHash::Algorithm algorithm, QByteArrayView message)
{
    return QCryptographicHash::hash(message.toByteArray(), algorithm);
}

qsizetype derSize(const QByteArray &file)
{
    return 4 + file.mid(2, 2).toHex().toInt(nullptr, 16);
}

} // namespace

class TestCardFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void certificateFileIsLongerThanTheCertificate();
    void shortAndExtendedReadsGiveTheSameFile();
    void signatureMatchesTheCertificate_data();
    void signatureMatchesTheCertificate();
    void ellipticCurveSignatureMatchesTheCertificate();
    void basicInfoHasTheMeasuredLayout();
    void basicInfoIsVerifiableWithoutTheMyNumber();
    void forgedBasicInfoDiffersFromItsHash();
    void longAddressesUseLongLengths_data();
    void longAddressesUseLongLengths();
    void myNumberIsReadableOnlyWithItselfOrThePin();
    void printedReferenceNumberOpensBasicInfo();
    void tokenInfoNamesTheKindOfToken_data();
    void tokenInfoNamesTheKindOfToken();
    void corruptLengthPointsBehindTheFile();
};

void TestCardFiles::certificateFileIsLongerThanTheCertificate()
{
    SoftwareCard card = poweredCard();
    send(card, kSelectJpki);
    for (const char *command : {"00B08A00000000", "00B08B00000000", "00B08200000000"}) {
        const QByteArray file = data(send(card, command));
        QCOMPARE(file.size(), 1900);
        QCOMPARE(file.left(2).toHex(), "3082");
        QVERIFY2(derSize(file) >= 1200 && derSize(file) <= 1600, QByteArray::number(derSize(file)).constData());
        QCOMPARE(file.mid(derSize(file)), QByteArray(1900 - derSize(file), '\0'));
    }
    QVERIFY(derSize(data(send(card, kReadCertificate))) >= 1400);
}

void TestCardFiles::shortAndExtendedReadsGiveTheSameFile()
{
    SoftwareCard card = poweredCard();
    send(card, kSelectJpki);
    const QByteArray whole = data(send(card, kReadCertificate));
    QByteArray parts = data(send(card, "00B08A0000"));
    while (parts.size() < whole.size())
        parts += data(send(card, "00B0" + QByteArray::number(parts.size(), 16).rightJustified(4, '0') + "00"));
    QCOMPARE(parts, whole);
    SoftwareCard shortReads = poweredCard({u"short-reads"_s});
    send(shortReads, kSelectJpki);
    QCOMPARE(data(send(shortReads, kReadCertificate)), whole.left(100));
}

void TestCardFiles::signatureMatchesTheCertificate_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("card pads what it is given") << QByteArray("802A009733") + kDigestInfo;
    QTest::newRow("card builds the DigestInfo") << QByteArray("802A029720");
}

void TestCardFiles::signatureMatchesTheCertificate()
{
    QFETCH(const QByteArray, header);
    SoftwareCard card = poweredCard();
    lastStatus(card, {kSelectJpki, kPin});
    const PublicKey key = keyOfCertificate(data(send(card, kReadCertificate)));
    const QByteArray message = "a fresh number, used once";
    const QByteArray answer = send(card, header + sha(QCryptographicHash::Sha256, message).toHex() + "00");
    QCOMPARE(status(answer), 0x9000);
    QCOMPARE(data(answer).size(), 256);
    QVERIFY(isSignature(key, EVP_sha256(), message, data(answer)));
    QVERIFY(!isSignature(key, EVP_sha256(), "another number", data(answer)));
}

void TestCardFiles::ellipticCurveSignatureMatchesTheCertificate()
{
    SoftwareCard card = poweredCard({u"ec-p384"_s});
    lastStatus(card, {kSelectJpki, kPin});
    const PublicKey key = keyOfCertificate(data(send(card, kReadCertificate)));
    const QByteArray message = "a fresh number, used once";
    const QByteArray plain
        = data(send(card, "802A009730" + sha(QCryptographicHash::Sha384, message).toHex() + "00"));
    QCOMPARE(plain.size(), 96);
    const auto integer = [](QByteArray value) {
        if (value[0] & 0x80)
            value.prepend('\0');
        return QByteArray(1, 0x02) + static_cast<char>(value.size()) + value;
    };
    // Leading zero bytes are rare and shorten the integers; OpenSSL accepts the longer form only without them.
    QByteArray r = plain.left(48);
    QByteArray s = plain.mid(48);
    for (QByteArray *value : {&r, &s}) {
        while (value->size() > 1 && value->at(0) == 0)
            value->remove(0, 1);
    }
    const QByteArray both = integer(r) + integer(s);
    QVERIFY(isSignature(key, EVP_sha384(), message, QByteArray(1, 0x30) + static_cast<char>(both.size()) + both));
}

void TestCardFiles::basicInfoHasTheMeasuredLayout()
{
    SoftwareCard card = poweredCard();
    lastStatus(card, {kSelectText, kTextPin});
    QCOMPARE(data(send(card, "00B0820000")).toHex(),
             "ff2065df2108000e002000590064df220fe9bb92e6a190e38080e5b9b9e4b99fdf2336e69db1e4baace983bde6b885e780ace5b882"
             "e8a6b3e5b883e5ad90e58d97efbc91efbc92efbc8defbc97efbc8defbc92efbc90efbc92df24083139383030323137df250131");
}

void TestCardFiles::basicInfoIsVerifiableWithoutTheMyNumber()
{
    SoftwareCard card = poweredCard();
    lastStatus(card, {kSelectText, kTextPin});
    const QByteArray info = data(send(card, "00B0820000"));
    const QByteArray integrity = data(send(card, "00B08300000000"));
    const QByteArray certificate = data(send(card, "00B08400000000"));
    QCOMPARE(integrity.left(5).toHex(), "ff3082014b");
    QCOMPARE(certificate.left(5).toHex(), "7f21820233");
    const QByteArray hashes = integrity.mid(5, 70);
    QCOMPARE(hashes.mid(35 + 3), sha(QCryptographicHash::Sha256, info.mid(0x0E)));
    const QByteArray body = certificate.mid(10, 297);
    const auto roots = pki().basicInfoRootsPem();
    QVERIFY(roots);
    QVERIFY(isSignature(keyOfPem(*roots), EVP_sha256(), body, certificate.right(256)));
    const QByteArray modulus = body.right(256);
    const auto signer = pki().signBasicInfo(hashes);
    QVERIFY(signer);
    QCOMPARE(integrity.right(256), *signer);
    QCOMPARE(body.mid(32, 9).toHex(), "900301000191820100");
    QVERIFY((modulus[0] & 0x80) != 0);
    QCOMPARE(card.tally().myNumberCommands, 0);
}

void TestCardFiles::forgedBasicInfoDiffersFromItsHash()
{
    SoftwareCard card = poweredCard({u"forged-basic-info"_s});
    lastStatus(card, {kSelectText, kTextPin});
    const QByteArray info = data(send(card, "00B0820000"));
    const QByteArray integrity = data(send(card, "00B08300000000"));
    QVERIFY(integrity.mid(5 + 35 + 3, 32) != sha(QCryptographicHash::Sha256, info.mid(0x0E)));
}

void TestCardFiles::longAddressesUseLongLengths_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("firstOffset");
    QTest::newRow("more than 127") << u"long-address-128"_s << QByteArray("ff2081") << 0x0F;
    QTest::newRow("more than 255") << u"long-address-256"_s << QByteArray("ff2082") << 0x10;
}

void TestCardFiles::longAddressesUseLongLengths()
{
    QFETCH(const QString, variant);
    QFETCH(const QByteArray, start);
    QFETCH(const int, firstOffset);
    SoftwareCard card = poweredCard({variant});
    lastStatus(card, {kSelectText, kTextPin});
    const QByteArray info = data(send(card, "00B08200000000"));
    QCOMPARE(info.left(3).toHex(), start);
    const QByteArray offsets = info.mid(firstOffset - 8, 8);
    QCOMPARE(offsets.left(2).toHex().toInt(nullptr, 16), firstOffset);
    const QByteArrayList tags = {"df22", "df23", "df24", "df25"};
    for (int field = 0; field < 4; ++field)
        QCOMPARE(info.mid(offsets.mid(2 * field, 2).toHex().toInt(nullptr, 16), 2).toHex(), tags[field]);
}

void TestCardFiles::myNumberIsReadableOnlyWithItselfOrThePin()
{
    SoftwareCard card = poweredCard();
    lastStatus(card, {kSelectText, "002000940431323334"});
    QCOMPARE(card.triesLeft(CardAid::text, 0x0014), 9);
    QCOMPARE(status(send(card, "00B0810000")), 0x6982);
    send(card, "002000940C" + QByteArray(kMyNumberCanary).toHex());
    QCOMPARE(data(send(card, "00B0810000")),
             QByteArray::fromHex("FF100C") + kMyNumberCanary + QByteArray::fromHex("FFFF"));
    QCOMPARE(card.tally().myNumberCommands, 4);
}

void TestCardFiles::printedReferenceNumberOpensBasicInfo()
{
    const QByteArray reference = printedReferenceNumber(person());
    QCOMPARE(reference.size(), 14);
    QCOMPARE(reference.left(6), "550217"); // Showa 55
    SoftwareCard card = poweredCard();
    send(card, kSelectText);
    QCOMPARE(status(send(card, "002000950E" + reference.toHex())), 0x9000);
    QCOMPARE(status(send(card, "00B0820000")), 0x9000);
    QCOMPARE(status(send(card, "00B0810000")), 0x6982);
}

void TestCardFiles::tokenInfoNamesTheKindOfToken_data()
{
    QTest::addColumn<QStringList>("variants");
    QTest::addColumn<QByteArray>("label");
    QTest::newRow("card") << QStringList{} << QByteArray("JPKIAPICCTOKEN2");
    QTest::newRow("former card") << QStringList{u"juki-label"_s} << QByteArray("JPKIAPICCTOKEN");
    QTest::newRow("android") << QStringList{u"android"_s} << QByteArray("JPKIAPGPSETOKEN");
    QTest::newRow("iphone") << QStringList{u"iphone"_s} << QByteArray("JPKIAPIOSTOKEN");
}

void TestCardFiles::tokenInfoNamesTheKindOfToken()
{
    QFETCH(const QStringList, variants);
    QFETCH(const QByteArray, label);
    SoftwareCard card = poweredCard(variants);
    send(card, kSelectJpki);
    const QByteArray info = data(send(card, "00B0860000"));
    QCOMPARE(info.size(), 160);
    QCOMPARE(info.left(32), label.leftJustified(32, ' '));
    QCOMPARE(info.mid(96, 4).toHex(), "0000040d");
    QCOMPARE(info.mid(116, 8).toHex(), "0000001000000006");
}

void TestCardFiles::corruptLengthPointsBehindTheFile()
{
    SoftwareCard card = poweredCard({u"corrupt-length"_s});
    send(card, kSelectJpki);
    const QByteArray file = data(send(card, kReadCertificate));
    QVERIFY(derSize(file) > file.size());
}

QTEST_GUILESS_MAIN(TestCardFiles)
#include "tst_cardfiles.moc"
