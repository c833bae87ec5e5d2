// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/outcome.h"

#include <QObject>
#include <QPointer>

namespace uk {

/// One registration on its way to a known outcome: what is stored now, send once, read back. Knows no network: it is
/// given an inquiry and a sender. Deletes itself after its reply. Main thread.
class RegistrationRun : public QObject
{
    Q_OBJECT
public:
    struct Sent
    {
        RegistrationAnswer answer = RegistrationAnswer::Unknown;
        std::optional<Error> error;
        bool mayTakeEffectLate = false;
    };
    using Inquire = std::function<void(Reply<QuestionnaireRecord>)>;
    using Send = std::function<void(std::function<void(Sent)>)>;

    RegistrationRun(QuestionnaireRegistration registration, QuestionnaireRecord basis, PmhTimings timings,
                    Inquire inquire, Send send, Reply<RegistrationResult> reply, QObject *parent);

    /// Everything: inquire, compare with the basis, send once, read back.
    void registerOnce();
    /// Only reads back, after an outcome that was unknown.
    void resolve(const Sent &known);

private:
    void checkBasis(const Result<QuestionnaireRecord> &stored);
    void readBack();
    void compareStored(const Result<QuestionnaireRecord> &stored);
    void readBackLater();
    void end(RegistrationOutcome outcome, std::optional<Error> error, std::optional<QuestionnaireRecord> stored);

    QuestionnaireRegistration m_registration;
    QuestionnaireRecord m_basis;
    PmhTimings m_timings;
    Inquire m_inquire;
    Send m_send;
    Reply<RegistrationResult> m_reply;
    Sent m_sent;
    int m_readBacks = 0;
};

} // namespace uk
