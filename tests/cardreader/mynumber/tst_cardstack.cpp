// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/command.h"
#include "cardreader/pcsc/pcscreaderport.h"
#include "tests/cardreader/mynumber/servicebench.h"
#include "tests/support/cardinvirtualreader.h"

#include <QProcess>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace uk::test;

namespace {

/// What passed between the card service and the card.
struct Traffic
{
    std::atomic<int> commands = 0, pins = 0;
    [[nodiscard]] CardExchangeHook hook()
    {
        return [this](const CardExchange &exchange) {
            ++commands;
            const auto command = decode(exchange.command);
            pins += command && command->ins == 0x20 && !command->data.isEmpty();
        };
    }
};

/// The program's card service on the machine's; only the first virtual reader counts.
class StackBench : public ServiceBench
{
public:
    StackBench()
        : ServiceBench(std::make_unique<PcscReaderPort>(), options())
    {
    }

private:
    static CardServiceOptions options()
    {
        CardServiceOptions chosen = trainingOptions();
        chosen.allowedReaders = {u"Virtual PCD 00 00"_s};
        return chosen;
    }
};

SoftwareCard softwareCard(const QStringList &variants = {}, const QString &key = u"hanako"_s)
{
    return *makeCard(person(variants, key), pki());
}

/// What another program gets from the card: its last status word, as OpenSC's tool prints it.
QString answerToOthers(const QStringList &commands)
{
    QStringList arguments{u"--reader"_s, u"Virtual PCD 00 00"_s, u"--card-driver"_s, u"default"_s};
    for (const QString &command : commands)
        arguments << u"--send-apdu"_s << command;
    QProcess other;
    other.start(u"opensc-tool"_s, arguments);
    other.waitForFinished(ServiceBench::patience);
    const QString output = QString::fromLatin1(other.readAllStandardOutput());
    const auto last = output.lastIndexOf(u"(SW1="_s);
    return last < 0 ? output : output.mid(last, qsizetype(sizeof "(SW1=0x90, SW2=0x00" - 1));
}

} // namespace

/// Real parts: pcscd, its virtual reader driver, and a card in software behind it.
class TestCardStack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeLoginTakesSixCommandsAndEndsWithoutPower();
    void aReaderWithoutExtendedLengthTakesTwelve();
    void aWrongPinTellsTheTriesAndIsSentOnce();
    void basicFourInformationComesFromTheCard();
    void aCardPulledBetweenTwoStepsIsSeen();
    void thePortalMayUseTheCardMeanwhile();
    void nothingOfTheLoginIsLeftToOthers();
};

void TestCardStack::aWholeLoginTakesSixCommandsAndEndsWithoutPower()
{
    Traffic traffic;
    StackBench bench;
    CardInVirtualReader reader(softwareCard(), traffic.hook());
    QVERIFY(bench.waitForCard());
    const auto checked = bench.check();
    UK_VERIFY_OK(checked);
    QCOMPARE(checked->pinTriesLeft, 3);
    UK_VERIFY_OK(bench.prove());
    QCOMPARE(traffic.commands.load(), 6);
    QCOMPARE(traffic.pins.load(), 1);
    QCOMPARE(bench.service->apduCount(), 6U);
    const int powerOffs = reader.card().tally().powerOffs;
    bench.service->endCard();
    // The card service itself would take the power away only later; this is the program's doing.
    QTRY_VERIFY(!reader.card().isPowered());
    QVERIFY(reader.card().tally().powerOffs > powerOffs);
    QCOMPARE(reader.card().tally().myNumberCommands, 0);
}

