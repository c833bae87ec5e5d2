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

/// Says that cards in readers called "JPKI…" are My Number Cards, and counts how often it was asked.
struct Probe
{
    int asked = 0;
    PresenceTracker::Probe function()
    {
        return [this](const ReaderSnapshot &asking) {
            ++asked;
            return asking.rawName.startsWith("JPKI");
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
    void aCardOfItsOwnInTheReaderGivesWay();
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

void TestPresence::aCardOfItsOwnInTheReaderGivesWay()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    static_cast<void>(tracker.update({reader("SAM", true, 0)}, false, probe.function()));
    auto change = tracker.update({reader("SAM", true, 0), reader("JPKI", true, 1)}, false, probe.function());
    QVERIFY(change.laid);
    QCOMPARE(change.laid->rawName, QByteArray("JPKI"));
    // It does not come back while the patient's card lies there, and does when nothing else is left.
    change = tracker.update({reader("SAM", true, 0), reader("JPKI", true, 1)}, false, probe.function());
    QVERIFY(!change.laid && !change.removed);
    change = tracker.update({reader("SAM", true, 0), reader("JPKI", false, 2)}, false, probe.function());
    QCOMPARE(change.laid->rawName, QByteArray("SAM"));
}

void TestPresence::aProbedCardIsNotProbedAgain()
{
    PresenceTracker tracker({}, {});
    Probe probe;
    const QList<ReaderSnapshot> both{reader("SAM", true, 0), reader("JPKI", true, 1)};
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
