// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/contractobjects.h"

/// The inquiries of the contract and the records of their answers.
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

} // namespace uk
