// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/childrecords.h"
#include "app/pmh/envelopes.h"
#include "app/pmh/motherrecords.h"
#include "app/pmh/records.h"
#include "app/pmh/recordtable.h"
#include "app/pmh/registration.h"
#include "app/pmh/subsidyrecords.h"

/// The objects of the contract by name; the tables stand in contract*.cpp, one file an area.
namespace uk {

// shared
extern const RecordTable<ApiError> errorObject;
extern const RecordTable<DatePeriod> datePeriodObject;
extern const RecordTable<BasicFiveInfo> basicFiveInfoObject;
extern const RecordTable<MedicalInstitution> medicalInstitutionObject;
extern const RecordTable<QuestionItem> questionItemObject;
extern const RecordTable<Definition> definitionObject;
extern const RecordTable<Answer> answerObject;
extern const RecordTable<RegistrationEcho> registerResultObject;
extern const RecordTable<Answer> itemAnswerObject;
extern const RecordTable<CheckupResult> checkupResultObject;
extern const RecordTable<AcceptedRequest> acceptedRequestObject;
extern const RecordTable<AcceptedRequest> resultRequestObject;

// vaccination
extern const RecordTable<InquiryRequest> inquireVaccinationListObject;
extern const RecordTable<QList<VaccinationRecord>> vaccinationListObject;
extern const RecordTable<InquiryRequest> inquireQuestionnaireListObject;
extern const RecordTable<QList<QuestionnaireSummary>> questionnaireListObject;
extern const RecordTable<InquiryRequest> inquireQuestionnaireAnswerObject;
extern const RecordTable<QuestionnaireRecord> questionnaireAnswerObject;
extern const RecordTable<Registration> registerQuestionnaireAnswerObject;
extern const RecordTable<InquiryRequest> inquireVaccinationCertificateObject;
extern const RecordTable<CertificateRecord> vaccinationCertificateObject;

// mother
extern const RecordTable<InquiryRequest> inquirePrenatalCheckupsObject;
extern const RecordTable<QList<Pregnancy>> prenatalCheckupsObject;
extern const RecordTable<InquiryRequest> inquirePrenatalVouchersObject;
extern const RecordTable<QList<PrenatalVoucher>> prenatalVouchersObject;
extern const RecordTable<InquiryRequest> inquireHomecomingObject;
extern const RecordTable<Homecoming> homecomingObject;
extern const RecordTable<Registration> registerHomecomingObject;
extern const RecordTable<InquiryRequest> inquirePregnancyLossObject;
extern const RecordTable<PregnancyLoss> pregnancyLossObject;
extern const RecordTable<Registration> registerPregnancyLossObject;
extern const RecordTable<InquiryRequest> inquirePrenatalMchbookObject;
extern const RecordTable<Handbook> mchbookDefinitionObject;
extern const RecordTable<Handbook> mchbookAnswersObject;
extern const RecordTable<QList<PrenatalHandbook>> prenatalMchbookObject;
extern const RecordTable<Registration> registerPrenatalMchbookObject;

// child
extern const RecordTable<InquiryRequest> inquireChildCheckupsObject;
extern const RecordTable<ChildCheckups> childCheckupsObject;
extern const RecordTable<InquiryRequest> inquireChildQuestionnaireAnswerObject;
extern const RecordTable<ChildQuestionnaireRecord> childQuestionnaireAnswerObject;
extern const RecordTable<Registration> registerChildQuestionnaireAnswerObject;
extern const RecordTable<InquiryRequest> inquireChildMchbookObject;
extern const RecordTable<Handbook> childMchbookObject;
extern const RecordTable<Registration> registerChildMchbookObject;

// medical subsidy
extern const RecordTable<InquiryRequest> inquireMedicalSubsidiesObject;
extern const RecordTable<MedicalSubsidies> medicalSubsidiesObject;
extern const RecordTable<InquiryRequest> inquireCopaymentLedgerObject;
extern const RecordTable<CopaymentLedger> copaymentLedgerObject;

/// An inquiry that has no key.
inline constexpr Members<InquiryRequest, 1> requestWithoutKey = members(ownProcessName<InquiryRequest>());

} // namespace uk
