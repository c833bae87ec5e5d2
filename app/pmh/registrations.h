// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/sharedrecords.h"

/// What the six registrations send. Each holds the whole answer of its key and replaces what was stored, so what was
/// not shown goes back unchanged (rules 6). Values in memory only.
namespace uk {

/// V70–V76.
struct QuestionnaireRegistration
{
    QString questionnaireManagementId; ///< V71
    QString answerStatusSeg;           ///< V72: "1" draft, "2" answered
    int lastUpdatedPageNumber = 1;     ///< V73, from 1
    Answers answers;                   ///< V74–V76: the whole answer, hidden items left out
    friend bool operator==(const QuestionnaireRegistration &, const QuestionnaireRegistration &) = default;
};

/// C31–C37.
struct ChildQuestionnaireRegistration
{
    QString childCheckupId;        ///< C32
    QString answerStatusSeg;       ///< C33: "1" draft, "2" answered
    int lastUpdatedPageNumber = 1; ///< C34, from 1
    Answers answers;               ///< C35–C37: the whole answer, hidden items left out
    friend bool operator==(const ChildQuestionnaireRegistration &, const ChildQuestionnaireRegistration &) = default;
};

/// P26–P30.
struct HomecomingRegistration
{
    QString pregnancyByMunicipalityId; ///< P27
    bool isDeleted = false;            ///< P28: removes the information; goes with empty answers (rules 6)
    Answers answers;                   ///< P29, P30

    [[nodiscard]] static HomecomingRegistration removal(const QString &pregnancyByMunicipalityId)
    {
        return {pregnancyByMunicipalityId, true, {}};
    }
    friend bool operator==(const HomecomingRegistration &, const HomecomingRegistration &) = default;
};

/// P33–P35.
struct PregnancyLossRegistration
{
    QString pregnancyByMunicipalityId; ///< P34
    QDate diagnosedOn;                 ///< P35, a valid day
    friend bool operator==(const PregnancyLossRegistration &, const PregnancyLossRegistration &) = default;
};

/// P44–P46.
struct PrenatalHandbookRegistration
{
    QString pregnancyId; ///< P45
    Answers items;       ///< P46, of all categories
    friend bool operator==(const PrenatalHandbookRegistration &, const PrenatalHandbookRegistration &) = default;
};

/// C44, C45. Its key is the person alone.
struct ChildHandbookRegistration
{
    Answers items; ///< C45, of all categories
    friend bool operator==(const ChildHandbookRegistration &, const ChildHandbookRegistration &) = default;
};

/// What the answer to a registration may echo (rules 8).
struct RegistrationEcho
{
    QString processType; ///< canonical
    QString questionnaireManagementId, childCheckupId, pregnancyByMunicipalityId, pregnancyId;
    QString answerStatusSeg;
    friend bool operator==(const RegistrationEcho &, const RegistrationEcho &) = default;
};

} // namespace uk
