// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/pcsc/pcscreaderport.h"
#include "tests/cardreader/mynumber/servicebench.h"
#include "tests/support/ownpcscd.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace uk;
using namespace uk::test;

namespace {

SoftwareCard softwareCard(const QStringList &variants = {}, const QString &key = u"hanako"_s)
{
    return *makeCard(person(variants, key), pki());
}

/// The program's card service on all readers of the machine's.
class ReaderBench : public ServiceBench
{
public:
    explicit ReaderBench(CardServiceOptions options = trainingOptions())
        : ServiceBench(std::make_unique<PcscReaderPort>(), std::move(options))
    {
    }
    [[nodiscard]] bool waitForReaders(int count) const
    {
        return QTest::qWaitFor([&] { return service->readerNames().size() == count; }, patience);
    }
    [[nodiscard]] bool waitForCardIn(quint16 slot) const
    {
        const QString name = QString::fromLatin1(OwnPcscd::slot(slot).readerName());
        return QTest::qWaitFor([&] {
            const auto card = service->currentCard();
            return card && card->readerName == name;
        }, patience);
    }
    /// All that a visit does with a card, up to its end.
    Result<BasicFourInfo> visit()
    {
        pins = 0;
        auto info = steps();
        service->endCard();
        return info;
    }
    int pins = 0; ///< entered in the latest visit

private:
    Result<BasicFourInfo> steps()
    {
        UK_CHECK(check());
        ++pins;
        UK_CHECK(prove());
        UK_CHECK(basicInfoTries());
        ++pins;
        UK_TRY(BasicFourInfo info, basicFour());
        service->beginPortalWatch();
        UK_CHECK(endPortalWatch());
        return info;
    }
};

/// Commands of a visit; the driver's reader takes extended length.
constexpr int commandsOfVisit = 17, commandOfPin = 5, commandOfSecondPin = 10;

} // namespace

/// Real parts: pcscd with two readers, and cards in software in them.
class TestReaderStack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCardIsFoundInEitherReader_data();
    void theCardIsFoundInEitherReader();
    void aWrongCardInTheOtherReaderDoesNotBlock();
    void aSlotThatIsAlwaysPresentIsSkipped();
    void twoMyNumberCardsAreRefusedByName();
    void aSecondCardDuringAVisitIsNotTouched();

    void aCardPulledAtAnyCommandEndsTheVisit_data();
    void aCardPulledAtAnyCommandEndsTheVisit();

    void aServiceThatWasNeverThereIsFoundWhenItComes();
    void aServiceThatEndsInAVisitIsFoundAgain_data();
    void aServiceThatEndsInAVisitIsFoundAgain();
    void aServiceThatFreezesIsMissingUntilItGoesOn();
    void readersThatVanishAreFoundAgain();
};

void TestReaderStack::theCardIsFoundInEitherReader_data()
{
    QTest::addColumn<int>("slot");
    QTest::newRow("first") << 0;
    QTest::newRow("second") << 1;
}

void TestReaderStack::theCardIsFoundInEitherReader()
{
    QFETCH(int, slot);
    OwnPcscd service;
    QVERIFY(service.start());
    ReaderBench bench;
    QVERIFY(bench.waitForReaders(2));
    CardInVirtualReader card(softwareCard(), {}, OwnPcscd::slot(quint16(slot)));
    QVERIFY(bench.waitForCardIn(quint16(slot)));
    UK_VERIFY_OK(bench.visit());
    QTRY_VERIFY(!card.card().isPowered());
}

void TestReaderStack::aWrongCardInTheOtherReaderDoesNotBlock()
{
    OwnPcscd service;
    QVERIFY(service.start());
    ReaderBench bench;
    QVERIFY(bench.waitForReaders(2));
    CardInVirtualReader wrong(softwareCard({u"not-my-number-card"_s}, u"taro"_s), {}, OwnPcscd::slot(0));
    QVERIFY(bench.waitForCardIn(0));
    UK_COMPARE_ERROR(bench.check(), ErrorCode::NotMyNumberCard);
    CardInVirtualReader right(softwareCard(), {}, OwnPcscd::slot(1));
    QVERIFY(bench.waitForCardIn(1));
    UK_VERIFY_OK(bench.visit());
}

