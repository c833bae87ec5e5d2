// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/mynumber/presence.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

ReaderSnapshot reader(const char *name, bool hasCard, quint32 eventCount = 0, bool isMute = false)
{
    return {name, hasCard, isMute, eventCount};
}

/// Says that cards in readers called "JPKI…" are My Number Cards, that those in "Busy…" cannot be asked, and counts how
/// often it was asked.
struct Probe
{
    int asked = 0;
    PresenceTracker::Probe function()
    {
        return [this](const ReaderSnapshot &asking) {
            ++asked;
            using enum PresenceTracker::Kind;
            return asking.rawName.startsWith("JPKI") ? MyNumberCard : asking.rawName.startsWith("Busy") ? Unknown : Other;
        };
    }
};

} // namespace

class TestPresence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneCardIsNeverProbed();
    void aChangedCountIsAnotherCard();
    void theCardInUseStaysWhateverOtherReadersDo();
    void aCardOfItsOwnInTheReaderNeverCounts();
    void aMuteSlotIsNoMuteCard();
    void aCardThatLayThereBeforeTheStartIsSeen();
    void aWrongCardGivesWayToTheRightOne();
    void twoMyNumberCardsAreAmbiguousUntilOneIsLeft();
    void aSecondCardBesideAHeldOneIsNotTouched();
    void aCardThatCannotBeAskedComesAfterAMyNumberCard();
    void aShunnedReaderIsNotThere();
    void aProbedCardIsNotProbedAgain();
    void aCardThatStoppedAnsweringIsANewOne();
    void theStateIsThatOfTheListedReaders();
    void patternsMatchWholeNames_data();
    void patternsMatchWholeNames();
};

void TestPresence::oneCardIsNeverProbed()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    auto change = tracker.update({reader("A", true, 1)}, false, probe.function());
    QVERIFY(change.laid && !change.removed);
    QCOMPARE(change.laid->serial, 1U);
    change = tracker.update({reader("A", true, 1)}, false, probe.function());
    QVERIFY(!change.laid && !change.removed);
    change = tracker.update({reader("A", false, 2)}, false, probe.function());
    QVERIFY(!change.laid && change.removed);
    QCOMPARE(probe.asked, 0);
}

void TestPresence::aChangedCountIsAnotherCard()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    for (bool isHeld : {false, true}) {
        const quint32 count = isHeld ? 5 : 1;
        static_cast<void>(tracker.update({reader("A", true, count)}, false, probe.function()));
        const auto before = tracker.current()->serial;
        const auto change = tracker.update({reader("A", true, count + 2)}, isHeld, probe.function());
        QVERIFY(change.removed && change.laid);
        QCOMPARE(change.removed->serial, before);
        QCOMPARE(change.laid->serial, before + 1);
    }
}

void TestPresence::theCardInUseStaysWhateverOtherReadersDo()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    static_cast<void>(tracker.update({reader("A", true, 1)}, false, probe.function()));
    const auto change = tracker.update({reader("JPKI", true, 1), reader("A", true, 1)}, true, probe.function());
    QVERIFY(!change.laid && !change.removed);
    QCOMPARE(probe.asked, 0);
}

void TestPresence::aCardOfItsOwnInTheReaderNeverCounts()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    // The only reader's card is taken for a patient's; that of a slot beside another reader is not.
    static_cast<void>(tracker.update({reader("SAM", true, 0)}, false, probe.function()));
    QVERIFY(tracker.current());
    auto change = tracker.update({reader("SAM", true, 0), reader("JPKI", false, 0)}, false, probe.function());
    QVERIFY(change.removed && !change.laid);
    QCOMPARE(tracker.state(), ReaderState::Waiting);
    change = tracker.update({reader("SAM", true, 0), reader("JPKI", true, 1)}, false, probe.function());
    QVERIFY(change.laid);
    QCOMPARE(change.laid->rawName, QByteArray("JPKI"));
    change = tracker.update({reader("SAM", true, 0), reader("JPKI", true, 1)}, false, probe.function());
    QVERIFY(!change.laid && !change.removed);
    change = tracker.update({reader("SAM", true, 0), reader("JPKI", false, 2)}, false, probe.function());
    QVERIFY(change.removed && !change.laid);
    QCOMPARE(tracker.state(), ReaderState::Waiting);
    // Taken out and put in again it is somebody's doing, and told like any wrong card.
    change = tracker.update({reader("SAM", true, 2), reader("JPKI", false, 2)}, false, probe.function());
    QCOMPARE(change.laid->rawName, QByteArray("SAM"));
}

