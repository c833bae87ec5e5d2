// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/allowlist.h"
#include "cardreader/apdu/command.h"
#include "cardreader/apdu/statusword.h"
#include "cardreader/apdu/tlv.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

bool isAllowed(const QByteArray &apdu, Application application, quint8 file = 0, bool isAnswerPending = false)
{
    return !refusal(apdu, {application, file, isAnswerPending});
}

QByteArray header(int cla, int ins, int p1, int p2, const QByteArray &body)
{
    QByteArray apdu;
    for (int byte : {cla, ins, p1, p2})
        apdu.append(static_cast<char>(byte));
    return apdu + body;
}

constexpr Application applications[] = {Application::None, Application::Jpki, Application::CardInfo};

} // namespace

class TestApdu : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commandsAreEncodedInTheShortestForm_data();
    void commandsAreEncodedInTheShortestForm();
    void impossibleLengthsAreNotEncoded();
    void malformedCommandsAreNotDecoded_data();
    void malformedCommandsAreNotDecoded();
    void verifyIsEncodedInsideASecret();
    void answersAreSplit();
    void everyStatusWordOfTheTableHasItsMeaning_data();
    void everyStatusWordOfTheTableHasItsMeaning();

    void objectsAreReadWithinTheirBounds_data();
    void objectsAreReadWithinTheirBounds();
    void writtenObjectsReadBack_data();
    void writtenObjectsReadBack();
    void aSequenceWithACutObjectIsRefused();
    void noCutOfAGoodObjectIsReadAsOne();

    void onlyTheTwoApplicationsMayBeSelected();
    void onlyListedFilesMayBeReadByShortIdentifier();
    void onlyTheCurrentListedFileMayBeReadByOffset();
    void onlyTheTwoPinsMayBeVerified();
    void aPinHasFourDigits_data();
    void aPinHasFourDigits();
    void onlyTheAuthenticationKeySigns();
    void noOtherInstructionPasses();
    void thePathsToTheMyNumberAreClosed_data();
    void thePathsToTheMyNumberAreClosed();
    void theSelectionFollowsTheAnswers();
};

void TestApdu::commandsAreEncodedInTheShortestForm_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QByteArray>("apdu");
    QTest::newRow("header only") << QByteArray() << 0 << hex("00B08A00");
    QTest::newRow("short Le") << QByteArray() << 32 << hex("00B08A0020");
    QTest::newRow("Le 256") << QByteArray() << 256 << hex("00B08A0000");
    QTest::newRow("Le 257 is extended") << QByteArray() << 257 << hex("00B08A00000101");
    QTest::newRow("Le 65536") << QByteArray() << 65536 << hex("00B08A00000000");
    QTest::newRow("data") << hex("D392") << 0 << hex("00B08A0002D392");
    QTest::newRow("data and Le") << hex("D392") << 256 << hex("00B08A0002D39200");
    QTest::newRow("255 bytes are short") << QByteArray(255, 'a') << 0 << hex("00B08A00FF") + QByteArray(255, 'a');
    QTest::newRow("256 bytes are extended") << QByteArray(256, 'a') << 0 << hex("00B08A00000100") + QByteArray(256, 'a');
    QTest::newRow("data and long Le") << hex("D392") << 65536 << hex("00B08A00000002D3920000");
}

void TestApdu::commandsAreEncodedInTheShortestForm()
{
    QFETCH(QByteArray, data);
    QFETCH(int, expected);
    QFETCH(QByteArray, apdu);
    Command command{0x00, 0xB0, 0x8A, 0x00, data, {}};
    if (expected)
        command.expected = static_cast<quint32>(expected);
    QCOMPARE(encode(command).value(), apdu);
    const auto decoded = decode(apdu);
    QVERIFY(decoded);
    QCOMPARE(decoded->ins, quint8(0xB0));
    QCOMPARE(decoded->p1, quint8(0x8A));
    QCOMPARE(decoded->data.toByteArray(), data);
    QCOMPARE(decoded->expected, command.expected);
}

void TestApdu::impossibleLengthsAreNotEncoded()
{
    QVERIFY(!encode({0, 0xB0, 0, 0, {}, 65537}));
    QVERIFY(!encode({0, 0xB0, 0, 0, {}, 0}));
    QVERIFY(!encode({0, 0xB0, 0, 0, QByteArray(65536, 'a'), {}}));
}

