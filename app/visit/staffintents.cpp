// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/visit/documentsteps.h"
#include "app/visit/identitysteps.h"
#include "app/visit/recordsteps.h"
#include "app/visit/visit.h"

/// What staff can ask of a visit. Everything here answers at once or raises an event of the table.
namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// Why the name was confirmed aloud, for the log: kinds of differences, never the values.
QString confirmationReason(const VisitData &held)
{
    QStringList reasons;
    if (!held.basicFour)
        reasons.append(u"cardNotRead"_s);
    for (const PersonDoubt &doubt : held.doubts)
        for (const PersonDifference difference : doubt.differences)
            if (const QString name = differenceName(difference); !reasons.contains(name))
                reasons.append(name);
    return reasons.join(u' ');
}

} // namespace

Result<OpenQuestionnaire *> Visit::reviewed(const QString &questionnaireManagementId)
{
    if (!isStaffAtWork())
        return failure(ErrorCode::NotPermitted, u"state "_s + stateName(state()));
    OpenQuestionnaire *open = m_context.data.questionnaire(questionnaireManagementId);
    if (!open || !open->basis)
        return failure(ErrorCode::QuestionnaireUnknown, questionnaireManagementId);
    return open;
}

Result<OpenQuestionnaire *> Visit::editable(const QString &questionnaireManagementId)
{
    UK_TRY(OpenQuestionnaire *open, reviewed(questionnaireManagementId));
    // What was sent may still take effect; until that is known it is not changed and not sent once more.
    if (open->outcome == RegistrationOutcome::Unknown)
        return failure(ErrorCode::OutcomeUnknown, questionnaireManagementId, {open->summary.questionnaireName});
    if (open->access.access == StaffAccess::View)
        return failure(open->access.reason.value_or(ErrorCode::ReadOnly), questionnaireManagementId,
                       {open->summary.questionnaireName});
    return open;
}

/// Also where the outcome of one questionnaire is not known: the others of the day can be worked on.
bool Visit::isStaffAtWork() const
{
    return m_context.staff && !m_context.staff->isDisabled
        && (state() == VisitState::Reviewing || state() == VisitState::OutcomeUnknown);
}

Result<void> Visit::askConsentFor(const QString &scope)
{
    if (!m_context.staff || state() != VisitState::Reviewing)
        return failure(ErrorCode::NotPermitted, u"state "_s + stateName(state()));
    if (!m_context.data.scopes.contains(scope))
        m_context.data.scopes.append(scope);
    m_context.fail({ErrorCode::ScopeNotConsented, scope, {}}, VisitEvent::ConsentAgainRequested);
    return {};
}

Result<void> Visit::changeAnswer(const QString &questionnaireManagementId, const AnswerKey &key,
                                 const AnswerResult &result, const QString &reason)
{
    UK_TRY(OpenQuestionnaire *open, editable(questionnaireManagementId));
    if (open->access.access == StaffAccess::AskFirst && !open->proxyConsent)
        return failure(ErrorCode::ProxyConsentMissing, questionnaireManagementId, {open->summary.questionnaireName});
    UK_CHECK(open->session.setAnswer(key, result, reason, m_context.staffMark()));
    AuditEntry entry = m_context.entry(AuditEvent::ItemEdited);
    entry.objectType = u"item"_s;
    entry.objectRef = key.itemMasterId;
    entry.reason = u"given"_s;
    m_context.ports.audit.append(std::move(entry), [](Result<void>) {});
    m_context.saveDraft();
    Q_EMIT changed();
    return {};
}

