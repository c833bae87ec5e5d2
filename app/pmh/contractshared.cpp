// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"

using namespace Qt::StringLiterals;

// What several areas share (BasicFiveInfo, questions and answers), and what every request may be answered with.
namespace uk {

using enum FieldKind;

constexpr ContractField errorFields[] = {
    {.name = "code"_L1, .kind = Text, .isRequired = true},
    {.name = "message"_L1, .kind = Text, .isRequired = true},
};
constinit const ContractObject errorObject{"Error"_L1, errorFields};

constexpr ContractField datePeriodFields[] = {
    {.name = "from"_L1, .kind = Date},
    {.name = "to"_L1, .kind = Date},
};
constinit const ContractObject datePeriodObject{"DatePeriod"_L1, datePeriodFields};

constexpr ContractField basicFiveInfoFields[] = {
    {.name = "name"_L1, .kind = Text, .isRequired = true},
    {.name = "nameKana"_L1, .kind = Text, .isRequired = true},
    {.name = "address"_L1, .kind = Text, .isRequired = true},
    {.name = "dateOfBirth"_L1, .kind = Date, .isRequired = true},
    {.name = "sex"_L1, .kind = Text, .isRequired = true},
};
constinit const ContractObject basicFiveInfoObject{"BasicFiveInfo"_L1, basicFiveInfoFields};

constexpr ContractField medicalInstitutionFields[] = {
    {.name = "code"_L1, .kind = Text},
    {.name = "name"_L1, .kind = Text},
    {.name = "detail"_L1, .kind = Text},
};
constinit const ContractObject medicalInstitutionObject{"MedicalInstitution"_L1, medicalInstitutionFields};

constexpr ContractField questionItemChoicesFields[] = {
    {.name = "value"_L1, .kind = Text, .isRequired = true, .minimum = 1},
    {.name = "label"_L1, .kind = Text, .isRequired = true},
    {.name = "isExclusive"_L1, .kind = Boolean},
};
constexpr ContractObject questionItemChoicesObject{{}, questionItemChoicesFields};

constexpr ContractField questionItemVisibleWhenFields[] = {
    {.name = "itemMasterId"_L1, .kind = Text, .isRequired = true},
    {.name = "anyOf"_L1, .kind = Texts, .isRequired = true},
};
constexpr ContractObject questionItemVisibleWhenObject{{}, questionItemVisibleWhenFields};

constexpr ContractField questionItemFields[] = {
    {.name = "itemMasterId"_L1, .kind = Text, .isRequired = true, .minimum = 1},
    {.name = "label"_L1, .kind = Text, .isRequired = true},
    {.name = "answerType"_L1, .kind = Text, .isRequired = true},
    {.name = "isRequired"_L1, .kind = Boolean},
    {.name = "choices"_L1, .kind = Objects, .object = &questionItemChoicesObject},
    {.name = "unit"_L1, .kind = Text},
    {.name = "minimum"_L1, .kind = Number},
    {.name = "maximum"_L1, .kind = Number},
    {.name = "isRangeWarningOnly"_L1, .kind = Boolean},
    {.name = "decimalPlaces"_L1, .kind = Integer},
    {.name = "maxLength"_L1, .kind = Integer},
    {.name = "visibleWhen"_L1, .kind = Object, .object = &questionItemVisibleWhenObject},
    {.name = "isSensitive"_L1, .kind = Boolean},
    {.name = "isHealthToday"_L1, .kind = Boolean},
    {.name = "isReadOnly"_L1, .kind = Boolean},
    {.name = "note"_L1, .kind = Text},
};
constinit const ContractObject questionItemObject{"QuestionItem"_L1, questionItemFields};

constexpr ContractField definitionGroupsSubgroupsFields[] = {
    {.name = "label"_L1, .kind = Text},
    {.name = "maxRepeat"_L1, .kind = Integer, .minimum = 1},
    {.name = "items"_L1, .kind = Objects, .isRequired = true, .object = &questionItemObject},
};
constexpr ContractObject definitionGroupsSubgroupsObject{{}, definitionGroupsSubgroupsFields};

constexpr ContractField definitionGroupsFields[] = {
    {.name = "label"_L1, .kind = Text},
    {.name = "subgroups"_L1, .kind = Objects, .isRequired = true, .object = &definitionGroupsSubgroupsObject},
};
constexpr ContractObject definitionGroupsObject{{}, definitionGroupsFields};

constexpr ContractField definitionFields[] = {
    {.name = "groups"_L1, .kind = Objects, .isRequired = true, .object = &definitionGroupsObject},
};
constinit const ContractObject definitionObject{"Definition"_L1, definitionFields};

constexpr ContractField answerFields[] = {
    {.name = "itemMasterId"_L1, .kind = Text, .isRequired = true},
    {.name = "repeatNumber"_L1, .kind = Integer, .isRequired = true, .minimum = 1},
    {.name = "result"_L1, .kind = Result, .isRequired = true},
};
constinit const ContractObject answerObject{"Answer"_L1, answerFields};

constexpr ContractField registerResultFields[] = {
    {.name = "processType"_L1, .kind = ProcessName},
    {.name = "questionnaireManagementId"_L1, .kind = Text},
    {.name = "childCheckupId"_L1, .kind = Text},
    {.name = "pregnancyByMunicipalityId"_L1, .kind = Text},
    {.name = "pregnancyId"_L1, .kind = Text},
    {.name = "answerStatusSeg"_L1, .kind = Text},
};
constinit const ContractObject registerResultObject{"RegisterResult"_L1, registerResultFields};

constexpr ContractField itemAnswerFields[] = {
    {.name = "itemId"_L1, .kind = Text, .isRequired = true},
    {.name = "repeatNumber"_L1, .kind = Integer, .minimum = 1},
    {.name = "result"_L1, .kind = Result, .isRequired = true},
};
constinit const ContractObject itemAnswerObject{"ItemAnswer"_L1, itemAnswerFields};

constexpr ContractField acceptedRequestFields[] = {
    {.name = "processId"_L1, .kind = Text, .isRequired = true},
};
constinit const ContractObject acceptedRequestObject{"AcceptedRequest"_L1, acceptedRequestFields};

constexpr ContractField resultRequestFields[] = {
    {.name = "processId"_L1, .kind = Text, .isRequired = true},
};
constinit const ContractObject resultRequestObject{"ResultRequest"_L1, resultRequestFields};

} // namespace uk
