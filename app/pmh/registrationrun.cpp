// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/registrationrun.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

using S = RegistrationState;
using E = RegistrationEvent;

/// After these the person is asked for the consent again, and then the outcome can be resolved.
bool asksForConsent(ErrorCode code)
{
    return code == ErrorCode::TokenExpired || code == ErrorCode::ConsentWithdrawn;
}

Error unknownBecause(const std::optional<Error> &cause)
{
    Error error{ErrorCode::OutcomeUnknown, u"answer lost"_s, {}};
    if (cause)
        error.detail = QString(publicCode(cause->code)) + ": "_L1 + cause->detail;
    return error;
}

Error notArrived()
{
    return {ErrorCode::ServerUnreachable, u"answer lost, and the stored answer is as before"_s, {}};
}

} // namespace

RegistrationRun::RegistrationRun(Registration registration, StoredState basis, PmhTimings timings, Ports ports,
                                 Reply<RegistrationReport> reply, QObject *parent)
    : QObject(parent)
    , m_registration(std::move(registration))
    , m_basis(std::move(basis))
    , m_timings(timings)
    , m_ports(std::move(ports))
    , m_reply(std::move(reply))
{
}

void RegistrationRun::registerOnce()
{
    happened(E::SubmitRequested);
}

void RegistrationRun::resolve(const Sent &known)
{
    m_sent = known;
    m_state = S::Unknown;
    m_looks = m_timings.readBacks; // staff ask when they like: one look is enough
    if (known.answer == RegistrationAnswer::Unknown)
        happened(known.mayTakeEffectLate ? E::ResolveLateRequested : E::ResolveRequested);
    else
        happened(known.answer == RegistrationAnswer::Stored ? E::SaidStored : E::SaidNotStored);
}

void RegistrationRun::happened(RegistrationEvent event)
{
    const RegistrationTransition next = transition(m_state, event);
    m_before = std::exchange(m_state, next.next);
    switch (next.step) {
    case RegistrationStep::Nothing: return;
    case RegistrationStep::Inquire: return inquire();
    case RegistrationStep::InquireLater:
        if (++m_looks >= m_timings.readBacks)
            return happened(E::LooksSpent);
        QTimer::singleShot(std::chrono::milliseconds(m_timings.firstReadBackMs << (m_looks - 1)), this,
                           &RegistrationRun::inquire);
        return;
    case RegistrationStep::WriteNote: return writeNote();
    case RegistrationStep::Send: return send();
    case RegistrationStep::Tell: return tell();
    }
}

void RegistrationRun::inquire()
{
    m_ports.inquire([self = QPointer<RegistrationRun>(this)](const Result<StoredAnswer> &stored) {
        if (self)
            self->found(stored);
    });
}

void RegistrationRun::found(const Result<StoredAnswer> &stored)
{
    // A record that the review began from does not vanish; an answer without it tells nothing about what is stored.
    const bool isLost = stored && stored->isNothing && m_basis != StoredState();
    if (!stored || isLost) {
        m_failure = stored ? Error{ErrorCode::AnswerUnreadable, m_registration.processType + ": nothing is there any more"_L1, {}}
                           : stored.error();
        m_stored.reset();
        return happened(E::InquiryFailed);
    }
    m_stored = *stored;
    happened(foundEvent(stored->state, m_registration.state, m_basis, m_state == S::Checking));
}

void RegistrationRun::writeNote()
{
    if (!m_ports.note)
        return happened(E::NoteWritten);
    m_ports.note(m_registration, m_basis, [self = QPointer<RegistrationRun>(this)](const Result<void> &written) {
        if (!self)
            return;
        if (!written)
            self->m_failure = written.error();
        self->happened(written ? E::NoteWritten : E::NoteFailed);
    });
}

void RegistrationRun::send()
{
    m_stored.reset(); // from here on only a read-back counts
    m_ports.send([self = QPointer<RegistrationRun>(this)](const Sent &sent) {
        if (self)
            self->answered(sent);
    });
}

void RegistrationRun::answered(const Sent &sent)
{
    m_sent = sent;
    switch (sent.answer) {
    case RegistrationAnswer::Stored: return happened(E::SaidStored);
    case RegistrationAnswer::NotStored: return happened(E::SaidNotStored);
    case RegistrationAnswer::Unknown: return happened(sent.mayTakeEffectLate ? E::AnswerLate : E::AnswerLost);
    }
}

/// Why it is not confirmed, by where the outcome was reached from.
std::optional<Error> RegistrationRun::reason() const
{
    switch (m_state) {
    case S::Confirmed:
        return std::nullopt;
    case S::Conflict:
        return Error{ErrorCode::OutcomeConflict, u"something else is stored"_s, {}};
    case S::Refused:
        if (m_before == S::Checking && m_stored)
            return Error{ErrorCode::ChangedMeanwhile, u"stored answer is not the one from before"_s, {}};
        if (m_before == S::Checking || m_before == S::Noting)
            return m_failure;
        return m_sent.error ? m_sent.error : notArrived();
    default:
        if (m_failure && asksForConsent(m_failure->code))
            return m_failure;
        return unknownBecause(m_failure ? m_failure : m_sent.error);
    }
}

void RegistrationRun::tell()
{
    deleteLater();
    if (const auto reply = std::exchange(m_reply, nullptr))
        reply(RegistrationReport{outcomeOf(m_state), reason(), std::move(m_stored)});
}

} // namespace uk
