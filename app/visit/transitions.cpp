// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/transitions.h"

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

using S = VisitState;
using E = VisitEvent;
using D = VisitStep;

struct Row
{
    S state;
    E event;
    S next;
    D step;
};

/// One line for each pair that does something of its own. Read it from top to bottom as a visit.
constexpr std::array table{
    // nobody there
    Row{S::Idle, E::CardLaid, S::CardPresent, D::CheckCard},
    Row{S::Idle, E::ResumeRequested, S::ConsentAgain, D::AskConsentAgain},
    Row{S::Idle, E::CancelRequested, S::Idle, D::Nothing},
    Row{S::Idle, E::FinishRequested, S::Idle, D::Nothing},
    Row{S::Idle, E::StopRequested, S::Idle, D::Nothing},
    Row{S::Idle, E::TimedOut, S::Idle, D::Nothing},

    // the card
    Row{S::CardPresent, E::CardAccepted, S::EnteringPin, D::AskPin},
    Row{S::CardPresent, E::CardNearlyBlocked, S::CardChecked, D::AskLastTry},
    Row{S::CardPresent, E::CardRefused, S::CardProblem, D::ShowCardProblem},
    Row{S::CardProblem, E::CardLaid, S::CardPresent, D::CheckCard},
    Row{S::CardProblem, E::CardRemoved, S::CardProblem, D::Nothing},
    Row{S::CardChecked, E::LastTryAccepted, S::EnteringPin, D::AskPin},

    // the PIN: one VERIFY for each entry, never repeated by the program
    Row{S::EnteringPin, E::PinLeftToPortal, S::IdentityConfirmed, D::SkipBasicInfo},
    Row{S::EnteringPin, E::PinEntered, S::CheckingPin, D::VerifyPin},
    Row{S::CheckingPin, E::PinAccepted, S::EnteringBasicPin, D::AskBasicPin},
    Row{S::CheckingPin, E::PinWrong, S::EnteringPin, D::AskPinAgain},
    Row{S::CheckingPin, E::CardNearlyBlocked, S::CardChecked, D::AskLastTry},
    Row{S::CheckingPin, E::PinFailed, S::CardProblem, D::ShowCardProblem},

    // basic four information: may be declined, then the name is confirmed aloud later
    Row{S::EnteringBasicPin, E::BasicPinEntered, S::ReadingBasicInfo, D::ReadBasicInfo},
    Row{S::EnteringBasicPin, E::BasicInfoDeclined, S::IdentityConfirmed, D::SkipBasicInfo},
    Row{S::ReadingBasicInfo, E::BasicInfoRead, S::IdentityConfirmed, D::ExplainConsent},
    Row{S::ReadingBasicInfo, E::BasicPinWrong, S::EnteringBasicPin, D::AskBasicPinAgain},
    Row{S::ReadingBasicInfo, E::BasicInfoFailed, S::IdentityConfirmed, D::SkipBasicInfo},
    Row{S::ReadingBasicInfo, E::PinFailed, S::CardProblem, D::ShowCardProblem},

    // consent in the portal; the portal's own client reads the same card, so only presence is watched
    Row{S::IdentityConfirmed, E::ConsentAgreed, S::LoggingConsent, D::LogConsent},
    Row{S::IdentityConfirmed, E::ConsentDeclined, S::Finishing, D::RunTail},
    Row{S::LoggingConsent, E::LogWritten, S::AwaitingConsent, D::OpenPortal},
    Row{S::LoggingConsent, E::LogFailed, S::IdentityConfirmed, D::ShowLogFailure},
    Row{S::AwaitingConsent, E::ConsentGranted, S::ComparingCard, D::CompareCard},
    Row{S::AwaitingConsent, E::ConsentFailed, S::IdentityConfirmed, D::ExplainConsent},
    Row{S::AwaitingConsent, E::UserRegistrationRequired, S::UserRegistrationOffered, D::OfferUserRegistration},
    Row{S::UserRegistrationOffered, E::UserRegistrationAgreed, S::LoggingUserRegistration, D::LogUserRegistration},
    Row{S::UserRegistrationOffered, E::ConsentDeclined, S::Finishing, D::RunTail},
    Row{S::LoggingUserRegistration, E::LogWritten, S::AwaitingUserRegistration, D::OpenUserRegistration},
    Row{S::LoggingUserRegistration, E::LogFailed, S::UserRegistrationOffered, D::ShowLogFailure},
    // What was agreed to before still holds: the new consent begins at once.
    Row{S::AwaitingUserRegistration, E::UserRegistrationDone, S::LoggingConsent, D::LogConsent},
    Row{S::AwaitingUserRegistration, E::UserRegistrationFailed, S::UserRegistrationOffered, D::OfferUserRegistration},
    Row{S::ComparingCard, E::CardSame, S::Fetching, D::Fetch},
    Row{S::ComparingCard, E::CardDiffers, S::Finishing, D::RunTail},

    // from here on the visit stands on the token; the card may go
    Row{S::Fetching, E::FetchDone, S::Curtain, D::RaiseCurtain},
    Row{S::Fetching, E::FetchFailed, S::Curtain, D::RaiseCurtain},
    Row{S::Fetching, E::UserRegistrationRequired, S::UserRegistrationAgain, D::OfferUserRegistration},
    Row{S::Fetching, E::StaffUnlocked, S::Fetching, D::Nothing},
    Row{S::Curtain, E::StaffUnlocked, S::Reviewing, D::ShowStaff},
    Row{S::Locked, E::StaffUnlocked, S::Reviewing, D::ShowStaff},
    Row{S::Reviewing, E::StaffLocked, S::Locked, D::CoverScreen},
    Row{S::Reviewing, E::FetchRequested, S::Reviewing, D::Fetch},
    Row{S::Reviewing, E::FetchDone, S::Reviewing, D::ShowStaff},
    Row{S::Reviewing, E::FetchFailed, S::Reviewing, D::ShowStaff},

    // the screen in the person's hands: whatever ends it leads behind the curtain, and everything entered is kept
    Row{S::Reviewing, E::HandOverRequested, S::HandedOver, D::HandOver},
    Row{S::HandedOver, E::EntryEnded, S::Curtain, D::RaiseCurtain},
    Row{S::HandedOver, E::TimedOut, S::Curtain, D::RaiseCurtain},
    Row{S::HandedOver, E::HandOverTakenBack, S::Reviewing, D::ShowStaff}, // staff, from their own display
    Row{S::HandedOver, E::SubmitRequested, S::LoggingSubmit, D::LogSubmit}, // who refused proxy input sends for themselves

    // registrations: the log first, one request, a known outcome
    Row{S::Reviewing, E::SubmitRequested, S::LoggingSubmit, D::LogSubmit},
    Row{S::LoggingSubmit, E::LogWritten, S::Registering, D::Register},
    Row{S::LoggingSubmit, E::LogFailed, S::Reviewing, D::ShowLogFailure},
    Row{S::Registering, E::RegistrationConfirmed, S::Reviewing, D::ShowOutcome},
    Row{S::Registering, E::RegistrationRefused, S::Reviewing, D::ShowOutcome},
    Row{S::Registering, E::RegistrationConflict, S::Reviewing, D::ShowOutcome},
    Row{S::Registering, E::RegistrationUnknown, S::OutcomeUnknown, D::ShowOutcome},
    Row{S::Registering, E::TokenLost, S::ConsentAgain, D::AskConsentAgain},
    // A registration under way is never cut off: its outcome would be lost. The press is answered when it is known.
    Row{S::Registering, E::FinishRequested, S::Registering, D::Nothing},
    Row{S::Registering, E::CancelRequested, S::Registering, D::Nothing},
    Row{S::Registering, E::TimedOut, S::Registering, D::Nothing},
    Row{S::Registering, E::StaffLocked, S::Registering, D::CoverScreen},
    // What is not known about one questionnaire does not hold up the others of the day.
    Row{S::OutcomeUnknown, E::SubmitRequested, S::LoggingSubmit, D::LogSubmit},
    Row{S::OutcomeUnknown, E::ResolveRequested, S::Registering, D::Resolve},
    Row{S::Reviewing, E::ResolveRequested, S::Registering, D::Resolve}, // of an earlier, interrupted visit
    Row{S::OutcomeUnknown, E::StaffLocked, S::OutcomeUnknown, D::CoverScreen},
    Row{S::OutcomeUnknown, E::StaffUnlocked, S::OutcomeUnknown, D::ShowOutcome},
    Row{S::OutcomeUnknown, E::ParkRequested, S::Parked, D::Park},

    // documents
    Row{S::Reviewing, E::ViewRequested, S::LoggingView, D::LogView},
    Row{S::LoggingView, E::LogWritten, S::Reviewing, D::FetchDocument},
    Row{S::LoggingView, E::LogFailed, S::Reviewing, D::ShowLogFailure},
    Row{S::Reviewing, E::PrintRequested, S::LoggingPrint, D::LogPrint},
    Row{S::LoggingPrint, E::LogWritten, S::Printing, D::Print},
    Row{S::LoggingPrint, E::LogFailed, S::Reviewing, D::ShowLogFailure},
    Row{S::Printing, E::PrintDone, S::Reviewing, D::ShowPrintOutcome},
    Row{S::Printing, E::StaffLocked, S::Printing, D::CoverScreen},

    // the token is gone: keep everything, ask for card and portal once more
    Row{S::Reviewing, E::TokenLost, S::ConsentAgain, D::AskConsentAgain},
    Row{S::Reviewing, E::ConsentAgainRequested, S::ConsentAgain, D::AskConsentAgain},
    Row{S::OutcomeUnknown, E::ConsentAgainRequested, S::ConsentAgain, D::AskConsentAgain},
    Row{S::OutcomeUnknown, E::TokenLost, S::ConsentAgain, D::AskConsentAgain},
    Row{S::ConsentAgain, E::ConsentAgreed, S::ConsentAgain, D::LogConsent},
    Row{S::ConsentAgain, E::LogWritten, S::ConsentAgain, D::OpenPortal},
    Row{S::ConsentAgain, E::LogFailed, S::ConsentAgain, D::ShowLogFailure},
    Row{S::ConsentAgain, E::ConsentGranted, S::ConsentAgain, D::CompareCard},
    Row{S::ConsentAgain, E::CardSame, S::Fetching, D::Fetch},
    Row{S::ConsentAgain, E::CardLaid, S::ConsentAgain, D::Nothing},
    Row{S::ConsentAgain, E::ConsentFailed, S::ConsentAgain, D::AskConsentAgain},
    Row{S::ConsentAgain, E::CardDiffers, S::ConsentAgain, D::AskConsentAgain},
    Row{S::ConsentAgain, E::CancelRequested, S::Reviewing, D::ReturnToReview},
    Row{S::ConsentAgain, E::ConsentDeclined, S::Reviewing, D::ReturnToReview},
    Row{S::Reviewing, E::UserRegistrationRequired, S::UserRegistrationAgain, D::OfferUserRegistration},
    Row{S::Registering, E::UserRegistrationRequired, S::UserRegistrationAgain, D::OfferUserRegistration},
    Row{S::ConsentAgain, E::UserRegistrationRequired, S::UserRegistrationAgain, D::OfferUserRegistration},
    Row{S::UserRegistrationAgain, E::UserRegistrationAgreed, S::UserRegistrationAgain, D::LogUserRegistration},
    Row{S::UserRegistrationAgain, E::LogWritten, S::UserRegistrationAgain, D::OpenUserRegistration},
    Row{S::UserRegistrationAgain, E::LogFailed, S::UserRegistrationAgain, D::ShowLogFailure},
    Row{S::UserRegistrationAgain, E::UserRegistrationDone, S::ConsentAgain, D::LogConsent},
    Row{S::UserRegistrationAgain, E::UserRegistrationFailed, S::UserRegistrationAgain, D::OfferUserRegistration},
    Row{S::UserRegistrationAgain, E::CardLaid, S::UserRegistrationAgain, D::Nothing},
    Row{S::UserRegistrationAgain, E::CancelRequested, S::Reviewing, D::ReturnToReview},
    Row{S::UserRegistrationAgain, E::ConsentDeclined, S::Reviewing, D::ReturnToReview},
    Row{S::Reviewing, E::ParkRequested, S::Parked, D::Park},
    Row{S::Parked, E::TailDone, S::Idle, D::BecomeIdle},
    Row{S::Parked, E::TailDoneCardLeft, S::CardForgotten, D::AlarmCardLeft},

    // the common tail
    Row{S::Finishing, E::TailDone, S::Idle, D::BecomeIdle},
    Row{S::Finishing, E::TailDoneCardLeft, S::CardForgotten, D::AlarmCardLeft},
    Row{S::Finishing, E::CardLaid, S::Finishing, D::NoticeWaitingCard},
    Row{S::Finishing, E::CardRemoved, S::Finishing, D::Nothing},
    Row{S::Finishing, E::CancelRequested, S::Finishing, D::Nothing},
    Row{S::Finishing, E::FinishRequested, S::Finishing, D::Nothing},
    Row{S::Finishing, E::StopRequested, S::Finishing, D::Nothing},
    Row{S::Finishing, E::TimedOut, S::Finishing, D::Nothing},
    Row{S::CardForgotten, E::CardRemoved, S::Idle, D::BecomeIdle},
    Row{S::CardForgotten, E::TimedOut, S::CardForgotten, D::AlarmCardLeft},
    Row{S::CardForgotten, E::CardLaid, S::CardForgotten, D::AlarmCardLeft},
    Row{S::CardForgotten, E::CancelRequested, S::CardForgotten, D::AlarmCardLeft},
    Row{S::CardForgotten, E::FinishRequested, S::CardForgotten, D::AlarmCardLeft},
    Row{S::CardForgotten, E::StopRequested, S::CardForgotten, D::AlarmCardLeft},

    // the program ends: a registration has its outcome first (or its limit), a tail that runs is not run twice
    Row{S::Idle, E::CloseRequested, S::Closing, D::Quit},
    Row{S::CardForgotten, E::CloseRequested, S::Closing, D::Quit},
    Row{S::Finishing, E::CloseRequested, S::Closing, D::AwaitOutcome},
    Row{S::Parked, E::CloseRequested, S::Closing, D::AwaitOutcome},
    Row{S::Registering, E::CloseRequested, S::Closing, D::AwaitOutcome},
    Row{S::Closing, E::RegistrationConfirmed, S::Closing, D::RunTail},
    Row{S::Closing, E::RegistrationUnknown, S::Closing, D::RunTail},
    Row{S::Closing, E::RegistrationConflict, S::Closing, D::RunTail},
    Row{S::Closing, E::RegistrationRefused, S::Closing, D::RunTail},
    Row{S::Closing, E::TokenLost, S::Closing, D::RunTail},
    Row{S::Closing, E::UserRegistrationRequired, S::Closing, D::RunTail},
    Row{S::Closing, E::TimedOut, S::Closing, D::RunTail},
    Row{S::Closing, E::TailDone, S::Closing, D::Quit},
    Row{S::Closing, E::TailDoneCardLeft, S::Closing, D::Quit},
    Row{S::Closing, E::CloseRequested, S::Closing, D::Nothing},
    Row{S::Closing, E::CancelRequested, S::Closing, D::Nothing},
    Row{S::Closing, E::FinishRequested, S::Closing, D::Nothing},
    Row{S::Closing, E::StopRequested, S::Closing, D::Nothing},
    Row{S::Closing, E::CardLaid, S::Closing, D::Nothing},
};

