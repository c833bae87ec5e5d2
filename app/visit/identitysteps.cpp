// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/identitysteps.h"

#include "app/base/clock.h"
#include "app/portal/consent.h"
#include "cardreader/mynumber/cardservice.h"

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// Reasons after which the same card may be tried with another PIN.
bool isWrongPin(ErrorCode code)
{
    return code == ErrorCode::PinWrong || code == ErrorCode::PinFormat;
}

/// The visit can go on without the basic four information: the name is confirmed aloud.
bool isWithoutBasicInfo(ErrorCode code)
{
    return code == ErrorCode::PinBlocked || code == ErrorCode::BasicInfoUnreadable || code == ErrorCode::RootsNotInstalled;
}

/// Who gave the consent, for the log.
QString holderName(CardHolder holder)
{
    switch (holder) {
    case CardHolder::NotAsked: break;
    case CardHolder::Self: return u"self"_s;
    case CardHolder::ChildOrFamily: return u"proxy"_s;
    }
    return {};
}

int triesIn(const Error &error)
{
    return error.arguments.isEmpty() ? 0 : error.arguments.first().toInt();
}

} // namespace

void IdentitySteps::checkCard()
{
    const auto card = c.ports.cards.currentCard();
    if (!card) {
        c.fail({ErrorCode::CardRemoved, u"before the card check"_s, {}}, VisitEvent::CardRefused);
        return;
    }
    c.data.card = *card;
    c.data.error.reset();
    c.log(AuditEvent::CardPresent);
    c.ports.cards.checkCard(*card, c.guarded<CardCheck>([this](Result<CardCheck> result) {
        if (result && c.options.takesTestCardsOnly && !result->isTestIssuer)
            result = failure(ErrorCode::CertificateUnknownIssuer, u"not a test card"_s);
        if (result) {
            accepted(*result);
        } else {
            c.log(AuditEvent::CardChecked, u"failed"_s, publicCode(result.error().code));
            c.fail(result.error(), VisitEvent::CardRefused);
        }
    }));
}

void IdentitySteps::accepted(const CardCheck &check)
{
    c.data.check = check;
    c.data.triesLeft = check.pinTriesLeft;
    c.data.basicTriesLeft = check.basicInfoPinTriesLeft.value_or(0);
    c.data.subjectRef = c.ports.audit.subjectReference(check.certificateDer);
    c.log(AuditEvent::CardChecked, u"ok"_s);
    c.raise(check.pinTriesLeft == 1 && c.options.asksPin ? VisitEvent::CardNearlyBlocked : VisitEvent::CardAccepted);
}

void IdentitySteps::verifyPin()
{
    c.data.error.reset();
    c.ports.cards.provePossession(std::move(c.pin), c.guarded<Possession>([this](Result<Possession> result) {
        if (result) {
            c.data.possession = *result;
            c.log(AuditEvent::PinOk);
            c.raise(VisitEvent::PinAccepted);
            return;
        }
        const Error &error = result.error();
        const bool isWrong = isWrongPin(error.code);
        c.log(isWrong ? AuditEvent::PinWrong : error.code == ErrorCode::PinBlocked ? AuditEvent::PinBlocked
                                                                                    : AuditEvent::CardChecked,
              u"failed"_s, publicCode(error.code));
        if (error.code == ErrorCode::PinWrong)
            c.data.triesLeft = triesIn(error);
        if (!isWrong)
            c.fail(error, VisitEvent::PinFailed);
        else
            c.fail(error, c.data.triesLeft == 1 ? VisitEvent::CardNearlyBlocked : VisitEvent::PinWrong);
    }));
}

void IdentitySteps::askBasicPin()
{
    c.data.error.reset();
    if (!c.options.asksBasicInfo) {
        c.raise(VisitEvent::BasicInfoDeclined);
        return;
    }
    c.ports.cards.basicInfoTries(c.guarded<int>([this](Result<int> tries) {
        if (tries && *tries > 0) {
            c.data.basicTriesLeft = *tries;
            c.changed();
        } else {
            c.raise(VisitEvent::BasicInfoDeclined); // blocked or not there: the name is confirmed aloud
        }
    }));
}

void IdentitySteps::readBasicInfo()
{
    c.data.error.reset();
    c.ports.cards.readBasicFourInfo(std::move(c.pin), c.guarded<BasicFourInfo>([this](Result<BasicFourInfo> result) {
        if (result) {
            c.data.basicFour = *std::move(result);
            c.raise(VisitEvent::BasicInfoRead);
            return;
        }
        const Error &error = result.error();
        c.log(isWrongPin(error.code) ? AuditEvent::PinWrong : AuditEvent::CardChecked, u"failed"_s, publicCode(error.code));
        if (error.code == ErrorCode::PinWrong)
            c.data.basicTriesLeft = triesIn(error);
        if (isWrongPin(error.code))
            c.fail(error, VisitEvent::BasicPinWrong);
        else if (isWithoutBasicInfo(error.code))
            goOnWithout(error);
        else
            c.fail(error, VisitEvent::PinFailed);
    }));
}

