// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/pcsc/pcscreaderport.h"
#include "tests/cardreader/pcsc/mockpcsc.h"
#include "tests/cardreader/pcsc/pcsccodes.h"

#include <QTest>

#include <thread>

#include <winscard.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace uk;
using uk::test::codes;
using uk::test::functions;
using uk::test::MockPcsc;
using uk::test::NamedCode;

namespace {

const QByteArray readerName = "Mock Reader 00 00";

/// A whole use of the card, as a step does it.
Result<QByteArray> useCard(PcscReaderPort &port)
{
    UK_TRY(const auto seen, port.waitForChange({}, 0ms));
    if (seen.isEmpty() || !seen.first().isCardPresent)
        return failure(ErrorCode::NoReader, u"not seen"_s);
    UK_TRY(const auto connection, port.connect(seen.first().rawName));
    static_cast<void>(connection->hasExtendedLength());
    UK_CHECK(connection->beginTransaction());
    auto answer = connection->transmit(QByteArray::fromHex("00200098"));
    if (!answer && connection->wasReset() && connection->reconnect() && connection->beginTransaction())
        answer = connection->transmit(QByteArray::fromHex("00200098"));
    connection->endTransaction();
    connection->disconnect(CardDisposition::PowerOff);
    return answer;
}

} // namespace

class TestPcsc : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void everyCallMayFailOnceWithEveryCode_data();
    void everyCallMayFailOnceWithEveryCode();
    void failuresOfACommandAreToldApart_data();
    void failuresOfACommandAreToldApart();
    void failuresOfConnectingAreToldApart_data();
    void failuresOfConnectingAreToldApart();
    void anAnswerOfFewerThanTwoBytesIsARemovedCard();
    void aSilentReaderWithoutCardIsARemovedCard();

    void readersAndCardsAreSeenAsTheyCome();
    void namesAreKeptByteForByte();
    void theEventCountTellsAFastSwap();
    void noReadersAreANormalState();
    void aWaitEndsWhenItIsCancelled();
    void aCancelBeforeTheWaitIsRemembered();
    void aWaitForNothingDoesNotSpin();
    void aWaitWakesForWhatHappensAndForNothingElse_data();
    void aWaitWakesForWhatHappensAndForNothingElse();
    void theServiceIsAwaitedForEver();
    void contextsDoNotPileUp();

    void aCardInUseIsWaitedFor();
    void aCardInUseForLongIsAnError();
    void anotherProtocolIsTried();
    void aResetIsToldAndTheTransactionBegunAnew();
    void aConnectionOfALostContextSendsNothing();
    void theCardIsPoweredOffByDefault();
    void theReaderTellsItsLength_data();
    void theReaderTellsItsLength();
};

void TestPcsc::init()
{
    MockPcsc::world().reset();
    MockPcsc::world().plug(readerName);
    MockPcsc::world().lay(readerName);
}

void TestPcsc::cleanup()
{
    // Nothing is left open by any test.
    QCOMPARE(MockPcsc::world().openContexts(), 0);
    QCOMPARE(MockPcsc::world().isInTransaction(), false);
}

void TestPcsc::everyCallMayFailOnceWithEveryCode_data()
{
    QTest::addColumn<QString>("function");
    for (const char *function : functions)
        QTest::newRow(function) << QString::fromLatin1(function);
}

void TestPcsc::everyCallMayFailOnceWithEveryCode()
{
    QFETCH(QString, function);
    for (const NamedCode &code : codes) {
        init();
        MockPcsc::world().maximumApdu = 0x10000;
        PcscReaderPort port;
        MockPcsc::world().fail(function, static_cast<quint32>(code.code));
        if (function == u"SCardReconnect"_s)
            MockPcsc::world().fail(u"SCardTransmit"_s, static_cast<quint32>(SCARD_W_RESET_CARD));
        const auto first = useCard(port);
        if (!first)
            QVERIFY2(!first.error().detail.isEmpty(), code.name);
        // At most one more look is needed, whatever it was.
        auto second = useCard(port);
        if (!second)
            second = useCard(port);
        QVERIFY2(second, qPrintable(u"%1 %2: %3"_s.arg(function, QString::fromLatin1(code.name),
                                                       second ? QString() : second.error().detail)));
        QCOMPARE(*second, QByteArray::fromHex("9000"));
    }
}

