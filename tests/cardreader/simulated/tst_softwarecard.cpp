// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/personalization.h"

#include <QCryptographicHash>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

constexpr char kSelectJpki[] = "00A4040C0AD392F000260100000001";
constexpr char kSelectText[] = "00A4040C0AD3921000310001010408";
constexpr char kSelectVisual[] = "00A4040C0AD3921000310001010402";
constexpr char kPin[] = "002000980431323334";
constexpr char kWrongPin[] = "002000980439393939";
constexpr char kTextPin[] = "002000910431323334";
constexpr char kReadCertificate[] = "00B08A00000000";
constexpr char kDigestInfo[] = "3031300D060960864801650304020105000420";

CardPerson person(const QStringList &variants = {})
{
    return {.key = u"kokuto"_s,
            .name = u"黒桐　幹也"_s,
            .address = u"東京都清瀬市観布子南１２－７－２０２"_s,
            .dateOfBirth = QDate(1980, 2, 17),
            .sex = u"1"_s,
            .variants = variants};
}

const TestPki &pki()
{
    static const TestPki instance = TestPki::inMemory();
    return instance;
}

SoftwareCard poweredCard(const QStringList &variants = {})
{
    auto card = makeCard(person(variants), pki());
    if (!card)
        qFatal("the card cannot be made");
    card->powerOn();
    return *std::move(card);
}

QByteArray send(SoftwareCard &card, const QByteArray &hex)
{
    return card.transmit(QByteArray::fromHex(hex));
}

int status(const QByteArray &answer)
{
    return answer.right(2).toHex().toInt(nullptr, 16);
}

QByteArray data(const QByteArray &answer)
{
    return answer.chopped(2);
}

int lastStatus(SoftwareCard &card, const QByteArrayList &commands)
{
    int last = 0;
    for (const QByteArray &command : commands)
        last = status(send(card, command));
    return last;
}

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

class TestSoftwareCard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCommandHasItsStatusWord_data();
    void everyCommandHasItsStatusWord();
    void wrongPinsCountDownAndBlock();
    void rightPinRestoresTheTries();
    void triesSurviveThePowerAndVerificationDoesNot();
    void verificationSurvivesResetAndReselection();
    void withoutPowerThereIsNoAnswer();
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
    void getResponseHandsOutTheWholeAnswer();
    void wrongLengthTellsTheRightOne();
    void tokenInfoNamesTheKindOfToken_data();
    void tokenInfoNamesTheKindOfToken();
    void corruptLengthPointsBehindTheFile();
    void everyVariantMakesACard();
    void unknownVariantsAreRefused_data();
    void unknownVariantsAreRefused();
    void faultsBelongToTheirCommand();
    void slowCardTakesTimePerCommandAndByte();
    void randomAnswersAreTheSameForOneSeed();
};

