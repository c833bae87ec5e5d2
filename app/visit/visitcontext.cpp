// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/visitcontext.h"

#include "app/base/clock.h"
#include "app/journal/draftstore.h"
#include "app/visit/visitdraft.h"

namespace uk {

using namespace Qt::StringLiterals;

namespace {

QString roleCode(StaffRole role)
{
    switch (role) {
    case StaffRole::Reception: return u"reception"_s;
    case StaffRole::Clinician: return u"clinician"_s;
    case StaffRole::VenueLead: return u"venueLead"_s;
    case StaffRole::It: return u"it"_s;
    case StaffRole::Audit: return u"audit"_s;
    }
    return {};
}

} // namespace

StaffMark VisitContext::staffMark() const
{
    return staff ? StaffMark{staff->id, staff->name, ports.clock.nowUtc()} : StaffMark{{}, {}, ports.clock.nowUtc()};
}

AuditEntry VisitContext::entry(AuditEvent event) const
{
    AuditEntry entry{.event = event, .userId = {}, .role = {}, .sessionId = data.visitId, .subjectRef = data.subjectRef,
                     .objectType = {}, .objectRef = {}, .outcome = {}, .code = {}, .reason = {}, .count = 0};
    if (staff) {
        entry.userId = staff->id;
        entry.role = roleCode(staff->role);
    }
    return entry;
}

void VisitContext::log(AuditEvent event, const QString &outcome, const QString &code, int count)
{
    AuditEntry written = entry(event);
    written.outcome = outcome;
    written.code = code;
    written.count = count;
    ports.audit.append(std::move(written), [](Result<void>) {});
}

void VisitContext::logThenRaise(AuditEntry written)
{
    ports.audit.append(std::move(written), guarded<void>([this](Result<void> result) {
        if (result)
            raise(VisitEvent::LogWritten);
        else
            fail(result.error(), VisitEvent::LogFailed);
    }));
}

void VisitContext::saveDraft(Reply<void> saved)
{
    const OpenVisit visit{data.visitId, ports.clock.nowUtc(), data.slipNumber, data.subjectRef};
    ports.drafts.save(visit, saveVisitDraft(data), guarded<void>([this, saved = std::move(saved)](Result<void> result) {
                          if (!result) {
                              // What was typed is still on screen and in memory; staff must know that a power cut would lose it.
                              data.error = result.error();
                              changed();
                          }
                          if (saved)
                              saved(result);
                      }));
}

} // namespace uk
