// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/canonicaljson.h"
#include "app/pmh/contractobjects.h"
#include "app/pmh/recordcodec.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace uk {

using namespace canonical;

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

AnswerType answerType(const QString &name)
{
    const auto known = std::ranges::find(answerTypes, name, &std::pair<QLatin1StringView, AnswerType>::first);
    return known == std::end(answerTypes) ? AnswerType::Unknown : known->second;
}

QuestionItem questionItem(const JsonValue &json)
{
    QuestionItem item;
    item.itemMasterId = text(json, "itemMasterId"_L1);
    item.label = text(json, "label"_L1);
    item.rawType = text(json, "answerType"_L1);
    item.type = answerType(item.rawType);
    item.isRequired = flag(json, "isRequired"_L1);
    for (const JsonValue &choice : child(json, "choices"_L1).items())
        item.choices.append({text(choice, "value"_L1), text(choice, "label"_L1), flag(choice, "isExclusive"_L1)});
    item.unit = text(json, "unit"_L1);
    item.minimum = number(json, "minimum"_L1);
    item.maximum = number(json, "maximum"_L1);
    item.isRangeWarningOnly = flag(json, "isRangeWarningOnly"_L1);
    item.decimalPlaces = whole(json, "decimalPlaces"_L1);
    item.maxLength = whole(json, "maxLength"_L1);
    if (const JsonValue &rule = child(json, "visibleWhen"_L1); rule.isObject())
        item.visibleWhen = VisibilityRule{text(rule, "itemMasterId"_L1), texts(child(rule, "anyOf"_L1))};
    item.isSensitive = flag(json, "isSensitive"_L1);
    item.isHealthToday = flag(json, "isHealthToday"_L1);
    item.isReadOnly = flag(json, "isReadOnly"_L1);
    item.note = text(json, "note"_L1);
    return item;
}

Subgroup subgroup(const JsonValue &json)
{
    Subgroup result{text(json, "label"_L1), whole(json, "maxRepeat"_L1).value_or(1), {}};
    for (const JsonValue &item : child(json, "items"_L1).items())
        result.items.append(questionItem(item));
    return result;
}

QList<CheckResult> checkResults(const JsonValue &json)
{
    QList<CheckResult> results;
    for (const JsonValue &result : json.items())
        results.append({text(result, "warningCode"_L1), texts(child(result, "warningMessages"_L1))});
    return results;
}

BasicFiveInfo basicFiveInfo(const JsonValue &json)
{
    return {text(json, "name"_L1), text(json, "nameKana"_L1), text(json, "address"_L1), day(json, "dateOfBirth"_L1),
            text(json, "sex"_L1)};
}

std::optional<PreviousVaccination> previousVaccination(const JsonValue &json)
{
    if (!json.isObject())
        return std::nullopt;
    return PreviousVaccination{text(json, "vaccineCommonName"_L1), text(json, "doseCommonName"_L1),
                               day(json, "vaccinatedOn"_L1), text(json, "legalSeg"_L1),
                               text(json, "intervalInfo"_L1)};
}

QuestionnaireSummary summary(const JsonValue &json)
{
    QuestionnaireSummary result;
    result.questionnaireManagementId = text(json, "questionnaireManagementId"_L1);
    result.questionnaireName = text(json, "questionnaireName"_L1);
    result.isAnswerable = flag(json, "isAnswerable"_L1);
    result.answerStatusSeg = text(json, "answerStatusSeg"_L1);
    result.vaccinationWishSeg = text(json, "vaccinationWishSeg"_L1);
    result.proxyInputConsentSeg = text(json, "proxyInputConsentSeg"_L1);
    result.checkResults = checkResults(child(json, "checkResults"_L1));
    return result;
}

QuestionnaireSummary unreadableSummary(const WireForm::Entry &entry)
{
    QuestionnaireSummary result;
    result.questionnaireManagementId = text(entry.value, "questionnaireManagementId"_L1);
    result.questionnaireName = text(entry.value, "questionnaireName"_L1);
    result.unreadable = entry.error;
    return result;
}

} // namespace

Definition definitionFrom(const JsonValue &canonical)
{
    Definition definition;
    for (const JsonValue &json : child(canonical, "groups"_L1).items()) {
        Group group{text(json, "label"_L1), {}};
        for (const JsonValue &inner : child(json, "subgroups"_L1).items())
            group.subgroups.append(subgroup(inner));
        definition.groups.append(std::move(group));
    }
    return definition;
}