void TestPcsc::failuresOfACommandAreToldApart_data()
{
    QTest::addColumn<qlonglong>("code");
    QTest::addColumn<ErrorCode>("error");
    QTest::addColumn<bool>("reset");
    const auto row = [](const char *name, LONG code, ErrorCode error, bool isReset = false) {
        QTest::newRow(name) << qlonglong(code) << error << isReset;
    };
    row("removed", SCARD_W_REMOVED_CARD, ErrorCode::CardRemoved);
    row("no card", SCARD_E_NO_SMARTCARD, ErrorCode::CardRemoved);
    row("reader gone", SCARD_E_READER_UNAVAILABLE, ErrorCode::CardRemoved);
    row("without power", SCARD_W_UNPOWERED_CARD, ErrorCode::CardMute);
    row("unresponsive", SCARD_W_UNRESPONSIVE_CARD, ErrorCode::CardMute);
    row("reset", SCARD_W_RESET_CARD, ErrorCode::ReaderFailed, true);
    row("not transacted", SCARD_E_NOT_TRANSACTED, ErrorCode::ReaderFailed);
    row("communication", SCARD_F_COMM_ERROR, ErrorCode::ReaderFailed);
    row("service gone", SCARD_E_NO_SERVICE, ErrorCode::ReaderFailed);
    row("buffer", SCARD_E_INSUFFICIENT_BUFFER, ErrorCode::ReaderFailed);
}

