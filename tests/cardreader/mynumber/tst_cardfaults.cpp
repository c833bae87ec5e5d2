// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cardreader/mynumber/servicebench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace uk;
using namespace uk::test;

/// Cards that are pulled, swapped, reset or hang, and a service that goes away.
class TestCardFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCardPulledAtAnyCommandEndsTheLogin_data();
    void aCardPulledAtAnyCommandEndsTheLogin();
    void aCardPulledBetweenTwoStepsIsRemoved();
    void anotherCardBetweenTwoStepsIsSwapped();
    void aSwapThatTheDriverMissesIsFound();
    void aSwapBehindAResetIsFoundBeforeThePinIsSent();
    void aResetByOthersIsOvercomeWithoutASecondPin();
    void aHangingCardDoesNotHangTheProgram_data();
    void aHangingCardDoesNotHangTheProgram();

    void thePortalMayUseTheCardMeanwhile();
    void aCardPulledDuringThePortalIsRemoved();
    void anotherCardAfterThePortalIsSwapped();
    void anUnnoticedSwapDuringThePortalIsSwapped();

    void theStateFollowsServiceAndReader();
    void aServiceThatStopsInAVisitEndsIt();
    void aMuteCardIsAStateAndNoCard();
    void aDeniedReaderIsNotThere_data();
    void aDeniedReaderIsNotThere();
    void everyLayingDownHasItsOwnSerial();
};

void TestCardFaults::aCardPulledAtAnyCommandEndsTheLogin_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("at");
    for (const char *fault : {"remove-before", "remove-during", "remove-after"}) {
        for (int at = 1; at <= 6; ++at)
            QTest::addRow("%s:%d", fault, at) << QString::fromLatin1(fault) << at;
    }
}

void TestCardFaults::aCardPulledAtAnyCommandEndsTheLogin()
{
    QFETCH(QString, fault);
    QFETCH(int, at);
    SimulatedBench bench;
    QVERIFY(bench.lay(card({u"%1:%2"_s.arg(fault).arg(at)})));
    constexpr int lastOfCheck = 3, pin = 5, last = 6;
    const auto checked = bench->check();
    const bool isCheckCut = at <= lastOfCheck && !(fault == u"remove-after" && at == lastOfCheck);
    if (isCheckCut) {
        UK_COMPARE_ERROR(checked, ErrorCode::CardRemoved);
    } else {
        UK_VERIFY_OK(checked);
        const auto proven = bench->prove();
        // A card that went just before the PIN looks the same: the transport cannot tell whether it arrived.
        const bool isPinAnswerLost = fault == u"remove-after" ? at == pin - 1 : at == pin;
        UK_COMPARE_ERROR(proven, isPinAnswerLost ? ErrorCode::PinOutcomeUnknown : ErrorCode::CardRemoved);
        QVERIFY(bench.slot->commandCount() <= last);
    }
    QVERIFY(bench.slot->verifyCount() <= 1);
    QVERIFY(bench->waitForNoCard());
    QCOMPARE(bench->removed.size(), 1);
    // The next patient is served as if nothing had been.
    bench->service->endCard();
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    UK_VERIFY_OK(bench->prove());
}

void TestCardFaults::aCardPulledBetweenTwoStepsIsRemoved()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    bench.slot->remove();
    UK_COMPARE_ERROR(bench->prove(), ErrorCode::CardRemoved);
    QCOMPARE(bench.slot->verifyCount(), 0);
}

void TestCardFaults::anotherCardBetweenTwoStepsIsSwapped()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    bench.slot->lay(card({}, u"taro"_s));
    UK_COMPARE_ERROR(bench->prove(), ErrorCode::CardSwapped);
    QCOMPARE(bench.slot->verifyCount(), 0);
}

