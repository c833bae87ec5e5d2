// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArrayView>

#include <span>

namespace uk {

/// What the portal was asked for when it answered with an error.
enum class PortalErrand {
    Consent,          ///< /portal/authorize
    UserRegistration, ///< /portal/register
    Token,            ///< /portal/token
};

struct PortalErrorRow
{
    PortalErrand errand;
    const char *code; ///< the wire's `error`
    ErrorCode error;
};

/// Every `error` that the contract names (OpenAPI /portal, rules 22; RFC 6749 sections 4.1.2.1 and 5.2) with the error of
/// the program that has its words. One table; pure.
[[nodiscard]] std::span<const PortalErrorRow> portalErrorTable();

/// The portal's `error` as an error of the program. A code that is not in the table becomes the errand's general error
/// (PortalServerError, RegistrationFailed, TokenRefused) and is not repeated in the detail: it comes from outside.
[[nodiscard]] Error portalError(PortalErrand errand, QByteArrayView code);

} // namespace uk
