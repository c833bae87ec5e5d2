// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"

using namespace Qt::StringLiterals;

// Maternal-child area v3, the mother: P1 to P46; the handbook objects serve the child too.
namespace uk {

constinit const RecordTable<InquiryRequest> inquirePrenatalCheckupsObject{
    "InquirePrenatalCheckups"_L1, requestWithoutKey};

constexpr auto prenatalGuideMembers = members(
    member<&PrenatalCheckup::guideTitleMunicipality>("title"_L1),
    member<&PrenatalCheckup::guideUrlMunicipality>("url"_L1));
constexpr RecordTable<PrenatalCheckup> prenatalGuideObject{{}, prenatalGuideMembers};

constexpr auto prenatalCheckupMembers = members(
    member<&PrenatalCheckup::prenatalCheckupId>("prenatalCheckupId"_L1, "P3"_L1).kept(),
    member<&PrenatalCheckup::checkedOn>("checkedOn"_L1, "P4"_L1).kept(),
    member<&PrenatalCheckup::residencySeg>("residencySeg"_L1, "P5"_L1),
    member<&PrenatalCheckup::examiners>("examiners"_L1, "P6"_L1),
    object<&PrenatalCheckup::medicalInstitution>("medicalInstitution"_L1, medicalInstitutionObject, "P7"_L1),
    member<&PrenatalCheckup::guideUrlMhlw>("guideUrlMhlw"_L1, "P8"_L1),
    within("guideMunicipality"_L1, prenatalGuideObject, "P9"_L1),
    objects<&PrenatalCheckup::results>("results"_L1, checkupResultObject, "P10"_L1));
constexpr RecordTable<PrenatalCheckup> prenatalCheckupObject{{}, prenatalCheckupMembers};

constexpr auto pregnancyMembers = members(
    member<&Pregnancy::pregnancyId>("pregnancyId"_L1, "P1"_L1).kept(),
    member<&Pregnancy::notifiedOn>("notifiedOn"_L1, "P2"_L1).kept(),
    objects<&Pregnancy::checkups>("checkups"_L1, prenatalCheckupObject));
constexpr RecordTable<Pregnancy> pregnancyObject{{}, pregnancyMembers};

constexpr auto prenatalCheckupsMembers = members(entries("pregnancies"_L1, pregnancyObject));
constinit const RecordTable<QList<Pregnancy>> prenatalCheckupsObject{"PrenatalCheckups"_L1, prenatalCheckupsMembers};

constinit const RecordTable<InquiryRequest> inquirePrenatalVouchersObject{
    "InquirePrenatalVouchers"_L1, requestWithoutKey};

constexpr auto prenatalVoucherMembers = members(
    member<&PrenatalVoucher::voucherId>("voucherId"_L1, "P11"_L1).kept(),
    member<&PrenatalVoucher::voucherName>("voucherName"_L1, "P12"_L1).kept(),
    member<&PrenatalVoucher::municipalBurdenAmount>("municipalBurdenAmount"_L1, "P13"_L1),
    member<&PrenatalVoucher::expiresOn>("expiresOn"_L1, "P14"_L1),
    member<&PrenatalVoucher::remarks>("remarks"_L1, "P15"_L1),
    member<&PrenatalVoucher::issuedOn>("issuedOn"_L1, "P16"_L1),
    member<&PrenatalVoucher::usedOn>("usedOn"_L1, "P17"_L1),
    member<&PrenatalVoucher::prenatalCheckupId>("prenatalCheckupId"_L1, "P18"_L1),
    member<&PrenatalVoucher::checkupItems>("checkupItems"_L1, "P19"_L1));
constexpr RecordTable<PrenatalVoucher> prenatalVoucherObject{{}, prenatalVoucherMembers};

constexpr auto prenatalVouchersMembers = members(entries("vouchers"_L1, prenatalVoucherObject));
constinit const RecordTable<QList<PrenatalVoucher>> prenatalVouchersObject{
    "PrenatalVouchers"_L1, prenatalVouchersMembers};

constinit const RecordTable<InquiryRequest> inquireHomecomingObject{"InquireHomecoming"_L1, requestWithoutKey};

constexpr auto homecomingSectionMembers = members(
    member<&Subgroup::label>("label"_L1, "P21"_L1),
    member<&Subgroup::maxRepeat>("repeatCount"_L1, "P22"_L1).atLeast(1),
    objects<&Subgroup::items>("items"_L1, questionItemObject, "P23"_L1));
constexpr RecordTable<Subgroup> homecomingSectionObject{{}, homecomingSectionMembers};

constexpr auto homecomingDefinitionMembers = members(
    objects<&Homecoming::sections>("sections"_L1, homecomingSectionObject));
constexpr RecordTable<Homecoming> homecomingDefinitionObject{{}, homecomingDefinitionMembers};

constexpr auto homecomingMembers = members(
    member<&Homecoming::pregnancyByMunicipalityId>("pregnancyByMunicipalityId"_L1, "P20"_L1),
    within("definition"_L1, homecomingDefinitionObject),
    objects<&Homecoming::answers>("answers"_L1, itemAnswerObject, "P24 P25"_L1));
constinit const RecordTable<Homecoming> homecomingObject{"Homecoming"_L1, homecomingMembers};

constexpr auto registerHomecomingMembers = members(
    ownProcessName<Registration>("P26"_L1),
    member<&Registration::state, &StoredState::key>("pregnancyByMunicipalityId"_L1, "P27"_L1).required(),
    member<&Registration::isDeleted>("isDeleted"_L1, "P28"_L1).required(),
    objects<&Registration::state, &StoredState::answers>("answers"_L1, itemAnswerObject, "P29 P30"_L1).required());
constinit const RecordTable<Registration> registerHomecomingObject{"RegisterHomecoming"_L1, registerHomecomingMembers};

constinit const RecordTable<InquiryRequest> inquirePregnancyLossObject{"InquirePregnancyLoss"_L1, requestWithoutKey};

constexpr auto pregnancyLossMembers = members(
    member<&PregnancyLoss::pregnancyByMunicipalityId>("pregnancyByMunicipalityId"_L1, "P31"_L1),
    member<&PregnancyLoss::pregnancyLossOn>("pregnancyLossOn"_L1, "P32"_L1));
constinit const RecordTable<PregnancyLoss> pregnancyLossObject{"PregnancyLoss"_L1, pregnancyLossMembers};

constexpr auto registerPregnancyLossMembers = members(
    ownProcessName<Registration>("P33"_L1),
    member<&Registration::state, &StoredState::key>("pregnancyByMunicipalityId"_L1, "P34"_L1).required(),
    member<&Registration::state, &StoredState::lossOn>("diagnosedOn"_L1, "P35"_L1).required());
constinit const RecordTable<Registration> registerPregnancyLossObject{
    "RegisterPregnancyLoss"_L1, registerPregnancyLossMembers};

constexpr auto pregnancyKeyMembers = members(
    ownProcessName<InquiryRequest>(),
    member<&InquiryRequest::key>("pregnancyId"_L1));
constinit const RecordTable<InquiryRequest> inquirePrenatalMchbookObject{
    "InquirePrenatalMchbook"_L1, pregnancyKeyMembers};

constexpr auto handbookCategoryMembers = members(
    member<&HandbookCategory::categoryId>("categoryId"_L1, "P38 C38"_L1),
    member<&HandbookCategory::categoryName>("categoryName"_L1, "P39 C39"_L1),
    member<&HandbookCategory::categoryNotice>("categoryNotice"_L1, "P40 C40"_L1),
    objects<&HandbookCategory::items>("items"_L1, questionItemObject, "P41 C41"_L1));
constexpr RecordTable<HandbookCategory> handbookCategoryObject{{}, handbookCategoryMembers};

constexpr auto mchbookDefinitionMembers = members(
    objects<&Handbook::categories>("categories"_L1, handbookCategoryObject));
constinit const RecordTable<Handbook> mchbookDefinitionObject{"MchbookDefinition"_L1, mchbookDefinitionMembers};

constexpr auto handbookAnswersMembers = members(
    member<&HandbookAnswers::categoryId>("categoryId"_L1, "P42 C42"_L1),
    objects<&HandbookAnswers::items>("items"_L1, itemAnswerObject, "P43 C43"_L1));
constexpr RecordTable<HandbookAnswers> handbookAnswersObject{{}, handbookAnswersMembers};

constexpr auto mchbookAnswersMembers = members(objects<&Handbook::answers>("categories"_L1, handbookAnswersObject));
constinit const RecordTable<Handbook> mchbookAnswersObject{"MchbookAnswers"_L1, mchbookAnswersMembers};

constexpr auto prenatalHandbookMembers = members(
    member<&PrenatalHandbook::pregnancyId>("pregnancyId"_L1, "P36"_L1).kept(),
    member<&PrenatalHandbook::notifiedOn>("notifiedOn"_L1, "P37"_L1).kept(),
    object<&PrenatalHandbook::handbook>("definition"_L1, mchbookDefinitionObject),
    object<&PrenatalHandbook::handbook>("answers"_L1, mchbookAnswersObject));
constexpr RecordTable<PrenatalHandbook> prenatalHandbookObject{{}, prenatalHandbookMembers};

constexpr auto prenatalMchbookMembers = members(entries("mchbooks"_L1, prenatalHandbookObject));
constinit const RecordTable<QList<PrenatalHandbook>> prenatalMchbookObject{
    "PrenatalMchbook"_L1, prenatalMchbookMembers};

constexpr auto registerPrenatalMchbookMembers = members(
    ownProcessName<Registration>("P44"_L1),
    member<&Registration::state, &StoredState::key>("pregnancyId"_L1, "P45"_L1).required(),
    objects<&Registration::state, &StoredState::answers>("items"_L1, itemAnswerObject, "P46"_L1).required());
constinit const RecordTable<Registration> registerPrenatalMchbookObject{
    "RegisterPrenatalMchbook"_L1, registerPrenatalMchbookMembers};

} // namespace uk
