// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/base/pinlength.h"
#include "cardreader/pcsc/pcscreaderport.h"
#include "tests/support/canary.h"
#include "tests/ui/pinmemory/cardelsewhere.h"
#include "tests/ui/screens/kiosk/visitrig.h"
#include "ui/screens/patient/pinscreen.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QProcess>
#include <QTest>

using namespace uk;
using namespace uk::test;
using namespace uktest;
using namespace Qt::StringLiterals;

namespace {

enum class Hand { Pad, Keyboard };
enum class Outcome { Right, Wrong, LeftUnconfirmed, PulledDuringVerify, PulledAfterHanging, SecondRight, ShutDown };

bool xdotool(const QStringList &arguments)
{
    return QProcess::execute(u"xdotool"_s, arguments) == 0;
}

} // namespace

Q_DECLARE_METATYPE(Hand)
Q_DECLARE_METATYPE(Outcome)

/// As tst_pinmemory, on real parts: keys of the X server, the card service with its client library, and the
/// card in a process of its own. What lies in those other processes is not looked at.
class PinMemoryStackTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void endedEntry_leavesNothing_data();
    void endedEntry_leavesNothing();
    void cleanup();

private:
    bool lay(const Canary &pin, const Canary &basicInfoPin, const QString &variant);
    static bool press(const QString &key) { return xdotool({u"key"_s, key}); }
    static bool type(VisitRig &rig, const Canary &pin, int count, Hand hand);
    static bool confirm(VisitRig &rig, Hand hand) { return hand == Hand::Pad ? rig.click(u"pin.enter"_s) : press(u"Return"_s); }
    bool reach(std::unique_ptr<VisitRig> &rig, Outcome outcome, const Canary &typed, const Canary &second, Hand hand);

    CardElsewhere m_card;
};

void PinMemoryStackTest::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
    QCOMPARE(pinLength(), 12);
    QCOMPARE(QGuiApplication::platformName(), u"xcb"_s);
}

bool PinMemoryStackTest::lay(const Canary &pin, const Canary &basicInfoPin, const QString &variant)
{
    QByteArrayList words{"pin=" + pin.masked(), "basicInfoPin=" + basicInfoPin.masked()};
    if (!variant.isEmpty())
        words.append("variant=" + variant.toLatin1());
    return m_card.lay(words);
}

void PinMemoryStackTest::cleanup()
{
    m_card.take();
    QTest::qWait(1000); // two looks of the driver
}

bool PinMemoryStackTest::type(VisitRig &rig, const Canary &pin, int count, Hand hand)
{
    const auto *screen = rig.flow().findChild<PinScreen *>();
    for (int i = 0; i < count; ++i) {
        const QString digit = QString::number(pin.digit(i));
        if (!(hand == Hand::Pad ? rig.click(u"pin.digit."_s + digit) : press(digit))
            || !QTest::qWaitFor([&] { return screen->typedDigits() == i + 1; }, 5000))
            return false;
    }
    return true;
}

void PinMemoryStackTest::endedEntry_leavesNothing_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Hand>("hand");
    QTest::newRow("right") << Outcome::Right << Hand::Keyboard;
    QTest::newRow("right, on the pad") << Outcome::Right << Hand::Pad;
    QTest::newRow("wrong") << Outcome::Wrong << Hand::Keyboard;
    QTest::newRow("left unconfirmed, on the pad") << Outcome::LeftUnconfirmed << Hand::Pad;
    QTest::newRow("card pulled while it verified") << Outcome::PulledDuringVerify << Hand::Keyboard;
    QTest::newRow("card pulled after it had hung") << Outcome::PulledAfterHanging << Hand::Keyboard;
    QTest::newRow("second PIN right") << Outcome::SecondRight << Hand::Keyboard;
    QTest::newRow("program ended in the middle of the entry") << Outcome::ShutDown << Hand::Keyboard;
}

bool PinMemoryStackTest::reach(std::unique_ptr<VisitRig> &rig, Outcome outcome, const Canary &typed, const Canary &second,
                               Hand hand)
{
    const int count = outcome == Outcome::ShutDown ? 11 : 12;
    if (!type(*rig, typed, count, hand))
        return false;
    switch (outcome) {
    case Outcome::Right: return confirm(*rig, hand) && rig->waitFor(u"choosePerson"_s);
    case Outcome::Wrong:
        return confirm(*rig, hand) && QTest::qWaitFor([&] { return rig->text(u"pin.tries"_s).contains(u"あと2回"_s); }, 20000);
    case Outcome::LeftUnconfirmed:
        return rig->click(u"pin.leave"_s) && QTest::qWaitFor([&] { return rig->flow().screenName() != "pin"_L1; }, 10000);
    case Outcome::PulledDuringVerify: return confirm(*rig, hand) && rig->waitFor(u"cardCheck"_s);
    case Outcome::PulledAfterHanging:
        // While the call hangs in the card service the PIN stays in its locked place; it goes when the call comes back.
        if (!confirm(*rig, hand) || !rig->waitFor(u"cardCheck"_s))
            return false;
        m_card.take();
        QTest::qWait(3000);
        return true;
    case Outcome::SecondRight:
        return confirm(*rig, hand) && rig->waitFor(u"choosePerson"_s) && rig->click(u"choose.self"_s) && rig->waitFor(u"pin"_s)
            && type(*rig, second, 12, hand) && confirm(*rig, hand) && rig->waitFor(u"consent"_s);
    case Outcome::ShutDown: rig.reset(); return true;
    }
    return false;
}

void PinMemoryStackTest::endedEntry_leavesNothing()
{
    QFETCH(Outcome, outcome);
    QFETCH(Hand, hand);
    const Canary pin(12), basicInfoPin(12), wrong(12);
    CardSide cards;
    cards.reader = [](const std::shared_ptr<SimulatedSlot> &) { return std::make_unique<PcscReaderPort>(); };
    if (outcome == Outcome::PulledAfterHanging)
        cards.stepLimit = std::chrono::milliseconds(3000);
    auto rig = std::make_unique<VisitRig>(QSize(2560, 1440), u"ja"_s, cards);
    QVERIFY(rig->isReady());
    QVERIFY(xdotool({u"windowfocus"_s, u"--sync"_s, QString::number(rig->flow().winId())}));
    QVERIFY(lay(pin, basicInfoPin, outcome == Outcome::PulledDuringVerify ? u"remove-during-verify"_s
                    : outcome == Outcome::PulledAfterHanging              ? u"hang-at-verify"_s
                                                                          : QString()));
    QVERIFY(rig->waitFor(u"pin"_s));
    QVERIFY(reach(rig, outcome, outcome == Outcome::Wrong ? wrong : pin, basicInfoPin, hand));
    for (const Canary *canary : {&pin, &basicInfoPin, &wrong}) {
        const auto hits = canary->lookFor(QCoreApplication::applicationPid(), 11);
        QVERIFY2(hits.isNone(), qPrintable(hits.text()));
    }
}

QTEST_MAIN(PinMemoryStackTest)
#include "tst_pinmemorystack.moc"
