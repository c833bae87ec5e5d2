// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// What a press on the patient's screens means.
#include "ui/screens/kiosk/patientflow.h"

#include "cardreader/mynumber/cardservice.h"
#include "ui/screens/patient/cardcheckscreen.h"
#include "ui/screens/patient/choosepersonscreen.h"
#include "ui/screens/patient/closingscreens.h"
#include "ui/screens/patient/consentscreen.h"

namespace uk {

void PatientFlow::connectPresses()
{
    connect(m_idle, &IdleScreen::residentChosen, this, &PatientFlow::residentChosen);
    connect(m_idle, &IdleScreen::cardRemovalRequested, this, &PatientFlow::cardRemovalRequested);
    connect(m_cardCheck, &CardCheckScreen::cardRemovalRequested, this, &PatientFlow::cardRemovalRequested);
    connect(m_takeCard, &TakeCardScreen::cardRemovalRequested, this, &PatientFlow::cardRemovalRequested);
    connect(m_idle, &IdleScreen::languageChosen, this, &PatientFlow::languageChosen);
    connect(m_idle, &IdleScreen::textSizeRequested, this, &PatientFlow::textSizeRequested);
    connect(m_idle, &IdleScreen::paperRequested, this, &PatientFlow::goToPaper);
    connect(m_cardCheck, &CardCheckScreen::paperRequested, this, &PatientFlow::goToPaper);
    connect(m_pin, &PinScreen::paperRequested, this, &PatientFlow::goToPaper);
    connect(m_cardCheck, &CardCheckScreen::registrationRequested, this,
            [this] { m_visit.raise(VisitEvent::UserRegistrationAgreed); });
    connect(m_cardCheck, &CardCheckScreen::retryRequested, this, &PatientFlow::tryAgain);
    connect(m_cardCheck, &CardCheckScreen::goOnRequested, this, [this] {
        if (m_afterNotice)
            front(m_afterNotice);
    });
    // A visit that is over already is only put away.
    connect(m_cardCheck, &PatientScreen::leaveRequested, this, [this] {
        if (m_visit.state() == VisitState::Idle)
            front(m_idle);
    });
    connect(m_pin, &PinScreen::pinEntered, this, &PatientFlow::enterPin);
    connect(m_pin, &PatientScreen::helpRequested, this, [this] {
        if (m_visit.state() == VisitState::EnteringBasicPin)
            front(m_choose);
        else
            m_pin->setStaffCalled(true);
    });
    connect(m_choose, &ChoosePersonScreen::personChosen, this, [this](ChoosePersonScreen::Person person) {
        m_visit.setCardHolder(person == ChoosePersonScreen::Person::Self ? CardHolder::Self : CardHolder::ChildOrFamily);
        m_pin->start(basicInfoPin(), m_visit.data().basicTriesLeft);
        front(m_pin);
    });
    connect(m_choose, &ChoosePersonScreen::skipped, this, [this] { m_visit.raise(VisitEvent::BasicInfoDeclined); });
    connect(m_consent, &ConsentScreen::agreed, this, [this] { m_visit.raise(VisitEvent::ConsentAgreed); });
    connect(m_consent, &ConsentScreen::refused, this, [this] {
        m_isEndAsked = true;
        m_visit.raise(VisitEvent::ConsentDeclined);
    });
    connect(m_curtain, &CurtainScreen::unlockRequested, this, &PatientFlow::unlockRequested);
    connect(m_end, &EndScreen::blankFormsRequested, this, &PatientFlow::blankFormsRequested);
    connect(m_end, &EndScreen::closeRequested, this, [this] { front(m_idle); });
}

void PatientFlow::leave()
{
    m_isEndAsked = true;
    m_visit.raise(VisitEvent::CancelRequested);
}

void PatientFlow::tryAgain()
{
    if (m_visit.state() == VisitState::IdentityConfirmed || m_visit.state() == VisitState::ConsentAgain) {
        m_shownError.reset();
        front(m_consent);
    } else if (m_visit.state() == VisitState::CardProblem && m_cards.currentCard()) {
        m_visit.raise(VisitEvent::CardLaid);
    } else if (m_visit.state() == VisitState::CardProblem) {
        leave(); // nothing lies there: the first screen asks for a card
    } else if (m_visit.state() == VisitState::Idle) {
        front(m_idle);
    }
}

/// The paper route needs no card: whatever was begun is forgotten, and staff hand out the form.
void PatientFlow::goToPaper()
{
    m_isPaperAsked = true;
    if (m_visit.state() == VisitState::Idle)
        showEnd();
    else
        leave();
}

void PatientFlow::enterPin(std::shared_ptr<SecretBuffer> pin)
{
    // The explicit yes to the last try was given on the same screen.
    m_isHandingPin = true;
    if (m_visit.state() == VisitState::CardChecked)
        m_visit.raise(VisitEvent::LastTryAccepted);
    m_isHandingPin = false;
    m_visit.enterPin(std::move(*pin));
}

} // namespace uk
