// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

/// How a registration comes to a known outcome, as one table (contract README rule 5, rules 9). Pure.
namespace uk {

enum class RegistrationState {
    Draft,         ///< nothing left the program
    Checking,      ///< what is stored now is inquired
    Noting,        ///< key, content and basis go into the encrypted draft
    Sending,       ///< the one request is on its way
    Verifying,     ///< the server said stored; read back
    Searching,     ///< the answer was lost and the request is dead; read back
    SearchingLate, ///< the answer was lost, and the request may still take effect; read back
    Confirmed,     ///< the server holds what was sent
    Unknown,       ///< nobody can say
    Conflict,      ///< the server holds something else
    Refused,       ///< surely not stored
};

enum class RegistrationEvent {
    SubmitRequested,
    FoundBasis,    ///< an inquiry found what the review began from
    FoundMine,     ///< what is being registered
    FoundOther,    ///< something else
    InquiryFailed,
    NoteWritten,
    NoteFailed,
    SaidStored,    ///< 200 with the right echo
    SaidNotStored, ///< surely nothing was stored
    AnswerLost,    ///< and the request can take no effect any more
    AnswerLate,    ///< lost, but it may still take effect
    LooksSpent,    ///< the stored answer stayed as it was for as many looks as there are
    ResolveRequested,     ///< staff ask again; the request is dead by now
    ResolveLateRequested, ///< staff ask again; the request may still take effect
    Interrupted,   ///< the program ended
};

enum class RegistrationStep { Nothing, Inquire, InquireLater, WriteNote, Send, Tell };

struct RegistrationTransition
{
    RegistrationState next;
    RegistrationStep step;
    friend bool operator==(const RegistrationTransition &, const RegistrationTransition &) = default;
};

/// Defined for every pair; an event that cannot come in a state changes nothing.
[[nodiscard]] RegistrationTransition transition(RegistrationState state, RegistrationEvent event);

/// Confirmed, Unknown, Conflict or Refused.
[[nodiscard]] bool isOutcome(RegistrationState state);

inline constexpr int registrationStateCount = int(RegistrationState::Refused) + 1;
inline constexpr int registrationEventCount = int(RegistrationEvent::Interrupted) + 1;

} // namespace uk
