// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/contractobjects.h"
#include "app/pmh/wireform.h"

/// The inquiries of the contract with the records of their answers, and what registrations send. Pure; thread safe.
namespace uk {

/// An inquiry: what it sends and the record of its answer.
template<class T>
struct Inquiry
{
    const RecordTable<InquiryRequest> *request; ///< named like the process type
    const RecordTable<T> *answer;
};

namespace inquiries {

inline constexpr Inquiry<QList<VaccinationRecord>> vaccinations{&inquireVaccinationListObject, &vaccinationListObject};
inline constexpr Inquiry<QList<QuestionnaireSummary>> questionnaires{&inquireQuestionnaireListObject,
                                                                     &questionnaireListObject};
inline constexpr Inquiry<QuestionnaireRecord> questionnaire{&inquireQuestionnaireAnswerObject,
                                                            &questionnaireAnswerObject};
inline constexpr Inquiry<CertificateRecord> certificate{&inquireVaccinationCertificateObject,
                                                        &vaccinationCertificateObject};
inline constexpr Inquiry<QList<Pregnancy>> prenatalCheckups{&inquirePrenatalCheckupsObject, &prenatalCheckupsObject};
inline constexpr Inquiry<QList<PrenatalVoucher>> prenatalVouchers{&inquirePrenatalVouchersObject,
                                                                  &prenatalVouchersObject};
inline constexpr Inquiry<Homecoming> homecoming{&inquireHomecomingObject, &homecomingObject};
inline constexpr Inquiry<PregnancyLoss> pregnancyLoss{&inquirePregnancyLossObject, &pregnancyLossObject};
inline constexpr Inquiry<QList<PrenatalHandbook>> prenatalHandbooks{&inquirePrenatalMchbookObject,
                                                                    &prenatalMchbookObject};
inline constexpr Inquiry<ChildCheckups> childCheckups{&inquireChildCheckupsObject, &childCheckupsObject};
inline constexpr Inquiry<ChildQuestionnaireRecord> childQuestionnaire{&inquireChildQuestionnaireAnswerObject,
                                                                      &childQuestionnaireAnswerObject};
inline constexpr Inquiry<Handbook> childHandbook{&inquireChildMchbookObject, &childMchbookObject};
inline constexpr Inquiry<MedicalSubsidies> medicalSubsidies{&inquireMedicalSubsidiesObject, &medicalSubsidiesObject};
inline constexpr Inquiry<CopaymentLedger> copaymentLedger{&inquireCopaymentLedgerObject, &copaymentLedgerObject};

} // namespace inquiries

/// A check-up's questionnaire as the review sees both kinds.
[[nodiscard]] QuestionnaireRecord asQuestionnaire(ChildQuestionnaireRecord record);
[[nodiscard]] Registration registrationOf(const QuestionnaireRegistration &registration);
[[nodiscard]] StoredState storedStateOf(const QuestionnaireRecord &record);
[[nodiscard]] JsonValue encodeRegistration(const WireForm &form, const Registration &registration);
/// Whether the answer to a registration echoes its key and its status (rules 8); if not, the outcome is unknown.
[[nodiscard]] bool echoes(const WireForm &form, const Registration &registration, QByteArrayView body);

} // namespace uk