Answers answersFrom(const JsonValue &canonical, QLatin1StringView idMember)
{
    Answers answers;
    for (const JsonValue &json : canonical.items()) {
        const JsonValue &result = child(json, "result"_L1);
        answers.append({{text(json, idMember), whole(json, "repeatNumber"_L1).value_or(1)},
                        result.isArray() ? AnswerResult(texts(result)) : AnswerResult(result.toString())});
    }
    return answers;
}

JsonValue answersToJson(const Answers &answers, QLatin1StringView idMember)
{
    JsonValue list = JsonValue::array();
    for (const Answer &answer : answers) {
        JsonValue result;
        if (const auto *values = std::get_if<QStringList>(&answer.result)) {
            result = JsonValue::array();
            for (const QString &value : *values)
                result.append(JsonValue::string(value));
        } else {
            result = JsonValue::string(std::get<QString>(answer.result));
        }
        JsonValue json = JsonValue::object();
        json.append(QString(idMember), JsonValue::string(answer.key.itemMasterId));
        json.append(u"repeatNumber"_s, JsonValue::number(qint64{answer.key.repeatNumber}));
        json.append(u"result"_s, std::move(result));
        list.append(std::move(json));
    }
    return list;
}

Result<QList<QuestionnaireSummary>> decodeQuestionnaires(const WireForm &form, const JsonValue &wire)
{
    UK_TRY(const QList<WireForm::Entry> entries,
           form.entriesToCanonical(questionnaireListObject, "questionnaires"_L1, wire));
    QList<QuestionnaireSummary> records;
    for (const WireForm::Entry &entry : entries)
        records.append(entry.error ? unreadableSummary(entry) : summary(entry.value));
    return records;
}

Result<QuestionnaireRecord> decodeQuestionnaire(const WireForm &form, const JsonValue &wire)
{
    UK_TRY(const JsonValue json, form.toCanonical(questionnaireAnswerObject, wire));
    QuestionnaireRecord record;
    record.questionnaireManagementId = text(json, "questionnaireManagementId"_L1);
    record.questionnaireName = text(json, "questionnaireName"_L1);
    record.isAnswerable = flag(json, "isAnswerable"_L1);
    record.answerStatusSeg = text(json, "answerStatusSeg"_L1);
    record.lastUpdatedPageNumber = whole(json, "lastUpdatedPageNumber"_L1);
    record.basicFiveInfo = basicFiveInfo(child(json, "basicFiveInfo"_L1));
    record.definition = definitionFrom(child(json, "definition"_L1));
    record.answers = answersFrom(child(json, "answers"_L1));
    record.latestAnswers = answersFrom(child(json, "latestAnswers"_L1));
    record.previousVaccination = previousVaccination(child(json, "previousVaccination"_L1));
    record.completedVaccineNames = texts(child(json, "completedVaccineNames"_L1));
    record.checkResults = checkResults(child(json, "checkResults"_L1));
    return record;
}

JsonValue encodeInquiry(const WireForm &form, const ProcessType &type, QLatin1StringView key, const QString &value)
{
    JsonValue json = JsonValue::object();
    json.append(u"processType"_s, JsonValue::string(QString(type.name)));
    if (!key.isEmpty())
        json.append(QString(key), JsonValue::string(value));
    return form.toWire(*type.request, json);
}

Registration registrationOf(const QuestionnaireRegistration &registration)
{
    return {u"RegisterQuestionnaireAnswer"_s,
            {registration.questionnaireManagementId, registration.answerStatusSeg, registration.answers, {}},
            registration.lastUpdatedPageNumber, false};
}

StoredState storedStateOf(const QuestionnaireRecord &record)
{
    return {record.questionnaireManagementId, record.answerStatusSeg, record.answers, {}};
}

JsonValue encodeRegistration(const WireForm &form, const Registration &registration)
{
    const auto type = std::ranges::find(processTypes(), registration.processType, &ProcessType::name);
    return form.toWire(*type->request, registrationBody(registration));
}

JsonValue encodeRegistration(const WireForm &form, const QuestionnaireRegistration &registration)
{
    return encodeRegistration(form, registrationOf(registration));
}

JsonValue encodeResultRequest(const WireForm &form, const QString &processId)
{
    JsonValue json = JsonValue::object();
    json.append(u"processId"_s, JsonValue::string(processId));
    return form.toWire(resultRequestObject, json);
}

bool echoes(const WireForm &form, const Registration &registration, const JsonValue &wire)
{
    const Result<JsonValue> json = form.toCanonical(registerResultObject, wire);
    return json && isEchoOf(registration, *json);
}

bool echoes(const WireForm &form, const QuestionnaireRegistration &registration, const JsonValue &wire)
{
    return echoes(form, registrationOf(registration), wire);
}

} // namespace uk