void TestCardFaults::aSwapThatTheDriverMissesIsFound()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    const quint64 serial = bench->service->currentCard()->serial;
    UK_VERIFY_OK(bench->check());
    bench.slot->swapUnnoticed(card({}, u"taro"_s));
    UK_COMPARE_ERROR(bench->prove(), ErrorCode::CardRemoved);
    QCOMPARE(bench.slot->verifyCount(), 0);
    // What lies there now is announced as a new card.
    QTRY_VERIFY(bench->service->currentCard() && bench->service->currentCard()->serial != serial);
    QCOMPARE(bench->removed.size(), 1);
    UK_VERIFY_OK(bench->check());
}

void TestCardFaults::aSwapBehindAResetIsFoundBeforeThePinIsSent()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    bench.slot->resetByOthers();
    bench.slot->swapUnnoticed(card({}, u"taro"_s));
    const auto proven = bench->prove();
    QVERIFY(!proven);
    QVERIFY2(proven.error().code == ErrorCode::CardSwapped || proven.error().code == ErrorCode::CardRemoved,
             qPrintable(codeOf(proven.error())));
    QCOMPARE(bench.slot->verifyCount(), 0);
}

void TestCardFaults::aResetByOthersIsOvercomeWithoutASecondPin()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    bench.slot->resetByOthers();
    UK_VERIFY_OK(bench->prove());
    QCOMPARE(bench.slot->verifyCount(), 1);
}

void TestCardFaults::aHangingCardDoesNotHangTheProgram_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("certificate") << 2 << ErrorCode::ReaderFailed;
    QTest::newRow("PIN") << 5 << ErrorCode::PinOutcomeUnknown;
    QTest::newRow("signature") << 6 << ErrorCode::PinOutcomeUnknown;
}

void TestCardFaults::aHangingCardDoesNotHangTheProgram()
{
    QFETCH(int, at);
    QFETCH(ErrorCode, code);
    CardServiceOptions options = trainingOptions();
    options.stepLimit = 300ms;
    SimulatedBench bench(options);
    QVERIFY(bench.lay(card({u"hang:%1"_s.arg(at)})));
    const auto checked = bench->check();
    if (at <= 3) {
        UK_COMPARE_ERROR(checked, code);
    } else {
        UK_VERIFY_OK(checked);
        UK_COMPARE_ERROR(bench->prove(), code);
        QTRY_COMPARE(bench.slot->verifyCount(), 1);
    }
    bench->service->endCard();
    QVERIFY(bench.lay(card()));
    QTRY_VERIFY(bench->check().has_value());
}

void TestCardFaults::thePortalMayUseTheCardMeanwhile()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    UK_VERIFY_OK(bench->prove());
    bench->service->beginPortalWatch();
    QTRY_COMPARE(bench.slot->tally().powerOffs, 1);
    bench.slot->resetByOthers();
    UK_VERIFY_OK(bench->endPortalWatch());
    QCOMPARE(bench.slot->verifyCount(), 1);
    QCOMPARE(bench->removed.size(), 0);
}

void TestCardFaults::aCardPulledDuringThePortalIsRemoved()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    bench->service->beginPortalWatch();
    bench.slot->remove();
    QVERIFY(bench->waitForNoCard());
    QCOMPARE(bench->removed.size(), 1);
    UK_COMPARE_ERROR(bench->endPortalWatch(), ErrorCode::CardRemoved);
}

void TestCardFaults::anotherCardAfterThePortalIsSwapped()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    bench->service->beginPortalWatch();
    bench.slot->lay(card({}, u"taro"_s));
    UK_COMPARE_ERROR(bench->endPortalWatch(), ErrorCode::CardSwapped);
}

void TestCardFaults::anUnnoticedSwapDuringThePortalIsSwapped()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    bench->service->beginPortalWatch();
    QTRY_COMPARE(bench.slot->tally().powerOffs, 1);
    bench.slot->swapUnnoticed(card({}, u"taro"_s));
    const auto ended = bench->endPortalWatch();
    QVERIFY(!ended);
    QVERIFY(ended.error().code == ErrorCode::CardSwapped || ended.error().code == ErrorCode::CardRemoved);
}

