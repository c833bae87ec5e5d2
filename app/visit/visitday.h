// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/sameday.h"
#include "app/visit/visitdata.h"

/// The questionnaires of one day as sameday.h works on them: a view of what the visit holds. Pure.
namespace uk {

/// Vaccine and dose: the questionnaire's name, with the dose behind it where the name does not carry it.
[[nodiscard]] QString questionnaireTitle(const VisitData &visit, const OpenQuestionnaire &open);

/// Every questionnaire that could be read, in the order of the list.
[[nodiscard]] DaySheets daySheets(const VisitData &visit);

/// Takes the sessions of these sheets back into the visit; nothing else of them.
void takeSessions(VisitData &visit, const DaySheets &sheets);

/// How many of them somebody may still answer; two or more are worth a screen of their own.
[[nodiscard]] int answerableCount(const VisitData &visit);

} // namespace uk
