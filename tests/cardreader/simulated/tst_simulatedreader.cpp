// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/personalization.h"
#include "cardreader/simulated/simulatedreader.h"

#include <QTest>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace uk;

namespace {

constexpr auto kLong = 20s; // longer than any test; a wait that ends by it has failed
const QByteArray kReader = "Simulated Reader";
const QByteArray kSelect = QByteArray::fromHex("00A4040C0AD392F000260100000001");
const QByteArray kVerify = QByteArray::fromHex("002000980431323334");
const QByteArray kSign = QByteArray::fromHex("802A029720") + QByteArray(32, 'x') + QByteArray(1, '\0');
const QByteArray kOk = QByteArray::fromHex("9000");

const TestPki &pki()
{
    static const TestPki instance = TestPki::inMemory();
    return instance;
}

std::shared_ptr<SoftwareCard> newCard(const QStringList &variants = {}, const QString &key = u"one"_s)
{
    auto card = makeCard({.key = key, .name = u"訓練　太郎"_s, .address = u"東京都千代田区１"_s,
                          .dateOfBirth = QDate(1990, 1, 1), .sex = u"1"_s, .variants = variants}, pki());
    if (!card)
        qFatal("the card cannot be made");
    return std::make_shared<SoftwareCard>(*std::move(card));
}

template<class T>
ErrorCode errorOf(const Result<T> &result)
{
    if (result)
        qFatal("an error was expected");
    return result.error().code;
}

} // namespace

class TestSimulatedReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cardLaidDownWakesTheWait();
    void cancelWakesTheWaitAndIsRemembered();
    void everyInsertionAndRemovalCounts();
    void unpluggedReaderVanishesFromTheList();
    void stoppedServiceIsReported();
    void connectingNeedsACardThatAnswers();
    void pinStateOutlivesDisconnectAndEndsWithPowerOff();
    void pulledCardKillsItsConnectionForEver();
    void cardPulledDuringASlowCommandEndsIt();
    void faultsTakeTheCardAway_data();
    void faultsTakeTheCardAway();
    void hangEndsWithCancel();
    void hangEndsWithTheCardTakenAway();
    void cancelBeforeTheCommandDoesNotEndAHang();
    void unnoticedSwapLosesOneAnswerAndReachesTheOtherCard();
    void resetByOthersIsSeenOnceAndHealedByReconnect();
    void triesOfACardLaidAgainAreKept();
    void countsAndHookSeeEveryCommand();

private:
    std::unique_ptr<CardConnection> connected();

    std::shared_ptr<SimulatedSlot> m_slot;
    std::unique_ptr<SimulatedReader> m_reader;
};

void TestSimulatedReader::init()
{
    m_slot = std::make_shared<SimulatedSlot>();
    m_reader = std::make_unique<SimulatedReader>(m_slot);
}

std::unique_ptr<CardConnection> TestSimulatedReader::connected()
{
    auto connection = m_reader->connect(kReader);
    if (!connection)
        qFatal("no connection");
    return *std::move(connection);
}

void TestSimulatedReader::cardLaidDownWakesTheWait()
{
    const auto empty = m_reader->waitForChange({}, kLong);
    QVERIFY(empty);
    QCOMPARE(empty->size(), 1);
    QVERIFY(!empty->first().isCardPresent);
    const auto card = newCard();
    std::thread patient([&] { m_slot->lay(card); });
    const auto laid = m_reader->waitForChange(*empty, kLong);
    patient.join();
    QVERIFY(laid);
    QVERIFY(laid->first().isCardPresent);
    QCOMPARE(laid->first().rawName, kReader);
}

void TestSimulatedReader::cancelWakesTheWaitAndIsRemembered()
{
    const auto known = m_reader->waitForChange({}, kLong);
    m_reader->cancel();
    QCOMPARE(m_reader->waitForChange(*known, kLong), known); // remembered
    auto waiting = std::async(std::launch::async, [&] { return m_reader->waitForChange(*known, kLong); });
    m_reader->cancel();
    QCOMPARE(waiting.get(), known);
}

void TestSimulatedReader::everyInsertionAndRemovalCounts()
{
    const quint32 start = m_reader->waitForChange({}, kLong)->first().eventCount;
    m_slot->lay(newCard());
    m_slot->lay(newCard({}, u"two"_s)); // the first one leaves, the second one comes
    QCOMPARE(m_reader->waitForChange({}, kLong)->first().eventCount, start + 3);
    m_slot->remove();
    m_slot->remove();
    QCOMPARE(m_reader->waitForChange({}, kLong)->first().eventCount, start + 4);
}

void TestSimulatedReader::unpluggedReaderVanishesFromTheList()
{
    m_slot->lay(newCard());
    const auto connection = connected();
    const auto known = m_reader->waitForChange({}, kLong);
    m_slot->setPluggedIn(false);
    const auto gone = m_reader->waitForChange(*known, kLong);
    QVERIFY(gone && gone->isEmpty());
    QCOMPARE(errorOf(connection->transmit(kSelect)), ErrorCode::CardRemoved);
    QCOMPARE(errorOf(m_reader->connect(kReader)), ErrorCode::ReaderFailed);
    m_slot->setPluggedIn(true);
    QCOMPARE(m_reader->waitForChange({}, kLong)->size(), 1);
}