void TestPcsc::failuresOfACommandAreToldApart()
{
    QFETCH(qlonglong, code);
    QFETCH(ErrorCode, error);
    QFETCH(bool, reset);
    PcscReaderPort port;
    const auto connection = port.connect(readerName);
    QVERIFY(connection);
    MockPcsc::world().fail(u"SCardTransmit"_s, static_cast<quint32>(code));
    const auto answer = (*connection)->transmit(QByteArray::fromHex("00200098"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, error);
    QVERIFY(answer.error().detail.startsWith(u"SCardTransmit: SCARD_"_s));
    QVERIFY(answer.error().detail.contains(u"connection.cpp:"_s));
    QCOMPARE((*connection)->wasReset(), reset);
}

void TestPcsc::failuresOfConnectingAreToldApart_data()
{
    QTest::addColumn<qlonglong>("code");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("no card") << qlonglong(SCARD_E_NO_SMARTCARD) << ErrorCode::CardRemoved;
    QTest::newRow("unresponsive") << qlonglong(SCARD_W_UNRESPONSIVE_CARD) << ErrorCode::CardMute;
    QTest::newRow("without power") << qlonglong(SCARD_W_UNPOWERED_CARD) << ErrorCode::CardMute;
    QTest::newRow("reader gone") << qlonglong(SCARD_E_UNKNOWN_READER) << ErrorCode::NoReader;
    QTest::newRow("service gone") << qlonglong(SCARD_E_NO_SERVICE) << ErrorCode::CardServiceMissing;
    QTest::newRow("other") << qlonglong(SCARD_F_INTERNAL_ERROR) << ErrorCode::ReaderFailed;
}

void TestPcsc::failuresOfConnectingAreToldApart()
{
    QFETCH(qlonglong, code);
    QFETCH(ErrorCode, error);
    PcscReaderPort port;
    MockPcsc::world().fail(u"SCardConnect"_s, static_cast<quint32>(code));
    const auto connection = port.connect(readerName);
    QVERIFY(!connection);
    QCOMPARE(connection.error().code, error);
}

void TestPcsc::anAnswerOfFewerThanTwoBytesIsARemovedCard()
{
    for (const QByteArray &given : {QByteArray(), QByteArray("\x90")}) {
        PcscReaderPort port;
        const auto connection = port.connect(readerName);
        MockPcsc::world().card = [given](const QByteArray &) { return given; };
        QCOMPARE((*connection)->transmit(QByteArray::fromHex("00200098")).error().code, ErrorCode::CardRemoved);
    }
}

void TestPcsc::aSilentReaderWithoutCardIsARemovedCard()
{
    PcscReaderPort port;
    const auto connection = port.connect(readerName);
    QVERIFY(connection);
    MockPcsc::world().remove(readerName);
    MockPcsc::world().fail(u"SCardTransmit"_s, static_cast<quint32>(SCARD_E_NOT_TRANSACTED));
    QCOMPARE((*connection)->transmit(QByteArray::fromHex("00200098")).error().code, ErrorCode::CardRemoved);
}

void TestPcsc::readersAndCardsAreSeenAsTheyCome()
{
    PcscReaderPort port;
    auto known = port.waitForChange({}, 5s).value();
    QCOMPARE(known, (QList<ReaderSnapshot>{{readerName, true, false, 1}}));
    const auto afterwards = [&](const std::function<void()> &event) {
        std::thread other([&] {
            while (!MockPcsc::world().isWaiting())
                std::this_thread::yield();
            event();
        });
        known = port.waitForChange(known, 20s).value_or(QList<ReaderSnapshot>{});
        other.join();
        return known;
    };
    QCOMPARE(afterwards([] { MockPcsc::world().remove(readerName); }),
             (QList<ReaderSnapshot>{{readerName, false, false, 2}}));
    QCOMPARE(afterwards([] { MockPcsc::world().plug("Second 00 00"); }),
             (QList<ReaderSnapshot>{{readerName, false, false, 2}, {"Second 00 00", false, false, 0}}));
    QCOMPARE(afterwards([] { MockPcsc::world().lay("Second 00 00", true); }),
             (QList<ReaderSnapshot>{{readerName, false, false, 2}, {"Second 00 00", true, true, 1}}));
    QCOMPARE(afterwards([] { MockPcsc::world().unplug(readerName); }),
             (QList<ReaderSnapshot>{{"Second 00 00", true, true, 1}}));
}

void TestPcsc::namesAreKeptByteForByte()
{
    const QByteArray odd = "L\xF6ser \x83J\x81[\x83h 00 00"; // no UTF-8
    MockPcsc::world().unplug(readerName);
    MockPcsc::world().plug(odd);
    MockPcsc::world().lay(odd);
    PcscReaderPort port;
    const auto seen = port.waitForChange({}, 0ms);
    QVERIFY(seen);
    QCOMPARE(seen->first().rawName, odd);
    QVERIFY(port.connect(odd));
}

void TestPcsc::theEventCountTellsAFastSwap()
{
    PcscReaderPort port;
    const auto before = port.waitForChange({}, 0ms).value();
    MockPcsc::world().remove(readerName);
    MockPcsc::world().lay(readerName);
    const auto after = port.waitForChange(before, 20s).value();
    QVERIFY(after.first().isCardPresent);
    QVERIFY(after.first().eventCount != before.first().eventCount);
}

void TestPcsc::noReadersAreANormalState()
{
    MockPcsc::world().unplug(readerName);
    PcscReaderPort port;
    const auto seen = port.waitForChange({{readerName, true, false, 1}}, 20s);
    QVERIFY(seen);
    QVERIFY(seen->isEmpty());
    QVERIFY(port.waitForChange({}, 50ms).value().isEmpty());
}

void TestPcsc::aWaitEndsWhenItIsCancelled()
{
    PcscReaderPort port;
    const auto known = port.waitForChange({}, 0ms).value();
    std::thread other([&] {
        while (!MockPcsc::world().isWaiting())
            std::this_thread::yield();
        port.cancel();
    });
    const auto begun = std::chrono::steady_clock::now();
    QCOMPARE(port.waitForChange(known, 60s).value(), known);
    other.join();
    QVERIFY(std::chrono::steady_clock::now() - begun < 50s);
}

void TestPcsc::aCancelBeforeTheWaitIsRemembered()
{
    PcscReaderPort port;
    const auto known = port.waitForChange({}, 0ms).value();
    port.cancel();
    QCOMPARE(port.waitForChange(known, 60s).value(), known);
    // Once is enough: the next wait is a real one again.
    QCOMPARE(port.waitForChange(known, 20ms).value(), known);
    QVERIFY(MockPcsc::world().callsOf(u"SCardGetStatusChange"_s) >= 4);
}

void TestPcsc::aWaitForNothingDoesNotSpin()
{
    PcscReaderPort port;
    const auto known = port.waitForChange({}, 0ms).value();
    // A service that wakes up for nothing, again and again.
    MockPcsc::world().fail(u"SCardGetStatusChange"_s, static_cast<quint32>(SCARD_E_CANCELLED), 1000000);
    const int before = MockPcsc::world().callsOf(u"SCardGetStatusChange"_s);
    static_cast<void>(port.waitForChange(known, 500ms));
    QVERIFY(MockPcsc::world().callsOf(u"SCardGetStatusChange"_s) - before < 40);
}

void TestPcsc::aWaitWakesForWhatHappensAndForNothingElse_data()
{
    QTest::addColumn<int>("notification");
    QTest::newRow("pcsc-lite") << int(MockPcsc::Notification::PcscLite);
    QTest::newRow("pcsc-lite that counts") << int(MockPcsc::Notification::CountingPcscLite);
    QTest::newRow("winscard") << int(MockPcsc::Notification::Winscard);
}

void TestPcsc::aWaitWakesForWhatHappensAndForNothingElse()
{
    QFETCH(int, notification);
    MockPcsc &world = MockPcsc::world();
    world.notification = static_cast<MockPcsc::Notification>(notification);
    PcscReaderPort port;
    auto known = port.waitForChange({}, 0ms).value();
    const QByteArray second = "Second 00 00";
    const std::function<void()> events[] = {
        [&] { world.remove(readerName); }, [&] { world.plug(second); }, [&] { world.lay(second); },
        [&] { world.unplug(second); }, [&] { world.lay(readerName); },
    };
    constexpr int rounds = 4, eventCount = rounds * int(std::size(events));
    const int before = world.callsOf(u"SCardGetStatusChange"_s);
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < eventCount; ++i) {
        std::thread other([&] {
            while (!world.isWaiting())
                std::this_thread::yield();
            events[i % std::size(events)]();
        });
        const auto seen = port.waitForChange(known, 20s).value();
        other.join();
        QVERIFY2(seen != known, qPrintable(QString::number(i)));
        known = seen;
    }
    // A look, a wait and a look for each event, one wait and look more for what the entry did not know at first, and as
    // much for each safety listing in between.
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start).count();
    const int calls = world.callsOf(u"SCardGetStatusChange"_s) - before;
    QVERIFY2(calls <= 3 * eventCount + 2 + 2 * int(seconds) + 2, qPrintable(QString::number(calls)));
    // Nothing happens: only the safety listing.
    const int idle = world.callsOf(u"SCardGetStatusChange"_s);
    static_cast<void>(port.waitForChange(known, 1500ms));
    QVERIFY2(world.callsOf(u"SCardGetStatusChange"_s) - idle <= 6,
             qPrintable(QString::number(world.callsOf(u"SCardGetStatusChange"_s) - idle)));
}

