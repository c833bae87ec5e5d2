// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/cardchannel.h"
#include "cardreader/apdu/filereader.h"
#include "tests/cardreader/apdu/scriptedcard.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;
using uk::test::ScriptedCard;

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

/// An object of `size` bytes in all, from 259 bytes on, with a value that shows a shift.
QByteArray object(int size)
{
    QByteArray bytes = hex("3082") + static_cast<char>((size - 4) >> 8) + static_cast<char>((size - 4) & 0xFF);
    for (int i = 4; i < size; ++i)
        bytes.append(static_cast<char>(i * 7));
    return bytes;
}

struct Bench
{
    Bench()
        : channel(card, memory, counters, [this](const QString &line) { log.append(line); })
    {
    }
    void select()
    {
        card.say("9000");
        QCOMPARE(selectApplication(channel, Application::Jpki).value(), quint16(0x9000));
        card.sent.clear();
    }
    ScriptedCard card;
    ExtendedLength memory = ExtendedLength::Untried;
    ApduCounters counters;
    QStringList log;
    CardChannel channel;
};

/// Answers READ BINARY like a card that holds `file`; extended commands as `extended` says.
ScriptedCard::Answer readFrom(const QByteArray &file, QByteArrayView apdu, const Result<QByteArray> &extended)
{
    const auto command = decode(apdu);
    if (command->ins == 0xA4)
        return hex("9000");
    if (*command->expected > 256)
        return extended;
    const int offset = command->p1 & 0x80 ? command->p2 : command->p1 << 8 | command->p2;
    return file.mid(offset, *command->expected) + hex("9000");
}

} // namespace

class TestCardChannel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aForbiddenCommandNeverReachesTheCard();
    void nothingIsSelectedAtTheStartOfATransaction();
    void anAnswerInPiecesIsFetched();
    void aWrongLengthIsAskedForAgain();
    void anEndlessAnswerIsCutOff();
    void aCardThatNeverComesToAnEndIsGivenUp();
    void verifyIsSentOnceWhateverComesBack_data();
    void verifyIsSentOnceWhateverComesBack();
    void thePinIsNotInTheLog();
    void commandsAndBytesAreCounted();
    void anAnswerWithoutStatusWordIsARemovedCard();

    void aFileIsReadInOneCommandWhereThatWorks();
    void aCutExtendedAnswerIsCompleted();
    void aCardWithoutExtendedLengthIsReadInPieces_data();
    void aCardWithoutExtendedLengthIsReadInPieces();
    void aReaderThatBreaksOffIsReadInPiecesAfterReconnecting();
    void aReaderThatSaysShortIsNotTriedWithExtended();
    void aRemovedCardIsNotReadAgain();
    void aCardThatGoesAtTheFirstTryLeavesExtendedLengthInDoubt();
    void fillerIsNoFile_data();
    void fillerIsNoFile();
    void aFileThatEndsEarlyIsUnreadable();
    void aLengthBeyondTheLimitIsUnreadable();
    void shortPiecesAreJoined();
    void theFirstAnswer6F00IsRepeatedOnce();
};

void TestCardChannel::aForbiddenCommandNeverReachesTheCard()
{
    Bench bench;
    const auto refused = bench.channel.send({0, 0xB0, 0x81, 0, {}, 256});
    QCOMPARE(refused.error().code, ErrorCode::CommandForbidden);
    QVERIFY(bench.card.sent.isEmpty());
    QCOMPARE(bench.counters.commands.load(), 0U);
    const std::string_view digits = "1234";
    const SecretBuffer pin = SecretBuffer::copyOf(std::as_bytes(std::span(digits)));
    QCOMPARE(bench.channel.verify(0x94, pin).error().code, ErrorCode::CommandForbidden);
    QVERIFY(bench.card.sent.isEmpty());
}

void TestCardChannel::nothingIsSelectedAtTheStartOfATransaction()
{
    Bench bench;
    bench.select();
    QVERIFY(bench.channel.begin());
    QCOMPARE(bench.channel.send({0, 0x20, 0, 0x98, {}, {}}).error().code, ErrorCode::CommandForbidden);
    QVERIFY(bench.card.sent.isEmpty());
}