void TestApdu::malformedCommandsAreNotDecoded_data()
{
    QTest::addColumn<QByteArray>("apdu");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("three bytes") << hex("00B08A");
    QTest::newRow("data cut") << hex("00A4040C0AD392");
    QTest::newRow("two bytes too many") << hex("00A4040C02D3920000");
    QTest::newRow("Lc zero with Le") << hex("00A4040C0000");
    QTest::newRow("extended data cut") << hex("00A4040C000003D392");
    QTest::newRow("extended Lc zero") << hex("00A4040C0000000000");
    QTest::newRow("extended with half an Le") << hex("00A4040C000002D39200");
}

void TestApdu::malformedCommandsAreNotDecoded()
{
    QFETCH(QByteArray, apdu);
    QVERIFY(!decode(apdu));
    QVERIFY(refusal(apdu, {Application::Jpki}));
}

void TestApdu::verifyIsEncodedInsideASecret()
{
    const std::string_view digits = "1234";
    const SecretBuffer apdu = encodeVerify(0x98, SecretBuffer::copyOf(std::as_bytes(std::span(digits))));
    const QByteArray bytes(reinterpret_cast<const char *>(apdu.bytes().data()), qsizetype(apdu.size()));
    QCOMPARE(bytes, hex("002000980431323334"));
}

void TestApdu::answersAreSplit()
{
    QVERIFY(!splitResponse({}));
    QVERIFY(!splitResponse(hex("90")));
    QCOMPARE(splitResponse(hex("9000"))->statusWord, quint16(0x9000));
    QCOMPARE(splitResponse(hex("01026282"))->data, hex("0102"));
    QCOMPARE(splitResponse(hex("01026282"))->statusWord, quint16(0x6282));
}

void TestApdu::everyStatusWordOfTheTableHasItsMeaning_data()
{
    QTest::addColumn<int>("statusWord");
    QTest::addColumn<StatusMeaning>("meaning");
    QTest::addColumn<int>("tries"); // -1: none told
    const auto row = [](int statusWord, StatusMeaning meaning, int tries = -1) {
        QTest::newRow(qPrintable(QString::number(statusWord, 16))) << statusWord << meaning << tries;
    };
    using enum StatusMeaning;
    row(0x9000, Ok);
    row(0x6100, MoreData);
    row(0x61FF, MoreData);
    row(0x6C00, WrongExpected);
    row(0x6C20, WrongExpected);
    row(0x6282, EndOfFile);
    row(0x63C0, TriesLeft, 0);
    row(0x63C3, TriesLeft, 3);
    row(0x63CF, TriesLeft, 15);
    row(0x6300, Other);
    row(0x6700, WrongLength);
    row(0x6881, ChannelUnsupported);
    row(0x6882, SecureMessagingUnsupported);
    row(0x69FC, SecureMessagingUnsupported);
    row(0x6981, WrongFileType);
    row(0x6982, SecurityNotSatisfied);
    row(0x6983, Blocked);
    row(0x6984, Blocked);
    row(0x6985, ConditionsNotSatisfied);
    row(0x6986, NoCurrentFile);
    row(0x6A80, WrongData);
    row(0x6A81, Unsupported);
    row(0x6D00, Unsupported);
    row(0x6E00, Unsupported);
    row(0x6A82, NotFound);
    row(0x6A86, WrongParameters);
    row(0x6A88, ReferenceNotFound);
    row(0x6B00, WrongOffset);
    row(0x6F00, NoPreciseDiagnosis);
    row(0x6F01, Other);
    row(0x9001, Other);
    row(0x0000, Other);
}

void TestApdu::everyStatusWordOfTheTableHasItsMeaning()
{
    QFETCH(int, statusWord);
    QFETCH(StatusMeaning, meaning);
    QFETCH(int, tries);
    QCOMPARE(meaningOf(static_cast<quint16>(statusWord)), meaning);
    QCOMPARE(triesIn(static_cast<quint16>(statusWord)).value_or(-1), tries);
    QCOMPARE(statusText(0x6A82), u"SW 6A82"_s);
}

