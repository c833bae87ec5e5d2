// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/registrationrun.h"

#include "app/questionnaire/compare.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

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

RegistrationRun::RegistrationRun(QuestionnaireRegistration registration, QuestionnaireRecord basis, PmhTimings timings,
                                 Inquire inquire, Send send, Reply<RegistrationResult> reply, QObject *parent)
    : QObject(parent)
    , m_registration(std::move(registration))
    , m_basis(std::move(basis))
    , m_timings(timings)
    , m_inquire(std::move(inquire))
    , m_send(std::move(send))
    , m_reply(std::move(reply))
{
}

void RegistrationRun::registerOnce()
{
    m_inquire([self = QPointer<RegistrationRun>(this)](const Result<QuestionnaireRecord> &stored) {
        if (self)
            self->checkBasis(stored);
    });
}

void RegistrationRun::checkBasis(const Result<QuestionnaireRecord> &stored)
{
    if (!stored)
        return end(RegistrationOutcome::Refused, stored.error(), std::nullopt);
    const bool isAsBefore = stored->answerStatusSeg == m_basis.answerStatusSeg
        && sameAnswers(stored->answers, m_basis.answers);
    if (!isAsBefore) {
        return end(RegistrationOutcome::Refused,
                   Error{ErrorCode::ChangedMeanwhile, u"stored answer is not the one from before"_s, {}}, *stored);
    }
    m_send([self = QPointer<RegistrationRun>(this)](const Sent &sent) {
        if (!self)
            return;
        self->m_sent = sent;
        if (sent.answer == RegistrationAnswer::NotStored)
            return self->end(RegistrationOutcome::Refused, sent.error, std::nullopt);
        self->readBack();
    });
}

void RegistrationRun::resolve(const Sent &known)
{
    m_sent = known;
    m_readBacks = m_timings.readBacks; // staff ask when they like: one look is enough
    readBack();
}

void RegistrationRun::readBack()
{
    m_inquire([self = QPointer<RegistrationRun>(this)](const Result<QuestionnaireRecord> &stored) {
        if (self)
            self->compareStored(stored);
    });
}

void RegistrationRun::compareStored(const Result<QuestionnaireRecord> &stored)
{
    if (!stored) {
        const Error error = asksForConsent(stored.error().code) ? stored.error() : unknownBecause(stored.error());
        return end(settle(m_sent.answer, ReadBack::Failed, m_sent.mayTakeEffectLate), error, std::nullopt);
    }
    const ReadBack readBack = compare(*stored, m_registration, m_basis);
    const RegistrationOutcome outcome = settle(m_sent.answer, readBack, m_sent.mayTakeEffectLate);
    switch (outcome) {
    case RegistrationOutcome::Confirmed:
        return end(outcome, std::nullopt, *stored);
    case RegistrationOutcome::Conflict:
        return end(outcome, Error{ErrorCode::OutcomeConflict, u"something else is stored"_s, {}}, *stored);
    case RegistrationOutcome::Refused:
        return end(outcome, m_sent.error ? *m_sent.error : notArrived(), *stored);
    case RegistrationOutcome::Unknown:
        if (++m_readBacks < m_timings.readBacks)
            return readBackLater();
        return end(outcome, unknownBecause(m_sent.error), *stored);
    }
}

void RegistrationRun::readBackLater()
{
    const qint64 delay = m_timings.firstReadBackMs << (m_readBacks - 1);
    QTimer::singleShot(std::chrono::milliseconds(delay), this, &RegistrationRun::readBack);
}

void RegistrationRun::end(RegistrationOutcome outcome, std::optional<Error> error,
                          std::optional<QuestionnaireRecord> stored)
{
    deleteLater();
    if (const auto reply = std::exchange(m_reply, nullptr))
        reply(RegistrationResult{outcome, std::move(error), std::move(stored)});
}

} // namespace uk
