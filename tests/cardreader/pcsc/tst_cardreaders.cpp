// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cardreader/pcsc/pcscbench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace uk;
using namespace uk::test;

namespace {

const QByteArray first = "First Reader 00 00", second = "Second Reader 01 00";

MockPcsc &world()
{
    return MockPcsc::world();
}

} // namespace

/// Readers that come, go, hang and are several, on the mock of the card service.
class TestCardReaders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void theCardIsFoundInWhicheverReader_data();
    void theCardIsFoundInWhicheverReader();
    void aWrongCardInAnotherReaderDoesNotBlock();
    void aSlotThatIsAlwaysPresentIsSkipped();
    void twoMyNumberCardsAreRefusedByName();
    void aSecondCardDuringAVisitIsNotTouched();
    void aReaderMayBePulledInAVisit();
    void aReaderWhoseNameIsNoUtf8Works();
    void aReaderThatTellsItTakesShortCommandsOnlyIsNotTried();
    void oneReaderFallsBackAloneAndOnce();

    void aReaderThatHangsIsLeftAloneUntilItLetsGo_data();
    void aReaderThatHangsIsLeftAloneUntilItLetsGo();
    void theOnlyReaderComesBackWhenItLetsGo();
    void aServiceThatDoesNotAnswerIsMissing();
    void theProgramEndsAlthoughAReaderHangs();

private:
    std::shared_ptr<SoftwareCard> m_hanako, m_taro;
};

void TestCardReaders::init()
{
    world().reset();
    world().plug(first);
    world().plug(second);
    m_hanako = cardOf(hanako());
    m_taro = cardOf(taro());
}

void TestCardReaders::cleanup()
{
    QCOMPARE(world().openContexts(), 0);
    QCOMPARE(world().openHandles(), 0);
}

void TestCardReaders::theCardIsFoundInWhicheverReader_data()
{
    QTest::addColumn<QByteArray>("reader");
    QTest::newRow("first") << first;
    QTest::newRow("second") << second;
}

void TestCardReaders::theCardIsFoundInWhicheverReader()
{
    QFETCH(QByteArray, reader);
    PcscBench bench;
    QVERIFY(bench.waitForReaders());
    world().lay(reader, m_hanako);
    QVERIFY(bench.waitForCard());
    QCOMPARE(bench.service->currentCard()->readerName, QString::fromUtf8(reader));
    int pins = 0;
    UK_VERIFY_OK(bench.visit(hanako(), pins));
}

void TestCardReaders::aWrongCardInAnotherReaderDoesNotBlock()
{
    PcscBench bench;
    QVERIFY(bench.waitForReaders());
    world().lay(first, cardOf(taro({u"not-my-number-card"_s})));
    QVERIFY(bench.waitForCard());
    UK_COMPARE_ERROR(bench.check(), ErrorCode::NotMyNumberCard);
    world().lay(second, m_hanako);
    QTRY_COMPARE(bench.service->currentCard().value_or(CardPresence{}).readerName, QString::fromUtf8(second));
    int pins = 0;
    const auto name = bench.visit(hanako(), pins);
    UK_VERIFY_OK(name);
    QCOMPARE(*name, u"受付　花子"_s);
}

void TestCardReaders::aSlotThatIsAlwaysPresentIsSkipped()
{
    const auto sam = cardOf(taro({u"not-my-number-card"_s}));
    world().lay(first, sam);
    PcscBench bench;
    QVERIFY(bench.waitForReaders());
    world().lay(second, m_hanako);
    QVERIFY(bench.waitForCard());
    int pins = 0;
    UK_VERIFY_OK(bench.visit(hanako(), pins));
    world().remove(second);
    QVERIFY(bench.waitForState(ReaderState::Waiting));
    QVERIFY(!bench.service->currentCard());
    QCOMPARE(bench.laid.size(), 1);
    QCOMPARE(world().tallyOf(sam).commands, 1); // asked once what it is
}

void TestCardReaders::twoMyNumberCardsAreRefusedByName()
{
    PcscBench bench;
    QVERIFY(bench.waitForReaders());
    world().lay(first, m_hanako);
    QVERIFY(bench.waitForCard());
    world().lay(second, m_taro);
    QTRY_COMPARE(world().tallyOf(m_taro).commands, 1);
    UK_COMPARE_ERROR(bench.check(), ErrorCode::SeveralCards);
    QVERIFY(!m_hanako->isPowered());
    // One of them is taken away: the other is told anew, and nothing of the first one's sticks to it.
    world().remove(first);
    QTRY_COMPARE(bench.service->currentCard().value_or(CardPresence{}).readerName, QString::fromUtf8(second));
    int pins = 0;
    const auto name = bench.visit(taro(), pins);
    UK_VERIFY_OK(name);
    QCOMPARE(*name, u"受付　太郎"_s);
    QCOMPARE(world().tallyOf(m_hanako).verifications, 0);

    // The same with the first one staying: it is laid down once more, so that a visit begins without a hand.
    world().lay(first, m_hanako);
    QTRY_COMPARE(world().tallyOf(m_hanako).powerOffs, 2);
    UK_COMPARE_ERROR(bench.check(), ErrorCode::SeveralCards);
    const auto laidBefore = bench.laid.size();
    world().remove(first);
    QTRY_COMPARE(bench.laid.size(), laidBefore + 1);
    QCOMPARE(bench.service->currentCard()->readerName, QString::fromUtf8(second));
    UK_VERIFY_OK(bench.visit(taro(), pins));
}