void TestCardStack::aReaderWithoutExtendedLengthTakesTwelve()
{
    Traffic traffic;
    StackBench bench;
    {
        CardInVirtualReader first(softwareCard({u"short-only"_s}), traffic.hook());
        QVERIFY(bench.waitForCard());
        UK_VERIFY_OK(bench.check());
        bench.service->endCard();
        QTRY_VERIFY(!first.card().isPowered());
    }
    QVERIFY(bench.waitForNoCard());
    letTheDriverLook();
    traffic.commands = 0;
    CardInVirtualReader second(softwareCard({u"short-only"_s}), traffic.hook());
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    UK_VERIFY_OK(bench.prove());
    QVERIFY2(traffic.commands <= 12, qPrintable(QString::number(traffic.commands)));
}

void TestCardStack::aWrongPinTellsTheTriesAndIsSentOnce()
{
    Traffic traffic;
    StackBench bench;
    CardInVirtualReader reader(softwareCard(), traffic.hook());
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    const auto wrong = bench.prove("9999");
    UK_COMPARE_ERROR(wrong, ErrorCode::PinWrong);
    QCOMPARE(wrong.error().arguments, QStringList{u"2"_s});
    QCOMPARE(traffic.pins.load(), 1);
    UK_VERIFY_OK(bench.prove());
    QCOMPARE(traffic.pins.load(), 2);
}

void TestCardStack::basicFourInformationComesFromTheCard()
{
    StackBench bench;
    CardInVirtualReader reader(softwareCard());
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    UK_VERIFY_OK(bench.prove());
    const auto info = bench.basicFour();
    UK_VERIFY_OK(info);
    QCOMPARE(info->name, u"受付　花子"_s);
    reader.remove();
    QCOMPARE(reader.card().tally().myNumberCommands, 0);
    QCOMPARE(reader.card().tally().verifications, 2);
}

void TestCardStack::aCardPulledBetweenTwoStepsIsSeen()
{
    Traffic traffic;
    StackBench bench;
    CardInVirtualReader reader(softwareCard(), traffic.hook());
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    reader.remove();
    QVERIFY(bench.waitForNoCard());
    QCOMPARE(bench.removed.size(), 1);
    UK_COMPARE_ERROR(bench.prove(), ErrorCode::CardRemoved);
    QCOMPARE(traffic.pins.load(), 0);
}

void TestCardStack::thePortalMayUseTheCardMeanwhile()
{
    StackBench bench;
    CardInVirtualReader reader(softwareCard());
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    UK_VERIFY_OK(bench.prove());
    bench.service->beginPortalWatch();
    QTRY_VERIFY(!reader.card().isPowered());
    QProcess other; // another program on the same card, as the portal's own client is
    other.start(u"pkcs15-tool"_s, {u"--list-certificates"_s});
    QVERIFY(other.waitForFinished(ServiceBench::patience));
    QCOMPARE(other.exitCode(), 0);
    UK_VERIFY_OK(bench.endPortalWatch());
    QCOMPARE(bench.removed.size(), 0);
}

void TestCardStack::nothingOfTheLoginIsLeftToOthers()
{
    const QString select = u"00A4040C0AD392F000260100000001"_s;
    const QString sign = u"802A009733303130"_s + u"0D060960864801650304020105000420"_s + QString(64, u'A') + u"00"_s;
    StackBench bench;
    CardInVirtualReader reader(softwareCard());
    QVERIFY(bench.waitForCard());
    QCOMPARE(answerToOthers({select, sign}), u"(SW1=0x69, SW2=0x82"_s);
    UK_VERIFY_OK(bench.check());
    UK_VERIFY_OK(bench.prove());
    // The card itself would let others sign as long as it has power...
    QCOMPARE(answerToOthers({select, sign}), u"(SW1=0x90, SW2=0x00"_s);
    const int powerOffs = reader.card().tally().powerOffs;
    bench.service->endCard();
    QTRY_VERIFY(reader.card().tally().powerOffs > powerOffs);
    // ...which is why the end takes it away.
    QCOMPARE(answerToOthers({select, sign}), u"(SW1=0x69, SW2=0x82"_s);
}

QTEST_GUILESS_MAIN(TestCardStack)
#include "tst_cardstack.moc"