void TestSimulatedReader::stoppedServiceIsReported()
{
    m_slot->lay(newCard());
    const auto connection = connected();
    m_slot->setServiceRunning(false);
    QCOMPARE(errorOf(m_reader->waitForChange({}, 1ms)), ErrorCode::CardServiceMissing);
    QCOMPARE(errorOf(connection->transmit(kSelect)), ErrorCode::CardServiceMissing);
    QCOMPARE(errorOf(m_reader->connect(kReader)), ErrorCode::CardServiceMissing);
    m_slot->setServiceRunning(true);
    QVERIFY(m_reader->waitForChange({}, kLong)->first().isCardPresent);
    QCOMPARE(errorOf(connection->transmit(kSelect)), ErrorCode::CardRemoved); // of the service before
    QCOMPARE(connected()->transmit(kSelect), kOk);
}

void TestSimulatedReader::connectingNeedsACardThatAnswers()
{
    QCOMPARE(errorOf(m_reader->connect(kReader)), ErrorCode::CardRemoved);
    m_slot->lay(newCard({u"mute"_s}));
    QVERIFY(m_reader->waitForChange({}, kLong)->first().isMute);
    QCOMPARE(errorOf(m_reader->connect(kReader)), ErrorCode::CardMute);
    m_slot->lay(newCard());
    QCOMPARE(errorOf(m_reader->connect("Another Reader")), ErrorCode::ReaderFailed);
    QCOMPARE(connected()->transmit(kSelect), kOk);
}

void TestSimulatedReader::pinStateOutlivesDisconnectAndEndsWithPowerOff()
{
    m_slot->lay(newCard());
    auto connection = connected();
    QVERIFY(connection->transmit(kSelect) && connection->transmit(kVerify));
    for (const CardDisposition disposition : {CardDisposition::Leave, CardDisposition::Reset}) {
        connection->disconnect(disposition);
        connection = connected();
        QVERIFY(connection->transmit(kSelect));
        QCOMPARE(connection->transmit(kSign)->last(2), kOk);
    }
    connection->disconnect(CardDisposition::PowerOff);
    connection = connected();
    QVERIFY(connection->transmit(kSelect));
    QCOMPARE(*connection->transmit(kSign), QByteArray::fromHex("6982"));
    QCOMPARE(m_slot->tally().powerOffs, 1);
}

void TestSimulatedReader::pulledCardKillsItsConnectionForEver()
{
    const auto card = newCard();
    m_slot->lay(card);
    const auto connection = connected();
    QCOMPARE(connection->transmit(kSelect), kOk);
    m_slot->remove();
    QCOMPARE(errorOf(connection->transmit(kSelect)), ErrorCode::CardRemoved);
    QVERIFY(!card->isPowered());
    m_slot->lay(card);
    QCOMPARE(errorOf(connection->transmit(kSelect)), ErrorCode::CardRemoved);
    connection->disconnect(CardDisposition::PowerOff); // of the card before: no effect on this one
    QCOMPARE(connected()->transmit(kSelect), kOk);
}

void TestSimulatedReader::cardPulledDuringASlowCommandEndsIt()
{
    m_slot->lay(newCard({u"slow"_s}));
    const auto connection = connected();
    std::promise<void> begun;
    auto reading = std::async(std::launch::async, [&] {
        begun.set_value();
        ErrorCode last = ErrorCode::Internal;
        for (int count = 0; count < 1000; ++count) {
            const auto answer = connection->transmit(kSelect);
            if (!answer) {
                last = answer.error().code;
                break;
            }
        }
        return last;
    });
    begun.get_future().wait();
    m_slot->remove();
    QCOMPARE(reading.get(), ErrorCode::CardRemoved);
}

void TestSimulatedReader::faultsTakeTheCardAway_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<bool>("isAnswered");
    QTest::addColumn<int>("verifications");
    QTest::addColumn<int>("triesLeft");
    QTest::newRow("before") << u"remove-before:2"_s << false << 0 << 3;
    QTest::newRow("during") << u"remove-during:2"_s << false << 1 << 2;
    QTest::newRow("during verify") << u"remove-during-verify"_s << false << 1 << 2;
    QTest::newRow("after") << u"remove-after:2"_s << true << 1 << 2;
}

