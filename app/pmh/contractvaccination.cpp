// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"

using namespace Qt::StringLiterals;

// Vaccination area v4: V1 to V78.
namespace uk {

using Vaccination = VaccinationRecord;
using HistoryEntry = VaccinationHistoryEntry;

constinit const RecordTable<InquiryRequest> inquireVaccinationListObject{"InquireVaccinationList"_L1, requestWithoutKey};

constexpr auto intervalMembers = members(
    member<&Vaccination::previousOn>("previousOn"_L1, "V17"_L1),
    member<&Vaccination::beforePreviousOn>("beforePreviousOn"_L1, "V18"_L1));
constexpr RecordTable<Vaccination> intervalObject{{}, intervalMembers};

constexpr auto standardPeriodMembers = members(
    object<&VaccinationPeriods::age>("age"_L1, datePeriodObject, "V19"_L1),
    object<&VaccinationPeriods::fiscalYear>("fiscalYear"_L1, datePeriodObject, "V20"_L1),
    object<&VaccinationPeriods::date>("date"_L1, datePeriodObject, "V21"_L1));
constexpr RecordTable<VaccinationPeriods> standardPeriodObject{{}, standardPeriodMembers};

constexpr auto routinePeriodMembers = members(
    object<&VaccinationPeriods::age>("age"_L1, datePeriodObject, "V22"_L1),
    object<&VaccinationPeriods::fiscalYear>("fiscalYear"_L1, datePeriodObject, "V23"_L1),
    object<&VaccinationPeriods::date>("date"_L1, datePeriodObject, "V24"_L1));
constexpr RecordTable<VaccinationPeriods> routinePeriodObject{{}, routinePeriodMembers};

constexpr auto vaccinationTypeMembers = members(
    member<&Vaccination::vaccinationControlNumber>("vaccinationControlNumber"_L1, "V10"_L1),
    member<&Vaccination::vaccineCommonName>("vaccineCommonName"_L1, "V11"_L1).kept(),
    member<&Vaccination::doseCommonName>("doseCommonName"_L1, "V12"_L1).kept(),
    member<&Vaccination::vaccineTypeCode>("vaccineTypeCode"_L1, "V13"_L1),
    member<&Vaccination::term>("term"_L1, "V14"_L1),
    member<&Vaccination::valency>("valency"_L1, "V15"_L1),
    member<&Vaccination::doseNumber>("doseNumber"_L1, "V16"_L1),
    within("interval"_L1, intervalObject),
    object<&Vaccination::standardPeriod>("standardPeriod"_L1, standardPeriodObject),
    object<&Vaccination::routinePeriod>("routinePeriod"_L1, routinePeriodObject),
    member<&Vaccination::legalSeg>("legalSeg"_L1, "V25"_L1),
    member<&Vaccination::suitableAgeSeg>("suitableAgeSeg"_L1, "V26"_L1),
    member<&Vaccination::isPeriodHidden>("isPeriodHidden"_L1, "V27"_L1));
constexpr RecordTable<Vaccination> vaccinationTypeObject{{}, vaccinationTypeMembers};

constexpr auto historyResultMembers = members(
    member<&HistoryEntry::vaccineName>("vaccineName"_L1),
    member<&HistoryEntry::manufacturer>("manufacturer"_L1),
    member<&HistoryEntry::lotNumber>("lotNumber"_L1),
    member<&HistoryEntry::doseAmount>("doseAmount"_L1));
constexpr RecordTable<HistoryEntry> historyResultObject{{}, historyResultMembers};

constexpr auto historyMembers = members(
    member<&HistoryEntry::vaccinationScheduleId>("vaccinationScheduleId"_L1, "V28"_L1),
    member<&HistoryEntry::vaccinatedOn>("vaccinatedOn"_L1, "V29"_L1),
    member<&HistoryEntry::doctorName>("doctorName"_L1, "V30"_L1),
    member<&HistoryEntry::implementationSeg>("implementationSeg"_L1, "V31"_L1),
    member<&HistoryEntry::vaccinationSeg>("vaccinationSeg"_L1, "V32"_L1),
    member<&HistoryEntry::isConsented>("isConsented"_L1, "V33"_L1),
    within("result"_L1, historyResultObject, "V34"_L1),
    member<&HistoryEntry::specialCircumstanceSeg>("specialCircumstanceSeg"_L1, "V35"_L1),
    object<&HistoryEntry::medicalInstitution>("medicalInstitution"_L1, medicalInstitutionObject, "V36"_L1));
constexpr RecordTable<HistoryEntry> historyObject{{}, historyMembers};

constexpr auto vaccinationMembers = members(
    member<&Vaccination::questionnaireManagementId>("questionnaireManagementId"_L1, "V1"_L1).required().kept(),
    member<&Vaccination::vaccinationScheduleId>("vaccinationScheduleId"_L1, "V2"_L1).required().kept(),
    member<&Vaccination::recommendedOn>("recommendedOn"_L1, "V3"_L1),
    member<&Vaccination::reRecommendedOn>("reRecommendedOn"_L1, "V4"_L1),
    member<&Vaccination::questionnaireDisplayFrom>("questionnaireDisplayFrom"_L1, "V5"_L1),
    member<&Vaccination::questionnaireDisplayTo>("questionnaireDisplayTo"_L1, "V6"_L1),
    member<&Vaccination::residencySeg>("residencySeg"_L1, "V7"_L1),
    member<&Vaccination::guideUrlMhlw>("guideUrlMhlw"_L1, "V8"_L1),
    member<&Vaccination::guideUrlMunicipality>("guideUrlMunicipality"_L1, "V9"_L1),
    within("type"_L1, vaccinationTypeObject).required(),
    objects<&Vaccination::history>("history"_L1, historyObject),
    member<&Vaccination::isDeleted>("isDeleted"_L1, "V37"_L1));
constexpr RecordTable<Vaccination> vaccinationObject{{}, vaccinationMembers};

constexpr auto vaccinationListMembers = members(entries("vaccinations"_L1, vaccinationObject));
constinit const RecordTable<QList<Vaccination>> vaccinationListObject{"VaccinationList"_L1, vaccinationListMembers};

constinit const RecordTable<InquiryRequest> inquireQuestionnaireListObject{
    "InquireQuestionnaireList"_L1, requestWithoutKey};

constexpr auto summaryCheckResultMembers = members(
    member<&CheckResult::warningCode>("warningCode"_L1, "V44"_L1),
    member<&CheckResult::warningMessages>("warningMessages"_L1, "V45"_L1));
constexpr RecordTable<CheckResult> summaryCheckResultObject{{}, summaryCheckResultMembers};

constexpr auto summaryMembers = members(
    member<&QuestionnaireSummary::questionnaireManagementId>("questionnaireManagementId"_L1, "V38"_L1)
        .required()
        .kept(),
    member<&QuestionnaireSummary::questionnaireName>("questionnaireName"_L1, "V39"_L1).required().kept(),
    member<&QuestionnaireSummary::isAnswerable>("isAnswerable"_L1, "V40"_L1),
    member<&QuestionnaireSummary::answerStatusSeg>("answerStatusSeg"_L1, "V41"_L1).required(),
    member<&QuestionnaireSummary::vaccinationWishSeg>("vaccinationWishSeg"_L1, "V42"_L1),
    member<&QuestionnaireSummary::proxyInputConsentSeg>("proxyInputConsentSeg"_L1, "V43"_L1),
    objects<&QuestionnaireSummary::checkResults>("checkResults"_L1, summaryCheckResultObject));
constexpr RecordTable<QuestionnaireSummary> summaryObject{{}, summaryMembers};

constexpr auto questionnaireListMembers = members(entries("questionnaires"_L1, summaryObject));
constinit const RecordTable<QList<QuestionnaireSummary>> questionnaireListObject{
    "QuestionnaireList"_L1, questionnaireListMembers};

constexpr auto questionnaireKeyMembers = members(
    ownProcessName<InquiryRequest>(),
    member<&InquiryRequest::key>("questionnaireManagementId"_L1).required());
constinit const RecordTable<InquiryRequest> inquireQuestionnaireAnswerObject{
    "InquireQuestionnaireAnswer"_L1, questionnaireKeyMembers};

constexpr auto previousVaccinationMembers = members(
    member<&PreviousVaccination::vaccineCommonName>("vaccineCommonName"_L1, "V62"_L1),
    member<&PreviousVaccination::doseCommonName>("doseCommonName"_L1, "V63"_L1),
    member<&PreviousVaccination::vaccinatedOn>("vaccinatedOn"_L1, "V64"_L1),
    member<&PreviousVaccination::legalSeg>("legalSeg"_L1, "V65"_L1),
    member<&PreviousVaccination::intervalInfo>("intervalInfo"_L1, "V66"_L1));
constexpr RecordTable<PreviousVaccination> previousVaccinationObject{{}, previousVaccinationMembers};

constexpr auto checkResultMembers = members(
    member<&CheckResult::warningCode>("warningCode"_L1, "V68"_L1),
    member<&CheckResult::warningMessages>("warningMessages"_L1, "V69"_L1));
constexpr RecordTable<CheckResult> checkResultObject{{}, checkResultMembers};

constexpr auto questionnaireMembers = members(
    member<&QuestionnaireRecord::questionnaireManagementId>("questionnaireManagementId"_L1, "V46"_L1).required(),
    member<&QuestionnaireRecord::questionnaireName>("questionnaireName"_L1, "V47"_L1).required(),
    member<&QuestionnaireRecord::isAnswerable>("isAnswerable"_L1, "V48"_L1).required(),
    member<&QuestionnaireRecord::answerStatusSeg>("answerStatusSeg"_L1, "V49"_L1).required(),
    member<&QuestionnaireRecord::lastUpdatedPageNumber>("lastUpdatedPageNumber"_L1, "V50"_L1),
    object<&QuestionnaireRecord::basicFiveInfo>("basicFiveInfo"_L1, basicFiveInfoObject, "V51"_L1).required(),
    object<&QuestionnaireRecord::definition>("definition"_L1, definitionObject, "V52 V53 V54 V55"_L1).required(),
    objects<&QuestionnaireRecord::answers>("answers"_L1, answerObject, "V56 V57 V58"_L1).required(),
    objects<&QuestionnaireRecord::latestAnswers>("latestAnswers"_L1, answerObject, "V59 V60 V61"_L1),
    object<&QuestionnaireRecord::previousVaccination>("previousVaccination"_L1, previousVaccinationObject),
    member<&QuestionnaireRecord::completedVaccineNames>("completedVaccineNames"_L1, "V67"_L1),
    objects<&QuestionnaireRecord::checkResults>("checkResults"_L1, checkResultObject));
constinit const RecordTable<QuestionnaireRecord> questionnaireAnswerObject{
    "QuestionnaireAnswer"_L1, questionnaireMembers};

constexpr auto registerQuestionnaireMembers = members(
    ownProcessName<Registration>("V70"_L1),
    member<&Registration::state, &StoredState::key>("questionnaireManagementId"_L1, "V71"_L1).required(),
    member<&Registration::state, &StoredState::answerStatusSeg>("answerStatusSeg"_L1, "V72"_L1).required(),
    member<&Registration::lastUpdatedPageNumber>("lastUpdatedPageNumber"_L1, "V73"_L1).required(),
    objects<&Registration::state, &StoredState::answers>("answers"_L1, answerObject, "V74 V75 V76"_L1).required());
constinit const RecordTable<Registration> registerQuestionnaireAnswerObject{
    "RegisterQuestionnaireAnswer"_L1, registerQuestionnaireMembers};

constexpr auto scheduleKeyMembers = members(
    ownProcessName<InquiryRequest>(),
    member<&InquiryRequest::key>("vaccinationScheduleId"_L1).required());
constinit const RecordTable<InquiryRequest> inquireVaccinationCertificateObject{
    "InquireVaccinationCertificate"_L1, scheduleKeyMembers};

constexpr auto certificateMembers = members(
    member<&CertificateRecord::pdfFileName>("pdfFileName"_L1, "V77"_L1).required(),
    member<&CertificateRecord::pdfData>("pdfData"_L1, "V78"_L1).required());
constinit const RecordTable<CertificateRecord> vaccinationCertificateObject{
    "VaccinationCertificate"_L1, certificateMembers};

} // namespace uk