/// What an event means wherever the table above has no line of its own.
Transition rule(S state, E event)
{
    switch (event) {
    case E::CancelRequested:
    case E::FinishRequested:
    case E::StopRequested:
    case E::TimedOut:
        return {S::Finishing, D::RunTail};
    case E::CloseRequested:
        return {S::Closing, D::RunTail};
    case E::CardRemoved:
        return needsCard(state) ? Transition{S::Finishing, D::RunTail} : Transition{state, D::Nothing};
    case E::CardDiffers:
        return needsCard(state) ? Transition{S::Finishing, D::RunTail} : Transition{state, D::Nothing};
    case E::CardLaid:
        // A card laid down meanwhile touches nothing; up to the consent it can only be a swap.
        return needsCard(state) ? Transition{S::Finishing, D::RunTail} : Transition{state, D::NoticeWaitingCard};
    case E::StaffLocked:
        return isStaffState(state) ? Transition{state, D::CoverScreen} : Transition{state, D::Nothing};
    default:
        return {state, D::Nothing};
    }
}

} // namespace

Transition transition(VisitState state, VisitEvent event)
{
    const auto row = std::ranges::find_if(table, [&](const Row &r) { return r.state == state && r.event == event; });
    return row != table.end() ? Transition{row->next, row->step} : rule(state, event);
}

