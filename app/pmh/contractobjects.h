// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/contract.h"

/// The objects of the contract by name; the tables stand in contract*.cpp, one file an area.
namespace uk {

// shared
extern const ContractObject errorObject;
extern const ContractObject datePeriodObject;
extern const ContractObject basicFiveInfoObject;
extern const ContractObject medicalInstitutionObject;
extern const ContractObject questionItemObject;
extern const ContractObject definitionObject;
extern const ContractObject answerObject;
extern const ContractObject registerResultObject;
extern const ContractObject itemAnswerObject;
extern const ContractObject acceptedRequestObject;
extern const ContractObject resultRequestObject;

// vaccination
extern const ContractObject inquireVaccinationListObject;
extern const ContractObject vaccinationListObject;
extern const ContractObject inquireQuestionnaireListObject;
extern const ContractObject questionnaireListObject;
extern const ContractObject inquireQuestionnaireAnswerObject;
extern const ContractObject questionnaireAnswerObject;
extern const ContractObject registerQuestionnaireAnswerObject;
extern const ContractObject inquireVaccinationCertificateObject;
extern const ContractObject vaccinationCertificateObject;

// mother
extern const ContractObject inquirePrenatalCheckupsObject;
extern const ContractObject prenatalCheckupsObject;
extern const ContractObject checkupResultObject;
extern const ContractObject inquirePrenatalVouchersObject;
extern const ContractObject prenatalVouchersObject;
extern const ContractObject inquireHomecomingObject;
extern const ContractObject homecomingObject;
extern const ContractObject registerHomecomingObject;
extern const ContractObject inquirePregnancyLossObject;
extern const ContractObject pregnancyLossObject;
extern const ContractObject registerPregnancyLossObject;
extern const ContractObject inquirePrenatalMchbookObject;
extern const ContractObject mchbookDefinitionObject;
extern const ContractObject mchbookAnswersObject;
extern const ContractObject prenatalMchbookObject;
extern const ContractObject registerPrenatalMchbookObject;

// child
extern const ContractObject inquireChildCheckupsObject;
extern const ContractObject childCheckupsObject;
extern const ContractObject inquireChildQuestionnaireAnswerObject;
extern const ContractObject childQuestionnaireAnswerObject;
extern const ContractObject registerChildQuestionnaireAnswerObject;
extern const ContractObject inquireChildMchbookObject;
extern const ContractObject childMchbookObject;
extern const ContractObject registerChildMchbookObject;

// subsidy
extern const ContractObject inquireMedicalSubsidiesObject;
extern const ContractObject medicalSubsidiesObject;
extern const ContractObject certificateDetailObject;
extern const ContractObject inquireCopaymentLedgerObject;
extern const ContractObject copaymentLedgerObject;

} // namespace uk