void TestPresence::aMuteSlotIsNoMuteCard()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    const ReaderSnapshot slot = reader("SAM", true, 0, true);
    static_cast<void>(tracker.update({slot, reader("A", false, 0)}, false, probe.function()));
    QCOMPARE(tracker.state(), ReaderState::Waiting);
    static_cast<void>(tracker.update({slot, reader("A", true, 1, true)}, false, probe.function()));
    QCOMPARE(tracker.state(), ReaderState::CardMute);
    static_cast<void>(tracker.update({slot, reader("A", true, 3)}, false, probe.function()));
    QCOMPARE(tracker.state(), ReaderState::CardPresent);
    QCOMPARE(probe.asked, 0);
}

void TestPresence::aCardThatLayThereBeforeTheStartIsSeen()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    const auto change = tracker.update({reader("SAM", true, 0), reader("JPKI", true, 0)}, false, probe.function());
    QCOMPARE(change.laid->rawName, QByteArray("JPKI"));
    QVERIFY(!tracker.isAmbiguous());
}

void TestPresence::aWrongCardGivesWayToTheRightOne()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    static_cast<void>(tracker.update({reader("A", false, 0), reader("JPKI", false, 0)}, false, probe.function()));
    static_cast<void>(tracker.update({reader("A", true, 1), reader("JPKI", false, 0)}, false, probe.function()));
    QCOMPARE(tracker.current()->rawName, QByteArray("A"));
    const auto change = tracker.update({reader("A", true, 1), reader("JPKI", true, 1)}, false, probe.function());
    QCOMPARE(change.removed->rawName, QByteArray("A"));
    QCOMPARE(change.laid->rawName, QByteArray("JPKI"));
    QVERIFY(!tracker.isAmbiguous());
}

void TestPresence::twoMyNumberCardsAreAmbiguousUntilOneIsLeft()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    const ReaderSnapshot first = reader("JPKI 1", true, 1), second = reader("JPKI 2", true, 1);
    static_cast<void>(tracker.update({reader("JPKI 1", false), reader("JPKI 2", false)}, false, probe.function()));
    static_cast<void>(tracker.update({first, reader("JPKI 2", false)}, false, probe.function()));
    QVERIFY(!tracker.isAmbiguous());
    // The first one stays the current one, but no step may begin with either.
    auto change = tracker.update({first, second}, false, probe.function());
    QVERIFY(!change.removed && !change.laid);
    QVERIFY(tracker.isAmbiguous());
    change = tracker.update({reader("JPKI 1", false, 2), second}, false, probe.function());
    QCOMPARE(change.removed->rawName, first.rawName);
    QCOMPARE(change.laid->rawName, second.rawName);
    QVERIFY(!tracker.isAmbiguous());
}

void TestPresence::aSecondCardBesideAHeldOneIsNotTouched()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    const ReaderSnapshot first = reader("JPKI 1", true, 1), second = reader("JPKI 2", true, 1);
    static_cast<void>(tracker.update({first, reader("JPKI 2", false)}, false, probe.function()));
    const int asked = probe.asked;
    static_cast<void>(tracker.update({first, second}, true, probe.function()));
    QVERIFY(!tracker.isAmbiguous());
    QCOMPARE(tracker.current()->rawName, first.rawName);
    QCOMPARE(probe.asked, asked);
}

void TestPresence::aCardThatCannotBeAskedComesAfterAMyNumberCard()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    const QList<ReaderSnapshot> none{reader("A", false), reader("Busy", false), reader("JPKI", false)};
    static_cast<void>(tracker.update(none, false, probe.function()));
    static_cast<void>(tracker.update({reader("A", true, 1), reader("Busy", true, 1), none.last()}, false, probe.function()));
    QCOMPARE(tracker.current()->rawName, QByteArray("Busy"));
    static_cast<void>(tracker.update({reader("A", true, 1), reader("Busy", true, 1), reader("JPKI", true, 1)}, false,
                                     probe.function()));
    QCOMPARE(tracker.current()->rawName, QByteArray("JPKI"));
    QVERIFY(!tracker.isAmbiguous());
}

