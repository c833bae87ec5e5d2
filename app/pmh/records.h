// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/sharedrecords.h"

/// The records of the vaccination area (V1–V78); what holds for all records: sharedrecords.h.
namespace uk {

/// V19–V21 or V22–V24.
struct VaccinationPeriods
{
    DatePeriod age, fiscalYear, date;
    friend bool operator==(const VaccinationPeriods &, const VaccinationPeriods &) = default;
};

/// One dose that was given (V28–V36).
struct VaccinationHistoryEntry
{
    QString vaccinationScheduleId; ///< V28; the id that a certificate is inquired with
    QDate vaccinatedOn;            ///< V29
    QString doctorName;            ///< V30
    QString implementationSeg;     ///< V31: 1 individual, 2 group
    QString vaccinationSeg;        ///< V32: 1 vaccinated, 2 examined only
    std::optional<bool> isConsented; ///< V33
    QString vaccineName, manufacturer, lotNumber, doseAmount; ///< V34
    QString specialCircumstanceSeg; ///< V35
    MedicalInstitution medicalInstitution; ///< V36
    friend bool operator==(const VaccinationHistoryEntry &, const VaccinationHistoryEntry &) = default;
};

/// One planned vaccination (V1–V37). Kept where unreadable: V1, V2, V11, V12.
struct VaccinationRecord
{
    QString questionnaireManagementId; ///< V1
    QString vaccinationScheduleId;     ///< V2
    QDate recommendedOn, reRecommendedOn; ///< V3, V4
    QDate questionnaireDisplayFrom, questionnaireDisplayTo; ///< V5, V6
    QString residencySeg; ///< V7: 1 resident, 2 moved out
    QString guideUrlMhlw, guideUrlMunicipality; ///< V8, V9
    QString vaccinationControlNumber; ///< V10
    QString vaccineCommonName;        ///< V11
    QString doseCommonName;           ///< V12
    QString vaccineTypeCode;          ///< V13
    QString term, valency;            ///< V14, V15
    std::optional<int> doseNumber;    ///< V16
    QDate previousOn, beforePreviousOn; ///< V17, V18
    VaccinationPeriods standardPeriod;  ///< V19–V21
    VaccinationPeriods routinePeriod;   ///< V22–V24
    QString legalSeg;                 ///< V25: 1 routine, 2 voluntary, 3 extraordinary
    QString suitableAgeSeg;           ///< V26
    bool isPeriodHidden = false;      ///< V27
    QList<VaccinationHistoryEntry> history; ///< V28–V36
    bool isDeleted = false;           ///< V37
    std::optional<Error> unreadable;
    friend bool operator==(const VaccinationRecord &, const VaccinationRecord &) = default;
};

/// V44, V45; V68, V69. Shown verbatim.
struct CheckResult
{
    QString warningCode;
    QStringList warningMessages;
    friend bool operator==(const CheckResult &, const CheckResult &) = default;
};

/// V38–V45. Kept where unreadable: V38, V39; it is not answerable then.
struct QuestionnaireSummary
{
    QString questionnaireManagementId, questionnaireName; ///< V38, V39
    bool isAnswerable = false;    ///< V40; absent is false
    QString answerStatusSeg;      ///< V41: 0 unanswered, 1 draft, 2 answered
    QString vaccinationWishSeg;   ///< V42: 0 unanswered, 1 wishes, 2 does not wish
    QString proxyInputConsentSeg; ///< V43: 0 unanswered, 1 agrees, 2 does not agree
    QList<CheckResult> checkResults;
    std::optional<Error> unreadable;
    friend bool operator==(const QuestionnaireSummary &, const QuestionnaireSummary &) = default;
};

/// Which of the two kinds of questionnaires (README rule 5): they differ in process types and in what stands around the
/// answers, not in the answers.
enum class QuestionnaireKind { Vaccination, ChildCheckup };

/// V62–V66.
struct PreviousVaccination
{
    QString vaccineCommonName, doseCommonName;
    QDate vaccinatedOn;
    QString legalSeg, intervalInfo;
    friend bool operator==(const PreviousVaccination &, const PreviousVaccination &) = default;
};

/// V46–V69.
struct QuestionnaireRecord
{
    QString questionnaireManagementId, questionnaireName;
    bool isAnswerable = false;
    QString answerStatusSeg;
    std::optional<int> lastUpdatedPageNumber;
    BasicFiveInfo basicFiveInfo;
    Definition definition;
    Answers answers;       ///< V56–V58
    Answers latestAnswers; ///< V59–V61
    std::optional<PreviousVaccination> previousVaccination;
    QStringList completedVaccineNames; ///< V67
    QList<CheckResult> checkResults;
    QuestionnaireKind kind = QuestionnaireKind::Vaccination; ///< of a check-up the id is C21, and there is nothing after the answers
    friend bool operator==(const QuestionnaireRecord &, const QuestionnaireRecord &) = default;
};

/// V70–V76.
struct QuestionnaireRegistration
{
    QString questionnaireManagementId; ///< V71
    QString answerStatusSeg;           ///< V72: "1" draft, "2" answered
    int lastUpdatedPageNumber = 1;     ///< V73, from 1
    Answers answers;                   ///< V74–V76: the whole answer, hidden items left out
    QuestionnaireKind kind = QuestionnaireKind::Vaccination; ///< of a check-up: C31–C37
    friend bool operator==(const QuestionnaireRegistration &, const QuestionnaireRegistration &) = default;
};

/// V77, V78, still base64.
struct CertificateRecord
{
    QString pdfFileName; ///< never used as a path
    QByteArray pdfData;
    friend bool operator==(const CertificateRecord &, const CertificateRecord &) = default;
};

} // namespace uk

// Lists of these grow by moving bytes.
Q_DECLARE_TYPEINFO(uk::VaccinationHistoryEntry, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(uk::VaccinationRecord, Q_RELOCATABLE_TYPE);
