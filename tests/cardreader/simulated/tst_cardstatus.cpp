// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cardreader/simulated/cardunderpower.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace uk::test;

class TestCardStatus : public QObject
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
    void getResponseHandsOutTheWholeAnswer();
    void wrongLengthTellsTheRightOne();
    void everyVariantMakesACard();
    void unknownVariantsAreRefused_data();
    void unknownVariantsAreRefused();
    void faultsBelongToTheirCommand();
    void slowCardTakesTimePerCommandAndByte();
    void randomAnswersAreTheSameForOneSeed();
};

void TestCardStatus::everyCommandHasItsStatusWord_data()
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

void TestCardStatus::everyCommandHasItsStatusWord()
{
    QFETCH(const QStringList, variants);
    QFETCH(const QByteArrayList, commands);
    QFETCH(const int, expected);
    SoftwareCard card = poweredCard(variants);
    const int actual = lastStatus(card, commands);
    QVERIFY2(actual == expected, QByteArray::number(actual, 16).constData());
}

void TestCardStatus::wrongPinsCountDownAndBlock()
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

void TestCardStatus::rightPinRestoresTheTries()
{
    SoftwareCard card = poweredCard();
    lastStatus(card, {kSelectJpki, kWrongPin, kWrongPin});
    QCOMPARE(card.triesLeft(CardAid::jpki, 0x0018), 1);
    QCOMPARE(status(send(card, kPin)), 0x9000);
    QCOMPARE(card.triesLeft(CardAid::jpki, 0x0018), 3);
}

void TestCardStatus::triesSurviveThePowerAndVerificationDoesNot()
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

void TestCardStatus::verificationSurvivesResetAndReselection()
{
    SoftwareCard card = poweredCard({u"android"_s});
    lastStatus(card, {kSelectJpki, kPin});
    card.reset();
    QCOMPARE(status(send(card, "00B0000000")), 0x6986); // the selection is gone
    QCOMPARE(lastStatus(card, {kSelectText, kSelectJpki, kReadCertificate}), 0x9000);
}

void TestCardStatus::withoutPowerThereIsNoAnswer()
{
    SoftwareCard card = poweredCard();
    card.powerOff();
    QVERIFY(send(card, kSelectJpki).isEmpty());
    QCOMPARE(card.tally().commands, 0);
}

void TestCardStatus::getResponseHandsOutTheWholeAnswer()
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

void TestCardStatus::wrongLengthTellsTheRightOne()
{
    SoftwareCard card = poweredCard({u"6cxx"_s});
    send(card, kSelectJpki);
    QCOMPARE(status(send(card, "00B0880000")), 0x6C03);
    QCOMPARE(status(send(card, "00B0880003")), 0x9000);
    QCOMPARE(status(send(card, "00B08A0000")), 0x9000);
}

void TestCardStatus::everyVariantMakesACard()
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

void TestCardStatus::unknownVariantsAreRefused_data()
{
    QTest::addColumn<QString>("variant");
    for (const char *text : {"no-such-variant", "", "hang", "hang:0", "hang:x", "slow:3", "slow:"})
        QTest::newRow(text[0] ? text : "empty") << QString::fromLatin1(text);
}

void TestCardStatus::unknownVariantsAreRefused()
{
    QFETCH(const QString, variant);
    const auto card = makeCard(person({variant}), pki());
    QVERIFY(!card);
    QCOMPARE(card.error().code, ErrorCode::SettingInvalid);
    QCOMPARE(card.error().arguments, QStringList{variant});
}

void TestCardStatus::faultsBelongToTheirCommand()
{
    const QByteArray select = QByteArray::fromHex(kSelectJpki);
    const QByteArray verify = QByteArray::fromHex(kPin);
    SoftwareCard second = poweredCard({u"remove-after:2"_s});
    QCOMPARE(second.takeFault(select), CardFault::None);
    QCOMPARE(status(second.transmit(select)), 0x9000);
    QCOMPARE(second.takeFault(select), CardFault::RemoveAfter);
    QCOMPARE(second.takeFault(select), CardFault::None); // once
    QCOMPARE(status(second.transmit(select)), 0x9000);
    QCOMPARE(second.takeFault(select), CardFault::None);
    SoftwareCard atVerify = poweredCard({u"remove-during-verify"_s});
    QCOMPARE(atVerify.takeFault(select), CardFault::None);
    QCOMPARE(atVerify.takeFault(QByteArray::fromHex("00200098")), CardFault::None);
    QCOMPARE(atVerify.takeFault(verify), CardFault::RemoveDuring);
}

void TestCardStatus::slowCardTakesTimePerCommandAndByte()
{
    using namespace std::chrono_literals;
    QCOMPARE(poweredCard({u"slow"_s}).wireTime(100), 20ms);
    QCOMPARE(poweredCard().wireTime(100), 0us);
}

void TestCardStatus::randomAnswersAreTheSameForOneSeed()
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

QTEST_GUILESS_MAIN(TestCardStatus)
#include "tst_cardstatus.moc"