bool needsCard(VisitState state)
{
    return state >= S::CardPresent && state <= S::ComparingCard && state != S::CardProblem;
}

bool isInPortal(VisitState state)
{
    return state == S::AwaitingConsent || state == S::AwaitingUserRegistration;
}

bool holdsPerson(VisitState state)
{
    return state != S::Idle && state != S::CardForgotten && state != S::Closing;
}

bool isStaffState(VisitState state)
{
    return state >= S::Curtain && state <= S::Parked;
}

QLatin1StringView stateName(VisitState state)
{
    constexpr std::array names{
        "idle"_L1, "cardPresent"_L1, "cardProblem"_L1, "cardChecked"_L1, "enteringPin"_L1, "checkingPin"_L1,
        "enteringBasicPin"_L1, "readingBasicInfo"_L1, "identityConfirmed"_L1, "loggingConsent"_L1,
        "awaitingConsent"_L1, "userRegistrationOffered"_L1, "loggingUserRegistration"_L1, "awaitingUserRegistration"_L1,
        "comparingCard"_L1, "fetching"_L1, "curtain"_L1, "reviewing"_L1, "locked"_L1, "handedOver"_L1,
        "loggingSubmit"_L1, "registering"_L1, "outcomeUnknown"_L1, "loggingView"_L1, "loggingPrint"_L1, "printing"_L1,
        "consentAgain"_L1, "userRegistrationAgain"_L1, "parked"_L1, "finishing"_L1, "cardForgotten"_L1, "closing"_L1};
    static_assert(names.size() == visitStateCount);
    return names[size_t(state)];
}