Result<void> Visit::takeOverAnswers(const QString &questionnaireManagementId, const QList<AnswerKey> &keys)
{
    UK_TRY(OpenQuestionnaire *open, editable(questionnaireManagementId));
    if (open->access.access == StaffAccess::AskFirst && !open->proxyConsent)
        return failure(ErrorCode::ProxyConsentMissing, questionnaireManagementId, {open->summary.questionnaireName});
    const int taken = keys.isEmpty() ? open->session.takeOverAll(m_context.staffMark())
                                     : open->session.takeOver(keys, m_context.staffMark());
    if (taken == 0)
        return {};
    AuditEntry entry = m_context.entry(AuditEvent::ItemEdited);
    entry.objectType = u"questionnaire"_s;
    entry.objectRef = questionnaireManagementId;
    entry.reason = u"takenOver"_s;
    entry.count = taken;
    m_context.ports.audit.append(std::move(entry), [](Result<void>) {});
    m_context.saveDraft();
    Q_EMIT changed();
    return {};
}

Result<void> Visit::undoAnswer(const QString &questionnaireManagementId, const AnswerKey &key)
{
    UK_TRY(OpenQuestionnaire *open, editable(questionnaireManagementId));
    if (open->session.undo(key)) {
        m_context.saveDraft();
        Q_EMIT changed();
    }
    return {};
}

Result<void> Visit::undoLastAnswer(const QString &questionnaireManagementId)
{
    UK_TRY(OpenQuestionnaire *open, editable(questionnaireManagementId));
    if (open->session.undoLast()) {
        m_context.saveDraft();
        Q_EMIT changed();
    }
    return {};
}

Result<void> Visit::decideAnswer(const QString &questionnaireManagementId, const AnswerKey &key, bool takesTheirs)
{
    UK_TRY(OpenQuestionnaire *open, editable(questionnaireManagementId));
    if (!open->session.decideConflict(key, takesTheirs))
        return {};
    AuditEntry entry = m_context.entry(AuditEvent::ItemEdited);
    entry.objectType = u"item"_s;
    entry.objectRef = key.itemMasterId;
    entry.reason = takesTheirs ? u"theirs"_s : u"mine"_s;
    m_context.ports.audit.append(std::move(entry), [](Result<void>) {});
    m_context.saveDraft();
    Q_EMIT changed();
    return {};
}

Result<void> Visit::addRepeat(const QString &questionnaireManagementId, const QString &itemMasterId)
{
    UK_TRY(OpenQuestionnaire *open, editable(questionnaireManagementId));
    UK_CHECK(open->session.addRepeat(itemMasterId));
    Q_EMIT changed();
    return {};
}

Result<void> Visit::removeRepeat(const QString &questionnaireManagementId, const QString &itemMasterId, int repeat,
                                 const QString &reason)
{
    UK_TRY(OpenQuestionnaire *open, editable(questionnaireManagementId));
    if (open->access.access == StaffAccess::AskFirst && !open->proxyConsent)
        return failure(ErrorCode::ProxyConsentMissing, questionnaireManagementId, {open->summary.questionnaireName});
    UK_CHECK(open->session.removeRepeat(itemMasterId, repeat, reason, m_context.staffMark()));
    m_context.saveDraft();
    Q_EMIT changed();
    return {};
}

Result<void> Visit::acknowledgeWarning(const QString &questionnaireManagementId, const QString &warningKey,
                                       bool isAcknowledged)
{
    // A warning may be looked at where the answers may not be changed.
    OpenQuestionnaire *open = m_context.data.questionnaire(questionnaireManagementId);
    if (!m_context.staff || !open || !open->basis)
        return failure(ErrorCode::NotPermitted, u"warning"_s);
    if (!isAcknowledged) {
        open->session.withdrawAcknowledgement(warningKey);
        Q_EMIT changed();
        return {};
    }
    open->session.acknowledgeWarning(warningKey, m_context.staffMark());
    AuditEntry entry = m_context.entry(AuditEvent::WarningAcknowledged);
    entry.objectType = u"warning"_s;
    entry.objectRef = warningKey;
    m_context.ports.audit.append(std::move(entry), [](Result<void>) {});
    m_context.saveDraft();
    Q_EMIT changed();
    return {};
}

