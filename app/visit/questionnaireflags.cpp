// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/questionnaireflags.h"

namespace uk {

const VaccinationRecord *scheduleOf(const QList<VaccinationRecord> &vaccinations, const QString &questionnaireManagementId)
{
    const VaccinationRecord *deleted = nullptr;
    for (const VaccinationRecord &record : vaccinations) {
        if (record.questionnaireManagementId != questionnaireManagementId || record.unreadable)
            continue;
        if (!record.isDeleted)
            return &record;
        if (!deleted)
            deleted = &record;
    }
    return deleted;
}

QuestionnaireFlags flagsOf(const OpenQuestionnaire &open, const QList<VaccinationRecord> &vaccinations, QDate today)
{
    QuestionnaireFlags flags;
    flags.isAnswerable = open.summary.isAnswerable;
    flags.status = answerStatus(open.summary.answerStatusSeg);
    // A check-up has no wish to ask for, and nothing that says whether staff may enter answers: so the person is asked.
    flags.wish = open.kind == QuestionnaireKind::ChildCheckup ? VaccinationWish::Wishes : vaccinationWish(open.summary.vaccinationWishSeg);
    flags.proxyConsent = open.isProxyRefused ? ProxyConsent::Refuses : proxyConsent(open.summary.proxyInputConsentSeg);
    if (open.kind == QuestionnaireKind::ChildCheckup) {
        flags.residency = residency(open.residencySeg);
        return flags;
    }
    const VaccinationRecord *schedule = scheduleOf(vaccinations, open.summary.questionnaireManagementId);
    if (!schedule)
        return flags; // what is not known about the plan takes nothing away; the list's own error is told
    flags.display = displayPeriod(schedule->questionnaireDisplayFrom, schedule->questionnaireDisplayTo, today);
    flags.residency = residency(schedule->residencySeg);
    flags.isDeleted = schedule->isDeleted;
    flags.isPeriodHidden = schedule->isPeriodHidden;
    return flags;
}

void takeStatus(OpenQuestionnaire &open, const QuestionnaireRecord &newest)
{
    open.summary.isAnswerable = newest.isAnswerable;
    open.summary.answerStatusSeg = newest.answerStatusSeg;
}

void decideAll(VisitData &data, QDate today)
{
    for (OpenQuestionnaire &open : data.questionnaires) {
        const QuestionnaireFlags flags = flagsOf(open, data.vaccinations, today);
        open.decision = decideFlags(flags);
        open.access = questionnaireAccess(flags);
    }
}

} // namespace uk
