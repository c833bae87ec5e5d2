// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/records.h"
#include "app/pmh/registration.h"
#include "app/pmh/wireform.h"

/// Between records and the JSON of the wire. Pure; thread safe. Errors as WireForm::toCanonical.
namespace uk {

[[nodiscard]] Result<QList<VaccinationRecord>> decodeVaccinations(const WireForm &form, const JsonValue &wire);
[[nodiscard]] Result<QList<QuestionnaireSummary>> decodeQuestionnaires(const WireForm &form, const JsonValue &wire);
[[nodiscard]] Result<QuestionnaireRecord> decodeQuestionnaire(const WireForm &form, const JsonValue &wire);
[[nodiscard]] Result<CertificateRecord> decodeCertificate(const WireForm &form, const JsonValue &wire);

/// Definition and answers of both questionnaire answers, from canonical JSON.
[[nodiscard]] Definition definitionFrom(const JsonValue &canonical);
/// `idMember` is "itemId" where the contract has ItemAnswer.
[[nodiscard]] Answers answersFrom(const JsonValue &canonical, QLatin1StringView idMember = QLatin1StringView("itemMasterId"));
[[nodiscard]] JsonValue answersToJson(const Answers &answers,
                                      QLatin1StringView idMember = QLatin1StringView("itemMasterId"));

/// The body of an inquiry; `key` is the canonical name of its one key member, empty where it has none.
[[nodiscard]] JsonValue encodeInquiry(const WireForm &form, const ProcessType &type, QLatin1StringView key = {},
                                      const QString &value = {});
[[nodiscard]] Registration registrationOf(const QuestionnaireRegistration &registration);
[[nodiscard]] StoredState storedStateOf(const QuestionnaireRecord &record);
[[nodiscard]] JsonValue encodeRegistration(const WireForm &form, const Registration &registration);
[[nodiscard]] JsonValue encodeRegistration(const WireForm &form, const QuestionnaireRegistration &registration);
/// The body that asks /pmh/result for the result of a request that was answered 202.
[[nodiscard]] JsonValue encodeResultRequest(const WireForm &form, const QString &processId);

/// Whether the answer to a registration echoes its key and its status (rules 8); if not, the outcome is unknown.
[[nodiscard]] bool echoes(const WireForm &form, const Registration &registration, const JsonValue &wire);
[[nodiscard]] bool echoes(const WireForm &form, const QuestionnaireRegistration &registration, const JsonValue &wire);

} // namespace uk