void Visit::confirmNameAloud(bool isConfirmed)
{
    VisitData &held = m_context.data;
    // Without a name there is nothing to say aloud.
    if (!m_context.staff || !isConfirmedByStaff(held.binding) || !held.person || held.person->name.isEmpty())
        return;
    if (!isConfirmed) {
        held.binding = held.doubts.isEmpty() ? Binding::NotRead : Binding::Similar;
        Q_EMIT changed();
        return;
    }
    AuditEntry entry = m_context.entry(AuditEvent::NameConfirmedAloud);
    entry.reason = confirmationReason(held);
    m_context.ports.audit.append(std::move(entry),
                                 m_context.guarded<void>([this, seen = held.doubts](Result<void> result) {
                                     // What came up meanwhile was not what they looked at.
                                     if (!result)
                                         m_context.data.error = result.error();
                                     else if (m_context.data.doubts == seen)
                                         m_context.data.binding = Binding::ConfirmedAloud;
                                     Q_EMIT changed();
                                 }));
}

void Visit::showPage(const QString &questionnaireManagementId, int page)
{
    if (OpenQuestionnaire *open = m_context.data.questionnaire(questionnaireManagementId); open && page >= 1
        && page <= open->session.index().definition().groups.size())
        open->page = page;
}

std::optional<Error> Visit::submitObstacle(const OpenQuestionnaire &open, bool isDraft) const
{
    const QString id = open.summary.questionnaireManagementId;
    if (!open.access.maySubmit)
        return Error{open.access.reason.value_or(ErrorCode::ReadOnly), id, {open.summary.questionnaireName}};
    if (isDraft && !open.access.maySaveDraft)
        return Error{ErrorCode::DraftOverAnswered, id, {open.summary.questionnaireName}};
    return contentObstacle(open, isDraft);
}

/// What keeps it from being sent, whoever sends it.
std::optional<Error> Visit::contentObstacle(const OpenQuestionnaire &open, bool isDraft) const
{
    const QString id = open.summary.questionnaireManagementId;
    if (!isBound(m_context.data.binding))
        return Error{ErrorCode::NameNotConfirmed, id, {}};
    for (const Problem &problem : open.session.problems(isDraft ? CheckFor::Draft : CheckFor::Submission))
        if (!problem.isWarning)
            return problem.error;
    if (const auto warnings = open.session.openWarnings(); !isDraft && !warnings.isEmpty())
        return Error{ErrorCode::WarningsOpen, id, {QString::number(warnings.size())}};
    return std::nullopt;
}

Result<void> Visit::submit(const QString &questionnaireManagementId, bool isDraft)
{
    UK_TRY(OpenQuestionnaire *open, editable(questionnaireManagementId));
    if (const auto obstacle = submitObstacle(*open, isDraft))
        return std::unexpected(*obstacle);
    m_context.data.error.reset();
    m_context.pending = {.queue = {}, .questionnaireManagementId = questionnaireManagementId, .isDraft = isDraft,
                         .vaccinationScheduleId = {}, .print = {}, .document = {}, .hasSensitive = false};
    raise(VisitEvent::SubmitRequested);
    return {};
}

void Visit::resolve(const QString &questionnaireManagementId)
{
    if (!isStaffAtWork())
        return; // what is under way keeps its name
    m_context.pending.questionnaireManagementId = questionnaireManagementId;
    raise(VisitEvent::ResolveRequested);
}

void Visit::adoptStored(const QString &questionnaireManagementId, bool keepMine)
{
    // Also where staff may change nothing: what stands here is then the person's own.
    if (auto open = reviewed(questionnaireManagementId)) {
        m_records->adoptStored(**open, keepMine);
        Q_EMIT changed();
    }
}

Result<void> Visit::viewCertificate(const QString &vaccinationScheduleId)
{
    if (!m_context.staff || state() != VisitState::Reviewing)
        return failure(ErrorCode::NotPermitted, u"state "_s + stateName(state()));
    m_context.pending = {.queue = {}, .questionnaireManagementId = {}, .isDraft = false,
                         .vaccinationScheduleId = vaccinationScheduleId, .print = {}, .document = DocumentKind::Certificate,
                         .hasSensitive = false};
    raise(VisitEvent::ViewRequested);
    return {};
}

