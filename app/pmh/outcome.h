// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/answerrules.h"
#include "app/pmh/client.h"

/// What a registration came to, as a pure function (contract README rule 5, rules 8 and 9).
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

} // namespace uk
