// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"

using namespace Qt::StringLiterals;

// Maternal-child area v3, the mother: P1 to P46; the handbook objects serve the child too.
namespace uk {

using enum FieldKind;

constexpr ContractField inquirePrenatalCheckupsFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
};
constinit const ContractObject inquirePrenatalCheckupsObject{
    "InquirePrenatalCheckups"_L1, inquirePrenatalCheckupsFields};

constexpr ContractField prenatalCheckupsPregnanciesCheckupsGuideMunicipalityFields[] = {
    {.name = "title"_L1, .kind = Text},
    {.name = "url"_L1, .kind = Text},
};
constexpr ContractObject prenatalCheckupsPregnanciesCheckupsGuideMunicipalityObject{
    {}, prenatalCheckupsPregnanciesCheckupsGuideMunicipalityFields};

constexpr ContractField prenatalCheckupsPregnanciesCheckupsFields[] = {
    {.name = "prenatalCheckupId"_L1, .kind = Text, .item = "P3"_L1},
    {.name = "checkedOn"_L1, .kind = Date, .item = "P4"_L1},
    {.name = "residencySeg"_L1, .kind = Text, .item = "P5"_L1},
    {.name = "examiners"_L1, .kind = Texts, .item = "P6"_L1},
    {.name = "medicalInstitution"_L1, .kind = Object, .item = "P7"_L1, .object = &medicalInstitutionObject},
    {.name = "guideUrlMhlw"_L1, .kind = Text, .item = "P8"_L1},
    {.name = "guideMunicipality"_L1,
        .kind = Object,
        .item = "P9"_L1,
        .object = &prenatalCheckupsPregnanciesCheckupsGuideMunicipalityObject},
    {.name = "results"_L1, .kind = Objects, .item = "P10"_L1, .object = &checkupResultObject},
};
constexpr ContractObject prenatalCheckupsPregnanciesCheckupsObject{{}, prenatalCheckupsPregnanciesCheckupsFields};

constexpr ContractField prenatalCheckupsPregnanciesFields[] = {
    {.name = "pregnancyId"_L1, .kind = Text, .item = "P1"_L1},
    {.name = "notifiedOn"_L1, .kind = Date, .item = "P2"_L1},
    {.name = "checkups"_L1, .kind = Objects, .object = &prenatalCheckupsPregnanciesCheckupsObject},
};
constexpr ContractObject prenatalCheckupsPregnanciesObject{{}, prenatalCheckupsPregnanciesFields};

constexpr ContractField prenatalCheckupsFields[] = {
    {.name = "pregnancies"_L1, .kind = Objects, .isRequired = true, .object = &prenatalCheckupsPregnanciesObject},
};
constinit const ContractObject prenatalCheckupsObject{"PrenatalCheckups"_L1, prenatalCheckupsFields};

constexpr ContractField checkupResultFields[] = {
    {.name = "name"_L1, .kind = Text},
    {.name = "value"_L1, .kind = Text},
    {.name = "unit"_L1, .kind = Text},
    {.name = "judgement"_L1, .kind = Text},
};
constinit const ContractObject checkupResultObject{"CheckupResult"_L1, checkupResultFields};

constexpr ContractField inquirePrenatalVouchersFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
};
constinit const ContractObject inquirePrenatalVouchersObject{
    "InquirePrenatalVouchers"_L1, inquirePrenatalVouchersFields};

constexpr ContractField prenatalVouchersVouchersFields[] = {
    {.name = "voucherId"_L1, .kind = Text, .item = "P11"_L1},
    {.name = "voucherName"_L1, .kind = Text, .item = "P12"_L1},
    {.name = "municipalBurdenAmount"_L1, .kind = Integer, .item = "P13"_L1},
    {.name = "expiresOn"_L1, .kind = Date, .item = "P14"_L1},
    {.name = "remarks"_L1, .kind = Text, .item = "P15"_L1},
    {.name = "issuedOn"_L1, .kind = Date, .item = "P16"_L1},
    {.name = "usedOn"_L1, .kind = Date, .item = "P17"_L1},
    {.name = "prenatalCheckupId"_L1, .kind = Text, .item = "P18"_L1},
    {.name = "checkupItems"_L1, .kind = Texts, .item = "P19"_L1},
};
constexpr ContractObject prenatalVouchersVouchersObject{{}, prenatalVouchersVouchersFields};

constexpr ContractField prenatalVouchersFields[] = {
    {.name = "vouchers"_L1, .kind = Objects, .isRequired = true, .object = &prenatalVouchersVouchersObject},
};
constinit const ContractObject prenatalVouchersObject{"PrenatalVouchers"_L1, prenatalVouchersFields};

constexpr ContractField inquireHomecomingFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
};
constinit const ContractObject inquireHomecomingObject{"InquireHomecoming"_L1, inquireHomecomingFields};

constexpr ContractField homecomingDefinitionSectionsFields[] = {
    {.name = "label"_L1, .kind = Text, .item = "P21"_L1},
    {.name = "repeatCount"_L1, .kind = Integer, .item = "P22"_L1, .minimum = 1},
    {.name = "items"_L1, .kind = Objects, .item = "P23"_L1, .object = &questionItemObject},
};
constexpr ContractObject homecomingDefinitionSectionsObject{{}, homecomingDefinitionSectionsFields};

constexpr ContractField homecomingDefinitionFields[] = {
    {.name = "sections"_L1, .kind = Objects, .object = &homecomingDefinitionSectionsObject},
};
constexpr ContractObject homecomingDefinitionObject{{}, homecomingDefinitionFields};

