// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/transitions.h"

#include <QSet>
#include <QTest>

using namespace uk;

namespace {

/// Every state, or every event, in order.
template<class T>
QList<T> all(int count)
{
    QList<T> values;
    for (int i = 0; i < count; ++i)
        values.append(T(i));
    return values;
}

const auto allStates = all<VisitState>(visitStateCount);
const auto allEvents = all<VisitEvent>(visitEventCount);

QByteArray name(VisitState state, VisitEvent event)
{
    return QByteArray(stateName(state).data()) + " + " + eventName(event).data();
}

} // namespace

class TransitionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairLeadsToAKnownStateAndAStepThatFitsIt();
    void everyStateReachesIdleByCancelAndTail();
    void onlyTheTailLeavesFinishing();
    void aCardPulledBeforeTheConsentIsCompleteRunsTheTail();
    void aCardPulledOrLaidDuringAReviewTouchesNothing();
    void noEffectHappensBeforeTheLogIsWritten();
    void aPinIsVerifiedOnlyAfterAnEntry();
    void lockingAStaffScreenAlwaysCoversIt();
    void aRegistrationUnderWayIsNeverCutOff();
    void aLostTokenNeverEndsTheVisit();
    void aResidentUnknownToThePortalIsRegisteredAndAskedAnew();
    void aRegistrationThatFailsIsOfferedAgainAndNeverGivesAToken();
    void closingNeverCutsOffARegistrationAndRunsTheTailOnce();
    void closingEndsInQuitFromEveryState();
    void aScreenInThePersonsHandsComesBackBehindTheCurtain();
    void everyStateCanBeReached();
};

void TransitionsTest::everyPairLeadsToAKnownStateAndAStepThatFitsIt()
{
    for (VisitState state : allStates) {
        for (VisitEvent event : allEvents) {
            const Transition next = transition(state, event);
            QVERIFY2(int(next.next) >= 0 && int(next.next) < visitStateCount, name(state, event));
            // A change of state always does something that a person can see or that clears.
            if (next.next != state)
                QVERIFY2(next.step != VisitStep::Nothing, name(state, event));
            if (next.next == VisitState::Finishing && state != VisitState::Finishing)
                QCOMPARE(next.step, VisitStep::RunTail);
        }
    }
}

void TransitionsTest::everyStateReachesIdleByCancelAndTail()
{
    for (VisitState state : allStates) {
        if (state == VisitState::Closing)
            continue; // the program ends there
        VisitState at = state;
        // The longest way: a registration has its outcome first, a card left is taken, a consent asked for again is cancelled.
        for (int i = 0; i < 4 && at != VisitState::Idle; ++i) {
            if (at == VisitState::Registering)
                at = transition(at, VisitEvent::RegistrationUnknown).next;
            if (at == VisitState::CardForgotten)
                at = transition(at, VisitEvent::CardRemoved).next;
            else
                at = transition(transition(at, VisitEvent::CancelRequested).next, VisitEvent::TailDone).next;
        }
        QVERIFY2(at == VisitState::Idle, stateName(state).data());
    }
}

void TransitionsTest::onlyTheTailLeavesFinishing()
{
    for (VisitEvent event : allEvents) {
        const VisitState next = transition(VisitState::Finishing, event).next;
        if (event == VisitEvent::TailDone)
            QCOMPARE(next, VisitState::Idle);
        else if (event == VisitEvent::TailDoneCardLeft)
            QCOMPARE(next, VisitState::CardForgotten);
        else if (event == VisitEvent::CloseRequested)
            QCOMPARE(next, VisitState::Closing); // where the same tail is waited for
        else
            QVERIFY2(next == VisitState::Finishing, eventName(event).data());
    }
}

void TransitionsTest::aCardPulledBeforeTheConsentIsCompleteRunsTheTail()
{
    for (VisitState state : allStates) {
        if (!needsCard(state))
            continue;
        for (VisitEvent event : {VisitEvent::CardRemoved, VisitEvent::CardLaid, VisitEvent::CardDiffers})
            QVERIFY2((transition(state, event) == Transition{VisitState::Finishing, VisitStep::RunTail}), name(state, event));
    }
    QVERIFY(needsCard(VisitState::EnteringPin));
    QVERIFY(needsCard(VisitState::AwaitingConsent));
    QVERIFY(!needsCard(VisitState::Fetching));
}

void TransitionsTest::aCardPulledOrLaidDuringAReviewTouchesNothing()
{
    for (VisitState state : allStates) {
        if (!isStaffState(state))
            continue;
        QVERIFY2((transition(state, VisitEvent::CardRemoved) == Transition{state, VisitStep::Nothing}), stateName(state).data());
        const Transition laid = transition(state, VisitEvent::CardLaid);
        QVERIFY2(laid.next == state, stateName(state).data());
        QVERIFY2(laid.step == VisitStep::NoticeWaitingCard || laid.step == VisitStep::Nothing, stateName(state).data());
    }
}