void TestCardReaders::aSecondCardDuringAVisitIsNotTouched()
{
    PcscBench bench;
    QVERIFY(bench.waitForReaders());
    world().lay(first, m_hanako);
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    world().lay(second, m_taro);
    UK_VERIFY_OK(bench.prove("1234"));
    const auto info = bench.basicFour("5678");
    UK_VERIFY_OK(info);
    QCOMPARE(info->name, u"受付　花子"_s);
    QCOMPARE(world().tallyOf(m_taro).commands, 0);
    // The first one is pulled: that is what the visit is told, not that a card was swapped.
    world().remove(first);
    QTRY_COMPARE(bench.removed.size(), 1);
    UK_COMPARE_ERROR(bench.endPortalWatch(), ErrorCode::CardRemoved);
    QCOMPARE(world().tallyOf(m_taro).verifications, 0);
}

void TestCardReaders::aReaderMayBePulledInAVisit()
{
    world().unplug(second);
    PcscBench bench;
    QVERIFY(bench.waitForReaders());
    world().lay(first, m_hanako);
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    world().unplug(first);
    UK_COMPARE_ERROR(bench.prove("1234"), ErrorCode::CardRemoved);
    QVERIFY(bench.waitForState(ReaderState::NoReader));
    QCOMPARE(world().tallyOf(m_hanako).verifications, 0);
    bench.service->endCard();
    world().plug(first); // the same name once more
    QVERIFY(bench.waitForState(ReaderState::Waiting));
    world().lay(first, m_taro);
    QVERIFY(bench.waitForCard());
    int pins = 0;
    UK_VERIFY_OK(bench.visit(taro(), pins));
}

void TestCardReaders::aReaderWhoseNameIsNoUtf8Works()
{
    const QByteArray odd = "L\xF6ser \x83J\x81[\x83h 00 00";
    world().plug(odd);
    PcscBench bench;
    QVERIFY(bench.waitForReaders());
    world().lay(odd, m_hanako);
    QVERIFY(bench.waitForCard());
    QCOMPARE(bench.service->currentCard()->readerName, QString::fromUtf8(odd));
    int pins = 0;
    UK_VERIFY_OK(bench.visit(hanako(), pins));
}

void TestCardReaders::aReaderThatTellsItTakesShortCommandsOnlyIsNotTried()
{
    world().maximumApdu = 0;
    PcscBench bench;
    QVERIFY(bench.waitForReaders());
    world().lay(first, m_hanako);
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    UK_VERIFY_OK(bench.prove("1234"));
    const std::scoped_lock lock(world().mutex);
    QVERIFY2(world().transmitted.size() <= 11, qPrintable(QString::number(world().transmitted.size())));
    for (const QByteArray &command : std::as_const(world().transmitted))
        QVERIFY2(command.size() <= 5 || command[4] != 0, command.left(5).toHex()); // no extended length
}

void TestCardReaders::oneReaderFallsBackAloneAndOnce()
{
    PcscBench bench;
    QVERIFY(bench.waitForReaders());
    const auto login = [&](const QByteArray &reader, const CardPerson &holder) {
        const qsizetype before = world().transmitted.size();
        world().lay(reader, cardOf(holder));
        if (!bench.waitForCard() || !bench.check() || !bench.prove(std::string_view(holder.pin)))
            return qsizetype(-1);
        bench.service->endCard();
        world().remove(reader);
        return bench.waitForNoCard() ? world().transmitted.size() - before : -1;
    };
    QCOMPARE(login(first, hanako({u"short-only"_s})), 12); // the try that fails included
    QCOMPARE(login(first, taro({u"short-only"_s})), 11);
    QCOMPARE(login(first, hanako()), 11);                   // remembered for the reader
    QCOMPARE(login(second, taro()), 6);                      // the other reader keeps its own way
    QCOMPARE(login(second, taro({u"short-only"_s})), 12);
}

void TestCardReaders::aReaderThatHangsIsLeftAloneUntilItLetsGo_data()
{
    QTest::addColumn<bool>("isAtPin");
    QTest::newRow("card check") << false;
    QTest::newRow("PIN") << true;
}

