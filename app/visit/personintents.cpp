// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/questionnaire/entrylist.h"
#include "app/visit/questionnaireflags.h"
#include "app/visit/visit.h"

/// 患者さんに入力してもらう: the screen goes to the person, who answers, and comes back behind the curtain.
namespace uk {

using namespace Qt::StringLiterals;

Result<void> Visit::handOver(const QString &questionnaireManagementId, const QList<AnswerKey> &questions)
{
    UK_TRY(const OpenQuestionnaire *open, reviewed(questionnaireManagementId));
    if (!open->access.mayHandOver)
        return failure(open->access.reason.value_or(ErrorCode::ReadOnly), questionnaireManagementId,
                       {open->summary.questionnaireName});
    HandOver handOver{questionnaireManagementId, false, questions, false};
    if (questions.isEmpty()) {
        handOver.questions = unansweredQuestions(open->session);
        // Nothing is left but the sending: the person gets the screen only where they can do it.
        if (handOver.questions.isEmpty() && !open->access.isSentByPerson())
            return failure(ErrorCode::NotPermitted, u"nothing to enter"_s);
        if (const auto obstacle = contentObstacle(*open, false); obstacle && handOver.questions.isEmpty())
            return std::unexpected(*obstacle);
    } else if (questionsToEnter(open->session, questions).isEmpty()) {
        return failure(ErrorCode::ReadOnly, questionnaireManagementId, {open->summary.questionnaireName});
    }
    AuditEntry entry = m_context.entry(AuditEvent::HandedOver);
    entry.objectType = u"questionnaire"_s;
    entry.objectRef = questionnaireManagementId;
    entry.count = int(handOver.questions.size());
    m_context.ports.audit.append(std::move(entry), [](Result<void>) {});
    m_context.data.error.reset();
    m_context.data.handOver = std::move(handOver);
    raise(VisitEvent::HandOverRequested);
    return {};
}

Result<void> Visit::askProxyConsent(const QString &questionnaireManagementId)
{
    UK_TRY(const OpenQuestionnaire *open, reviewed(questionnaireManagementId));
    if (open->access.access != StaffAccess::AskFirst)
        return failure(ErrorCode::NotPermitted, questionnaireManagementId);
    m_context.data.error.reset();
    m_context.data.handOver = HandOver{questionnaireManagementId, true, {}, false};
    raise(VisitEvent::HandOverRequested);
    return {};
}

Result<OpenQuestionnaire *> Visit::handedOver()
{
    const auto &handOver = m_context.data.handOver;
    if (state() != VisitState::HandedOver || !handOver)
        return failure(ErrorCode::NotPermitted, u"state "_s + stateName(state()));
    OpenQuestionnaire *open = m_context.data.questionnaire(handOver->questionnaireManagementId);
    if (!open || !open->basis)
        return failure(ErrorCode::QuestionnaireUnknown, handOver->questionnaireManagementId);
    return open;
}

Result<void> Visit::enterAnswer(const AnswerKey &key, const AnswerResult &result)
{
    UK_TRY(OpenQuestionnaire *open, handedOver());
    if (!questionsToEnter(open->session, m_context.data.handOver->questions).contains(key))
        return failure(ErrorCode::NotPermitted, key.itemMasterId);
    UK_CHECK(open->session.enterAnswer(key, result));
    AuditEntry entry = m_context.entry(AuditEvent::ItemEdited);
    entry.objectType = u"item"_s;
    entry.objectRef = key.itemMasterId;
    entry.reason = u"byPerson"_s;
    m_context.ports.audit.append(std::move(entry), [](Result<void>) {});
    m_context.saveDraft();
    Q_EMIT changed();
    return {};
}

void Visit::answerProxyConsent(bool isYes)
{
    const auto open = handedOver();
    if (!open || !m_context.data.handOver->asksProxyConsent || m_context.data.handOver->isRecording)
        return;
    m_context.data.handOver->isRecording = true;
    AuditEntry entry = m_context.entry(AuditEvent::ProxyConsentRecorded);
    entry.objectType = u"questionnaire"_s;
    const QString id = (*open)->summary.questionnaireManagementId;
    entry.objectRef = id;
    entry.outcome = isYes ? u"agreed"_s : u"refused"_s;
    // A no counts at once; a yes counts once it is on record.
    if (!isYes) {
        (*open)->isProxyRefused = true;
        decideAll(m_context.data, m_context.ports.clock.today());
    }
    m_context.ports.audit.append(
        std::move(entry), m_context.guarded<void>([this, isYes, id, mark = m_context.staffMark()](Result<void> result) {
            OpenQuestionnaire *asked = m_context.data.questionnaire(id);
            if (!result)
                m_context.data.error = result.error();
            else if (asked && isYes)
                asked->proxyConsent = mark;
            raise(VisitEvent::EntryEnded);
        }));
}

std::optional<Error> Visit::sendObstacle() const
{
    const auto &handOver = m_context.data.handOver;
    const OpenQuestionnaire *open = handOver ? m_context.data.questionnaire(handOver->questionnaireManagementId) : nullptr;
    if (state() != VisitState::HandedOver || !open || handOver->asksProxyConsent || !open->access.isSentByPerson())
        return Error{ErrorCode::NotPermitted, u"state "_s + stateName(state()), {}};
    return contentObstacle(*open, false);
}

Result<void> Visit::sendAsPerson()
{
    if (const auto obstacle = sendObstacle())
        return std::unexpected(*obstacle);
    m_context.pending = {.queue = {}, .questionnaireManagementId = m_context.data.handOver->questionnaireManagementId, .isDraft = false,
                         .vaccinationScheduleId = {}, .print = {}};
    raise(VisitEvent::SubmitRequested);
    return {};
}

} // namespace uk
