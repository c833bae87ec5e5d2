// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/answerrules.h"
#include "app/pmh/client.h"

/// What a registration came to, as pure functions (contract README rules 5 and 6, rules 8 and 9).
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

/// What an inquiry after a registration found.
enum class ReadBack {
    Same,      ///< what was sent
    Unchanged, ///< what the review began from
    Other,
    Failed,
};

/// Answers and status, not the page number (rules 9).
[[nodiscard]] ReadBack compare(const QuestionnaireRecord &stored, const QuestionnaireRegistration &sent,
                               const QuestionnaireRecord &basis);

/// `mayTakeEffectLate`: accepted with 202, or cut off by a time-out a moment ago, so that "unchanged" proves nothing.
[[nodiscard]] RegistrationOutcome settle(RegistrationAnswer answer, ReadBack readBack, bool mayTakeEffectLate);

} // namespace uk