constexpr ContractField homecomingFields[] = {
    {.name = "pregnancyByMunicipalityId"_L1, .kind = Text, .item = "P20"_L1},
    {.name = "definition"_L1, .kind = Object, .object = &homecomingDefinitionObject},
    {.name = "answers"_L1, .kind = Objects, .item = "P24 P25"_L1, .object = &itemAnswerObject},
};
constinit const ContractObject homecomingObject{"Homecoming"_L1, homecomingFields};

constexpr ContractField registerHomecomingFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .item = "P26"_L1, .isRequired = true},
    {.name = "pregnancyByMunicipalityId"_L1, .kind = Text, .item = "P27"_L1, .isRequired = true},
    {.name = "isDeleted"_L1, .kind = Boolean, .item = "P28"_L1, .isRequired = true},
    {.name = "answers"_L1, .kind = Objects, .item = "P29 P30"_L1, .isRequired = true, .object = &itemAnswerObject},
};
constinit const ContractObject registerHomecomingObject{"RegisterHomecoming"_L1, registerHomecomingFields};

constexpr ContractField inquirePregnancyLossFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
};
constinit const ContractObject inquirePregnancyLossObject{"InquirePregnancyLoss"_L1, inquirePregnancyLossFields};

constexpr ContractField pregnancyLossFields[] = {
    {.name = "pregnancyByMunicipalityId"_L1, .kind = Text, .item = "P31"_L1},
    {.name = "pregnancyLossOn"_L1, .kind = Date, .item = "P32"_L1},
};
constinit const ContractObject pregnancyLossObject{"PregnancyLoss"_L1, pregnancyLossFields};

constexpr ContractField registerPregnancyLossFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .item = "P33"_L1, .isRequired = true},
    {.name = "pregnancyByMunicipalityId"_L1, .kind = Text, .item = "P34"_L1, .isRequired = true},
    {.name = "diagnosedOn"_L1, .kind = Date, .item = "P35"_L1, .isRequired = true},
};
constinit const ContractObject registerPregnancyLossObject{"RegisterPregnancyLoss"_L1, registerPregnancyLossFields};

constexpr ContractField inquirePrenatalMchbookFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
    {.name = "pregnancyId"_L1, .kind = Text},
};
constinit const ContractObject inquirePrenatalMchbookObject{"InquirePrenatalMchbook"_L1, inquirePrenatalMchbookFields};

constexpr ContractField mchbookDefinitionCategoriesFields[] = {
    {.name = "categoryId"_L1, .kind = Text, .item = "P38 C38"_L1},
    {.name = "categoryName"_L1, .kind = Text, .item = "P39 C39"_L1},
    {.name = "categoryNotice"_L1, .kind = Text, .item = "P40 C40"_L1},
    {.name = "items"_L1, .kind = Objects, .item = "P41 C41"_L1, .object = &questionItemObject},
};
constexpr ContractObject mchbookDefinitionCategoriesObject{{}, mchbookDefinitionCategoriesFields};

constexpr ContractField mchbookDefinitionFields[] = {
    {.name = "categories"_L1, .kind = Objects, .object = &mchbookDefinitionCategoriesObject},
};
constinit const ContractObject mchbookDefinitionObject{"MchbookDefinition"_L1, mchbookDefinitionFields};

constexpr ContractField mchbookAnswersCategoriesFields[] = {
    {.name = "categoryId"_L1, .kind = Text, .item = "P42 C42"_L1},
    {.name = "items"_L1, .kind = Objects, .item = "P43 C43"_L1, .object = &itemAnswerObject},
};
constexpr ContractObject mchbookAnswersCategoriesObject{{}, mchbookAnswersCategoriesFields};

constexpr ContractField mchbookAnswersFields[] = {
    {.name = "categories"_L1, .kind = Objects, .object = &mchbookAnswersCategoriesObject},
};
constinit const ContractObject mchbookAnswersObject{"MchbookAnswers"_L1, mchbookAnswersFields};

constexpr ContractField prenatalMchbookMchbooksFields[] = {
    {.name = "pregnancyId"_L1, .kind = Text, .item = "P36"_L1},
    {.name = "notifiedOn"_L1, .kind = Date, .item = "P37"_L1},
    {.name = "definition"_L1, .kind = Object, .object = &mchbookDefinitionObject},
    {.name = "answers"_L1, .kind = Object, .object = &mchbookAnswersObject},
};
constexpr ContractObject prenatalMchbookMchbooksObject{{}, prenatalMchbookMchbooksFields};

constexpr ContractField prenatalMchbookFields[] = {
    {.name = "mchbooks"_L1, .kind = Objects, .isRequired = true, .object = &prenatalMchbookMchbooksObject},
};
constinit const ContractObject prenatalMchbookObject{"PrenatalMchbook"_L1, prenatalMchbookFields};

constexpr ContractField registerPrenatalMchbookFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .item = "P44"_L1, .isRequired = true},
    {.name = "pregnancyId"_L1, .kind = Text, .item = "P45"_L1, .isRequired = true},
    {.name = "items"_L1, .kind = Objects, .item = "P46"_L1, .isRequired = true, .object = &itemAnswerObject},
};
constinit const ContractObject registerPrenatalMchbookObject{
    "RegisterPrenatalMchbook"_L1, registerPrenatalMchbookFields};

} // namespace uk
