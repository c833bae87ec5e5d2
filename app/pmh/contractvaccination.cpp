// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"

using namespace Qt::StringLiterals;

// Vaccination area v4: V1 to V78.
namespace uk {

using enum FieldKind;

constexpr ContractField inquireVaccinationListFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
};
constinit const ContractObject inquireVaccinationListObject{"InquireVaccinationList"_L1, inquireVaccinationListFields};

constexpr ContractField vaccinationListVaccinationsTypeIntervalFields[] = {
    {.name = "previousOn"_L1, .kind = Date, .item = "V17"_L1},
    {.name = "beforePreviousOn"_L1, .kind = Date, .item = "V18"_L1},
};
constexpr ContractObject vaccinationListVaccinationsTypeIntervalObject{
    {}, vaccinationListVaccinationsTypeIntervalFields};

constexpr ContractField vaccinationListVaccinationsTypeStandardPeriodFields[] = {
    {.name = "age"_L1, .kind = Object, .item = "V19"_L1, .object = &datePeriodObject},
    {.name = "fiscalYear"_L1, .kind = Object, .item = "V20"_L1, .object = &datePeriodObject},
    {.name = "date"_L1, .kind = Object, .item = "V21"_L1, .object = &datePeriodObject},
};
constexpr ContractObject vaccinationListVaccinationsTypeStandardPeriodObject{
    {}, vaccinationListVaccinationsTypeStandardPeriodFields};

constexpr ContractField vaccinationListVaccinationsTypeRoutinePeriodFields[] = {
    {.name = "age"_L1, .kind = Object, .item = "V22"_L1, .object = &datePeriodObject},
    {.name = "fiscalYear"_L1, .kind = Object, .item = "V23"_L1, .object = &datePeriodObject},
    {.name = "date"_L1, .kind = Object, .item = "V24"_L1, .object = &datePeriodObject},
};
constexpr ContractObject vaccinationListVaccinationsTypeRoutinePeriodObject{
    {}, vaccinationListVaccinationsTypeRoutinePeriodFields};

constexpr ContractField vaccinationListVaccinationsTypeFields[] = {
    {.name = "vaccinationControlNumber"_L1, .kind = Text, .item = "V10"_L1},
    {.name = "vaccineCommonName"_L1, .kind = Text, .item = "V11"_L1},
    {.name = "doseCommonName"_L1, .kind = Text, .item = "V12"_L1},
    {.name = "vaccineTypeCode"_L1, .kind = Text, .item = "V13"_L1},
    {.name = "term"_L1, .kind = Text, .item = "V14"_L1},
    {.name = "valency"_L1, .kind = Text, .item = "V15"_L1},
    {.name = "doseNumber"_L1, .kind = Integer, .item = "V16"_L1},
    {.name = "interval"_L1, .kind = Object, .object = &vaccinationListVaccinationsTypeIntervalObject},
    {.name = "standardPeriod"_L1, .kind = Object, .object = &vaccinationListVaccinationsTypeStandardPeriodObject},
    {.name = "routinePeriod"_L1, .kind = Object, .object = &vaccinationListVaccinationsTypeRoutinePeriodObject},
    {.name = "legalSeg"_L1, .kind = Text, .item = "V25"_L1},
    {.name = "suitableAgeSeg"_L1, .kind = Text, .item = "V26"_L1},
    {.name = "isPeriodHidden"_L1, .kind = Boolean, .item = "V27"_L1},
};
constexpr ContractObject vaccinationListVaccinationsTypeObject{{}, vaccinationListVaccinationsTypeFields};

constexpr ContractField vaccinationListVaccinationsHistoryResultFields[] = {
    {.name = "vaccineName"_L1, .kind = Text},
    {.name = "manufacturer"_L1, .kind = Text},
    {.name = "lotNumber"_L1, .kind = Text},
    {.name = "doseAmount"_L1, .kind = Text},
};
constexpr ContractObject vaccinationListVaccinationsHistoryResultObject{
    {}, vaccinationListVaccinationsHistoryResultFields};

