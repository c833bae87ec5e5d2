// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/portalerrors.h"

#include <algorithm>
#include <array>

namespace uk {

namespace {

using enum PortalErrand;

constexpr std::array table{
    PortalErrorRow{Consent, "access_denied", ErrorCode::ConsentRefused},
    PortalErrorRow{Consent, "registration_required", ErrorCode::RegistrationRequired},
    PortalErrorRow{Consent, "certificate_expired", ErrorCode::PortalCertificateExpired},
    PortalErrorRow{Consent, "temporarily_unavailable", ErrorCode::PortalUnavailable},
    PortalErrorRow{Consent, "server_error", ErrorCode::PortalServerError},
    PortalErrorRow{Consent, "invalid_request", ErrorCode::PortalRequestInvalid},
    PortalErrorRow{Consent, "unsupported_response_type", ErrorCode::PortalRequestInvalid},
    PortalErrorRow{Consent, "invalid_scope", ErrorCode::PortalScopeInvalid},
    PortalErrorRow{Consent, "unauthorized_client", ErrorCode::PortalClientUnknown},

    PortalErrorRow{UserRegistration, "access_denied", ErrorCode::RegistrationRefused},
    PortalErrorRow{UserRegistration, "certificate_expired", ErrorCode::RegistrationCertificateExpired},
    PortalErrorRow{UserRegistration, "temporarily_unavailable", ErrorCode::RegistrationUnavailable},
    PortalErrorRow{UserRegistration, "server_error", ErrorCode::RegistrationFailed},
    PortalErrorRow{UserRegistration, "invalid_request", ErrorCode::PortalRequestInvalid},
    PortalErrorRow{UserRegistration, "unsupported_response_type", ErrorCode::PortalRequestInvalid},
    PortalErrorRow{UserRegistration, "invalid_scope", ErrorCode::PortalScopeInvalid},
    PortalErrorRow{UserRegistration, "unauthorized_client", ErrorCode::PortalClientUnknown},

    PortalErrorRow{Token, "invalid_grant", ErrorCode::TokenRefused},
    PortalErrorRow{Token, "invalid_client", ErrorCode::TokenClientRefused},
    PortalErrorRow{Token, "unauthorized_client", ErrorCode::TokenClientRefused},
    PortalErrorRow{Token, "invalid_request", ErrorCode::TokenRequestInvalid},
    PortalErrorRow{Token, "unsupported_grant_type", ErrorCode::TokenRequestInvalid},
    PortalErrorRow{Token, "invalid_scope", ErrorCode::TokenRequestInvalid},
};

ErrorCode generalError(PortalErrand errand)
{
    switch (errand) {
    case Consent: return ErrorCode::PortalServerError;
    case UserRegistration: return ErrorCode::RegistrationFailed;
    case Token: return ErrorCode::TokenRefused;
    }
    return ErrorCode::Internal;
}

} // namespace

std::span<const PortalErrorRow> portalErrorTable()
{
    return table;
}

Error portalError(PortalErrand errand, QByteArrayView code)
{
    const auto row = std::ranges::find_if(
        table, [&](const PortalErrorRow &r) { return r.errand == errand && code == QByteArrayView(r.code); });
    if (row != table.end())
        return {row->error, QStringLiteral("portal error=") + QString::fromLatin1(code), {}};
    return {generalError(errand), QStringLiteral("portal error of another kind"), {}};
}

} // namespace uk
