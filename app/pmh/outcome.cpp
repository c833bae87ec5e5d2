// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/outcome.h"

#include "app/questionnaire/compare.h"

using namespace Qt::StringLiterals;

namespace uk {

RegistrationAnswer judge(const RegistrationReply &reply)
{
    if (!reply.outcome)
        return reply.outcome.error().mayHaveBeenSent ? RegistrationAnswer::Unknown : RegistrationAnswer::NotStored;
    const int status = reply.outcome->status;
    if (status == 200)
        return reply.isEcho ? RegistrationAnswer::Stored : RegistrationAnswer::Unknown;
    if (!reply.apiError)
        return RegistrationAnswer::Unknown;
    // At /pmh/result these speak of the poll itself; the accepted registration may take effect all the same.
    const bool isAboutThePoll = status == 401 || status == 403 || status == 404 || status == 429 || status == 503;
    if (reply.wasAccepted && isAboutThePoll)
        return RegistrationAnswer::Unknown;
    const bool isRefused = (status >= 400 && status < 500) || (status == 503 && reply.apiError->code == "E5031"_L1);
    return isRefused ? RegistrationAnswer::NotStored : RegistrationAnswer::Unknown;
}

ReadBack compare(const QuestionnaireRecord &stored, const QuestionnaireRegistration &sent,
                 const QuestionnaireRecord &basis)
{
    if (stored.answerStatusSeg == sent.answerStatusSeg && sameAnswers(stored.answers, sent.answers))
        return ReadBack::Same;
    if (stored.answerStatusSeg == basis.answerStatusSeg && sameAnswers(stored.answers, basis.answers))
        return ReadBack::Unchanged;
    return ReadBack::Other;
}

RegistrationOutcome settle(RegistrationAnswer answer, ReadBack readBack, bool mayTakeEffectLate)
{
    if (answer == RegistrationAnswer::NotStored)
        return RegistrationOutcome::Refused;
    switch (readBack) {
    case ReadBack::Same:
        return RegistrationOutcome::Confirmed;
    case ReadBack::Other:
        return RegistrationOutcome::Conflict;
    case ReadBack::Failed:
        return RegistrationOutcome::Unknown;
    case ReadBack::Unchanged:
        // A confirmed answer that is gone again: somebody put the old one back.
        if (answer == RegistrationAnswer::Stored)
            return RegistrationOutcome::Conflict;
        return mayTakeEffectLate ? RegistrationOutcome::Unknown : RegistrationOutcome::Refused;
    }
    Q_UNREACHABLE();
}

} // namespace uk
