// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"

using namespace Qt::StringLiterals;

// Maternal-child area v3, the child: C1 to C45.
namespace uk {

using ChildQuestionnaire = ChildQuestionnaireRecord;

constinit const RecordTable<InquiryRequest> inquireChildCheckupsObject{"InquireChildCheckups"_L1, requestWithoutKey};

constexpr auto standardPeriodMembers = members(
    member<&ChildCheckup::standardAge>("ageLabel"_L1),
    object<&ChildCheckup::standardPeriod>("date"_L1, datePeriodObject));
constexpr RecordTable<ChildCheckup> childStandardPeriodObject{{}, standardPeriodMembers};

constexpr auto municipalityMembers = members(
    member<&ChildCheckup::municipalityCode>("code"_L1, "C10"_L1),
    member<&ChildCheckup::prefectureName>("prefectureName"_L1, "C11"_L1),
    member<&ChildCheckup::cityName>("cityName"_L1, "C12"_L1));
constexpr RecordTable<ChildCheckup> municipalityObject{{}, municipalityMembers};

constexpr auto childInstitutionMembers = members(
    member<&MedicalInstitution::code>("code"_L1, "C13"_L1),
    member<&MedicalInstitution::name>("name"_L1, "C14"_L1));
constexpr RecordTable<MedicalInstitution> childInstitutionObject{{}, childInstitutionMembers};

constexpr auto venueMembers = members(
    member<&ChildCheckup::venueCode>("code"_L1, "C15"_L1),
    member<&ChildCheckup::venueName>("name"_L1, "C16"_L1));
constexpr RecordTable<ChildCheckup> venueObject{{}, venueMembers};

constexpr auto childCheckupMembers = members(
    member<&ChildCheckup::childCheckupId>("childCheckupId"_L1, "C1"_L1).kept(),
    member<&ChildCheckup::childCheckupName>("childCheckupName"_L1, "C2"_L1).kept(),
    within("standardPeriod"_L1, childStandardPeriodObject, "C3"_L1),
    member<&ChildCheckup::isAnswerable>("isAnswerable"_L1, "C4"_L1),
    member<&ChildCheckup::answerStatusSeg>("answerStatusSeg"_L1, "C5"_L1),
    member<&ChildCheckup::checkedOn>("checkedOn"_L1, "C6"_L1),
    member<&ChildCheckup::recommendedOn>("recommendedOn"_L1, "C7"_L1),
    member<&ChildCheckup::residencySeg>("residencySeg"_L1, "C8"_L1),
    member<&ChildCheckup::examiners>("examiners"_L1, "C9"_L1),
    within("municipality"_L1, municipalityObject),
    object<&ChildCheckup::medicalInstitution>("medicalInstitution"_L1, childInstitutionObject),
    within("venue"_L1, venueObject),
    member<&ChildCheckup::guideUrlMhlw>("guideUrlMhlw"_L1, "C17"_L1),
    member<&ChildCheckup::guideUrlMunicipality>("guideUrlMunicipality"_L1, "C18"_L1),
    member<&ChildCheckup::guideUrlMunicipalityCheckup>("guideUrlMunicipalityCheckup"_L1, "C19"_L1),
    objects<&ChildCheckup::results>("results"_L1, checkupResultObject, "C20"_L1));
constexpr RecordTable<ChildCheckup> childCheckupObject{{}, childCheckupMembers};

constexpr auto childCheckupsMembers = members(
    object<&ChildCheckups::basicFiveInfo>("basicFiveInfo"_L1, basicFiveInfoObject),
    objects<&ChildCheckups::checkups>("checkups"_L1, childCheckupObject).required());
constinit const RecordTable<ChildCheckups> childCheckupsObject{"ChildCheckups"_L1, childCheckupsMembers};

constexpr auto childCheckupKeyMembers = members(
    ownProcessName<InquiryRequest>(),
    member<&InquiryRequest::key>("childCheckupId"_L1).required());
constinit const RecordTable<InquiryRequest> inquireChildQuestionnaireAnswerObject{
    "InquireChildQuestionnaireAnswer"_L1, childCheckupKeyMembers};

constexpr auto childQuestionnaireMembers = members(
    member<&ChildQuestionnaire::childCheckupId>("childCheckupId"_L1, "C21"_L1).required(),
    member<&ChildQuestionnaire::questionnaireName>("questionnaireName"_L1, "C22"_L1).required(),
    member<&ChildQuestionnaire::isAnswerable>("isAnswerable"_L1, "C23"_L1).required(),
    member<&ChildQuestionnaire::answerStatusSeg>("answerStatusSeg"_L1, "C24"_L1).required(),
    member<&ChildQuestionnaire::lastUpdatedPageNumber>("lastUpdatedPageNumber"_L1, "C25"_L1),
    object<&ChildQuestionnaire::basicFiveInfo>("basicFiveInfo"_L1, basicFiveInfoObject, "C26"_L1).required(),
    object<&ChildQuestionnaire::definition>("definition"_L1, definitionObject, "C27"_L1).required(),
    objects<&ChildQuestionnaire::answers>("answers"_L1, answerObject, "C28 C29 C30"_L1).required());
constinit const RecordTable<ChildQuestionnaire> childQuestionnaireAnswerObject{
    "ChildQuestionnaireAnswer"_L1, childQuestionnaireMembers};

constexpr auto registerChildMembers = members(
    ownProcessName<Registration>("C31"_L1),
    member<&Registration::state, &StoredState::key>("childCheckupId"_L1, "C32"_L1).required(),
    member<&Registration::state, &StoredState::answerStatusSeg>("answerStatusSeg"_L1, "C33"_L1).required(),
    member<&Registration::lastUpdatedPageNumber>("lastUpdatedPageNumber"_L1, "C34"_L1).required(),
    objects<&Registration::state, &StoredState::answers>("answers"_L1, answerObject, "C35 C36 C37"_L1).required());
constinit const RecordTable<Registration> registerChildQuestionnaireAnswerObject{
    "RegisterChildQuestionnaireAnswer"_L1, registerChildMembers};

constinit const RecordTable<InquiryRequest> inquireChildMchbookObject{"InquireChildMchbook"_L1, requestWithoutKey};

constexpr auto childMchbookMembers = members(
    within("definition"_L1, mchbookDefinitionObject),
    within("answers"_L1, mchbookAnswersObject));
constinit const RecordTable<Handbook> childMchbookObject{"ChildMchbook"_L1, childMchbookMembers};

constexpr auto registerChildMchbookMembers = members(
    ownProcessName<Registration>("C44"_L1),
    objects<&Registration::state, &StoredState::answers>("items"_L1, itemAnswerObject, "C45"_L1).required());
constinit const RecordTable<Registration> registerChildMchbookObject{
    "RegisterChildMchbook"_L1, registerChildMchbookMembers};

} // namespace uk