void TestCardChannel::anAnswerInPiecesIsFetched()
{
    Bench bench;
    bench.select();
    bench.card.say("6102");
    bench.card.say("AABB6101");
    bench.card.say("CC9000");
    const auto response = bench.channel.send({0, 0xB0, 0x86, 0, {}, 32});
    QCOMPARE(response.value().data, hex("AABBCC"));
    QCOMPARE(response.value().statusWord, quint16(0x9000));
    QCOMPARE(bench.card.sent.value(1), hex("00C0000002"));
    QCOMPARE(bench.card.sent.value(2), hex("00C0000001"));
}

void TestCardChannel::aWrongLengthIsAskedForAgain()
{
    Bench bench;
    bench.select();
    bench.card.say("6C03");
    bench.card.say("8F8F009000");
    QCOMPARE(bench.channel.send({0, 0xB0, 0x88, 0, {}, 32}).value().data, hex("8F8F00"));
    QCOMPARE(bench.card.sent.last(), hex("00B0880003"));
}

void TestCardChannel::anEndlessAnswerIsCutOff()
{
    Bench bench;
    bench.select();
    bench.card.answer = [](QByteArrayView) { return QByteArray(256, 'x') + hex("6100"); };
    QCOMPARE(bench.channel.send({0, 0xB0, 0x86, 0, {}, 32}).error().code, ErrorCode::CardAnswerUnreadable);
    bench.card.answer = [](QByteArrayView) { return hex("6100"); };
    bench.card.sent.clear();
    QCOMPARE(bench.channel.send({0, 0xB0, 0x86, 0, {}, 32}).error().code, ErrorCode::CardAnswerUnreadable);
    QVERIFY(bench.card.sent.size() <= 3);
}

void TestCardChannel::aCardThatNeverComesToAnEndIsGivenUp()
{
    Bench bench;
    bench.select();
    bench.card.answer = [](QByteArrayView) -> ScriptedCard::Answer { return hex("AA6101"); };
    QCOMPARE(bench.channel.send({0, 0xB0, 0x86, 0, {}, 32}).error().code, ErrorCode::CardAnswerUnreadable);
    QVERIFY(bench.card.sent.size() < CardChannel::mostCommands);
    // The next step begins afresh.
    bench.card.answer = [](QByteArrayView) -> ScriptedCard::Answer { return hex("9000"); };
    QCOMPARE(selectApplication(bench.channel, Application::Jpki).error().code, ErrorCode::CardAnswerUnreadable);
    QVERIFY(bench.channel.begin());
    QCOMPARE(selectApplication(bench.channel, Application::Jpki).value(), quint16(0x9000));
}

void TestCardChannel::verifyIsSentOnceWhateverComesBack_data()
{
    QTest::addColumn<QByteArray>("answer");
    for (const char *answer : {"9000", "63C2", "63C0", "6984", "6983", "6C00", "6110", "6F00", "6700", "", "90"})
        QTest::addRow("answer %s", answer) << hex(answer);
}

void TestCardChannel::verifyIsSentOnceWhateverComesBack()
{
    QFETCH(QByteArray, answer);
    Bench bench;
    bench.select();
    bench.card.answer = [&](QByteArrayView) { return answer; };
    const std::string_view digits = "1234";
    const SecretBuffer pin = SecretBuffer::copyOf(std::as_bytes(std::span(digits)));
    const auto response = bench.channel.verify(0x98, pin);
    QCOMPARE(response.has_value(), answer.size() >= 2);
    QCOMPARE(bench.card.sent.size(), 1);
    QCOMPARE(bench.counters.pinVerifications.load(), 1U);
}

void TestCardChannel::thePinIsNotInTheLog()
{
    Bench bench;
    bench.select();
    bench.card.say("63C2");
    const std::string_view digits = "7391";
    QVERIFY(bench.channel.verify(0x98, SecretBuffer::copyOf(std::as_bytes(std::span(digits)))));
    const QString log = bench.log.join(u'\n');
    QVERIFY(log.contains(u"00200098"_s));
    QVERIFY(log.contains(u"SW 63C2"_s));
    QVERIFY(!log.contains(u"37333931"_s));
    QVERIFY(!log.contains(u"7391"_s));
}

void TestCardChannel::commandsAndBytesAreCounted()
{
    Bench bench;
    bench.select();
    QCOMPARE(bench.counters.commands.load(), 1U);
    QCOMPARE(bench.counters.bytes.load(), 15U + 2U);
    bench.card.say("63C3");
    QVERIFY(bench.channel.send({0, 0x20, 0, 0x98, {}, {}}));
    QCOMPARE(bench.counters.bytes.load(), 15U + 2U + 4U + 2U);
    QCOMPARE(bench.counters.pinVerifications.load(), 0U);
}

