// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/visitdraft.h"

#include "app/pmh/outcome.h"
#include "app/pmh/recordcodec.h"
#include "app/visit/recordsteps.h"

#include <QCborMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

std::optional<Error> errorAfter(RegistrationOutcome outcome)
{
    switch (outcome) {
    case RegistrationOutcome::Confirmed: return std::nullopt;
    case RegistrationOutcome::Refused:
        return Error{ErrorCode::ServerUnreachable, u"interrupted, and the stored answer is as before"_s, {}};
    case RegistrationOutcome::Conflict: return Error{ErrorCode::OutcomeConflict, u"something else is stored"_s, {}};
    case RegistrationOutcome::Unknown: return Error{ErrorCode::OutcomeUnknown, u"interrupted"_s, {}};
    }
    return std::nullopt;
}

} // namespace

QByteArray saveVisitDraft(const VisitData &data)
{
    QCborMap sessions, registrations;
    for (const OpenQuestionnaire &open : data.questionnaires) {
        const QString &id = open.summary.questionnaireManagementId;
        if (open.session.isWorthKeeping())
            sessions.insert(id, open.session.saveDraft());
        if (open.registration) {
            const OpenRegistration &registration = *open.registration;
            registrations.insert(id, QCborMap{{u"sent"_s, saveRegistration(registration.sent, registration.basis)},
                                              {u"at"_s, registration.at.toMSecsSinceEpoch()}});
        }
    }
    return QCborMap{{u"sessions"_s, sessions}, {u"registrations"_s, registrations}}.toCborValue().toCbor();
}

Result<VisitDraft> readVisitDraft(const QByteArray &plain)
{
    QCborParserError problem;
    const QCborValue value = QCborValue::fromCbor(plain, &problem);
    if (problem.error != QCborError::NoError || !value.isMap())
        return failure(ErrorCode::DraftUnreadable, u"draft is no map"_s);
    VisitDraft draft;
    for (const auto &session : value[u"sessions"_s].toMap())
        draft[session.first.toString()].session = session.second.toByteArray();
    for (const auto &registration : value[u"registrations"_s].toMap()) {
        const QCborMap entry = registration.second.toMap();
        UK_TRY(SavedRegistration saved, readRegistration(entry[u"sent"_s].toByteArray()));
        draft[registration.first.toString()].registration = OpenRegistration{
            std::move(saved.registration), std::move(saved.basis),
            QDateTime::fromMSecsSinceEpoch(entry[u"at"_s].toInteger(), Qt::UTC)};
    }
    return draft;
}

bool hasOpenWork(const VisitData &data)
{
    return std::ranges::any_of(data.questionnaires, [](const OpenQuestionnaire &open) {
        // Who changed what and why is known here only until the questionnaire is submitted.
        const bool hasOpenMarks = open.session.hasMarks() && !open.isSubmitted();
        return open.session.hasChanges() || hasOpenMarks || open.registration.has_value();
    });
}

void settle(OpenQuestionnaire &open, const QuestionnaireRecord &found, const QDateTime &nowUtc)
{
    const OpenRegistration registration = *open.registration;
    const bool isLate = registration.at.msecsTo(nowUtc) < PmhTimings().lateEffectMs;
    const RegistrationOutcome outcome =
        outcomeOfInquiry(storedStateOf(found), registration.sent.state, registration.basis, isLate);
    open.lastSent = {registration.sent.state.key, registration.sent.state.answerStatusSeg,
                     registration.sent.lastUpdatedPageNumber, registration.sent.state.answers, found.kind};
    open.outcome = outcome;
    open.outcomeError = errorAfter(outcome);
    open.basis = found;
    switch (outcome) {
    case RegistrationOutcome::Confirmed:
        open.session = beginReview(found, &open.session);
        open.registration.reset();
        return;
    case RegistrationOutcome::Refused:
        open.registration.reset();
        return;
    case RegistrationOutcome::Conflict:
        open.conflicting = found;
        open.basis->answers = registration.basis.answers;
        open.basis->answerStatusSeg = registration.basis.answerStatusSeg;
        open.registration.reset();
        return;
    case RegistrationOutcome::Unknown:
        return;
    }
}

} // namespace uk
