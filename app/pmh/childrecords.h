// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/sharedrecords.h"

/// Records of the maternal-child area about the child (C1–C45); what holds for all: sharedrecords.h.
namespace uk {

/// 乳幼児健診: one check-up, planned or done (C1–C20). Kept where unreadable: C1, C2; it is not answerable then.
struct ChildCheckup
{
    QString childCheckupId, childCheckupName; ///< C1, C2
    QString standardAge;                      ///< C3: the age as a text
    DatePeriod standardPeriod;                ///< C3: the days
    bool isAnswerable = false;                ///< C4; absent is false
    QString answerStatusSeg;                  ///< C5: 0 unanswered, 1 draft, 2 answered
    QDate checkedOn;                          ///< C6; invalid: not done yet
    QDate recommendedOn;                      ///< C7
    QString residencySeg;                     ///< C8: 1 resident, 2 moved out
    QStringList examiners;                    ///< C9, the contract has up to nine
    QString municipalityCode, prefectureName, cityName; ///< C10–C12
    MedicalInstitution medicalInstitution;    ///< C13, C14; has no detail
    QString venueCode, venueName;             ///< C15, C16
    QString guideUrlMhlw;                     ///< C17
    QString guideUrlMunicipality;             ///< C18: check-ups in general
    QString guideUrlMunicipalityCheckup;      ///< C19: this check-up
    QList<CheckupResult> results;             ///< C20, in the order sent
    std::optional<Error> unreadable;
    friend bool operator==(const ChildCheckup &, const ChildCheckup &) = default;
};

/// C1–C20 and whose they are.
struct ChildCheckups
{
    std::optional<BasicFiveInfo> basicFiveInfo;
    QList<ChildCheckup> checkups;
    friend bool operator==(const ChildCheckups &, const ChildCheckups &) = default;
};

/// 乳幼児健診の問診票 (C21–C30).
struct ChildQuestionnaireRecord
{
    QString childCheckupId, questionnaireName; ///< C21, C22
    bool isAnswerable = false;                 ///< C23
    QString answerStatusSeg;                   ///< C24: 0 unanswered, 1 draft, 2 answered
    std::optional<int> lastUpdatedPageNumber;  ///< C25
    BasicFiveInfo basicFiveInfo;               ///< C26
    Definition definition;                     ///< C27
    Answers answers;                           ///< C28–C30
    friend bool operator==(const ChildQuestionnaireRecord &, const ChildQuestionnaireRecord &) = default;
};

} // namespace uk