constexpr ContractField vaccinationListVaccinationsHistoryFields[] = {
    {.name = "vaccinationScheduleId"_L1, .kind = Text, .item = "V28"_L1},
    {.name = "vaccinatedOn"_L1, .kind = Date, .item = "V29"_L1},
    {.name = "doctorName"_L1, .kind = Text, .item = "V30"_L1},
    {.name = "implementationSeg"_L1, .kind = Text, .item = "V31"_L1},
    {.name = "vaccinationSeg"_L1, .kind = Text, .item = "V32"_L1},
    {.name = "isConsented"_L1, .kind = Boolean, .item = "V33"_L1},
    {.name = "result"_L1, .kind = Object, .item = "V34"_L1, .object = &vaccinationListVaccinationsHistoryResultObject},
    {.name = "specialCircumstanceSeg"_L1, .kind = Text, .item = "V35"_L1},
    {.name = "medicalInstitution"_L1, .kind = Object, .item = "V36"_L1, .object = &medicalInstitutionObject},
};
constexpr ContractObject vaccinationListVaccinationsHistoryObject{{}, vaccinationListVaccinationsHistoryFields};

constexpr ContractField vaccinationListVaccinationsFields[] = {
    {.name = "questionnaireManagementId"_L1, .kind = Text, .item = "V1"_L1, .isRequired = true},
    {.name = "vaccinationScheduleId"_L1, .kind = Text, .item = "V2"_L1, .isRequired = true},
    {.name = "recommendedOn"_L1, .kind = Date, .item = "V3"_L1},
    {.name = "reRecommendedOn"_L1, .kind = Date, .item = "V4"_L1},
    {.name = "questionnaireDisplayFrom"_L1, .kind = Date, .item = "V5"_L1},
    {.name = "questionnaireDisplayTo"_L1, .kind = Date, .item = "V6"_L1},
    {.name = "residencySeg"_L1, .kind = Text, .item = "V7"_L1},
    {.name = "guideUrlMhlw"_L1, .kind = Text, .item = "V8"_L1},
    {.name = "guideUrlMunicipality"_L1, .kind = Text, .item = "V9"_L1},
    {.name = "type"_L1, .kind = Object, .isRequired = true, .object = &vaccinationListVaccinationsTypeObject},
    {.name = "history"_L1, .kind = Objects, .object = &vaccinationListVaccinationsHistoryObject},
    {.name = "isDeleted"_L1, .kind = Boolean, .item = "V37"_L1},
};
constexpr ContractObject vaccinationListVaccinationsObject{{}, vaccinationListVaccinationsFields};

constexpr ContractField vaccinationListFields[] = {
    {.name = "vaccinations"_L1, .kind = Objects, .isRequired = true, .object = &vaccinationListVaccinationsObject},
};
constinit const ContractObject vaccinationListObject{"VaccinationList"_L1, vaccinationListFields};

constexpr ContractField inquireQuestionnaireListFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
};
constinit const ContractObject inquireQuestionnaireListObject{
    "InquireQuestionnaireList"_L1, inquireQuestionnaireListFields};

constexpr ContractField questionnaireListQuestionnairesCheckResultsFields[] = {
    {.name = "warningCode"_L1, .kind = Text, .item = "V44"_L1},
    {.name = "warningMessages"_L1, .kind = Texts, .item = "V45"_L1},
};
constexpr ContractObject questionnaireListQuestionnairesCheckResultsObject{
    {}, questionnaireListQuestionnairesCheckResultsFields};

constexpr ContractField questionnaireListQuestionnairesFields[] = {
    {.name = "questionnaireManagementId"_L1, .kind = Text, .item = "V38"_L1, .isRequired = true},
    {.name = "questionnaireName"_L1, .kind = Text, .item = "V39"_L1, .isRequired = true},
    {.name = "isAnswerable"_L1, .kind = Boolean, .item = "V40"_L1},
    {.name = "answerStatusSeg"_L1, .kind = Text, .item = "V41"_L1, .isRequired = true},
    {.name = "vaccinationWishSeg"_L1, .kind = Text, .item = "V42"_L1},
    {.name = "proxyInputConsentSeg"_L1, .kind = Text, .item = "V43"_L1},
    {.name = "checkResults"_L1, .kind = Objects, .object = &questionnaireListQuestionnairesCheckResultsObject},
};
constexpr ContractObject questionnaireListQuestionnairesObject{{}, questionnaireListQuestionnairesFields};

constexpr ContractField questionnaireListFields[] = {
    {.name = "questionnaires"_L1,
        .kind = Objects,
        .isRequired = true,
        .object = &questionnaireListQuestionnairesObject},
};
constinit const ContractObject questionnaireListObject{"QuestionnaireList"_L1, questionnaireListFields};