void TestCardChannel::anAnswerWithoutStatusWordIsARemovedCard()
{
    Bench bench;
    bench.card.say("");
    QCOMPARE(selectApplication(bench.channel, Application::Jpki).error().code, ErrorCode::CardRemoved);
    QCOMPARE(bench.channel.selection(), CardSelection{});
}

void TestCardChannel::aFileIsReadInOneCommandWhereThatWorks()
{
    Bench bench;
    bench.select();
    bench.card.say(object(1500) + QByteArray(400, '\0'), "9000");
    const auto content = readTlvFile(bench.channel, 0x0A, 8192);
    QCOMPARE(content.value().object, object(1500));
    QCOMPARE(bench.card.sent, QList<QByteArray>{hex("00B08A00000000")});
    QCOMPARE(bench.memory, ExtendedLength::Works);
}

void TestCardChannel::aCutExtendedAnswerIsCompleted()
{
    Bench bench;
    bench.select();
    bench.card.say(object(1500).left(1400), "6282");
    bench.card.say(object(1500).mid(1400), "9000");
    QCOMPARE(readTlvFile(bench.channel, 0x0A, 8192).value().object, object(1500));
    QCOMPARE(bench.card.sent.last(), hex("00B0057864"));
}

void TestCardChannel::aCardWithoutExtendedLengthIsReadInPieces_data()
{
    QTest::addColumn<QByteArray>("refusalWord");
    for (const char *word : {"6700", "6D00", "6A81", "6E00"})
        QTest::addRow("%s", word) << hex(word);
}

void TestCardChannel::aCardWithoutExtendedLengthIsReadInPieces()
{
    QFETCH(QByteArray, refusalWord);
    Bench bench;
    bench.select();
    const QByteArray file = object(1500) + QByteArray(400, '\0');
    bench.card.answer = [&](QByteArrayView apdu) { return readFrom(file, apdu, refusalWord); };
    QCOMPARE(readTlvFile(bench.channel, 0x0A, 8192).value().object, object(1500));
    QCOMPARE(bench.card.sent.size(), 7); // one in vain, six of 256 bytes
    QCOMPARE(bench.memory, ExtendedLength::ShortOnly);
    // Remembered: the next file of this reader costs nothing in vain.
    bench.card.sent.clear();
    QCOMPARE(readTlvFile(bench.channel, 0x0A, 8192).value().object, object(1500));
    QCOMPARE(bench.card.sent.size(), 6);
    QCOMPARE(bench.card.reconnected, 0);
}

void TestCardChannel::aReaderThatBreaksOffIsReadInPiecesAfterReconnecting()
{
    Bench bench;
    bench.select();
    const QByteArray file = object(1500);
    bench.card.answer = [&](QByteArrayView apdu) { return readFrom(file, apdu, failure(ErrorCode::ReaderFailed)); };
    QCOMPARE(readTlvFile(bench.channel, 0x0A, 8192).value().object, object(1500));
    QCOMPARE(bench.card.reconnected, 1);
    QCOMPARE(bench.card.sent.value(1), hex("00A4040C0AD392F000260100000001"));
    QCOMPARE(bench.memory, ExtendedLength::ShortOnly);
}

void TestCardChannel::aReaderThatSaysShortIsNotTriedWithExtended()
{
    Bench bench;
    bench.select();
    bench.card.extended = false;
    const QByteArray file = object(600);
    bench.card.answer = [&](QByteArrayView apdu) { return readFrom(file, apdu, failure(ErrorCode::ReaderFailed)); };
    QCOMPARE(readTlvFile(bench.channel, 0x0A, 8192).value().object, object(600));
    QCOMPARE(bench.card.sent.size(), 3);
    QCOMPARE(bench.card.sent.first(), hex("00B08A0000"));
}

void TestCardChannel::aRemovedCardIsNotReadAgain()
{
    Bench bench;
    bench.select();
    bench.card.answer = [](QByteArrayView) { return failure(ErrorCode::CardRemoved); };
    QCOMPARE(readTlvFile(bench.channel, 0x0A, 8192).error().code, ErrorCode::CardRemoved);
    QCOMPARE(bench.card.sent.size(), 1);
    QCOMPARE(bench.card.reconnected, 0);
}

