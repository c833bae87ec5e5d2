// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/base/pinlength.h"
#include "cardreader/simulated/personalization.h"
#include "cardreader/simulated/receivedcommand.h"
#include "tests/support/canary.h"
#include "tests/ui/screens/kiosk/visitrig.h"
#include "ui/screens/patient/pinscreen.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QTest>

#include <new>

using namespace uk;
using namespace uk::test;
using namespace uktest;
using namespace Qt::StringLiterals;

namespace {

enum class Hand { Pad, Keyboard };
enum class Which { Authentication, BasicInfo };
/// How an entry comes to its end.
enum class Outcome {
    Right, Wrong, Blocked, LeftUnfinished, LeftUnconfirmed, Erased, PulledBeforeConfirming, PulledDuringVerify, Exception,
    TimeOut, ShutDown
};

/// Throws where the card is asked to verify a PIN, as a machine without memory may.
class ThrowingConnection final : public CardConnection
{
public:
    explicit ThrowingConnection(std::unique_ptr<CardConnection> real) : m_real(std::move(real)) {}
    Result<QByteArray> transmit(QByteArrayView apdu) override
    {
        const auto command = parseReceivedCommand(apdu);
        if (command && command->ins == 0x20 && !command->data.isEmpty())
            throw std::bad_alloc();
        return m_real->transmit(apdu);
    }
    Result<void> beginTransaction() override { return m_real->beginTransaction(); }
    void endTransaction() override { m_real->endTransaction(); }
    Result<void> reconnect() override { return m_real->reconnect(); }
    bool wasReset() const override { return m_real->wasReset(); }
    std::optional<bool> hasExtendedLength() const override { return m_real->hasExtendedLength(); }
    void disconnect(CardDisposition disposition) override { m_real->disconnect(disposition); }

private:
    std::unique_ptr<CardConnection> m_real;
};

class ThrowingReader final : public ReaderPort
{
public:
    explicit ThrowingReader(std::shared_ptr<SimulatedSlot> slot) : m_slot(std::move(slot)), m_real(m_slot) {}
    Result<QList<ReaderSnapshot>> waitForChange(const QList<ReaderSnapshot> &known, std::chrono::milliseconds limit) override
    {
        return m_real.waitForChange(known, limit);
    }
    void cancel() override { m_real.cancel(); }
    Result<std::unique_ptr<CardConnection>> connect(const QByteArray &rawName) override
    {
        auto real = m_real.connect(rawName);
        if (!real)
            return real;
        return std::make_unique<ThrowingConnection>(*std::move(real));
    }
    std::unique_ptr<ReaderPort> another() const override { return std::make_unique<ThrowingReader>(m_slot); }

private:
    std::shared_ptr<SimulatedSlot> m_slot;
    SimulatedReader m_real;
};

/// A card that knows the digests of these PINs only.
std::shared_ptr<SoftwareCard> cardWith(const Canary &pin, const Canary &basicInfoPin, const QStringList &variants)
{
    static const TestPki pki = TestPki::inMemory();
    CardPerson person{.key = u"canary"_s, .name = u"試験　用子"_s, .address = u"東京都千代田区１－１"_s,
                      .dateOfBirth = QDate(1985, 4, 5), .sex = u"2"_s, .pin = pin.plain(),
                      .basicInfoPin = basicInfoPin.plain(), .variants = variants};
    auto card = makeCard(person, pki);
    Canary::wipe(person.pin);
    Canary::wipe(person.basicInfoPin);
    if (!card)
        qFatal("the card cannot be made");
    return std::make_shared<SoftwareCard>(*std::move(card));
}

} // namespace

Q_DECLARE_METATYPE(Outcome)
Q_DECLARE_METATYPE(Hand)
Q_DECLARE_METATYPE(Which)

/// After whatever end of an entry, another process looks through the memory of this one, in which the real window, visit,
/// reader thread and card ran, and finds no PIN. The PINs have twelve digits here: pinLength() is linked from
/// twelvedigits.cpp.
class PinMemoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void copyThatSomebodyLeft_isFound();
    void entryThatStands_isFoundInTheOneLockedPlace();
    void endedEntry_leavesNothing_data();
    void endedEntry_leavesNothing();

private:
    static bool typeDigits(VisitRig &rig, const Canary &pin, int count, Hand hand);
    static bool confirm(VisitRig &rig, Hand hand);
    static bool reach(VisitRig &rig, Outcome outcome, const Canary &typed, Hand hand, Which which);
    static Canary::Hits look(const Canary &canary, int count) { return canary.lookFor(QCoreApplication::applicationPid(), count); }
};

void PinMemoryTest::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
    QCOMPARE(pinLength(), 12);
}