void TestPcsc::theServiceIsAwaitedForEver()
{
    MockPcsc::world().setServiceRunning(false);
    PcscReaderPort port;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(port.waitForChange({}, 10ms).error().code, ErrorCode::CardServiceMissing);
    MockPcsc::world().setServiceRunning(true);
    auto seen = port.waitForChange({}, 10ms);
    QVERIFY(seen);
    // Restarted while the program waits.
    std::thread other([] {
        while (!MockPcsc::world().isWaiting())
            std::this_thread::yield();
        MockPcsc::world().setServiceRunning(false);
        MockPcsc::world().setServiceRunning(true);
    });
    const auto known = *seen;
    seen = port.waitForChange(known, 3s);
    other.join();
    if (!seen)
        seen = port.waitForChange(known, 10ms);
    QVERIFY(seen);
    QVERIFY(useCard(port));
}

void TestPcsc::contextsDoNotPileUp()
{
    PcscReaderPort port;
    for (int i = 0; i < 5; ++i) {
        MockPcsc::world().fail(u"SCardListReaders"_s, static_cast<quint32>(SCARD_E_SERVICE_STOPPED));
        QVERIFY(!port.waitForChange({}, 0ms));
        QVERIFY(port.waitForChange({}, 0ms));
        QCOMPARE(MockPcsc::world().openContexts(), 1);
    }
}

void TestPcsc::aCardInUseIsWaitedFor()
{
    PcscReaderPort port;
    MockPcsc::world().fail(u"SCardConnect"_s, static_cast<quint32>(SCARD_E_SHARING_VIOLATION), 2);
    QVERIFY(port.connect(readerName));
    QCOMPARE(MockPcsc::world().callsOf(u"SCardConnect"_s), 3);
}

void TestPcsc::aCardInUseForLongIsAnError()
{
    PcscReaderPort port;
    MockPcsc::world().fail(u"SCardConnect"_s, static_cast<quint32>(SCARD_E_SHARING_VIOLATION), 1000);
    const auto connection = port.connect(readerName);
    QVERIFY(!connection);
    QCOMPARE(connection.error().code, ErrorCode::ReaderInUse);
}