void TestCardChannel::aCardThatGoesAtTheFirstTryLeavesExtendedLengthInDoubt()
{
    Bench bench;
    const QByteArray file = object(1500);
    const auto isGone = [](QByteArrayView) -> ScriptedCard::Answer { return failure(ErrorCode::CardRemoved); };
    const auto isThere = [&](QByteArrayView apdu) { return readFrom(file, apdu, hex("6700")); };
    const auto read = [&](std::function<ScriptedCard::Answer(QByteArrayView)> answer) {
        bench.card.answer = {};
        bench.select();
        bench.card.answer = std::move(answer);
        return readTlvFile(bench.channel, 0x0A, 8192);
    };
    QVERIFY(!read(isGone));
    QCOMPARE(bench.memory, ExtendedLength::Doubted);
    QVERIFY(!read(isGone));
    QCOMPARE(bench.memory, ExtendedLength::ShortOnly);
    // Once it has worked, a card that goes is a card that goes.
    bench.memory = ExtendedLength::Works;
    QVERIFY(!read(isGone));
    QCOMPARE(bench.memory, ExtendedLength::Works);
    bench.memory = ExtendedLength::Doubted;
    QVERIFY(read(isThere));
    QCOMPARE(bench.memory, ExtendedLength::ShortOnly);
}

void TestCardChannel::fillerIsNoFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zeros") << QByteArray(1900, '\0');
    QTest::newRow("FF") << QByteArray(1900, '\xFF');
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zeros, then noise in the next piece") << QByteArray(256, '\0') + "noise";
    QTest::newRow("FF, then noise in the next piece") << QByteArray(256, '\xFF') + "noise";
}

void TestCardChannel::fillerIsNoFile()
{
    QFETCH(QByteArray, bytes);
    Bench bench;
    bench.select();
    bench.card.say(bytes, "9000");
    const auto content = readTlvFile(bench.channel, 0x0A, 8192);
    QVERIFY(content);
    QVERIFY(content->object.isEmpty());
    QCOMPARE(content->statusWord, quint16(0x9000));
}

void TestCardChannel::aFileThatEndsEarlyIsUnreadable()
{
    Bench bench;
    bench.select();
    bench.card.say(object(1500).left(1400), "9000");
    bench.card.say("6B00");
    QCOMPARE(readTlvFile(bench.channel, 0x0A, 8192).error().code, ErrorCode::CardAnswerUnreadable);
    bench.card.say(object(1500).left(1400), "9000");
    bench.card.say("9000"); // success with nothing in it
    QCOMPARE(readTlvFile(bench.channel, 0x0A, 8192).error().code, ErrorCode::CardAnswerUnreadable);
}

void TestCardChannel::aLengthBeyondTheLimitIsUnreadable()
{
    Bench bench;
    bench.select();
    bench.card.say(hex("3082FFF0") + QByteArray(1896, 'c'), "9000");
    QCOMPARE(readTlvFile(bench.channel, 0x0A, 8192).error().code, ErrorCode::CardAnswerUnreadable);
    QCOMPARE(bench.card.sent.size(), 1);
}

void TestCardChannel::shortPiecesAreJoined()
{
    Bench bench;
    bench.select();
    bench.memory = ExtendedLength::ShortOnly;
    const QByteArray file = object(400);
    bench.card.answer = [&](QByteArrayView apdu) -> ScriptedCard::Answer {
        const auto whole = readFrom(file, apdu, hex("6700"));
        return whole->chopped(2).left(100) + hex("9000");
    };
    QCOMPARE(readTlvFile(bench.channel, 0x0A, 8192).value().object, object(400));
    QCOMPARE(bench.card.sent.size(), 4);
}

void TestCardChannel::theFirstAnswer6F00IsRepeatedOnce()
{
    Bench bench;
    bench.card.say("6F00");
    bench.card.say("9000");
    QCOMPARE(selectApplication(bench.channel, Application::Jpki).value(), quint16(0x9000));
    QCOMPARE(bench.card.sent.size(), 2);
    bench.card.say("6F00");
    bench.card.say("6F00");
    bench.card.say("9000");
    QCOMPARE(selectApplication(bench.channel, Application::Jpki).value(), quint16(0x6F00));
    QCOMPARE(bench.card.sent.size(), 4);
}

QTEST_GUILESS_MAIN(TestCardChannel)
#include "tst_cardchannel.moc"