void PinMemoryTest::copyThatSomebodyLeft_isFound()
{
    const Canary canary(12);
    QVERIFY(look(canary, 11).isNone());
    QByteArray ascii = canary.plain();
    QString utf16(12, u'-');
    QList<char32_t> utf32(12);
    QByteArray numbers(12, '-'), apdu = QByteArray::fromHex("002000980C") + QByteArray(12, '-');
    for (int i = 0; i < 12; ++i) {
        utf16[i] = QChar(u'0' + canary.digit(i));
        utf32[i] = U'0' + static_cast<char32_t>(canary.digit(i));
        numbers[i] = static_cast<char>(canary.digit(i));
        apdu[5 + i] = static_cast<char>('0' + canary.digit(i));
    }
    const auto hits = look(canary, 11);
    QCOMPARE(hits.text(), u"ASCII 2, UTF-16 1, UTF-32 1, numbers 1"_s);
    for (QByteArray *copy : {&ascii, &numbers, &apdu})
        Canary::wipe(*copy);
    utf16.fill(u' ');
    utf32.fill(U' ');
    QCOMPARE(look(canary, 11).text(), Canary::Hits().text());
}

bool PinMemoryTest::typeDigits(VisitRig &rig, const Canary &pin, int count, Hand hand)
{
    for (int i = 0; i < count; ++i) {
        if (hand == Hand::Keyboard)
            QTest::keyClick(rig.flow().windowHandle(), Qt::Key(Qt::Key_0 + pin.digit(i)));
        else if (!rig.click(u"pin.digit."_s + QString::number(pin.digit(i))))
            return false;
    }
    const auto *screen = rig.flow().findChild<PinScreen *>();
    return screen->typedDigits() == count;
}

bool PinMemoryTest::confirm(VisitRig &rig, Hand hand)
{
    if (hand == Hand::Pad)
        return rig.click(u"pin.enter"_s);
    QTest::keyClick(rig.flow().windowHandle(), Qt::Key_Return);
    return true;
}

void PinMemoryTest::entryThatStands_isFoundInTheOneLockedPlace()
{
    const Canary pin(12), other(12);
    VisitRig rig({2560, 1440});
    QVERIFY(rig.isReady());
    rig.layCard(cardWith(pin, other, {}));
    QVERIFY(rig.waitFor(u"pin"_s));
    QVERIFY(typeDigits(rig, pin, 12, Hand::Keyboard));
    QCOMPARE(look(pin, 12).text(), u"ASCII 1, UTF-16 0, UTF-32 0, numbers 0"_s);
    // What a screen reader and the clipboard are told is how many digits there are.
    const auto *screen = rig.flow().findChild<PinScreen *>();
    for (QObject *child : screen->findChildren<QObject *>()) {
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(child);
        if (!interface)
            continue;
        for (QAccessible::Text text : {QAccessible::Name, QAccessible::Value, QAccessible::Description}) {
            int digits = 0;
            for (const QChar c : interface->text(text))
                digits += c.isDigit();
            QVERIFY2(digits <= 4, qPrintable(child->objectName() + u": "_s + interface->text(text)));
        }
    }
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

void PinMemoryTest::endedEntry_leavesNothing_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Hand>("hand");
    QTest::addColumn<Which>("which");
    const auto row = [](const char *name, Outcome outcome, Hand hand = Hand::Keyboard, Which which = Which::Authentication) {
        QTest::newRow(name) << outcome << hand << which;
    };
    row("right", Outcome::Right);
    row("right, on the pad", Outcome::Right, Hand::Pad);
    row("wrong", Outcome::Wrong);
    row("wrong, on the pad", Outcome::Wrong, Hand::Pad);
    row("blocked", Outcome::Blocked);
    row("left with one digit missing", Outcome::LeftUnfinished);
    row("left with one digit missing, on the pad", Outcome::LeftUnfinished, Hand::Pad);
    row("left unconfirmed", Outcome::LeftUnconfirmed);
    row("erased digit by digit", Outcome::Erased);
    row("card pulled before the entry was confirmed", Outcome::PulledBeforeConfirming);
    row("card pulled while it verified", Outcome::PulledDuringVerify);
    row("exception while the card verified", Outcome::Exception);
    row("no answer in time", Outcome::TimeOut);
    row("program ended in the middle of the entry", Outcome::ShutDown);
    row("second PIN right", Outcome::Right, Hand::Keyboard, Which::BasicInfo);
    row("second PIN right, on the pad", Outcome::Right, Hand::Pad, Which::BasicInfo);
    row("second PIN wrong", Outcome::Wrong, Hand::Keyboard, Which::BasicInfo);
    row("second PIN left unconfirmed", Outcome::LeftUnconfirmed, Hand::Keyboard, Which::BasicInfo);
    row("card pulled at the second PIN", Outcome::PulledBeforeConfirming, Hand::Keyboard, Which::BasicInfo);
    row("program ended at the second PIN", Outcome::ShutDown, Hand::Keyboard, Which::BasicInfo);
}