void TransitionsTest::noEffectHappensBeforeTheLogIsWritten()
{
    const QSet<int> effects{int(VisitStep::OpenPortal), int(VisitStep::Register), int(VisitStep::FetchDocument),
                            int(VisitStep::Print), int(VisitStep::OpenUserRegistration)};
    int found = 0;
    for (VisitState state : allStates) {
        for (VisitEvent event : allEvents) {
            if (!effects.contains(int(transition(state, event).step)))
                continue;
            ++found;
            QVERIFY2(event == VisitEvent::LogWritten, name(state, event));
        }
        // A log that fails never leads to an effect.
        QVERIFY2(!effects.contains(int(transition(state, VisitEvent::LogFailed).step)), stateName(state).data());
    }
    QCOMPARE(found, 7); // consent and user registration twice: at first and when they are asked for again
}

void TransitionsTest::aPinIsVerifiedOnlyAfterAnEntry()
{
    for (VisitState state : allStates) {
        for (VisitEvent event : allEvents) {
            const VisitStep step = transition(state, event).step;
            if (step == VisitStep::VerifyPin)
                QVERIFY2(state == VisitState::EnteringPin && event == VisitEvent::PinEntered, name(state, event));
            if (step == VisitStep::ReadBasicInfo)
                QVERIFY2(state == VisitState::EnteringBasicPin && event == VisitEvent::BasicPinEntered, name(state, event));
        }
    }
    QCOMPARE(transition(VisitState::CheckingPin, VisitEvent::PinEntered).step, VisitStep::Nothing);
}

void TransitionsTest::lockingAStaffScreenAlwaysCoversIt()
{
    for (VisitState state : allStates)
        if (isStaffState(state))
            QVERIFY2(transition(state, VisitEvent::StaffLocked).step == VisitStep::CoverScreen, stateName(state).data());
}

void TransitionsTest::aRegistrationUnderWayIsNeverCutOff()
{
    for (VisitEvent event : {VisitEvent::FinishRequested, VisitEvent::CancelRequested, VisitEvent::TimedOut,
                             VisitEvent::CardRemoved, VisitEvent::CardLaid, VisitEvent::StaffLocked, VisitEvent::ParkRequested})
        QVERIFY2(transition(VisitState::Registering, event).next == VisitState::Registering, eventName(event).data());
}

void TransitionsTest::aLostTokenNeverEndsTheVisit()
{
    for (VisitState state : {VisitState::Reviewing, VisitState::Registering, VisitState::OutcomeUnknown})
        QCOMPARE(transition(state, VisitEvent::TokenLost).next, VisitState::ConsentAgain);
    QCOMPARE(transition(VisitState::ConsentAgain, VisitEvent::CancelRequested).next, VisitState::Reviewing);
    QCOMPARE(transition(VisitState::ConsentAgain, VisitEvent::CardRemoved).next, VisitState::ConsentAgain);
}

void TransitionsTest::aResidentUnknownToThePortalIsRegisteredAndAskedAnew()
{
    const struct { VisitState from, offered, loggedIn, after; } ways[] = {
        {VisitState::AwaitingConsent, VisitState::UserRegistrationOffered, VisitState::AwaitingUserRegistration,
         VisitState::LoggingConsent},
        {VisitState::Fetching, VisitState::UserRegistrationAgain, VisitState::UserRegistrationAgain, VisitState::ConsentAgain},
        {VisitState::Reviewing, VisitState::UserRegistrationAgain, VisitState::UserRegistrationAgain, VisitState::ConsentAgain},
        {VisitState::Registering, VisitState::UserRegistrationAgain, VisitState::UserRegistrationAgain, VisitState::ConsentAgain},
        {VisitState::ConsentAgain, VisitState::UserRegistrationAgain, VisitState::UserRegistrationAgain, VisitState::ConsentAgain},
    };
    for (const auto &way : ways) {
        QCOMPARE(transition(way.from, VisitEvent::UserRegistrationRequired),
                 (Transition{way.offered, VisitStep::OfferUserRegistration}));
        const Transition logged = transition(way.offered, VisitEvent::UserRegistrationAgreed);
        QCOMPARE(logged.step, VisitStep::LogUserRegistration);
        QCOMPARE(transition(logged.next, VisitEvent::LogWritten), (Transition{way.loggedIn, VisitStep::OpenUserRegistration}));
        // A token comes of a new consent only, and that is written to the log before.
        QCOMPARE(transition(way.loggedIn, VisitEvent::UserRegistrationDone), (Transition{way.after, VisitStep::LogConsent}));
        QCOMPARE(transition(way.after, VisitEvent::LogWritten).step, VisitStep::OpenPortal);
    }
}