void TestApdu::objectsAreReadWithinTheirBounds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint32>("tag"); // 0: not readable
    QTest::addColumn<int>("valueSize");
    const auto row = [](const char *name, const QByteArray &bytes, quint32 tag, int size) {
        QTest::newRow(name) << bytes << tag << size;
    };
    row("one byte of tag", hex("3003010203"), 0x30, 3);
    row("two bytes of tag", hex("DF2101AA"), 0xDF21, 1);
    row("container of the card", hex("FF2000"), 0xFF20, 0);
    row("three bytes of tag", hex("DF812101AA"), 0xDF8121, 1);
    row("filler behind is not part", hex("300101FFFF"), 0x30, 1);
    row("length 127", hex("307F") + QByteArray(127, 'a'), 0x30, 127);
    row("length 81 80", hex("308180") + QByteArray(128, 'a'), 0x30, 128);
    row("length 82 0100", hex("30820100") + QByteArray(256, 'a'), 0x30, 256);
    row("longer form than needed", hex("30820001AA"), 0x30, 1);
    row("nothing", {}, 0, 0);
    row("tag only", hex("30"), 0, 0);
    row("half a tag", hex("DF"), 0, 0);
    row("tag without end", hex("DF818181"), 0, 0);
    row("value cut", hex("30030102"), 0, 0);
    row("length cut", hex("3082"), 0, 0);
    row("indefinite length", hex("30800000"), 0, 0);
    row("length of three bytes", hex("3083000001AA"), 0, 0);
    row("length of 127 bytes", hex("30FF") + QByteArray(200, '\0'), 0, 0);
}

void TestApdu::objectsAreReadWithinTheirBounds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(quint32, tag);
    QFETCH(int, valueSize);
    const auto object = readTlv(bytes);
    QCOMPARE(object.has_value(), tag != 0);
    if (object) {
        QCOMPARE(object->tag, tag);
        QCOMPARE(object->value.size(), qsizetype(valueSize));
        QVERIFY(object->whole.size() <= bytes.size());
    }
}

void TestApdu::writtenObjectsReadBack_data()
{
    QTest::addColumn<quint32>("tag");
    QTest::addColumn<int>("size");
    for (quint32 tag : {0x30U, 0xDF21U, 0x7F21U, 0xDF8121U}) {
        for (int size : {0, 1, 127, 128, 255, 256, 65535})
            QTest::addRow("%x, %d bytes", tag, size) << tag << size;
    }
}

void TestApdu::writtenObjectsReadBack()
{
    QFETCH(quint32, tag);
    QFETCH(int, size);
    const QByteArray value(size, 'v');
    const QByteArray written = writeTlv(tag, value);
    const auto read = readTlv(written);
    QVERIFY(read);
    QCOMPARE(read->tag, tag);
    QCOMPARE(read->value.toByteArray(), value);
    QCOMPARE(read->whole.size(), written.size());
}

void TestApdu::aSequenceWithACutObjectIsRefused()
{
    const QByteArray two = writeTlv(0xDF22, "a") + writeTlv(0xDF23, "bc");
    const auto objects = readTlvSequence(two);
    QVERIFY(objects);
    QCOMPARE(objects->size(), 2);
    QCOMPARE(findTlv(*objects, 0xDF23)->value.toByteArray(), QByteArray("bc"));
    QVERIFY(!findTlv(*objects, 0xDF24));
    QVERIFY(!readTlvSequence(QByteArrayView(two).chopped(1)));
    QVERIFY(!readTlvSequence(two + '\0'));
    QVERIFY(readTlvSequence({})->isEmpty());
}

void TestApdu::noCutOfAGoodObjectIsReadAsOne()
{
    const QByteArray whole = writeTlv(0xFF20, writeTlv(0xDF22, QByteArray(300, 'x')));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!readTlv(QByteArrayView(whole).first(size)), qPrintable(QString::number(size)));
    QVERIFY(readTlv(whole));
}

void TestApdu::onlyTheTwoApplicationsMayBeSelected()
{
    const QByteArray jpki = hex("D392F000260100000001"), cardInfo = hex("D3921000310001010408");
    const QByteArray visual = hex("D3921000310001010402"), resident = hex("D3921000310001010401");
    for (const QByteArray &aid : {jpki, cardInfo})
        QVERIFY(isAllowed(header(0, 0xA4, 0x04, 0x0C, '\x0A' + aid), Application::None));
    for (const QByteArray &aid : {visual, resident, hex("D3921000310001010100"), hex("A000000151000000000000"),
                                  jpki.left(9), jpki + '\0', QByteArray()})
        QVERIFY(!isAllowed(header(0, 0xA4, 0x04, 0x0C, static_cast<char>(aid.size()) + aid), Application::Jpki));
    // Every other way of selecting: files by identifier, other parameters, other classes.
    int allowed = 0;
    for (int p1 = 0; p1 < 256; ++p1) {
        for (int p2 = 0; p2 < 256; ++p2)
            allowed += isAllowed(header(0, 0xA4, p1, p2, '\x0A' + jpki), Application::Jpki);
    }
    QCOMPARE(allowed, 1);
    for (int cla = 1; cla < 256; ++cla)
        QVERIFY(!isAllowed(header(cla, 0xA4, 0x04, 0x0C, '\x0A' + jpki), Application::None));
    QVERIFY(!isAllowed(header(0, 0xA4, 0x02, 0x0C, hex("020001")), Application::CardInfo));
}

