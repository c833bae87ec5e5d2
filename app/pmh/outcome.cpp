// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/outcome.h"

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

RegistrationEvent foundEvent(const StoredState &found, const StoredState &mine, const StoredState &basis,
                             bool isBeforeSending)
{
    const bool isMine = isSameState(found, mine);
    if (isSameState(found, basis) && (isBeforeSending || !isMine))
        return RegistrationEvent::FoundBasis;
    return isMine ? RegistrationEvent::FoundMine : RegistrationEvent::FoundOther;
}

RegistrationOutcome outcomeOfInquiry(const StoredState &found, const StoredState &mine, const StoredState &basis,
                                     bool mayTakeEffectLate)
{
    const auto asked = mayTakeEffectLate ? RegistrationEvent::ResolveLateRequested : RegistrationEvent::ResolveRequested;
    RegistrationState state = transition(RegistrationState::Unknown, asked).next;
    state = transition(state, foundEvent(found, mine, basis, false)).next;
    return outcomeOf(transition(state, RegistrationEvent::LooksSpent).next);
}

RegistrationOutcome outcomeOf(RegistrationState state)
{
    switch (state) {
    case RegistrationState::Confirmed: return RegistrationOutcome::Confirmed;
    case RegistrationState::Conflict: return RegistrationOutcome::Conflict;
    case RegistrationState::Refused: return RegistrationOutcome::Refused;
    default: return RegistrationOutcome::Unknown;
    }
}

} // namespace uk