void TestPresence::aShunnedReaderIsNotThere()
{
    PresenceTracker tracker({}, {}, 7);
    Probe probe;
    tracker.setShunned({"JPKI"});
    static_cast<void>(tracker.update({reader("JPKI", true, 1)}, false, probe.function()));
    QCOMPARE(tracker.state(), ReaderState::NoReader);
    tracker.setShunned({});
    const auto change = tracker.update({reader("JPKI", true, 1)}, false, probe.function());
    QCOMPARE(change.laid->serial, 8U);
}

void TestPresence::aProbedCardIsNotProbedAgain()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    const QList<ReaderSnapshot> both{reader("A", true, 1), reader("JPKI", true, 1)};
    static_cast<void>(tracker.update({reader("A", false), reader("JPKI", false)}, false, probe.function()));
    for (int i = 0; i < 5; ++i)
        static_cast<void>(tracker.update(both, false, probe.function()));
    QCOMPARE(probe.asked, 2);
    static_cast<void>(tracker.update({both.first(), reader("JPKI", true, 3)}, false, probe.function()));
    QCOMPARE(probe.asked, 3);
}

void TestPresence::aCardThatStoppedAnsweringIsANewOne()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    QVERIFY(!tracker.renew().laid);
    static_cast<void>(tracker.update({reader("A", true, 1)}, false, probe.function()));
    const auto change = tracker.renew();
    QCOMPARE(change.removed->serial, 1U);
    QCOMPARE(change.laid->serial, 2U);
    const auto after = tracker.update({reader("A", true, 1)}, false, probe.function());
    QVERIFY(!after.laid && !after.removed);
}

void TestPresence::theStateIsThatOfTheListedReaders()
{
    PresenceTracker tracker({}, {u"Face *"_s});
    Probe probe;
    const auto stateOf = [&](const QList<ReaderSnapshot> &readers) {
        static_cast<void>(tracker.update(readers, false, probe.function()));
        return tracker.state();
    };
    QCOMPARE(stateOf({}), ReaderState::NoReader);
    QCOMPARE(stateOf({reader("Face reader", true, 1)}), ReaderState::NoReader);
    QCOMPARE(stateOf({reader("A", false)}), ReaderState::Waiting);
    QCOMPARE(stateOf({reader("A", true, 1, true)}), ReaderState::CardMute);
    QCOMPARE(stateOf({reader("A", true, 1, true), reader("B", false)}), ReaderState::CardMute);
    QCOMPARE(stateOf({reader("A", true, 1, true), reader("B", true, 1)}), ReaderState::CardPresent);
    QCOMPARE(tracker.readerNames(), (QStringList{u"A"_s, u"B"_s}));
    tracker.setServiceMissing();
    QCOMPARE(tracker.state(), ReaderState::ServiceMissing);
}

void TestPresence::patternsMatchWholeNames_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("matches");
    QTest::newRow("whole") << u"ACS ACR1252 [1/2] (SAM) 00 01"_s << true;
    QTest::newRow("beginning") << u"ACS*"_s << true;
    QTest::newRow("another case") << u"acs acr*"_s << true;
    QTest::newRow("one character") << u"ACS ACR1252 [1/2] (SAM) 00 0?"_s << true;
    QTest::newRow("part only") << u"ACS"_s << false;
    QTest::newRow("brackets are no set") << u"ACS ACR1252 [12/]/2] (SAM) 00 01"_s << false;
    QTest::newRow("star over a slash") << u"*SAM*"_s << true;
    QTest::newRow("empty") << QString() << false;
}

void TestPresence::patternsMatchWholeNames()
{
    QFETCH(QString, pattern);
    QFETCH(bool, matches);
    PresenceTracker tracker({pattern}, {});
    Probe probe;
    static_cast<void>(tracker.update({reader("ACS ACR1252 [1/2] (SAM) 00 01", true, 1)}, false, probe.function()));
    QCOMPARE(tracker.current().has_value(), matches);
}

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
