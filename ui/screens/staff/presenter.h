// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/visitdata.h"
#include "ui/screens/staff/models.h"

/// From a visit's values to the words of the staff screens. Pure but for the installed translators.
namespace uk {

inline constexpr int adultAge = 18; ///< 民法 4条

[[nodiscard]] PersonText personText(const BasicFiveInfo &person, QDate today);
/// カードと一致, 氏名未確認, …
[[nodiscard]] StateText bindingText(Binding binding);
/// What staff have to confirm about the person, with both records side by side.
[[nodiscard]] NameQuestion nameQuestion(const VisitData &visit);
/// カードと一致 and what was not checked; for the person header.
[[nodiscard]] QList<StateText> identityStates(const VisitData &visit, QDate today);
[[nodiscard]] ReceptionModel receptionModel(const VisitData &visit);
/// `id`: the questionnaire that is open. An empty model where there is no such one.
[[nodiscard]] ReviewModel reviewModel(const VisitData &visit, const QString &id, bool isBusy);
[[nodiscard]] QList<ResultRowText> resultRows(const VisitData &visit);
/// 回答済み, 下書き, 未回答, 提出済 …
[[nodiscard]] StateText answerStateText(const OpenQuestionnaire &questionnaire);
/// Vaccine and dose of the questionnaire, from the list of vaccinations; empty if it is not there.
[[nodiscard]] QString doseText(const VisitData &visit, const QString &questionnaireManagementId);

} // namespace uk
