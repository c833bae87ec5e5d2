// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/answerrules.h"
#include "app/pmh/client.h"
#include "app/pmh/registrationtable.h"

/// What a registration came to, as pure functions (contract README rule 5, rules 8 and 9).
namespace uk {

/// What the answer to a registration says about the store.
enum class RegistrationAnswer {
    Stored,    ///< 200 with the right echo
    NotStored, ///< surely nothing was stored
    Unknown,
};

/// How a registration's request ended.
struct RegistrationReply
{
    HttpOutcome outcome;
    bool wasAccepted = false;          ///< there was a 202: `outcome` is what /pmh/result said
    std::optional<ApiError> apiError;  ///< where the body is an Error object
    bool isEcho = false;               ///< the body echoes key and status
};

[[nodiscard]] RegistrationAnswer judge(const RegistrationReply &reply);

/// What an inquiry found. Before sending the basis counts first, so that nothing stops an answer that is sent again
/// unchanged; afterwards what was sent.
[[nodiscard]] RegistrationEvent foundEvent(const StoredState &found, const StoredState &mine, const StoredState &basis,
                                           bool isBeforeSending);

/// What one look says about a registration whose answer nobody has read.
[[nodiscard]] RegistrationOutcome outcomeOfInquiry(const StoredState &found, const StoredState &mine,
                                                   const StoredState &basis, bool mayTakeEffectLate);
/// Unknown for a state that is no outcome.
[[nodiscard]] RegistrationOutcome outcomeOf(RegistrationState state);

} // namespace uk