void TestReaderStack::aSlotThatIsAlwaysPresentIsSkipped()
{
    OwnPcscd service;
    QVERIFY(service.start());
    CardInVirtualReader sam(softwareCard({u"not-my-number-card"_s}, u"taro"_s), {}, OwnPcscd::slot(0));
    QVERIFY(sam.waitUntilSeen());
    ReaderBench bench;
    QVERIFY(bench.waitForReaders(2));
    QVERIFY(bench.waitForState(ReaderState::Waiting));
    {
        CardInVirtualReader right(softwareCard(), {}, OwnPcscd::slot(1));
        QVERIFY(bench.waitForCardIn(1));
        UK_VERIFY_OK(bench.visit());
    }
    QVERIFY(bench.waitForNoCard());
    QVERIFY(bench.waitForState(ReaderState::Waiting));
    QCOMPARE(bench.laid.size(), 1);
    QCOMPARE(sam.card().tally().verifications, 0);
}

void TestReaderStack::twoMyNumberCardsAreRefusedByName()
{
    OwnPcscd service;
    QVERIFY(service.start());
    ReaderBench bench;
    QVERIFY(bench.waitForReaders(2));
    CardInVirtualReader first(softwareCard(), {}, OwnPcscd::slot(0));
    QVERIFY(bench.waitForCardIn(0));
    {
        CardInVirtualReader second(softwareCard({}, u"taro"_s), {}, OwnPcscd::slot(1));
        QVERIFY(second.waitUntilSeen());
        QTRY_VERIFY(second.card().tally().commands > 0); // asked what it is
        UK_COMPARE_ERROR(bench.check(), ErrorCode::SeveralCards);
        QCOMPARE(second.card().tally().verifications, 0);
    }
    // The first one is left: it is laid down anew, without anybody's hand.
    QTRY_COMPARE(bench.laid.size(), 2);
    QVERIFY(bench.waitForCardIn(0));
    UK_VERIFY_OK(bench.visit());
    QCOMPARE(first.card().tally().verifications, 2);
}

void TestReaderStack::aSecondCardDuringAVisitIsNotTouched()
{
    OwnPcscd service;
    QVERIFY(service.start());
    ReaderBench bench;
    QVERIFY(bench.waitForReaders(2));
    CardInVirtualReader first(softwareCard(), {}, OwnPcscd::slot(0));
    QVERIFY(bench.waitForCardIn(0));
    UK_VERIFY_OK(bench.check());
    CardInVirtualReader second(softwareCard({}, u"taro"_s), {}, OwnPcscd::slot(1));
    QVERIFY(second.waitUntilSeen());
    UK_VERIFY_OK(bench.prove());
    UK_VERIFY_OK(bench.basicFour());
    QCOMPARE(second.card().tally().commands, 0);
}

void TestReaderStack::aCardPulledAtAnyCommandEndsTheVisit_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("before") << u"remove-before"_s;
    QTest::newRow("after") << u"remove-after"_s;
    if (qEnvironmentVariableIsSet("UKETSUKE_EVERY_CALL"))
        QTest::newRow("answer lost") << u"remove-during"_s;
}

/// One service, one card after the other, each pulled one command later; the two readers take turns.
void TestReaderStack::aCardPulledAtAnyCommandEndsTheVisit()
{
    QFETCH(QString, fault);
    OwnPcscd service;
    QVERIFY(service.start());
    ReaderBench bench;
    QVERIFY(bench.waitForReaders(2));
    const bool isAfter = fault == u"remove-after"_s;
    for (int at = 1; at <= commandsOfVisit; ++at) {
        const QByteArray what = QByteArray::number(at);
        const auto slot = static_cast<quint16>(at % 2);
        CardInVirtualReader card(softwareCard({u"%1:%2"_s.arg(fault).arg(at)}), {}, OwnPcscd::slot(slot));
        QVERIFY2(bench.waitForCardIn(slot), what);
        const auto visited = bench.visit();
        if (isAfter && at == commandsOfVisit) {
            // The last answer came before the card went.
            QVERIFY2(visited || visited.error().code == ErrorCode::CardRemoved, what);
        } else {
            QVERIFY2(!visited, what);
            // Where the card goes just before the PIN, nobody can tell whether the PIN arrived.
            const int lost = isAfter ? at + 1 : at;
            const bool isPin = lost == commandOfPin || lost == commandOfSecondPin;
            QVERIFY2(visited.error().code == (isPin ? ErrorCode::PinOutcomeUnknown : ErrorCode::CardRemoved),
                     what + ": " + qPrintable(codeOf(visited.error())));
        }
        QVERIFY2(bench.waitForNoCard(), what);
        card.remove();
        letTheDriverLook();
        QVERIFY2(card.card().tally().verifications <= bench.pins, what);
        QVERIFY2(card.card().tally().commands <= at, what);
        QCOMPARE(card.card().tally().myNumberCommands, 0);
    }
    CardInVirtualReader good(softwareCard(), {}, OwnPcscd::slot(0));
    QVERIFY(bench.waitForCardIn(0));
    UK_VERIFY_OK(bench.visit());
    QCOMPARE(good.card().tally().commands, commandsOfVisit);
    QCOMPARE(good.card().tally().verifications, 2);
}