void TestApdu::onlyListedFilesMayBeReadByShortIdentifier()
{
    const QList<std::pair<Application, int>> listed{{Application::Jpki, 0x06},     {Application::Jpki, 0x08},
                                                    {Application::Jpki, 0x0A},     {Application::CardInfo, 0x02},
                                                    {Application::CardInfo, 0x03}, {Application::CardInfo, 0x04}};
    for (Application application : applications) {
        for (int p1 = 0x80; p1 < 0x100; ++p1) {
            const bool isListed = listed.contains({application, p1 - 0x80});
            for (const QByteArray &le : {hex("00"), hex("20"), hex("000000"), hex("000700")})
                QCOMPARE(isAllowed(header(0, 0xB0, p1, 0, le), application), isListed);
        }
    }
    QVERIFY(!isAllowed(hex("00B08A00"), Application::Jpki));       // no Le
    QVERIFY(!isAllowed(hex("80B08A0000"), Application::Jpki));     // another class
    QVERIFY(!isAllowed(hex("00B08A000100"), Application::Jpki));   // data
    QVERIFY(!isAllowed(hex("00B18A0000"), Application::Jpki));     // odd instruction
}

void TestApdu::onlyTheCurrentListedFileMayBeReadByOffset()
{
    QVERIFY(!isAllowed(hex("00B0010000"), Application::Jpki, 0));
    QVERIFY(isAllowed(hex("00B0010000"), Application::Jpki, 0x0A));
    QVERIFY(isAllowed(hex("00B07FFF00"), Application::CardInfo, 0x02));
    QVERIFY(!isAllowed(hex("00B0010000"), Application::CardInfo, 0x01));
    QVERIFY(!isAllowed(hex("00B0010000"), Application::CardInfo, 0x0A));
    QVERIFY(!isAllowed(hex("00B0010000"), Application::None, 0x0A));
}

void TestApdu::onlyTheTwoPinsMayBeVerified()
{
    for (Application application : applications) {
        for (int p2 = 0; p2 < 256; ++p2) {
            const bool isListed = (application == Application::Jpki && p2 == 0x98)
                || (application == Application::CardInfo && p2 == 0x91);
            QCOMPARE(isAllowed(header(0, 0x20, 0, p2, {}), application), isListed);
            QCOMPARE(isAllowed(header(0, 0x20, 0, p2, hex("0431323334")), application), isListed);
        }
        for (int p1 = 1; p1 < 256; ++p1)
            QVERIFY(!isAllowed(header(0, 0x20, p1, 0x98, {}), application));
    }
}

void TestApdu::aPinHasFourDigits_data()
{
    QTest::addColumn<QByteArray>("pin");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("four digits") << QByteArray("0000") << true;
    QTest::newRow("three digits") << QByteArray("123") << false;
    QTest::newRow("five digits") << QByteArray("12345") << false;
    QTest::newRow("twelve digits: a My Number") << QByteArray("123456789012") << false;
    QTest::newRow("letters") << QByteArray("12a4") << false;
    QTest::newRow("full width digit") << QByteArray("1\xEF\xBC\x91") << false;
    QTest::newRow("NUL") << QByteArray("123\0", 4) << false;
}

void TestApdu::aPinHasFourDigits()
{
    QFETCH(QByteArray, pin);
    QFETCH(bool, allowed);
    QCOMPARE(isAllowed(header(0, 0x20, 0, 0x98, static_cast<char>(pin.size()) + pin), Application::Jpki), allowed);
}