void TestSoftwareCard::everyCommandHasItsStatusWord_data()
{
    QTest::addColumn<QStringList>("variants");
    QTest::addColumn<QByteArrayList>("commands");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const QByteArrayList &commands, int expected, const QStringList &variants = {}) {
        QTest::newRow(name) << variants << commands << expected;
    };
    row("select application", {kSelectJpki}, 0x9000);
    row("select by prefix", {"00A4040C08D392F00026010000"}, 0x9000);
    row("select by too short a prefix", {"00A4040C04D392F000"}, 0x6A82);
    row("select unknown application", {"00A4040C07A0000001510000"}, 0x6A82);
    row("select with control information", {"00A404000AD392F00026010000000100"}, 0x9000);
    row("select on a card of another kind", {kSelectJpki}, 0x6A82, {u"not-my-number-card"_s});
    row("select with P1 09", {kSelectJpki, "00A4090C02000A"}, 0x6A86);
    row("select with P2 04", {"00A404040AD392F000260100000001"}, 0x6A86);
    row("select nothing after reset", {"00A40000"}, 0x6A86);
    row("select nothing inside an application", {kSelectJpki, "00A40000"}, 0x9000);
    row("select master file", {kSelectJpki, "00A40000023F00"}, 0x6A82);
    row("select file", {kSelectJpki, "00A4020C02000A"}, 0x9000);
    row("select file without application", {"00A4020C02000A"}, 0x6A82);
    row("select unknown file", {kSelectJpki, "00A4020C020099"}, 0x6A82);
    row("select file with one byte", {kSelectJpki, "00A4020C010A"}, 0x6700);
    row("read certificate without PIN", {kSelectJpki, kReadCertificate}, 0x9000);
    row("read phone's certificate without PIN", {kSelectJpki, kReadCertificate}, 0x6982, {u"android"_s});
    row("read phone's certificate with PIN", {kSelectJpki, kPin, kReadCertificate}, 0x9000, {u"iphone"_s});
    row("read signature certificate without password", {kSelectJpki, "00B0810000"}, 0x6982);
    row("read signature certificate with password", {kSelectJpki, "0020009B06414243313233", "00B0810000"}, 0x9000);
    row("read signature certificate of a child", {kSelectJpki, "00B0810000"}, 0x6A82, {u"no-sign-certificate"_s});
    row("read past the end", {kSelectJpki, "00A4020C02000A", "00B0076C00"}, 0x6B00);
    row("read the last byte", {kSelectJpki, "00A4020C02000A", "00B0076B01"}, 0x9000);
    row("read without a file", {kSelectJpki, "00B0000000"}, 0x6986);
    row("read a PIN", {kSelectJpki, "00A4020C020018", "00B0000000"}, 0x6981);
    row("read a key", {kSelectJpki, "00B0970000"}, 0x6981);
    row("read unknown short identifier", {kSelectJpki, "00B09E0000"}, 0x6A82);
    row("read with reserved bits", {kSelectJpki, "00B0CA0000"}, 0x6A86);
    row("read without Le", {kSelectJpki, "00B08A00"}, 0x6700);
    row("read extended where it is refused", {kSelectJpki, kReadCertificate}, 0x6700, {u"short-only"_s});
    row("read extended on a card that does not declare it", {kSelectJpki, kReadCertificate}, 0x6700,
        {u"contact-short-atr"_s});
    row("tries left", {kSelectJpki, "00200098"}, 0x63C3);
    row("tries left when verified", {kSelectJpki, kPin, "00200098"}, 0x63C3);
    row("tries left of one", {kSelectJpki, "00200098"}, 0x63C1, {u"one-try-left"_s});
    row("tries left of the selected PIN", {kSelectJpki, "00A4020C020018", "00200080"}, 0x63C3);
    row("tries left of the password", {kSelectJpki, "0020009B"}, 0x63C5);
    row("tries left of a blocked PIN", {kSelectJpki, "00200098"}, 0x63C0, {u"auth-pin-blocked"_s});
    row("tries left of a card without PINs", {kSelectJpki, "00200098"}, 0x63C0, {u"face-authentication"_s});
    row("tries left of the PIN that is blocked from issue", {kSelectText, "00200092"}, 0x63C0);
    row("right PIN", {kSelectJpki, kPin}, 0x9000);
    row("right PIN of the selected file", {kSelectJpki, "00A4020C020018", "002000800431323334"}, 0x9000);
    row("wrong PIN", {kSelectJpki, kWrongPin}, 0x63C2);
    row("PIN of wrong length uses a try", {kSelectJpki, "0020009803313233"}, 0x63C2);
    row("PIN longer than any", {kSelectJpki, "00200098113132333435363738393031323334353637"}, 0x6700);
    row("right PIN where it is blocked", {kSelectJpki, kPin}, 0x6984, {u"auth-pin-blocked"_s});
    row("text PIN where it is blocked", {kSelectText, kTextPin}, 0x6984, {u"basic-info-pin-blocked"_s});
    row("PIN without a selected file", {kSelectJpki, "002000800431323334"}, 0x6986);
    row("PIN for a file of data", {kSelectJpki, "0020008A0431323334"}, 0x6981);
    row("PIN for an unknown file", {kSelectJpki, "0020009E0431323334"}, 0x6A88);
    row("PIN with P1", {kSelectJpki, "002001980431323334"}, 0x6A86);
    row("PIN with global reference", {kSelectJpki, "002000180431323334"}, 0x6A86);
    const QByteArray digest(64, 'A');
    row("sign without PIN", {kSelectJpki, QByteArray("802A009733") + kDigestInfo + digest + "00"}, 0x6982);
    row("sign with PIN", {kSelectJpki, kPin, QByteArray("802A009733") + kDigestInfo + digest + "00"}, 0x9000);
    row("sign with the selected key",
        {kSelectJpki, kPin, "00A4020C020017", QByteArray("802A008033") + kDigestInfo + digest + "00"}, 0x9000);
    row("sign with the other PIN", {kSelectJpki, kPin, QByteArray("802A009A33") + kDigestInfo + digest + "00"}, 0x6982);
    row("sign with an unknown scheme", {kSelectJpki, kPin, QByteArray("802A069720") + digest + "00"}, 0x6A86);
    row("sign a hash of wrong length", {kSelectJpki, kPin, "802A0297041122334400"}, 0x6700);
    row("sign without Le", {kSelectJpki, kPin, QByteArray("802A029720") + digest}, 0x6700);
    row("sign with a PIN for a key", {kSelectJpki, kPin, QByteArray("802A029820") + digest + "00"}, 0x6981);
    row("sign with an unknown key", {kSelectJpki, kPin, QByteArray("802A029E20") + digest + "00"}, 0x6A88);
    row("sign with Le too small", {kSelectJpki, kPin, QByteArray("802A029720") + digest + "10"}, 0x6C00);
    row("challenge", {"0084000008"}, 0x9000);
    row("challenge with parameters", {"0084010008"}, 0x6A86);
    row("challenge without Le", {"00840000"}, 0x6700);
    row("logical channel", {"01A4040C0AD392F000260100000001"}, 0x6881);
    row("secure messaging on select", {"0CA4040C0AD392F000260100000001"}, 0x6882);
    row("secure messaging on read", {kSelectJpki, "0CB08A0000"}, 0x69FC);
    row("foreign class", {"A0A40000023F00"}, 0x6E00);
    row("unknown instruction", {"00CA7F6800"}, 0x6D00);
    row("signature with class 00", {kSelectJpki, kPin, QByteArray("002A029720") + digest + "00"}, 0x6D00);
    row("get response where nothing waits", {"00C0000000"}, 0x6D00);
    row("get response where nothing waits on its card", {"00C0000000"}, 0x6985, {u"61xx"_s});
    row("header only in part", {"00A404"}, 0x6700);
    row("Lc longer than the command", {"00A4040C0AD392F0"}, 0x6700);
    row("Lc shorter than the command", {"00A4040C02D392F00026"}, 0x6700);
    row("first command on a card that refuses it", {kSelectJpki}, 0x6F00, {u"first-6f00"_s});
    row("second command on a card that refuses the first", {kSelectJpki, kSelectJpki}, 0x9000, {u"first-6f00"_s});
    row("basic info without PIN", {kSelectText, "00B0820000"}, 0x6982);
    row("basic info with PIN", {kSelectText, kTextPin, "00B0820000"}, 0x9000);
    row("issuer certificate without PIN", {kSelectText, "00B0840000"}, 0x9000);
    row("My Number without PIN", {kSelectText, "00B0810000"}, 0x6982);
    row("picture of the My Number without PIN", {kSelectVisual, "00B0850000"}, 0x6982);
    row("visual application's information", {kSelectVisual, "00B0830000"}, 0x9000);
}