/// What went wrong is told, but it is no error of the visit.
void IdentitySteps::goOnWithout(const Error &error)
{
    const bool isBlocked = error.code == ErrorCode::PinBlocked;
    c.data.basicInfoError = Error{isBlocked ? ErrorCode::BasicInfoPinBlocked : ErrorCode::BasicInfoUnreadable, error.detail, {}};
    c.raise(VisitEvent::BasicInfoFailed);
}

void IdentitySteps::skipBasicInfo()
{
    c.data.error.reset();
    c.data.basicFour.reset();
    c.data.binding = Binding::NotRead;
}

void IdentitySteps::logConsent()
{
    c.data.error.reset();
    AuditEntry entry = c.entry(AuditEvent::ConsentGiven);
    entry.objectType = u"scopes"_s;
    entry.objectRef = c.data.scopes.join(u' ');
    entry.reason = holderName(c.data.holder);
    c.logThenRaise(std::move(entry));
}

void IdentitySteps::openPortal()
{
    c.ports.cards.beginPortalWatch();
    c.ports.consent.start(c.data.scopes, [this, asked = c.generation](Result<AccessToken> result) {
        if (asked != c.generation)
            return;
        if (result) {
            granted(*std::move(result));
        } else {
            consentFailed(result.error());
        }
    });
}

void IdentitySteps::consentFailed(const Error &error)
{
    c.log(AuditEvent::ConsentRefused, u"failed"_s, publicCode(error.code));
    if (error.code != ErrorCode::RegistrationRequired)
        c.fail(error, VisitEvent::ConsentFailed);
    else if (c.ports.consent.offersRegistration())
        c.fail(error, VisitEvent::UserRegistrationRequired);
    else
        c.fail({ErrorCode::RegistrationNotOffered, error.detail, {}}, VisitEvent::ConsentFailed);
}

void IdentitySteps::logUserRegistration()
{
    c.data.error.reset();
    c.logThenRaise(c.entry(AuditEvent::UserRegistrationStarted));
}

void IdentitySteps::openUserRegistration()
{
    c.ports.cards.beginPortalWatch();
    c.ports.consent.registerUser(c.data.scopes, c.guarded<void>([this](Result<void> result) {
        c.log(AuditEvent::UserRegistrationEnded, result ? u"ok"_s : u"failed"_s,
              result ? QString() : QString(publicCode(result.error().code)));
        if (result)
            c.raise(VisitEvent::UserRegistrationDone);
        else
            c.fail(result.error(), VisitEvent::UserRegistrationFailed);
    }));
}

void IdentitySteps::granted(AccessToken token)
{
    if (c.token) // a new consent while the old one still holds
        c.revoke(std::move(*c.token));
    c.data.consented = c.data.scopes;
    c.token = SecretBuffer::copyOf(token.value.bytes());
    c.ports.pmh.setAccessToken(std::move(token.value));
    c.raise(VisitEvent::ConsentGranted);
}

void IdentitySteps::compareCard()
{
    if (c.state == VisitState::ConsentAgain) {
        compareRenewedCard();
        return;
    }
    c.ports.cards.endPortalWatch(c.guarded<void>([this](Result<void> result) {
        if (result)
            c.raise(VisitEvent::CardSame);
        else
            c.fail(result.error(), VisitEvent::CardDiffers);
    }));
}

/// The card of a consent asked for again was taken away in between: it is a new laying-down of, hopefully, the same
/// certificate. A renewed certificate is caught by the basic five information of the next inquiry.
void IdentitySteps::compareRenewedCard()
{
    const auto card = c.ports.cards.currentCard();
    if (!card) {
        c.fail({ErrorCode::CardRemoved, u"consent again"_s, {}}, VisitEvent::CardDiffers);
        return;
    }
    c.ports.cards.checkCard(*card, c.guarded<CardCheck>([this, card = *card](Result<CardCheck> result) {
        if (!result) {
            c.fail(result.error(), VisitEvent::CardDiffers);
        } else if (result->certificateDer != c.data.check.certificateDer) {
            c.fail({ErrorCode::CardSwapped, u"consent again"_s, {}}, VisitEvent::CardDiffers);
        } else {
            c.data.card = card;
            c.raise(VisitEvent::CardSame);
        }
    }));
}

} // namespace uk
