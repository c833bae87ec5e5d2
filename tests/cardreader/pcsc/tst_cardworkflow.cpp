// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cardreader/pcsc/pcscbench.h"
#include "tests/cardreader/pcsc/pcsccodes.h"

using namespace Qt::StringLiterals;
using namespace uk;
using namespace uk::test;

namespace {

const QByteArray readerName = "Mock Reader 00 00";

/// What a patient and staff can be told when the service or the reader fails at any moment of a visit. Each has its
/// texts in the error table.
constexpr ErrorCode namedStates[] = {
    ErrorCode::CardServiceMissing, ErrorCode::NoReader,    ErrorCode::ReaderInUse, ErrorCode::ReaderFailed,
    ErrorCode::CardRemoved,        ErrorCode::CardMute,    ErrorCode::CardSwapped, ErrorCode::PinOutcomeUnknown,
};

/// One way in which one call fails.
struct Fault
{
    QString function;
    int nth = 1;
    NamedCode code{};
    bool isDone = false; ///< the call did what it was to do, and its result was lost
    [[nodiscard]] QString text() const
    {
        return u"%1 no. %2: %3%4"_s.arg(function).arg(nth).arg(QLatin1StringView(code.name), isDone ? u" afterwards" : u"");
    }
};

} // namespace

/// A whole visit on the mock of the card service, with a card in software on it.
class TestCardWorkflow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aVisitNeedsNoMoreCallsThanItsSteps();
    void anyCallMayFailOnce_data();
    void anyCallMayFailOnce();

private:
    void start();
    void playWith(const Fault &fault);

    std::shared_ptr<SoftwareCard> m_hanako, m_taro;
    QHash<QString, int> m_calls; ///< of a visit without a fault
    int m_played = 0, m_happened = 0, m_ended = 0;
};

void TestCardWorkflow::start()
{
    MockPcsc &world = MockPcsc::world();
    world.reset();
    world.maximumApdu = 0x10000;
    world.plug(readerName);
    world.lay(readerName, m_hanako);
}

void TestCardWorkflow::initTestCase()
{
    m_hanako = cardOf(hanako());
    m_taro = cardOf(taro());
    start();
    {
        PcscBench bench;
        QVERIFY(bench.waitForCard());
        int pins = 0;
        const auto name = bench.visit(hanako(), pins);
        UK_VERIFY_OK(name);
        QCOMPARE(*name, u"受付　花子"_s);
    }
    for (const char *function : functions)
        m_calls.insert(QString::fromLatin1(function), MockPcsc::world().callsOf(QString::fromLatin1(function)));
}

void TestCardWorkflow::aVisitNeedsNoMoreCallsThanItsSteps()
{
    QCOMPARE(m_calls.value(u"SCardEstablishContext"_s), 1);
    QCOMPARE(m_calls.value(u"SCardReleaseContext"_s), 1);
    // The visit, and the comparison after the portal.
    QCOMPARE(m_calls.value(u"SCardConnect"_s), 2);
    QCOMPARE(m_calls.value(u"SCardDisconnect"_s), 2);
    QCOMPARE(m_calls.value(u"SCardReconnect"_s), 0);
    // One for each step: check, PIN, tries of the second PIN, second PIN, comparison.
    QCOMPARE(m_calls.value(u"SCardBeginTransaction"_s), 5);
    QCOMPARE(m_calls.value(u"SCardEndTransaction"_s), 5);
    // Six of the login; two for the tries; two, three files and the comparison's two; two after the portal.
    QCOMPARE(m_calls.value(u"SCardTransmit"_s), 6 + 2 + 7 + 2);
    QCOMPARE(MockPcsc::world().dispositions, (QList<unsigned long>{SCARD_UNPOWER_CARD, SCARD_UNPOWER_CARD}));
}

void TestCardWorkflow::anyCallMayFailOnce_data()
{
    QTest::addColumn<QString>("function");
    for (const char *function : functions)
        QTest::newRow(function) << QString::fromLatin1(function);
}