void TestSimulatedReader::faultsTakeTheCardAway()
{
    QFETCH(const QString, variant);
    QFETCH(const bool, isAnswered);
    QFETCH(const int, verifications);
    QFETCH(const int, triesLeft);
    const auto card = newCard({variant});
    m_slot->lay(card);
    const auto connection = connected();
    QVERIFY(connection->transmit(kSelect));
    const auto answer = connection->transmit(QByteArray::fromHex("002000980439393939"));
    QCOMPARE(answer.has_value(), isAnswered);
    QVERIFY(!m_slot->hasCard());
    QCOMPARE(card->tally().verifications, verifications);
    QCOMPARE(card->triesLeft(CardAid::jpki, 0x0018), triesLeft);
    m_slot->lay(card); // and works again
    const auto again = connected();
    QCOMPARE(again->transmit(kSelect), kOk);
    QCOMPARE(again->transmit(kVerify), kOk);
}

void TestSimulatedReader::hangEndsWithCancel()
{
    m_slot->lay(newCard({u"hang:1"_s}));
    const auto connection = connected();
    std::promise<void> begun;
    auto hanging = std::async(std::launch::async, [&] {
        begun.set_value();
        return connection->transmit(kSelect);
    });
    begun.get_future().wait();
    while (hanging.wait_for(5ms) != std::future_status::ready)
        m_reader->cancel();
    QCOMPARE(errorOf(hanging.get()), ErrorCode::CardMute);
    QVERIFY(m_slot->hasCard());
}

void TestSimulatedReader::hangEndsWithTheCardTakenAway()
{
    m_slot->lay(newCard({u"hang:1"_s}));
    const auto connection = connected();
    auto hanging = std::async(std::launch::async, [&] { return connection->transmit(kSelect); });
    m_slot->remove();
    QCOMPARE(errorOf(hanging.get()), ErrorCode::CardRemoved);
}

void TestSimulatedReader::cancelBeforeTheCommandDoesNotEndAHang()
{
    m_slot->lay(newCard({u"hang:1"_s}));
    const auto connection = connected();
    m_reader->cancel();
    auto hanging = std::async(std::launch::async, [&] { return connection->transmit(kSelect); });
    QCOMPARE(hanging.wait_for(50ms), std::future_status::timeout);
    m_slot->remove();
    QCOMPARE(errorOf(hanging.get()), ErrorCode::CardRemoved);
}

void TestSimulatedReader::unnoticedSwapLosesOneAnswerAndReachesTheOtherCard()
{
    m_slot->lay(newCard());
    const auto connection = connected();
    QVERIFY(connection->transmit(kSelect));
    const auto read = QByteArray::fromHex("00B08A00000000");
    const auto first = connection->transmit(read);
    const auto known = m_reader->waitForChange({}, kLong);
    m_slot->swapUnnoticed(newCard({}, u"two"_s));
    QCOMPARE(m_reader->waitForChange({}, kLong), known); // same event counter
    QCOMPARE(errorOf(connection->transmit(read)), ErrorCode::CardRemoved);
    QVERIFY(connection->reconnect());
    QVERIFY(connection->transmit(kSelect));
    const auto second = connection->transmit(read);
    QVERIFY(first && second && *first != *second);
}

void TestSimulatedReader::resetByOthersIsSeenOnceAndHealedByReconnect()
{
    m_slot->lay(newCard());
    const auto connection = connected();
    QVERIFY(connection->transmit(kSelect));
    m_slot->resetByOthers();
    QCOMPARE(errorOf(connection->transmit(kVerify)), ErrorCode::ReaderFailed);
    QVERIFY(connection->wasReset());
    QCOMPARE(m_slot->verifyCount(), 0);
    QVERIFY(connection->reconnect());
    QVERIFY(!connection->wasReset());
    QCOMPARE(*connection->transmit(kVerify), QByteArray::fromHex("6A88")); // no application is selected any more
}

void TestSimulatedReader::triesOfACardLaidAgainAreKept()
{
    const auto card = newCard();
    for (int attempt = 0; attempt < 2; ++attempt) {
        m_slot->lay(card);
        const auto connection = connected();
        QVERIFY(connection->transmit(kSelect));
        QVERIFY(connection->transmit(QByteArray::fromHex("002000980439393939")));
        m_slot->remove();
    }
    QCOMPARE(card->triesLeft(CardAid::jpki, 0x0018), 1);
}

void TestSimulatedReader::countsAndHookSeeEveryCommand()
{
    QByteArrayList seen;
    m_slot->setExchangeHook([&](const CardExchange &exchange) { seen.append(exchange.answer.toByteArray()); });
    m_slot->lay(newCard());
    const auto connection = connected();
    QVERIFY(connection->transmit(kSelect) && connection->transmit(kVerify));
    QVERIFY(connection->transmit(QByteArray::fromHex("00200098")));
    QCOMPARE(seen, QByteArrayList({kOk, kOk, QByteArray::fromHex("63C3")}));
    QCOMPARE(m_slot->commandCount(), 3u);
    QCOMPARE(m_slot->byteCount(), quint64(kSelect.size() + kVerify.size() + 4 + 6));
    QCOMPARE(m_slot->verifyCount(), 1);
}

QTEST_GUILESS_MAIN(TestSimulatedReader)
#include "tst_simulatedreader.moc"