void TestPcsc::anotherProtocolIsTried()
{
    PcscReaderPort port;
    MockPcsc::world().fail(u"SCardConnect"_s, static_cast<quint32>(SCARD_E_PROTO_MISMATCH), 2);
    QVERIFY(port.connect(readerName));
    QCOMPARE(MockPcsc::world().askedProtocols,
             (QList<unsigned long>{SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, SCARD_PROTOCOL_T1, SCARD_PROTOCOL_T0}));
}

void TestPcsc::aResetIsToldAndTheTransactionBegunAnew()
{
    PcscReaderPort port;
    const auto connection = port.connect(readerName);
    MockPcsc::world().fail(u"SCardBeginTransaction"_s, static_cast<quint32>(SCARD_W_RESET_CARD));
    QCOMPARE((*connection)->beginTransaction().error().code, ErrorCode::ReaderFailed);
    QVERIFY((*connection)->wasReset());
    QVERIFY((*connection)->reconnect());
    QVERIFY(!(*connection)->wasReset());
    // Reset by others: the card is taken as it is; our own trouble with the line: it is reset.
    QCOMPARE(MockPcsc::world().initializations, QList<unsigned long>{SCARD_LEAVE_CARD});
    QVERIFY((*connection)->beginTransaction());
    QVERIFY((*connection)->beginTransaction());
    QCOMPARE(MockPcsc::world().callsOf(u"SCardBeginTransaction"_s), 2);
    QVERIFY((*connection)->reconnect());
    QCOMPARE(MockPcsc::world().initializations.last(), static_cast<unsigned long>(SCARD_RESET_CARD));
    QVERIFY(!MockPcsc::world().isInTransaction());
}

void TestPcsc::aConnectionOfALostContextSendsNothing()
{
    PcscReaderPort port;
    const auto connection = port.connect(readerName);
    QVERIFY(connection);
    MockPcsc::world().setServiceRunning(false);
    QVERIFY(!port.waitForChange({}, 0ms));
    MockPcsc::world().setServiceRunning(true);
    QVERIFY(port.waitForChange({}, 0ms));
    const int before = MockPcsc::world().callsOf(u"SCardTransmit"_s);
    QCOMPARE((*connection)->transmit(QByteArray::fromHex("00200098")).error().code, ErrorCode::ReaderFailed);
    QCOMPARE((*connection)->beginTransaction().error().code, ErrorCode::ReaderFailed);
    QCOMPARE((*connection)->reconnect().error().code, ErrorCode::ReaderFailed);
    QCOMPARE(MockPcsc::world().callsOf(u"SCardTransmit"_s), before);
}

void TestPcsc::theCardIsPoweredOffByDefault()
{
    PcscReaderPort port;
    {
        const auto connection = port.connect(readerName);
        QVERIFY((*connection)->beginTransaction());
    }
    QCOMPARE(MockPcsc::world().dispositions, QList<unsigned long>{SCARD_UNPOWER_CARD});
    const auto connection = port.connect(readerName);
    (*connection)->disconnect(CardDisposition::Leave);
    (*connection)->disconnect(CardDisposition::PowerOff);
    QCOMPARE(MockPcsc::world().dispositions, (QList<unsigned long>{SCARD_UNPOWER_CARD, SCARD_LEAVE_CARD}));
}

void TestPcsc::theReaderTellsItsLength_data()
{
    QTest::addColumn<int>("maximum"); // -1: the reader says nothing
    QTest::addColumn<int>("expected"); // 1 yes, 0 no, -1 unknown
    QTest::newRow("extended") << 0x10000 << 1;
    QTest::newRow("short, as libccid says it") << 0 << 0;
    QTest::newRow("short, as a number") << 261 << 0;
    QTest::newRow("nothing") << -1 << -1;
}

void TestPcsc::theReaderTellsItsLength()
{
    QFETCH(int, maximum);
    QFETCH(int, expected);
    if (maximum >= 0)
        MockPcsc::world().maximumApdu = static_cast<quint32>(maximum);
    PcscReaderPort port;
    const auto connection = port.connect(readerName);
    const auto answer = (*connection)->hasExtendedLength();
    QCOMPARE(answer ? static_cast<int>(*answer) : -1, expected);
}

QTEST_GUILESS_MAIN(TestPcsc)
#include "tst_pcsc.moc"
