// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/visitcontext.h"

namespace uk {

struct AccessToken;

/// The steps with the card: check, PIN, basic four information, consent and the comparison after the portal.
class IdentitySteps
{
public:
    explicit IdentitySteps(VisitContext &context)
        : c(context)
    {
    }

    void checkCard();
    void verifyPin();
    void askBasicPin();
    void readBasicInfo();
    void skipBasicInfo();
    void logConsent();
    void openPortal();
    void logUserRegistration();
    void openUserRegistration();
    void compareCard();

private:
    void goOnWithout(const Error &error);
    void accepted(const CardCheck &check);
    void granted(AccessToken token);
    void consentFailed(const Error &error);
    void compareRenewedCard();

    VisitContext &c;
};

} // namespace uk
