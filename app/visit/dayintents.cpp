// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/visit.h"
#include "app/visit/visitday.h"

#include <algorithm>

/// What staff can ask of the questionnaires of one day together.
namespace uk {

using namespace Qt::StringLiterals;

Result<void> Visit::changeShared(const AnswerKey &key, const AnswerResult &result, const QString &reason)
{
    if (!isStaffAtWork())
        return failure(ErrorCode::NotPermitted, u"state "_s + stateName(state()));
    DaySheets sheets = daySheets(m_context.data);
    UK_TRY(const auto done, setShared(sheets, key, result, reason, m_context.staffMark()));
    takeSessions(m_context.data, sheets);
    AuditEntry entry = m_context.entry(AuditEvent::ItemEdited);
    entry.objectType = u"item"_s;
    entry.objectRef = key.itemMasterId;
    entry.reason = u"given"_s;
    entry.count = int(std::ranges::count(done, SharedChange::Changed));
    m_context.ports.audit.append(std::move(entry), [](Result<void>) {});
    m_context.saveDraft();
    Q_EMIT changed();
    return {};
}

Result<void> Visit::acknowledgeShared(const QString &code, const QString &message, bool isAcknowledged)
{
    if (!isStaffAtWork())
        return failure(ErrorCode::NotPermitted, u"warning"_s);
    DaySheets sheets = daySheets(m_context.data);
    if (isAcknowledged)
        acknowledgeEverywhere(sheets, code, message, m_context.staffMark());
    else
        withdrawEverywhere(sheets, code, message);
    takeSessions(m_context.data, sheets);
    if (isAcknowledged) {
        AuditEntry entry = m_context.entry(AuditEvent::WarningAcknowledged);
        entry.objectType = u"warning"_s;
        entry.objectRef = code;
        entry.count = int(std::ranges::count_if(sheets, [&](const DaySheet &sheet) {
            return std::ranges::any_of(sheet.warnings, [&](const SheetWarning &warning) {
                return warning.code == code && warning.message == message;
            });
        }));
        m_context.ports.audit.append(std::move(entry), [](Result<void>) {});
    }
    m_context.saveDraft();
    Q_EMIT changed();
    return {};
}

Result<void> Visit::leaveOut(const QString &questionnaireManagementId, bool isLeftOut)
{
    UK_TRY(OpenQuestionnaire *open, editable(questionnaireManagementId));
    open->isLeftOut = isLeftOut;
    Q_EMIT changed();
    return {};
}

Result<void> Visit::submitDay()
{
    if (!isStaffAtWork())
        return failure(ErrorCode::NotPermitted, u"state "_s + stateName(state()));
    const DaySummary summary = daySummary(daySheets(m_context.data));
    for (const QString &id : summary.ready + summary.blocked)
        if (const auto obstacle = submitObstacle(*m_context.data.questionnaire(id), false);
            obstacle && (summary.ready.isEmpty() || obstacle->code == ErrorCode::NameNotConfirmed))
            return std::unexpected(*obstacle);
    if (summary.ready.isEmpty())
        return failure(ErrorCode::NotPermitted, u"nothing to send"_s);
    m_context.data.error.reset();
    m_context.pending.queue = summary.ready;
    sendNext();
    return {};
}

/// Each is looked at once more when its turn comes. The step after its outcome comes back here.
void Visit::sendNext()
{
    QStringList queue = std::exchange(m_context.pending.queue, {});
    while (!queue.isEmpty()) {
        const QString id = queue.takeFirst();
        const auto open = editable(id);
        if (!open || submitObstacle(**open, false))
            continue;
        m_context.pending = {.queue = queue, .questionnaireManagementId = id, .isDraft = false,
                             .vaccinationScheduleId = {}, .print = {}, .document = {}, .hasSensitive = false};
        return raise(VisitEvent::SubmitRequested);
    }
}

} // namespace uk