void TestSoftwareCard::everyCommandHasItsStatusWord()
{
    QFETCH(const QStringList, variants);
    QFETCH(const QByteArrayList, commands);
    QFETCH(const int, expected);
    SoftwareCard card = poweredCard(variants);
    const int actual = lastStatus(card, commands);
    QVERIFY2(actual == expected, QByteArray::number(actual, 16).constData());
}

void TestSoftwareCard::wrongPinsCountDownAndBlock()
{
    SoftwareCard card = poweredCard();
    send(card, kSelectJpki);
    QCOMPARE(status(send(card, kWrongPin)), 0x63C2);
    QCOMPARE(status(send(card, kWrongPin)), 0x63C1);
    QCOMPARE(status(send(card, kWrongPin)), 0x63C0);
    QCOMPARE(status(send(card, kWrongPin)), 0x6984);
    QCOMPARE(status(send(card, kPin)), 0x6984);
    QCOMPARE(status(send(card, "00200098")), 0x63C0);
    QCOMPARE(card.tally().verifications, 5);
}

void TestSoftwareCard::rightPinRestoresTheTries()
{
    SoftwareCard card = poweredCard();
    lastStatus(card, {kSelectJpki, kWrongPin, kWrongPin});
    QCOMPARE(card.triesLeft(CardAid::jpki, 0x0018), 1);
    QCOMPARE(status(send(card, kPin)), 0x9000);
    QCOMPARE(card.triesLeft(CardAid::jpki, 0x0018), 3);
}

