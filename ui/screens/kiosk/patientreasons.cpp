// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// What stands in the patient's way, or has to be told on it: the card, the reader, the end of a certificate.
#include "ui/screens/kiosk/patientflow.h"

#include "app/base/errortable.h"
#include "cardreader/mynumber/cardservice.h"
#include "ui/screens/patient/cardcheckscreen.h"

namespace uk {

namespace {

constexpr int readerMs = 1500, startMs = 20000;

/// Why no card can be read; none while one could be laid down.
std::optional<ErrorCode> troubleOf(ReaderState state)
{
    switch (state) {
    case ReaderState::ServiceMissing: return ErrorCode::CardServiceMissing;
    case ReaderState::NoReader: return ErrorCode::NoReader;
    case ReaderState::CardMute: return ErrorCode::CardMute;
    case ReaderState::Waiting:
    case ReaderState::CardPresent: break;
    }
    return std::nullopt;
}

} // namespace

/// A card that can go on, but not for long.
Error PatientFlow::endOfCertificate() const
{
    constexpr int japan = 9 * 3600;
    return {ErrorCode::CertificateExpiresSoon, {}, {m_visit.data().check.notAfter.toOffsetFromUtc(japan).date().toString(Qt::ISODate)}};
}

/// Once in a visit, before the first thing that the person has to do.
bool PatientFlow::mustTellEndOfCertificate()
{
    return m_visit.data().check.expiresSoon && !std::exchange(m_isEndOfCertificateTold, true);
}

/// No error: the visit goes on once it was read.
void PatientFlow::showNotice(const Error &notice, PatientScreen *next)
{
    m_shownError.reset();
    m_cardCheck->showProblem(errorText(notice));
    front(m_cardCheck);
    m_afterNotice = next;
}

void PatientFlow::followReader(ReaderState state)
{
    m_idle->setReaderState(state);
    if (troubleOf(state))
        m_readerPatience.start(readerMs);
    else
        showReaderTrouble();
}

/// Who wants the first screen all the same gets it for a while.
void PatientFlow::allowForReader()
{
    if (troubleOf(m_cards.readerState()))
        m_readerPatience.start(startMs);
}

/// A reader that is missing, or holds a card that does not answer, is a reason of its own while nobody's visit is open;
/// when it is over, so is the reason.
void PatientFlow::showReaderTrouble()
{
    m_readerPatience.stop();
    const auto trouble = troubleOf(m_cards.readerState());
    const bool isFree = m_visit.state() == VisitState::Idle && (currentWidget() == m_idle || m_readerTrouble);
    if (!isFree || trouble == m_readerTrouble)
        return;
    if (trouble)
        showProblem({*trouble, {}, {}});
    else
        front(m_idle);
    m_readerTrouble = trouble;
}

void PatientFlow::showProblem(const Error &error)
{
    m_shownError = error;
    m_cardCheck->showProblem(errorText(error), isRegistrationOffered() ? CardCheckScreen::Again::Registration
                                                                       : CardCheckScreen::Again::Same);
    front(m_cardCheck);
}

bool PatientFlow::isRegistrationOffered() const
{
    return m_visit.state() == VisitState::UserRegistrationOffered || m_visit.state() == VisitState::UserRegistrationAgain;
}

} // namespace uk