void TestApdu::onlyTheAuthenticationKeySigns()
{
    const QByteArray digestInfo = sha256DigestInfoPrefix().toByteArray() + QByteArray(32, 'h');
    const QByteArray body = '\x33' + digestInfo + '\0';
    for (Application application : applications) {
        for (int p1 = 0; p1 < 256; ++p1) {
            for (int p2 = 0x80; p2 < 0xA0; ++p2)
                QCOMPARE(isAllowed(header(0x80, 0x2A, p1, p2, body), application),
                         application == Application::Jpki && p1 == 0 && p2 == 0x97);
        }
    }
    QVERIFY(isAllowed(header(0x80, 0x2A, 0, 0x97, '\x30' + QByteArray(48, 'h') + '\0'), Application::Jpki));
    QVERIFY(!isAllowed(header(0x80, 0x2A, 0, 0x97, '\x33' + QByteArray(51, 'h') + '\0'), Application::Jpki));
    QVERIFY(!isAllowed(header(0x80, 0x2A, 0, 0x97, '\x20' + QByteArray(32, 'h') + '\0'), Application::Jpki));
    QVERIFY(!isAllowed(header(0x80, 0x2A, 0, 0x97, body.chopped(1)), Application::Jpki)); // no Le
    QVERIFY(!isAllowed(header(0x00, 0x2A, 0, 0x97, body), Application::Jpki));
}

void TestApdu::noOtherInstructionPasses()
{
    for (Application application : applications) {
        for (int ins = 0; ins < 256; ++ins) {
            const bool isKnown = ins == 0x20 || ins == 0x2A || ins == 0xA4 || ins == 0xB0 || ins == 0xC0;
            for (const QByteArray &body : {QByteArray(), hex("00"), hex("0431323334"), hex("0431323334") + '\0'}) {
                for (int cla : {0x00, 0x80, 0x0C, 0x01}) {
                    if (!isKnown)
                        QVERIFY(!isAllowed(header(cla, ins, 0, 0x98, body), application, 0x0A, true));
                }
            }
        }
    }
    QVERIFY(isAllowed(hex("00C0000020"), Application::Jpki, 0, true));
    QVERIFY(!isAllowed(hex("00C0000020"), Application::Jpki, 0, false));
}

void TestApdu::thePathsToTheMyNumberAreClosed_data()
{
    QTest::addColumn<QByteArray>("apdu");
    QTest::newRow("EF 0001 by short identifier") << hex("00B0810000");
    QTest::newRow("EF 0001, whole") << hex("00B08100000000");
    QTest::newRow("EF 0001 by SELECT") << hex("00A4020C020001");
    QTest::newRow("EF 0005 of 券面確認") << hex("00B0850000");
    QTest::newRow("券面確認 itself") << hex("00A4040C0AD3921000310001010402");
    QTest::newRow("照合番号A of 入力補助") << hex("002000940C313233343536373839303132");
    QTest::newRow("照合番号A of 券面確認") << hex("002000930C313233343536373839303132");
    QTest::newRow("tries of 照合番号A") << hex("00200094");
    QTest::newRow("VERIFY of the selected PIN file") << hex("002000800431323334");
    QTest::newRow("signing with the signature key") << hex("802A009A33") + sha256DigestInfoPrefix().toByteArray()
            + QByteArray(32, 'h') + '\0';
}

void TestApdu::thePathsToTheMyNumberAreClosed()
{
    QFETCH(QByteArray, apdu);
    for (Application application : applications) {
        for (quint8 file = 0; file < 32; ++file)
            QVERIFY(!isAllowed(apdu, application, file, true));
    }
}

void TestApdu::theSelectionFollowsTheAnswers()
{
    const QByteArray select = hex("00A4040C0AD3921000310001010408"), read = hex("00B0820000");
    CardSelection state = selectionAfter(*decode(select), 0x9000, {});
    QCOMPARE(state.application, Application::CardInfo);
    QCOMPARE(state.file, quint8(0));
    state = selectionAfter(*decode(read), 0x9000, state);
    QCOMPARE(state.file, quint8(2));
    state = selectionAfter(*decode(read), 0x6982, state);
    QCOMPARE(state.file, quint8(0));
    state = selectionAfter(*decode(read), 0x6110, state);
    QVERIFY(state.isAnswerPending);
    // A refused SELECT leaves nothing that could be read.
    state = selectionAfter(*decode(select), 0x6A82, state);
    QCOMPARE(state, CardSelection{});
}

QTEST_GUILESS_MAIN(TestApdu)
#include "tst_apdu.moc"