void TestSoftwareCard::triesSurviveThePowerAndVerificationDoesNot()
{
    SoftwareCard card = poweredCard({u"android"_s});
    QCOMPARE(lastStatus(card, {kSelectJpki, kPin, kReadCertificate}), 0x9000);
    card.powerOff();
    card.powerOn();
    QCOMPARE(lastStatus(card, {kSelectJpki, kReadCertificate}), 0x6982);
    send(card, kWrongPin);
    card.powerOff();
    card.powerOn();
    QCOMPARE(lastStatus(card, {kSelectJpki, "00200098"}), 0x63C2);
    QCOMPARE(card.tally().powerOffs, 2);
}

void TestSoftwareCard::verificationSurvivesResetAndReselection()
{
    SoftwareCard card = poweredCard({u"android"_s});
    lastStatus(card, {kSelectJpki, kPin});
    card.reset();
    QCOMPARE(status(send(card, "00B0000000")), 0x6986); // the selection is gone
    QCOMPARE(lastStatus(card, {kSelectText, kSelectJpki, kReadCertificate}), 0x9000);
}

void TestSoftwareCard::withoutPowerThereIsNoAnswer()
{
    SoftwareCard card = poweredCard();
    card.powerOff();
    QVERIFY(send(card, kSelectJpki).isEmpty());
    QCOMPARE(card.tally().commands, 0);
}

void TestSoftwareCard::certificateFileIsLongerThanTheCertificate()
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

void TestSoftwareCard::shortAndExtendedReadsGiveTheSameFile()
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

void TestSoftwareCard::signatureMatchesTheCertificate_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("card pads what it is given") << QByteArray("802A009733") + kDigestInfo;
    QTest::newRow("card builds the DigestInfo") << QByteArray("802A029720");
}

void TestSoftwareCard::signatureMatchesTheCertificate()
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

void TestSoftwareCard::ellipticCurveSignatureMatchesTheCertificate()
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

void TestSoftwareCard::basicInfoHasTheMeasuredLayout()
{
    SoftwareCard card = poweredCard();
    lastStatus(card, {kSelectText, kTextPin});
    QCOMPARE(data(send(card, "00B0820000")).toHex(),
             "ff2065df2108000e002000590064df220fe9bb92e6a190e38080e5b9b9e4b99fdf2336e69db1e4baace983bde6b885e780ace5b882"
             "e8a6b3e5b883e5ad90e58d97efbc91efbc92efbc8defbc97efbc8defbc92efbc90efbc92df24083139383030323137df250131");
}

void TestSoftwareCard::basicInfoIsVerifiableWithoutTheMyNumber()
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

void TestSoftwareCard::forgedBasicInfoDiffersFromItsHash()
{
    SoftwareCard card = poweredCard({u"forged-basic-info"_s});
    lastStatus(card, {kSelectText, kTextPin});
    const QByteArray info = data(send(card, "00B0820000"));
    const QByteArray integrity = data(send(card, "00B08300000000"));
    QVERIFY(integrity.mid(5 + 35 + 3, 32) != sha(QCryptographicHash::Sha256, info.mid(0x0E)));
}

void TestSoftwareCard::longAddressesUseLongLengths_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("firstOffset");
    QTest::newRow("more than 127") << u"long-address-128"_s << QByteArray("ff2081") << 0x0F;
    QTest::newRow("more than 255") << u"long-address-256"_s << QByteArray("ff2082") << 0x10;
}

void TestSoftwareCard::longAddressesUseLongLengths()
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

void TestSoftwareCard::myNumberIsReadableOnlyWithItselfOrThePin()
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

void TestSoftwareCard::printedReferenceNumberOpensBasicInfo()
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

void TestSoftwareCard::getResponseHandsOutTheWholeAnswer()
{
    SoftwareCard card = poweredCard({u"61xx"_s});
    SoftwareCard usual = poweredCard();
    send(usual, kSelectJpki);
    send(card, kSelectJpki);
    const QByteArray wanted = data(send(usual, "00B08A0000"));
    QCOMPARE(send(card, "00B08A0000"), QByteArray::fromHex("6100"));
    const QByteArray first = send(card, "00C0000064");
    QCOMPARE(status(first), 0x619C);
    const QByteArray second = send(card, "00C000009C");
    QCOMPARE(status(second), 0x9000);
    QCOMPARE(data(first) + data(second), wanted);
    QCOMPARE(status(send(card, "00C0000000")), 0x6985);
}

void TestSoftwareCard::wrongLengthTellsTheRightOne()
{
    SoftwareCard card = poweredCard({u"6cxx"_s});
    send(card, kSelectJpki);
    QCOMPARE(status(send(card, "00B0880000")), 0x6C03);
    QCOMPARE(status(send(card, "00B0880003")), 0x9000);
    QCOMPARE(status(send(card, "00B08A0000")), 0x9000);
}

