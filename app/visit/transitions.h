// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

#include <array>
#include <span>

namespace uk {

/// Where one patient's visit is (design/architecture "One visit, one table").
enum class VisitState {
    Idle,               ///< nobody; 待機
    CardPresent,        ///< a card lies on the reader and is being checked
    CardProblem,        ///< the card cannot go on; reason and next steps on screen
    CardChecked,        ///< one try left: an explicit yes is awaited
    EnteringPin,
    CheckingPin,        ///< VERIFY, nonce signature, chain
    EnteringBasicPin,   ///< PIN of the basic four information, may be declined
    ReadingBasicInfo,
    IdentityConfirmed,  ///< the linking is explained; agree or refuse
    LoggingConsent,     ///< written to the log before the portal opens
    AwaitingConsent,    ///< the portal is on screen
    UserRegistrationOffered,  ///< the portal does not know the resident yet; registering is explained, agree or refuse
    LoggingUserRegistration,  ///< written to the log before the registration pages open
    AwaitingUserRegistration, ///< the portal's registration pages are on screen; a new consent follows
    ComparingCard,      ///< the certificate is read again after the portal
    Fetching,           ///< token there; inquiries under way; the patient takes the card back
    Curtain,            ///< 職員にお渡しください: between patient and staff on one display
    Reviewing,          ///< staff at work
    Locked,             ///< staff locked the screen during a review
    HandedOver,         ///< the person answers some questions, or one about proxy input, on a screen that staff gave them
    LoggingSubmit,      ///< written to the log before a registration
    Registering,
    OutcomeUnknown,     ///< nobody knows whether the registration took effect; the token is kept
    LoggingView,        ///< written to the log before a document is fetched
    LoggingPrint,       ///< written to the log before a copy
    Printing,
    ConsentAgain,       ///< token lost: everything entered is kept, card and portal once more
    UserRegistrationAgain, ///< E4033 after the consent: the same, everything entered is kept, the card may be away
    Parked,             ///< put aside for at most 15 minutes; token revoked, entries in the encrypted draft
    Finishing,          ///< the common tail runs
    CardForgotten,      ///< the tail is done but the card still lies there: alarm
    Closing,            ///< the program ends: what is under way first (with a limit), then the tail, then nothing more
};

enum class VisitEvent {
    CardLaid, CardRemoved, CardAccepted, CardNearlyBlocked, CardRefused, LastTryAccepted,
    PinLeftToPortal, PinEntered, PinAccepted, PinWrong, PinFailed,
    BasicPinEntered, BasicInfoRead, BasicPinWrong, BasicInfoFailed, BasicInfoDeclined,
    ConsentAgreed, ConsentDeclined, LogWritten, LogFailed,
    ConsentGranted, ConsentFailed, CardSame, CardDiffers,
    UserRegistrationRequired, UserRegistrationAgreed, UserRegistrationDone, UserRegistrationFailed,
    FetchDone, FetchFailed, FetchRequested, StaffUnlocked, StaffLocked,
    HandOverRequested, EntryEnded, HandOverTakenBack,
    SubmitRequested, RegistrationConfirmed, RegistrationUnknown, RegistrationConflict, RegistrationRefused,
    ResolveRequested, ViewRequested, PrintRequested, PrintDone,
    TokenLost, ConsentAgainRequested, ParkRequested, ResumeRequested,
    FinishRequested, CancelRequested, StopRequested, TimedOut,
    CloseRequested,   ///< the window was closed, or the system ends the program
    TailDone,         ///< everything is cleared
    TailDoneCardLeft, ///< everything is cleared, and this visit's card still lies there
};

/// What is done on the way. Each is one function of the visit.
enum class VisitStep {
    Nothing,            ///< the event changes nothing here (late answers, impossible presses)
    CheckCard, ShowCardProblem, AskLastTry, AskPin, AskPinAgain, VerifyPin, AskBasicPin, AskBasicPinAgain, ReadBasicInfo,
    HandOver,           ///< the patient's screen shows what was handed over, and nothing else
    SkipBasicInfo, ExplainConsent, LogConsent, OpenPortal, OfferUserRegistration, LogUserRegistration,
    OpenUserRegistration, CompareCard, Fetch, RaiseCurtain, ShowStaff, CoverScreen,
    LogSubmit, Register, ShowOutcome, Resolve, LogView, FetchDocument, LogPrint, Print, ShowPrintOutcome, ShowLogFailure,
    AskConsentAgain, ReturnToReview, Park, NoticeWaitingCard, RunTail, AlarmCardLeft, BecomeIdle,
    AwaitOutcome, ///< what is under way comes to its end before the tail, within a limit
    Quit,         ///< nothing is left but a revocation on its way
};

struct Transition
{
    VisitState next;
    VisitStep step;
    friend bool operator==(const Transition &, const Transition &) = default;
};

/// The whole behaviour: defined for every pair. Pure.
[[nodiscard]] Transition transition(VisitState state, VisitEvent event);

/// True where the patient stands at the screen with the card on the reader: pulling it ends the visit.
[[nodiscard]] bool needsCard(VisitState state);
/// True while the portal is on screen.
[[nodiscard]] bool isInPortal(VisitState state);
/// True where data of a person may be in memory.
[[nodiscard]] bool holdsPerson(VisitState state);
/// True where staff, not the patient, are meant to see the screen.
[[nodiscard]] bool isStaffState(VisitState state);

inline constexpr int visitStateCount = int(VisitState::Closing) + 1;
inline constexpr int visitEventCount = int(VisitEvent::TailDoneCardLeft) + 1;

/// English names for logs, tests and the walkthrough's summary.
[[nodiscard]] QLatin1StringView stateName(VisitState state);
[[nodiscard]] QLatin1StringView eventName(VisitEvent event);

} // namespace uk
