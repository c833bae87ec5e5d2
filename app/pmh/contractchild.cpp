// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"

using namespace Qt::StringLiterals;

// Maternal-child area v3, the child: C1 to C45.
namespace uk {

using enum FieldKind;

constexpr ContractField inquireChildCheckupsFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
};
constinit const ContractObject inquireChildCheckupsObject{"InquireChildCheckups"_L1, inquireChildCheckupsFields};

constexpr ContractField childCheckupsCheckupsStandardPeriodFields[] = {
    {.name = "ageLabel"_L1, .kind = Text},
    {.name = "date"_L1, .kind = Object, .object = &datePeriodObject},
};
constexpr ContractObject childCheckupsCheckupsStandardPeriodObject{{}, childCheckupsCheckupsStandardPeriodFields};

constexpr ContractField childCheckupsCheckupsMunicipalityFields[] = {
    {.name = "code"_L1, .kind = Text, .item = "C10"_L1},
    {.name = "prefectureName"_L1, .kind = Text, .item = "C11"_L1},
    {.name = "cityName"_L1, .kind = Text, .item = "C12"_L1},
};
constexpr ContractObject childCheckupsCheckupsMunicipalityObject{{}, childCheckupsCheckupsMunicipalityFields};

constexpr ContractField childCheckupsCheckupsMedicalInstitutionFields[] = {
    {.name = "code"_L1, .kind = Text, .item = "C13"_L1},
    {.name = "name"_L1, .kind = Text, .item = "C14"_L1},
};
constexpr ContractObject childCheckupsCheckupsMedicalInstitutionObject{
    {}, childCheckupsCheckupsMedicalInstitutionFields};

constexpr ContractField childCheckupsCheckupsVenueFields[] = {
    {.name = "code"_L1, .kind = Text, .item = "C15"_L1},
    {.name = "name"_L1, .kind = Text, .item = "C16"_L1},
};
constexpr ContractObject childCheckupsCheckupsVenueObject{{}, childCheckupsCheckupsVenueFields};

constexpr ContractField childCheckupsCheckupsFields[] = {
    {.name = "childCheckupId"_L1, .kind = Text, .item = "C1"_L1},
    {.name = "childCheckupName"_L1, .kind = Text, .item = "C2"_L1},
    {.name = "standardPeriod"_L1,
        .kind = Object,
        .item = "C3"_L1,
        .object = &childCheckupsCheckupsStandardPeriodObject},
    {.name = "isAnswerable"_L1, .kind = Boolean, .item = "C4"_L1},
    {.name = "answerStatusSeg"_L1, .kind = Text, .item = "C5"_L1},
    {.name = "checkedOn"_L1, .kind = Date, .item = "C6"_L1},
    {.name = "recommendedOn"_L1, .kind = Date, .item = "C7"_L1},
    {.name = "residencySeg"_L1, .kind = Text, .item = "C8"_L1},
    {.name = "examiners"_L1, .kind = Texts, .item = "C9"_L1},
    {.name = "municipality"_L1, .kind = Object, .object = &childCheckupsCheckupsMunicipalityObject},
    {.name = "medicalInstitution"_L1, .kind = Object, .object = &childCheckupsCheckupsMedicalInstitutionObject},
    {.name = "venue"_L1, .kind = Object, .object = &childCheckupsCheckupsVenueObject},
    {.name = "guideUrlMhlw"_L1, .kind = Text, .item = "C17"_L1},
    {.name = "guideUrlMunicipality"_L1, .kind = Text, .item = "C18"_L1},
    {.name = "guideUrlMunicipalityCheckup"_L1, .kind = Text, .item = "C19"_L1},
    {.name = "results"_L1, .kind = Objects, .item = "C20"_L1, .object = &checkupResultObject},
};
constexpr ContractObject childCheckupsCheckupsObject{{}, childCheckupsCheckupsFields};

constexpr ContractField childCheckupsFields[] = {
    {.name = "basicFiveInfo"_L1, .kind = Object, .object = &basicFiveInfoObject},
    {.name = "checkups"_L1, .kind = Objects, .isRequired = true, .object = &childCheckupsCheckupsObject},
};
constinit const ContractObject childCheckupsObject{"ChildCheckups"_L1, childCheckupsFields};

constexpr ContractField inquireChildQuestionnaireAnswerFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
    {.name = "childCheckupId"_L1, .kind = Text, .isRequired = true},
};
constinit const ContractObject inquireChildQuestionnaireAnswerObject{
    "InquireChildQuestionnaireAnswer"_L1, inquireChildQuestionnaireAnswerFields};

constexpr ContractField childQuestionnaireAnswerFields[] = {
    {.name = "childCheckupId"_L1, .kind = Text, .item = "C21"_L1, .isRequired = true},
    {.name = "questionnaireName"_L1, .kind = Text, .item = "C22"_L1, .isRequired = true},
    {.name = "isAnswerable"_L1, .kind = Boolean, .item = "C23"_L1, .isRequired = true},
    {.name = "answerStatusSeg"_L1, .kind = Text, .item = "C24"_L1, .isRequired = true},
    {.name = "lastUpdatedPageNumber"_L1, .kind = Integer, .item = "C25"_L1},
    {.name = "basicFiveInfo"_L1, .kind = Object, .item = "C26"_L1, .isRequired = true, .object = &basicFiveInfoObject},
    {.name = "definition"_L1, .kind = Object, .item = "C27"_L1, .isRequired = true, .object = &definitionObject},
    {.name = "answers"_L1, .kind = Objects, .item = "C28 C29 C30"_L1, .isRequired = true, .object = &answerObject},
};
constinit const ContractObject childQuestionnaireAnswerObject{
    "ChildQuestionnaireAnswer"_L1, childQuestionnaireAnswerFields};

constexpr ContractField registerChildQuestionnaireAnswerFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .item = "C31"_L1, .isRequired = true},
    {.name = "childCheckupId"_L1, .kind = Text, .item = "C32"_L1, .isRequired = true},
    {.name = "answerStatusSeg"_L1, .kind = Text, .item = "C33"_L1, .isRequired = true},
    {.name = "lastUpdatedPageNumber"_L1, .kind = Integer, .item = "C34"_L1, .isRequired = true},
    {.name = "answers"_L1, .kind = Objects, .item = "C35 C36 C37"_L1, .isRequired = true, .object = &answerObject},
};
constinit const ContractObject registerChildQuestionnaireAnswerObject{
    "RegisterChildQuestionnaireAnswer"_L1, registerChildQuestionnaireAnswerFields};

constexpr ContractField inquireChildMchbookFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
};
constinit const ContractObject inquireChildMchbookObject{"InquireChildMchbook"_L1, inquireChildMchbookFields};

constexpr ContractField childMchbookFields[] = {
    {.name = "definition"_L1, .kind = Object, .object = &mchbookDefinitionObject},
    {.name = "answers"_L1, .kind = Object, .object = &mchbookAnswersObject},
};
constinit const ContractObject childMchbookObject{"ChildMchbook"_L1, childMchbookFields};

constexpr ContractField registerChildMchbookFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .item = "C44"_L1, .isRequired = true},
    {.name = "items"_L1, .kind = Objects, .item = "C45"_L1, .isRequired = true, .object = &itemAnswerObject},
};
constinit const ContractObject registerChildMchbookObject{"RegisterChildMchbook"_L1, registerChildMchbookFields};

} // namespace uk