/// Every call of a visit fails with a few codes, so that each function meets each code; with UKETSUKE_EVERY_CALL set every
/// call fails with every code. A command to the card also fails after the card has done it.
void TestCardWorkflow::anyCallMayFailOnce()
{
    QFETCH(QString, function);
    const bool isEvery = qEnvironmentVariableIsSet("UKETSUKE_EVERY_CALL");
    constexpr int codeCount = int(std::size(codes));
    // Reconnecting happens where a reset was noticed only.
    const int calls = std::max(1, m_calls.value(function));
    constexpr int wanted = 25; // about that many faults for each function, and at least one with each code
    const int step = isEvery ? 1 : std::clamp(calls * codeCount / wanted, 1, calls);
    m_played = m_happened = m_ended = 0;
    for (int nth = 1; nth <= calls; ++nth) {
        for (int code = isEvery ? 0 : nth % step; code < codeCount; code += step) {
            playWith({function, nth, codes[code], false});
            if (QTest::currentTestFailed())
                return;
            if (function != u"SCardTransmit"_s)
                continue;
            playWith({function, nth, codes[code], true});
            if (QTest::currentTestFailed())
                return;
        }
    }
    qInfo("%d faults played, %d of them happened during the visit, which %d ended", m_played, m_happened, m_ended);
    // How often the thread looks is no fixed number; all others are.
    const bool isCounted = function != u"SCardListReaders"_s && function != u"SCardGetStatusChange"_s;
    if (isCounted)
        QCOMPARE(m_happened, m_played);
}

void TestCardWorkflow::playWith(const Fault &fault)
{
    const QByteArray what = fault.text().toUtf8();
    MockPcsc &world = MockPcsc::world();
    start();
    if (fault.function == u"SCardReconnect"_s)
        world.failOnce(u"SCardTransmit"_s, 4, static_cast<quint32>(SCARD_W_RESET_CARD));
    world.failOnce(fault.function, fault.nth, static_cast<quint32>(fault.code.code), fault.isDone);
    const int hanakoBefore = world.tallyOf(m_hanako).verifications, taroBefore = world.tallyOf(m_taro).verifications;
    ++m_played;
    {
        PcscBench bench;
        QVERIFY2(bench.waitForCard(), what);
        int pins = 0;
        const auto ended = bench.visit(hanako(), pins);
        if (ended) {
            QCOMPARE(*ended, u"受付　花子"_s);
        } else {
            ++m_ended;
            QVERIFY2(std::ranges::find(namedStates, ended.error().code) != std::end(namedStates),
                     what + " became " + qPrintable(codeOf(ended.error())));
            QVERIFY2(!ended.error().detail.isEmpty() || ended.error().code == ErrorCode::CardRemoved, what);
        }
        QVERIFY2(world.tallyOf(m_hanako).verifications - hanakoBefore <= pins, what);
        const bool isAtEnd = fault.function == u"SCardDisconnect"_s || fault.function == u"SCardReleaseContext"_s;
        m_happened += isAtEnd || world.hasFailedOnce();
        if (!isAtEnd) {
            const std::scoped_lock lock(world.mutex);
            world.failures.clear();
        }

        // The next patient: another card, another name, one VERIFY for each PIN.
        world.remove(readerName);
        QVERIFY2(bench.waitForNoCard(), what);
        world.lay(readerName, m_taro);
        QVERIFY2(bench.waitForCard(), what);
        pins = 0;
        const auto told = bench.service->currentCard();
        auto next = bench.visit(taro(), pins);
        // A fault between the visits makes the thread tell what lies there anew; a visit that was begun with the number
        // from before begins again with the new one, before any PIN.
        if (!next && next.error().code == ErrorCode::CardRemoved && pins == 0) {
            QTRY_VERIFY2(bench.service->currentCard() && bench.service->currentCard()->serial != told->serial, what);
            next = bench.visit(taro(), pins);
        }
        QVERIFY2(next, what + ", and then " + qPrintable(next ? QString() : codeOf(next.error())));
        QCOMPARE(*next, u"受付　太郎"_s);
        QCOMPARE(world.tallyOf(m_taro).verifications - taroBefore, pins);
    }
    QVERIFY2(!m_taro->isPowered(), what);
    QCOMPARE(world.tallyOf(m_hanako).myNumberCommands, 0);
    QCOMPARE(world.openContexts(), 0);
    QCOMPARE(world.openHandles(), 0);
}

QTEST_GUILESS_MAIN(TestCardWorkflow)
#include "tst_cardworkflow.moc"