/// From the PIN screen to the end of the entry.
bool PinMemoryTest::reach(VisitRig &rig, Outcome outcome, const Canary &typed, Hand hand, Which which)
{
    const int missing = outcome == Outcome::LeftUnfinished || outcome == Outcome::ShutDown ? 1 : 0;
    if (!typeDigits(rig, typed, typed.length() - missing, hand))
        return false;
    const auto leaves = [&] {
        if (!rig.click(u"pin.leave"_s))
            return false;
        return QTest::qWaitFor([&] { return rig.flow().screenName() != "pin"_L1; }, 10000);
    };
    const auto confirmsAnd = [&](const QString &screen) { return confirm(rig, hand) && rig.waitFor(screen); };
    switch (outcome) {
    case Outcome::Right: return confirmsAnd(which == Which::Authentication ? u"choosePerson"_s : u"consent"_s);
    case Outcome::Wrong:
        return confirm(rig, hand) && QTest::qWaitFor([&] { return rig.text(u"pin.tries"_s).contains(u"あと2回"_s); }, 10000);
    case Outcome::LeftUnfinished:
    case Outcome::LeftUnconfirmed: return leaves();
    case Outcome::Erased:
        for (int i = 0; i < typed.length(); ++i)
            QTest::keyClick(rig.flow().windowHandle(), Qt::Key_Backspace);
        return true;
    case Outcome::PulledBeforeConfirming: rig.takeCardAway(); return rig.waitFor(u"cardCheck"_s);
    case Outcome::Blocked:
    case Outcome::PulledDuringVerify:
    case Outcome::Exception:
    case Outcome::TimeOut: return confirmsAnd(u"cardCheck"_s);
    case Outcome::ShutDown: return true;
    }
    return false;
}

void PinMemoryTest::endedEntry_leavesNothing()
{
    QFETCH(Outcome, outcome);
    QFETCH(Hand, hand);
    QFETCH(Which, which);
    const Canary pin(12), basicInfoPin(12), wrong(12);
    QStringList variants;
    if (outcome == Outcome::Blocked)
        variants = {u"one-try-left"_s};
    else if (outcome == Outcome::PulledDuringVerify)
        variants = {u"remove-during-verify"_s};
    else if (outcome == Outcome::TimeOut)
        variants = {u"hang-at-verify"_s};
    CardSide cards;
    if (outcome == Outcome::TimeOut)
        cards.stepLimit = std::chrono::milliseconds(500);
    if (outcome == Outcome::Exception)
        cards.reader = [](std::shared_ptr<SimulatedSlot> slot) { return std::make_unique<ThrowingReader>(std::move(slot)); };

    auto rig = std::make_unique<VisitRig>(QSize(2560, 1440), u"ja"_s, cards);
    QVERIFY(rig->isReady());
    rig->layCard(cardWith(pin, basicInfoPin, variants));
    QVERIFY(rig->waitFor(u"pin"_s));
    if (outcome == Outcome::Blocked)
        QVERIFY(rig->click(u"pin.lastTryYes"_s));
    if (which == Which::BasicInfo) {
        QVERIFY(typeDigits(*rig, pin, 12, Hand::Keyboard) && confirm(*rig, Hand::Keyboard));
        QVERIFY(rig->waitFor(u"choosePerson"_s) && rig->click(u"choose.self"_s) && rig->waitFor(u"pin"_s));
    }
    const bool isWrong = outcome == Outcome::Wrong || outcome == Outcome::Blocked;
    const Canary &typed = isWrong ? wrong : which == Which::BasicInfo ? basicInfoPin : pin;
    QVERIFY(reach(*rig, outcome, typed, hand, which));
    if (outcome == Outcome::ShutDown)
        rig.reset();
    for (const Canary *canary : {&pin, &basicInfoPin, &wrong}) {
        auto hits = look(*canary, 11);
        // The reader thread lets go of what it was given as soon as its transport does, a moment after the screen said so.
        if (outcome == Outcome::TimeOut)
            QVERIFY(QTest::qWaitFor([&] { return (hits = look(*canary, 11)).isNone(); }, 20000));
        QVERIFY2(hits.isNone(), qPrintable(hits.text()));
    }
}

QTEST_MAIN(PinMemoryTest)
#include "tst_pinmemory.moc"