Result<void> Visit::viewForm(const QString &questionnaireManagementId, bool hasSensitive)
{
    if (!m_context.staff || state() != VisitState::Reviewing)
        return failure(ErrorCode::NotPermitted, u"state "_s + stateName(state()));
    const OpenQuestionnaire *open = m_context.data.questionnaire(questionnaireManagementId);
    if (!open || !open->basis)
        return failure(ErrorCode::QuestionnaireUnknown, questionnaireManagementId);
    m_context.pending = {.queue = {}, .questionnaireManagementId = questionnaireManagementId, .isDraft = false, .vaccinationScheduleId = {},
                         .print = {}, .document = DocumentKind::Form, .hasSensitive = hasSensitive};
    raise(VisitEvent::ViewRequested);
    return {};
}

Result<void> Visit::decidePaperRoute(const QString &questionnaireManagementId, bool isPaper)
{
    if (!m_context.staff || state() != VisitState::Reviewing)
        return failure(ErrorCode::NotPermitted, u"state "_s + stateName(state()));
    const OpenQuestionnaire *open = m_context.data.questionnaire(questionnaireManagementId);
    if (!open)
        return failure(ErrorCode::QuestionnaireUnknown, questionnaireManagementId);
    if (isPaper && open->isSubmitted())
        return failure(ErrorCode::ReadOnly, u"submitted"_s, {open->summary.questionnaireName});
    AuditEntry entry = m_context.entry(AuditEvent::PaperRouteDecided);
    entry.objectType = u"questionnaire"_s;
    entry.objectRef = questionnaireManagementId;
    entry.outcome = isPaper ? u"paper"_s : u"withdrawn"_s;
    const std::optional<StaffMark> mark = isPaper ? std::optional(m_context.staffMark()) : std::nullopt;
    m_context.ports.audit.append(std::move(entry), m_context.guarded<void>([this, questionnaireManagementId, mark](Result<void> result) {
        OpenQuestionnaire *decided = m_context.data.questionnaire(questionnaireManagementId);
        if (!result)
            m_context.data.error = result.error();
        else if (decided)
            decided->paperRoute = mark;
        Q_EMIT changed();
    }));
    return {};
}

Result<void> Visit::confirmDocument(const StaffMember &second)
{
    if (!m_context.staff || m_context.staff->id == second.id || !m_context.data.document)
        return failure(ErrorCode::NotPermitted, u"second person"_s);
    AuditEntry entry = m_context.entry(AuditEvent::NameConfirmedAloud);
    entry.objectType = u"vaccinationCertificate, second person"_s;
    entry.objectRef = second.id;
    const StaffMark mark{second.id, second.name, m_context.ports.clock.nowUtc()};
    m_context.ports.audit.append(std::move(entry), m_context.guarded<void>([this, mark](Result<void> result) {
        if (result && m_context.data.document)
            m_context.data.document->confirmedBy = mark;
        else if (!result)
            m_context.data.error = result.error();
        Q_EMIT changed();
    }));
    return {};
}

void Visit::closeDocument()
{
    m_context.ports.renderer.close();
    m_context.data.document.reset();
    Q_EMIT changed();
}

Result<void> Visit::printDocument(const PrintRequest &request)
{
    if (!m_context.staff || state() != VisitState::Reviewing)
        return failure(ErrorCode::NotPermitted, u"state "_s + stateName(state()));
    if (const auto obstacle = m_documents->printObstacle())
        return std::unexpected(*obstacle);
    const OpenDocument &document = *m_context.data.document;
    m_context.pending = {.queue = {}, .questionnaireManagementId = document.questionnaireManagementId, .isDraft = false,
                         .vaccinationScheduleId = document.vaccinationScheduleId, .print = request, .document = document.kind,
                         .hasSensitive = document.hasSensitive};
    m_context.pending.print.hasTrainingMark = m_context.options.hasTrainingMark;
    raise(VisitEvent::PrintRequested);
    return {};
}

} // namespace uk