void TransitionsTest::aRegistrationThatFailsIsOfferedAgainAndNeverGivesAToken()
{
    for (const auto &[pages, offered] : {std::pair{VisitState::AwaitingUserRegistration, VisitState::UserRegistrationOffered},
                                         std::pair{VisitState::UserRegistrationAgain, VisitState::UserRegistrationAgain}}) {
        QCOMPARE(transition(pages, VisitEvent::UserRegistrationFailed), (Transition{offered, VisitStep::OfferUserRegistration}));
        QCOMPARE(transition(pages, VisitEvent::ConsentGranted), (Transition{pages, VisitStep::Nothing}));
    }
    QCOMPARE(transition(VisitState::UserRegistrationOffered, VisitEvent::ConsentDeclined).step, VisitStep::RunTail);
    // What staff entered is kept where it is declined in the middle of a review.
    QCOMPARE(transition(VisitState::UserRegistrationAgain, VisitEvent::CancelRequested),
             (Transition{VisitState::Reviewing, VisitStep::ReturnToReview}));
}

void TransitionsTest::closingNeverCutsOffARegistrationAndRunsTheTailOnce()
{
    QCOMPARE(transition(VisitState::Registering, VisitEvent::CloseRequested),
             (Transition{VisitState::Closing, VisitStep::AwaitOutcome}));
    for (VisitEvent outcome : {VisitEvent::RegistrationConfirmed, VisitEvent::RegistrationUnknown,
                               VisitEvent::RegistrationConflict, VisitEvent::RegistrationRefused, VisitEvent::TokenLost,
                               VisitEvent::UserRegistrationRequired, VisitEvent::TimedOut})
        QVERIFY2((transition(VisitState::Closing, outcome) == Transition{VisitState::Closing, VisitStep::RunTail}),
                 eventName(outcome).data());
    // A tail that runs already is waited for, not run again.
    for (VisitState state : {VisitState::Finishing, VisitState::Parked})
        QCOMPARE(transition(state, VisitEvent::CloseRequested), (Transition{VisitState::Closing, VisitStep::AwaitOutcome}));
}

void TransitionsTest::closingEndsInQuitFromEveryState()
{
    for (VisitState state : allStates) {
        const Transition closing = transition(state, VisitEvent::CloseRequested);
        QVERIFY2(closing.next == VisitState::Closing, stateName(state).data());
        const bool isOver = state == VisitState::Idle || state == VisitState::CardForgotten;
        if (isOver)
            QCOMPARE(closing.step, VisitStep::Quit);
        else if (state != VisitState::Closing)
            QVERIFY2(closing.step == VisitStep::RunTail || closing.step == VisitStep::AwaitOutcome, stateName(state).data());
    }
    for (VisitEvent event : allEvents) {
        const Transition next = transition(VisitState::Closing, event);
        QVERIFY2(next.next == VisitState::Closing, eventName(event).data());
        const bool isTailDone = event == VisitEvent::TailDone || event == VisitEvent::TailDoneCardLeft;
        QVERIFY2((next.step == VisitStep::Quit) == isTailDone, eventName(event).data());
    }
}

void TransitionsTest::aScreenInThePersonsHandsComesBackBehindTheCurtain()
{
    constexpr auto inHands = VisitState::HandedOver;
    QVERIFY(isStaffState(inHands)); // the visit stands on the token: cards touch nothing
    QVERIFY(!needsCard(inHands));
    for (VisitState state : allStates) {
        const Transition given = transition(state, VisitEvent::HandOverRequested);
        QVERIFY2((given.next == inHands) == (state == VisitState::Reviewing || state == inHands), stateName(state).data());
        QVERIFY2((given.step == VisitStep::HandOver) == (state == VisitState::Reviewing), stateName(state).data());
    }
    for (VisitEvent event : {VisitEvent::EntryEnded, VisitEvent::TimedOut})
        QCOMPARE(transition(inHands, event), (Transition{VisitState::Curtain, VisitStep::RaiseCurtain}));
    QCOMPARE(transition(inHands, VisitEvent::HandOverTakenBack), (Transition{VisitState::Reviewing, VisitStep::ShowStaff}));
    QCOMPARE(transition(inHands, VisitEvent::SubmitRequested), (Transition{VisitState::LoggingSubmit, VisitStep::LogSubmit}));
    QCOMPARE(transition(VisitState::Curtain, VisitEvent::StaffUnlocked).next, VisitState::Reviewing);
    // Staff content is never brought in front of the person by a late answer.
    const QSet<int> leaving{int(VisitEvent::EntryEnded), int(VisitEvent::TimedOut), int(VisitEvent::HandOverTakenBack),
                            int(VisitEvent::SubmitRequested), int(VisitEvent::CancelRequested), int(VisitEvent::FinishRequested),
                            int(VisitEvent::StopRequested), int(VisitEvent::CloseRequested)};
    for (VisitEvent event : allEvents)
        QVERIFY2((transition(inHands, event).next != inHands) == leaving.contains(int(event)), eventName(event).data());
}

void TransitionsTest::everyStateCanBeReached()
{
    QSet<int> reached{int(VisitState::Idle)};
    for (qsizetype before = 0; before != reached.size();) {
        before = reached.size();
        const auto states = reached;
        for (int state : states)
            for (VisitEvent event : allEvents)
                reached.insert(int(transition(VisitState(state), event).next));
    }
    for (VisitState state : allStates)
        QVERIFY2(reached.contains(int(state)), stateName(state).data());
}

QTEST_GUILESS_MAIN(TransitionsTest)
#include "tst_transitions.moc"