void TestReaderStack::aServiceThatWasNeverThereIsFoundWhenItComes()
{
    ReaderBench bench;
    QVERIFY(bench.waitForState(ReaderState::ServiceMissing));
    QVERIFY(bench.service->readerNames().isEmpty());
    UK_COMPARE_ERROR(bench.check(), ErrorCode::CardRemoved);
    OwnPcscd service;
    QVERIFY(service.start());
    QVERIFY(bench.waitForReaders(2));
    QVERIFY(bench.waitForState(ReaderState::Waiting));
    CardInVirtualReader card(softwareCard(), {}, OwnPcscd::slot(0));
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.visit());
}

void TestReaderStack::aServiceThatEndsInAVisitIsFoundAgain_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("stopped") << false;
    QTest::newRow("killed") << true;
}

void TestReaderStack::aServiceThatEndsInAVisitIsFoundAgain()
{
    QFETCH(bool, isKilled);
    OwnPcscd service;
    QVERIFY(service.start());
    ReaderBench bench;
    QVERIFY(bench.waitForReaders(2));
    CardInVirtualReader card(softwareCard(), {}, OwnPcscd::slot(0));
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    isKilled ? service.kill() : service.stop();
    QVERIFY(bench.waitForState(ReaderState::ServiceMissing));
    QVERIFY(!bench.service->currentCard());
    UK_COMPARE_ERROR(bench.prove(), ErrorCode::CardRemoved);
    bench.service->endCard();

    // Without anybody's help: the service, the readers and the card are found again, and a visit goes through.
    QVERIFY(service.start());
    QVERIFY(bench.waitForCardIn(0));
    UK_VERIFY_OK(bench.visit());
    QCOMPARE(card.card().tally().verifications, 2);
}

void TestReaderStack::aServiceThatFreezesIsMissingUntilItGoesOn()
{
    CardServiceOptions options = trainingOptions();
    options.stepLimit = 1s;
    options.watchInterval = 4s;
    OwnPcscd service;
    QVERIFY(service.start());
    ReaderBench bench(options);
    QVERIFY(bench.waitForReaders(2));
    CardInVirtualReader card(softwareCard(), {}, OwnPcscd::slot(0));
    QVERIFY(bench.waitForCard());
    service.setFrozen(true);
    QVERIFY(bench.waitForState(ReaderState::ServiceMissing));
    QVERIFY(!bench.service->currentCard());
    service.setFrozen(false);
    QVERIFY(bench.waitForCardIn(0));
    QVERIFY(bench.waitForState(ReaderState::CardPresent));
    UK_VERIFY_OK(bench.visit());
    QCOMPARE(card.card().tally().verifications, 2);
}

void TestReaderStack::readersThatVanishAreFoundAgain()
{
    OwnPcscd service;
    QVERIFY(service.start());
    ReaderBench bench;
    QVERIFY(bench.waitForReaders(2));
    service.stop();
    QVERIFY(service.start(OwnPcscd::Readers::None));
    QVERIFY(bench.waitForState(ReaderState::NoReader));
    service.stop();
    QVERIFY(service.start());
    QVERIFY(bench.waitForReaders(2));
    CardInVirtualReader card(softwareCard(), {}, OwnPcscd::slot(1));
    QVERIFY(bench.waitForCardIn(1));
    UK_VERIFY_OK(bench.visit());
}

QTEST_GUILESS_MAIN(TestReaderStack)
#include "tst_readerstack.moc"
