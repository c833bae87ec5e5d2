// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/command.h"
#include "cardreader/pcsc/pcscreaderport.h"
#include "tests/cardreader/mynumber/servicebench.h"
#include "tests/support/cardinvirtualreader.h"

#include <QFile>
#include <QProcess>

#include <atomic>

#include <signal.h>
#include <unistd.h>

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

/// pcscd calls a slot empty at once when a client takes the power from a card that has just left, while its driver looks
/// every 400 ms only: a card laid down in between would never be reported. People are slower than that.
void letTheDriverLook()
{
    constexpr int driverPoll = 400;
    QTest::qWait(2 * driverPoll + 100);
}

/// The card service that the wrapper of this test started; 0 if it found one running, which is not ours to end.
pid_t ownServicePid()
{
    QFile file(u"/run/pcscd/pcscd.pid"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const pid_t pid = file.readAll().trimmed().toInt();
    QFile status(u"/proc/%1/stat"_s.arg(pid));
    if (pid <= 0 || !status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList fields = status.readAll().split(')').last().simplified().split(' ');
    return fields.value(1).toInt() == getppid() ? pid : 0;
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
    void aCardPulledAtACommandEndsTheLogin_data();
    void aCardPulledAtACommandEndsTheLogin();
    void aCardPulledBetweenTwoStepsIsSeen();
    void thePortalMayUseTheCardMeanwhile();
    void theServiceMayBeRestarted();
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

void TestCardStack::aCardPulledAtACommandEndsTheLogin_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<bool>("beforePin");
    QTest::newRow("certificate") << u"remove-before:2"_s << true;
    QTest::newRow("certificate answered") << u"remove-during:2"_s << true;
    QTest::newRow("PIN") << u"remove-during-verify"_s << false;
    QTest::newRow("signature") << u"remove-before:6"_s << false;
}

void TestCardStack::aCardPulledAtACommandEndsTheLogin()
{
    QFETCH(QString, variant);
    QFETCH(bool, beforePin);
    Traffic traffic;
    StackBench bench;
    CardInVirtualReader reader(softwareCard({variant}), traffic.hook());
    QVERIFY(bench.waitForCard());
    const auto checked = bench.check();
    if (beforePin) {
        UK_COMPARE_ERROR(checked, ErrorCode::CardRemoved);
    } else {
        UK_VERIFY_OK(checked);
        UK_COMPARE_ERROR(bench.prove(), variant == u"remove-during-verify"_s ? ErrorCode::PinOutcomeUnknown
                                                                             : ErrorCode::CardRemoved);
    }
    QCOMPARE(traffic.pins.load(), beforePin ? 0 : 1);
    QVERIFY(bench.waitForNoCard());
    reader.remove();
    letTheDriverLook();
    CardInVirtualReader next(softwareCard());
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    UK_VERIFY_OK(bench.prove());
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

void TestCardStack::theServiceMayBeRestarted()
{
    const pid_t running = ownServicePid();
    if (running == 0) {
        qWarning("a card service that ran before is left alone: restarting it is not tried here");
        return;
    }
    StackBench bench;
    CardInVirtualReader reader(softwareCard());
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    QCOMPARE(kill(running, SIGTERM), 0);
    QVERIFY(bench.waitForState(ReaderState::ServiceMissing));
    QVERIFY(!bench.service->currentCard());
    const auto lost = bench.prove();
    UK_COMPARE_ERROR(lost, ErrorCode::CardRemoved);
    QTRY_VERIFY(!QFile::exists(u"/run/pcscd/pcscd.pid"_s));

    QProcess restarted;
    restarted.setStandardOutputFile(QProcess::nullDevice());
    restarted.setStandardErrorFile(QProcess::nullDevice());
    restarted.start(u"pcscd"_s, {u"--foreground"_s});
    QVERIFY(restarted.waitForStarted());
    const auto endService = qScopeGuard([&] {
        restarted.terminate();
        restarted.waitForFinished();
    });
    // Without anybody's help: the service, the reader and the card are found again, and a visit goes through.
    QVERIFY(bench.waitForCard());
    UK_VERIFY_OK(bench.check());
    UK_VERIFY_OK(bench.prove());
    reader.remove();
}

QTEST_GUILESS_MAIN(TestCardStack)
#include "tst_cardstack.moc"
