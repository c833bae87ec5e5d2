// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

// What several areas share (BasicFiveInfo, questions and answers), and what every request may be answered with.
namespace uk {

namespace {

constexpr std::pair<QLatin1StringView, AnswerType> answerTypes[] = {
    {"yesNo"_L1, AnswerType::YesNo},
    {"singleChoice"_L1, AnswerType::SingleChoice},
    {"multipleChoice"_L1, AnswerType::MultipleChoice},
    {"integer"_L1, AnswerType::Integer},
    {"decimal"_L1, AnswerType::Decimal},
    {"temperature"_L1, AnswerType::Temperature},
    {"date"_L1, AnswerType::Date},
    {"yearMonth"_L1, AnswerType::YearMonth},
    {"age"_L1, AnswerType::Age},
    {"shortText"_L1, AnswerType::ShortText},
    {"longText"_L1, AnswerType::LongText},
    {"consent"_L1, AnswerType::Consent},
    {"note"_L1, AnswerType::Note},
};

void setAnswerType(QuestionItem &item, const QString &name)
{
    const auto known = std::ranges::find(answerTypes, name, &std::pair<QLatin1StringView, AnswerType>::first);
    item.type = known == std::end(answerTypes) ? AnswerType::Unknown : known->second;
    item.rawType = name;
}

QString answerTypeName(const QuestionItem &item)
{
    return item.rawType;
}

} // namespace

constexpr auto errorMembers = members(
    member<&ApiError::code>("code"_L1).required(),
    forgotten<ApiError>("message"_L1).required());
constinit const RecordTable<ApiError> errorObject{"Error"_L1, errorMembers};

constexpr auto datePeriodMembers = members(
    member<&DatePeriod::from>("from"_L1),
    member<&DatePeriod::to>("to"_L1));
constinit const RecordTable<DatePeriod> datePeriodObject{"DatePeriod"_L1, datePeriodMembers};

constexpr auto basicFiveInfoMembers = members(
    member<&BasicFiveInfo::name>("name"_L1).required(),
    member<&BasicFiveInfo::nameKana>("nameKana"_L1).required(),
    member<&BasicFiveInfo::address>("address"_L1).required(),
    member<&BasicFiveInfo::dateOfBirth>("dateOfBirth"_L1).required(),
    member<&BasicFiveInfo::sex>("sex"_L1).required());
constinit const RecordTable<BasicFiveInfo> basicFiveInfoObject{"BasicFiveInfo"_L1, basicFiveInfoMembers};

constexpr auto medicalInstitutionMembers = members(
    member<&MedicalInstitution::code>("code"_L1),
    member<&MedicalInstitution::name>("name"_L1),
    member<&MedicalInstitution::detail>("detail"_L1));
constinit const RecordTable<MedicalInstitution> medicalInstitutionObject{
    "MedicalInstitution"_L1, medicalInstitutionMembers};

constexpr auto choiceMembers = members(
    member<&Choice::value>("value"_L1).required().atLeast(1),
    member<&Choice::label>("label"_L1).required(),
    member<&Choice::isExclusive>("isExclusive"_L1));
constexpr RecordTable<Choice> choiceObject{{}, choiceMembers};

constexpr auto visibilityRuleMembers = members(
    member<&VisibilityRule::itemMasterId>("itemMasterId"_L1).required(),
    member<&VisibilityRule::anyOf>("anyOf"_L1).required());
constexpr RecordTable<VisibilityRule> visibilityRuleObject{{}, visibilityRuleMembers};

constexpr auto questionItemMembers = members(
    member<&QuestionItem::itemMasterId>("itemMasterId"_L1).required().atLeast(1),
    member<&QuestionItem::label>("label"_L1).required(),
    textMember<QuestionItem, setAnswerType, answerTypeName>("answerType"_L1).required(),
    member<&QuestionItem::isRequired>("isRequired"_L1),
    objects<&QuestionItem::choices>("choices"_L1, choiceObject),
    member<&QuestionItem::unit>("unit"_L1),
    member<&QuestionItem::minimum>("minimum"_L1),
    member<&QuestionItem::maximum>("maximum"_L1),
    member<&QuestionItem::isRangeWarningOnly>("isRangeWarningOnly"_L1),
    member<&QuestionItem::decimalPlaces>("decimalPlaces"_L1),
    member<&QuestionItem::maxLength>("maxLength"_L1),
    object<&QuestionItem::visibleWhen>("visibleWhen"_L1, visibilityRuleObject),
    member<&QuestionItem::isSensitive>("isSensitive"_L1),
    member<&QuestionItem::isHealthToday>("isHealthToday"_L1),
    member<&QuestionItem::isReadOnly>("isReadOnly"_L1),
    member<&QuestionItem::note>("note"_L1));
constinit const RecordTable<QuestionItem> questionItemObject{"QuestionItem"_L1, questionItemMembers};

constexpr auto subgroupMembers = members(
    member<&Subgroup::label>("label"_L1),
    member<&Subgroup::maxRepeat>("maxRepeat"_L1).atLeast(1),
    objects<&Subgroup::items>("items"_L1, questionItemObject).required());
constexpr RecordTable<Subgroup> subgroupObject{{}, subgroupMembers};

constexpr auto groupMembers = members(
    member<&Group::label>("label"_L1),
    objects<&Group::subgroups>("subgroups"_L1, subgroupObject).required());
constexpr RecordTable<Group> groupObject{{}, groupMembers};

constexpr auto definitionMembers = members(objects<&Definition::groups>("groups"_L1, groupObject).required());
constinit const RecordTable<Definition> definitionObject{"Definition"_L1, definitionMembers};

constexpr auto answerMembers = members(
    member<&Answer::key, &AnswerKey::itemMasterId>("itemMasterId"_L1).required(),
    member<&Answer::key, &AnswerKey::repeatNumber>("repeatNumber"_L1).required().atLeast(1),
    member<&Answer::result>("result"_L1).required());
constinit const RecordTable<Answer> answerObject{"Answer"_L1, answerMembers};

constexpr auto itemAnswerMembers = members(
    member<&Answer::key, &AnswerKey::itemMasterId>("itemId"_L1).required(),
    member<&Answer::key, &AnswerKey::repeatNumber>("repeatNumber"_L1).atLeast(1),
    member<&Answer::result>("result"_L1).required());
constinit const RecordTable<Answer> itemAnswerObject{"ItemAnswer"_L1, itemAnswerMembers};

constexpr auto checkupResultMembers = members(
    member<&CheckupResult::name>("name"_L1),
    member<&CheckupResult::value>("value"_L1),
    member<&CheckupResult::unit>("unit"_L1),
    member<&CheckupResult::judgement>("judgement"_L1));
constinit const RecordTable<CheckupResult> checkupResultObject{"CheckupResult"_L1, checkupResultMembers};

constexpr auto registerResultMembers = members(
    processName<&RegistrationEcho::processType>("processType"_L1),
    member<&RegistrationEcho::questionnaireManagementId>("questionnaireManagementId"_L1),
    member<&RegistrationEcho::childCheckupId>("childCheckupId"_L1),
    member<&RegistrationEcho::pregnancyByMunicipalityId>("pregnancyByMunicipalityId"_L1),
    member<&RegistrationEcho::pregnancyId>("pregnancyId"_L1),
    member<&RegistrationEcho::answerStatusSeg>("answerStatusSeg"_L1));
constinit const RecordTable<RegistrationEcho> registerResultObject{"RegisterResult"_L1, registerResultMembers};

constexpr auto processIdMembers = members(member<&AcceptedRequest::processId>("processId"_L1).required().atLeast(1));
constinit const RecordTable<AcceptedRequest> acceptedRequestObject{"AcceptedRequest"_L1, processIdMembers};
constinit const RecordTable<AcceptedRequest> resultRequestObject{"ResultRequest"_L1, processIdMembers};

} // namespace uk
