// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/visitdata.h"

/// What the visit knows about a questionnaire, brought to the decision table of access.h. Pure.
namespace uk {

/// The planned vaccination that a questionnaire belongs to (V1); one that is not deleted before one that is. Null where
/// the list has none, or none that could be read.
[[nodiscard]] const VaccinationRecord *scheduleOf(const QList<VaccinationRecord> &vaccinations,
                                                  const QString &questionnaireManagementId);

/// From the summary (V40–V43; kept up to date with V48 and V49 of what was read since, see takeStatus()) and from the
/// vaccination of the same schedule (V5–V7, V27, V37). `today`: Asia/Tokyo.
[[nodiscard]] QuestionnaireFlags flagsOf(const OpenQuestionnaire &open, const QList<VaccinationRecord> &vaccinations,
                                         QDate today);

/// The newest answer of the server says whether it may be answered and how far it is (V48, V49); also where the review goes
/// on from an older one.
void takeStatus(OpenQuestionnaire &open, const QuestionnaireRecord &newest);

/// Decides anew for every questionnaire of the visit.
void decideAll(VisitData &data, QDate today);

} // namespace uk