void TestCardFaults::theStateFollowsServiceAndReader()
{
    SimulatedBench bench;
    QTRY_COMPARE(bench->service->readerNames(), QStringList{u"Simulated Reader"_s});
    QCOMPARE(bench->service->readerState(), ReaderState::Waiting);
    QVERIFY(bench.lay(card()));
    QVERIFY(bench->waitForState(ReaderState::CardPresent)); // told a moment after the card
    bench.slot->setPluggedIn(false);
    QVERIFY(bench->waitForState(ReaderState::NoReader));
    QVERIFY(!bench->service->currentCard());
    bench.slot->setPluggedIn(true);
    QVERIFY(bench->waitForState(ReaderState::Waiting));
    bench.slot->setServiceRunning(false);
    QVERIFY(bench->waitForState(ReaderState::ServiceMissing));
    bench.slot->setServiceRunning(true);
    QVERIFY(bench->waitForState(ReaderState::Waiting));
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
}

void TestCardFaults::aServiceThatStopsInAVisitEndsIt()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    bench.slot->setServiceRunning(false);
    UK_COMPARE_ERROR(bench->prove(), ErrorCode::CardRemoved);
    QVERIFY(bench->waitForState(ReaderState::ServiceMissing));
    QCOMPARE(bench->removed.size(), 1);
    bench.slot->setServiceRunning(true);
    QVERIFY(bench->waitForCard());
    UK_VERIFY_OK(bench->check());
    UK_VERIFY_OK(bench->prove());
    QCOMPARE(bench.slot->verifyCount(), 1);
}

void TestCardFaults::aMuteCardIsAStateAndNoCard()
{
    SimulatedBench bench;
    bench.slot->lay(card({u"mute"_s}));
    QVERIFY(bench->waitForState(ReaderState::CardMute));
    QCOMPARE(bench->laid.size(), 0);
    QVERIFY(bench.lay(card()));
    QVERIFY(bench->waitForState(ReaderState::CardPresent)); // told a moment after the card
}

void TestCardFaults::aDeniedReaderIsNotThere_data()
{
    QTest::addColumn<QStringList>("allowed");
    QTest::addColumn<QStringList>("denied");
    QTest::newRow("denied by a pattern") << QStringList{} << QStringList{u"simulated*"_s};
    QTest::newRow("not among the allowed") << QStringList{u"Sony *"_s} << QStringList{};
    QTest::newRow("denied although allowed") << QStringList{u"*"_s} << QStringList{u"Simulated Reader"_s};
}

void TestCardFaults::aDeniedReaderIsNotThere()
{
    QFETCH(QStringList, allowed);
    QFETCH(QStringList, denied);
    CardServiceOptions options = trainingOptions();
    options.allowedReaders = allowed;
    options.deniedReaders = denied;
    SimulatedBench bench(options);
    bench.slot->lay(card());
    QVERIFY(bench->waitForState(ReaderState::NoReader));
    QVERIFY(bench->service->readerNames().isEmpty());
    QCOMPARE(bench->laid.size(), 0);
    QCOMPARE(bench.slot->commandCount(), 0U);
}

void TestCardFaults::everyLayingDownHasItsOwnSerial()
{
    SimulatedBench bench;
    const auto same = card();
    QList<quint64> serials;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(bench.lay(same));
        serials.append(bench->service->currentCard()->serial);
        bench.slot->remove();
        QVERIFY(bench->waitForNoCard());
    }
    QCOMPARE(serials, (QList<quint64>{1, 2, 3}));
    // A check for a card that was taken away is refused, also when another lies there.
    QVERIFY(bench.lay(same));
    const auto late = bench.bench.wait<CardCheck>([&](auto reply) { bench->service->checkCard({{}, 1}, reply); });
    UK_COMPARE_ERROR(late, ErrorCode::CardRemoved);
}

QTEST_GUILESS_MAIN(TestCardFaults)
#include "tst_cardfaults.moc"