QLatin1StringView eventName(VisitEvent event)
{
    constexpr std::array names{
        "cardLaid"_L1, "cardRemoved"_L1, "cardAccepted"_L1, "cardNearlyBlocked"_L1, "cardRefused"_L1,
        "lastTryAccepted"_L1, "pinLeftToPortal"_L1, "pinEntered"_L1, "pinAccepted"_L1, "pinWrong"_L1, "pinFailed"_L1, "basicPinEntered"_L1,
        "basicInfoRead"_L1, "basicPinWrong"_L1, "basicInfoFailed"_L1, "basicInfoDeclined"_L1, "consentAgreed"_L1,
        "consentDeclined"_L1, "logWritten"_L1, "logFailed"_L1, "consentGranted"_L1, "consentFailed"_L1, "cardSame"_L1,
        "cardDiffers"_L1, "userRegistrationRequired"_L1, "userRegistrationAgreed"_L1, "userRegistrationDone"_L1,
        "userRegistrationFailed"_L1, "fetchDone"_L1, "fetchFailed"_L1, "fetchRequested"_L1, "staffUnlocked"_L1, "staffLocked"_L1, "handOverRequested"_L1, "entryEnded"_L1, "handOverTakenBack"_L1, "submitRequested"_L1,
        "registrationConfirmed"_L1, "registrationUnknown"_L1, "registrationConflict"_L1, "registrationRefused"_L1,
        "resolveRequested"_L1, "viewRequested"_L1, "printRequested"_L1, "printDone"_L1, "tokenLost"_L1,
        "consentAgainRequested"_L1, "parkRequested"_L1, "resumeRequested"_L1, "finishRequested"_L1,
        "cancelRequested"_L1, "stopRequested"_L1, "timedOut"_L1, "closeRequested"_L1, "tailDone"_L1,
        "tailDoneCardLeft"_L1};
    static_assert(names.size() == visitEventCount);
    return names[size_t(event)];
}

} // namespace uk
