// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/visitday.h"

#include "app/visit/questionnaireflags.h"
#include "app/visit/recordsteps.h"

#include <algorithm>

namespace uk {

namespace {

SheetOutcome sheetOutcome(const OpenQuestionnaire &open)
{
    if (!open.outcome)
        return SheetOutcome::NotSent;
    switch (*open.outcome) {
    case RegistrationOutcome::Confirmed: return open.isSubmitted() ? SheetOutcome::Submitted : SheetOutcome::DraftSaved;
    case RegistrationOutcome::Unknown: return SheetOutcome::Unknown;
    case RegistrationOutcome::Conflict: return SheetOutcome::Conflict;
    case RegistrationOutcome::Refused: return SheetOutcome::Refused;
    }
    return SheetOutcome::Unknown;
}

DaySheet daySheet(const VisitData &visit, const OpenQuestionnaire &open)
{
    DaySheet sheet;
    sheet.id = open.summary.questionnaireManagementId;
    sheet.title = questionnaireTitle(visit, open);
    sheet.session = open.session;
    sheet.mayChange = open.access.access == StaffAccess::Edit
        || (open.access.access == StaffAccess::AskFirst && open.proxyConsent.has_value());
    sheet.isLeftOut = open.paperRoute || open.isLeftOut.value_or(!open.decision.permissions.testFlag(Permission::Offer));
    sheet.outcome = sheetOutcome(open);
    sheet.warnings = warningsOf(open.basis->checkResults);
    if (const auto &previous = open.basis->previousVaccination) {
        sheet.previousTitle = QStringList{previous->vaccineCommonName, previous->doseCommonName}.join(u' ').trimmed();
        sheet.previousOn = previous->vaccinatedOn;
        sheet.intervalInfo = previous->intervalInfo;
    }
    return sheet;
}

} // namespace

QString questionnaireTitle(const VisitData &visit, const OpenQuestionnaire &open)
{
    const VaccinationRecord *schedule = scheduleOf(visit.vaccinations, open.summary.questionnaireManagementId);
    const QString dose = schedule ? schedule->doseCommonName : QString(), name = open.summary.questionnaireName;
    return name.contains(dose) ? name : name + u'　' + dose;
}

DaySheets daySheets(const VisitData &visit)
{
    DaySheets sheets;
    for (const OpenQuestionnaire &open : visit.questionnaires)
        if (open.basis && open.kind == QuestionnaireKind::Vaccination)
            sheets.append(daySheet(visit, open));
    return sheets;
}

void takeSessions(VisitData &visit, const DaySheets &sheets)
{
    for (const DaySheet &sheet : sheets)
        if (OpenQuestionnaire *open = visit.questionnaire(sheet.id))
            open->session = sheet.session;
}

int answerableCount(const VisitData &visit)
{
    return int(std::ranges::count_if(visit.questionnaires, [](const OpenQuestionnaire &open) {
        return open.basis && open.kind == QuestionnaireKind::Vaccination && open.decision.permissions.testFlag(Permission::EnterByPerson) && !open.isSubmitted() && !open.paperRoute;
    }));
}

} // namespace uk