void TestSoftwareCard::tokenInfoNamesTheKindOfToken_data()
{
    QTest::addColumn<QStringList>("variants");
    QTest::addColumn<QByteArray>("label");
    QTest::newRow("card") << QStringList{} << QByteArray("JPKIAPICCTOKEN2");
    QTest::newRow("former card") << QStringList{u"juki-label"_s} << QByteArray("JPKIAPICCTOKEN");
    QTest::newRow("android") << QStringList{u"android"_s} << QByteArray("JPKIAPGPSETOKEN");
    QTest::newRow("iphone") << QStringList{u"iphone"_s} << QByteArray("JPKIAPIOSTOKEN");
}

void TestSoftwareCard::tokenInfoNamesTheKindOfToken()
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

void TestSoftwareCard::corruptLengthPointsBehindTheFile()
{
    SoftwareCard card = poweredCard({u"corrupt-length"_s});
    send(card, kSelectJpki);
    const QByteArray file = data(send(card, kReadCertificate));
    QVERIFY(derSize(file) > file.size());
}

void TestSoftwareCard::everyVariantMakesACard()
{
    for (const CardVariant &variant : cardVariants()) {
        const QString name = QString::fromLatin1(variant.name) + (variant.takesNumber ? u":2"_s : QString());
        const auto card = makeCard(person({name}), pki());
        QVERIFY2(card.has_value(), variant.name);
        int exclusiveOr = 0; // of all bytes after the first one; the check byte makes it zero
        for (const char byte : card->atr().mid(1))
            exclusiveOr ^= byte;
        QCOMPARE(exclusiveOr, 0);
    }
}

void TestSoftwareCard::unknownVariantsAreRefused_data()
{
    QTest::addColumn<QString>("variant");
    for (const char *text : {"no-such-variant", "", "hang", "hang:0", "hang:x", "slow:3", "slow:"})
        QTest::newRow(text[0] ? text : "empty") << QString::fromLatin1(text);
}

void TestSoftwareCard::unknownVariantsAreRefused()
{
    QFETCH(const QString, variant);
    const auto card = makeCard(person({variant}), pki());
    QVERIFY(!card);
    QCOMPARE(card.error().code, ErrorCode::SettingInvalid);
    QCOMPARE(card.error().arguments, QStringList{variant});
}

void TestSoftwareCard::faultsBelongToTheirCommand()
{
    const QByteArray select = QByteArray::fromHex(kSelectJpki);
    const QByteArray verify = QByteArray::fromHex(kPin);
    SoftwareCard second = poweredCard({u"remove-after:2"_s});
    QCOMPARE(second.faultAt(select), CardFault::None);
    QCOMPARE(status(second.transmit(select)), 0x9000);
    QCOMPARE(second.faultAt(select), CardFault::RemoveAfter);
    QCOMPARE(status(second.transmit(select)), 0x9000);
    QCOMPARE(second.faultAt(select), CardFault::None);
    SoftwareCard atVerify = poweredCard({u"remove-during-verify"_s});
    QCOMPARE(atVerify.faultAt(select), CardFault::None);
    QCOMPARE(atVerify.faultAt(QByteArray::fromHex("00200098")), CardFault::None);
    QCOMPARE(atVerify.faultAt(verify), CardFault::RemoveDuring);
}

void TestSoftwareCard::slowCardTakesTimePerCommandAndByte()
{
    using namespace std::chrono_literals;
    QCOMPARE(poweredCard({u"slow"_s}).wireTime(100), 20ms);
    QCOMPARE(poweredCard().wireTime(100), 0us);
}

void TestSoftwareCard::randomAnswersAreTheSameForOneSeed()
{
    SoftwareCard one = poweredCard({u"random-answers:7"_s});
    SoftwareCard same = poweredCard({u"random-answers:7"_s});
    SoftwareCard other = poweredCard({u"random-answers:8"_s});
    bool differs = false;
    for (int count = 0; count < 20; ++count) {
        const QByteArray answer = send(one, kSelectJpki);
        QCOMPARE(send(same, kSelectJpki), answer);
        differs = differs || send(other, kSelectJpki) != answer;
    }
    QVERIFY(differs);
}

QTEST_GUILESS_MAIN(TestSoftwareCard)
#include "tst_softwarecard.moc"