void TestCardReaders::aReaderThatHangsIsLeftAloneUntilItLetsGo()
{
    QFETCH(bool, isAtPin);
    CardServiceOptions options = quickOptions();
    options.stepLimit = 300ms;
    PcscBench bench(options);
    QVERIFY(bench.waitForReaders());
    world().lay(first, m_hanako);
    QVERIFY(bench.waitForCard());
    const quint64 serial = bench.service->currentCard()->serial;
    if (isAtPin)
        UK_VERIFY_OK(bench.check());
    world().setStuck(first, true);
    if (isAtPin)
        UK_COMPARE_ERROR(bench.prove("1234"), ErrorCode::PinOutcomeUnknown);
    else
        UK_COMPARE_ERROR(bench.check(), ErrorCode::ReaderFailed);
    bench.service->endCard();

    // The card and its reader are given up, the other reader serves the next patient on a context of its own.
    QVERIFY(bench.waitForNoCard());
    QTRY_COMPARE(bench.service->readerNames(), QStringList{QString::fromUtf8(second)});
    QCOMPARE(world().openContexts(), 2);
    world().lay(second, m_taro);
    QVERIFY(bench.waitForCard());
    QVERIFY(bench.service->currentCard()->serial > serial);
    int pins = 0;
    const auto name = bench.visit(taro(), pins);
    UK_VERIFY_OK(name);
    QCOMPARE(*name, u"受付　太郎"_s);
    QVERIFY(world().tallyOf(m_hanako).verifications <= 1);
    world().remove(second);
    QVERIFY(bench.waitForNoCard());

    // It lets go: the thread that was left behind ends with its context, its card without power, and the reader is back.
    world().setStuck(first, false);
    QTRY_COMPARE(world().openContexts(), 1);
    QTRY_COMPARE(bench.service->readerNames().size(), 2);
    QVERIFY(bench.waitForCard());
    pins = 0;
    const int before = world().tallyOf(m_hanako).verifications;
    QCOMPARE(before, int(isAtPin)); // what hung arrived late, once
    UK_VERIFY_OK(bench.visit(hanako(), pins));
    QCOMPARE(world().tallyOf(m_hanako).verifications - before, pins);
}

void TestCardReaders::theOnlyReaderComesBackWhenItLetsGo()
{
    world().unplug(second);
    CardServiceOptions options = quickOptions();
    options.stepLimit = 300ms;
    PcscBench bench(options);
    QVERIFY(bench.waitForReaders());
    world().lay(first, m_hanako);
    QVERIFY(bench.waitForCard());
    world().setStuck(first, true);
    UK_COMPARE_ERROR(bench.check(), ErrorCode::ReaderFailed);
    QVERIFY(bench.waitForState(ReaderState::NoReader));
    world().setStuck(first, false);
    QVERIFY(bench.waitForCard());
    int pins = 0;
    UK_VERIFY_OK(bench.visit(hanako(), pins));
}

void TestCardReaders::aServiceThatDoesNotAnswerIsMissing()
{
    CardServiceOptions options = quickOptions();
    options.stepLimit = 300ms;
    options.watchInterval = 3s;
    PcscBench bench(options);
    QVERIFY(bench.waitForReaders());
    world().lay(first, m_hanako);
    QVERIFY(bench.waitForCard());
    const quint64 serial = bench.service->currentCard()->serial;
    world().setServiceStuck(true);
    QVERIFY(bench.waitForState(ReaderState::ServiceMissing));
    QVERIFY(!bench.service->currentCard());
    UK_COMPARE_ERROR(bench.check(), ErrorCode::CardServiceMissing);
    world().setServiceStuck(false);
    QVERIFY(bench.waitForCard());
    QVERIFY(bench.service->currentCard()->serial > serial);
    QVERIFY(bench.waitForState(ReaderState::CardPresent));
    QCOMPARE(world().openContexts(), 1);
    int pins = 0;
    UK_VERIFY_OK(bench.visit(hanako(), pins));
}

void TestCardReaders::theProgramEndsAlthoughAReaderHangs()
{
    CardServiceOptions options = quickOptions();
    options.stepLimit = 300ms;
    {
        PcscBench bench(options);
        QVERIFY(bench.waitForReaders());
        world().lay(first, m_hanako);
        QVERIFY(bench.waitForCard());
        world().setStuck(first, true);
        UK_COMPARE_ERROR(bench.check(), ErrorCode::ReaderFailed);
    }
    // What was left behind touches nothing of the service that is gone.
    world().setStuck(first, false);
    QTRY_COMPARE(world().tallyOf(m_hanako).powerOffs, 1);
    QTRY_COMPARE(world().openHandles(), 0);
    const std::scoped_lock lock(world().mutex);
    world().contexts.clear(); // its port is never destroyed
}

QTEST_GUILESS_MAIN(TestCardReaders)
#include "tst_cardreaders.moc"