constexpr ContractField inquireQuestionnaireAnswerFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
    {.name = "questionnaireManagementId"_L1, .kind = Text, .isRequired = true},
};
constinit const ContractObject inquireQuestionnaireAnswerObject{
    "InquireQuestionnaireAnswer"_L1, inquireQuestionnaireAnswerFields};

constexpr ContractField questionnaireAnswerPreviousVaccinationFields[] = {
    {.name = "vaccineCommonName"_L1, .kind = Text, .item = "V62"_L1},
    {.name = "doseCommonName"_L1, .kind = Text, .item = "V63"_L1},
    {.name = "vaccinatedOn"_L1, .kind = Date, .item = "V64"_L1},
    {.name = "legalSeg"_L1, .kind = Text, .item = "V65"_L1},
    {.name = "intervalInfo"_L1, .kind = Text, .item = "V66"_L1},
};
constexpr ContractObject questionnaireAnswerPreviousVaccinationObject{{}, questionnaireAnswerPreviousVaccinationFields};

constexpr ContractField questionnaireAnswerCheckResultsFields[] = {
    {.name = "warningCode"_L1, .kind = Text, .item = "V68"_L1},
    {.name = "warningMessages"_L1, .kind = Texts, .item = "V69"_L1},
};
constexpr ContractObject questionnaireAnswerCheckResultsObject{{}, questionnaireAnswerCheckResultsFields};

constexpr ContractField questionnaireAnswerFields[] = {
    {.name = "questionnaireManagementId"_L1, .kind = Text, .item = "V46"_L1, .isRequired = true},
    {.name = "questionnaireName"_L1, .kind = Text, .item = "V47"_L1, .isRequired = true},
    {.name = "isAnswerable"_L1, .kind = Boolean, .item = "V48"_L1, .isRequired = true},
    {.name = "answerStatusSeg"_L1, .kind = Text, .item = "V49"_L1, .isRequired = true},
    {.name = "lastUpdatedPageNumber"_L1, .kind = Integer, .item = "V50"_L1},
    {.name = "basicFiveInfo"_L1, .kind = Object, .item = "V51"_L1, .isRequired = true, .object = &basicFiveInfoObject},
    {.name = "definition"_L1,
        .kind = Object,
        .item = "V52 V53 V54 V55"_L1,
        .isRequired = true,
        .object = &definitionObject},
    {.name = "answers"_L1, .kind = Objects, .item = "V56 V57 V58"_L1, .isRequired = true, .object = &answerObject},
    {.name = "latestAnswers"_L1, .kind = Objects, .item = "V59 V60 V61"_L1, .object = &answerObject},
    {.name = "previousVaccination"_L1, .kind = Object, .object = &questionnaireAnswerPreviousVaccinationObject},
    {.name = "completedVaccineNames"_L1, .kind = Texts, .item = "V67"_L1},
    {.name = "checkResults"_L1, .kind = Objects, .object = &questionnaireAnswerCheckResultsObject},
};
constinit const ContractObject questionnaireAnswerObject{"QuestionnaireAnswer"_L1, questionnaireAnswerFields};

constexpr ContractField registerQuestionnaireAnswerFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .item = "V70"_L1, .isRequired = true},
    {.name = "questionnaireManagementId"_L1, .kind = Text, .item = "V71"_L1, .isRequired = true},
    {.name = "answerStatusSeg"_L1, .kind = Text, .item = "V72"_L1, .isRequired = true},
    {.name = "lastUpdatedPageNumber"_L1, .kind = Integer, .item = "V73"_L1, .isRequired = true},
    {.name = "answers"_L1, .kind = Objects, .item = "V74 V75 V76"_L1, .isRequired = true, .object = &answerObject},
};
constinit const ContractObject registerQuestionnaireAnswerObject{
    "RegisterQuestionnaireAnswer"_L1, registerQuestionnaireAnswerFields};

constexpr ContractField inquireVaccinationCertificateFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
    {.name = "vaccinationScheduleId"_L1, .kind = Text, .isRequired = true},
};
constinit const ContractObject inquireVaccinationCertificateObject{
    "InquireVaccinationCertificate"_L1, inquireVaccinationCertificateFields};

constexpr ContractField vaccinationCertificateFields[] = {
    {.name = "pdfFileName"_L1, .kind = Text, .item = "V77"_L1, .isRequired = true},
    {.name = "pdfData"_L1, .kind = Text, .item = "V78"_L1, .isRequired = true},
};
constinit const ContractObject vaccinationCertificateObject{"VaccinationCertificate"_L1, vaccinationCertificateFields};

} // namespace uk
