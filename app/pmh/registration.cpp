// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/registration.h"

#include "app/pmh/canonicaljson.h"
#include "app/pmh/recordcodec.h"
#include "app/questionnaire/compare.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk {

using namespace canonical;

namespace {

using enum RegisterType::Content;

constexpr RegisterType table[] = {
    {.name = "RegisterQuestionnaireAnswer"_L1, .inquiry = "InquireQuestionnaireAnswer"_L1,
     .key = "questionnaireManagementId"_L1, .isInquiredByKey = true, .list = {}, .content = Questionnaire,
     .member = "answers"_L1, .hasStatus = true},
    {.name = "RegisterChildQuestionnaireAnswer"_L1, .inquiry = "InquireChildQuestionnaireAnswer"_L1,
     .key = "childCheckupId"_L1, .isInquiredByKey = true, .list = {}, .content = Questionnaire, .member = "answers"_L1,
     .hasStatus = true},
    {.name = "RegisterHomecoming"_L1, .inquiry = "InquireHomecoming"_L1, .key = "pregnancyByMunicipalityId"_L1,
     .isInquiredByKey = false, .list = {}, .content = Items, .member = "answers"_L1, .hasStatus = false},
    {.name = "RegisterPregnancyLoss"_L1, .inquiry = "InquirePregnancyLoss"_L1, .key = "pregnancyByMunicipalityId"_L1,
     .isInquiredByKey = false, .list = {}, .content = Loss, .member = "diagnosedOn"_L1, .hasStatus = false},
    {.name = "RegisterPrenatalMchbook"_L1, .inquiry = "InquirePrenatalMchbook"_L1, .key = "pregnancyId"_L1,
     .isInquiredByKey = true, .list = "mchbooks"_L1, .content = Items, .member = "items"_L1, .hasStatus = false},
    {.name = "RegisterChildMchbook"_L1, .inquiry = "InquireChildMchbook"_L1, .key = {}, .isInquiredByKey = false,
     .list = {}, .content = Items, .member = "items"_L1, .hasStatus = false},
};

constexpr auto statusMember = "answerStatusSeg"_L1;
constexpr auto deletedMember = "isDeleted"_L1;
constexpr auto pageMember = "lastUpdatedPageNumber"_L1;

bool canDelete(const RegisterType &type)
{
    return type.name == "RegisterHomecoming"_L1;
}

QLatin1StringView idMember(const RegisterType &type)
{
    return type.content == Items ? "itemId"_L1 : "itemMasterId"_L1;
}

/// Handbooks hold their answers by category; an id stands once over all of them (rules 4).
Answers answersIn(const RegisterType &type, const JsonValue &record)
{
    const JsonValue &answers = child(record, "answers"_L1);
    if (!answers.isObject())
        return answersFrom(answers, idMember(type));
    Answers all;
    for (const JsonValue &category : child(answers, "categories"_L1).items())
        all += answersFrom(child(category, "items"_L1), idMember(type));
    return all;
}

JsonValue entryOf(const RegisterType &type, const QString &key, const JsonValue &canonical)
{
    if (type.list.isEmpty())
        return canonical;
    const QList<JsonValue> &entries = child(canonical, type.list).items();
    const auto entry = std::ranges::find_if(entries, [&](const JsonValue &e) { return text(e, type.key) == key; });
    return entry == entries.end() ? JsonValue() : *entry;
}

/// The reverse of registrationBody().
Registration registrationFrom(const RegisterType &type, const JsonValue &body)
{
    Registration registration{QString(type.name), {}, whole(body, pageMember).value_or(1), flag(body, deletedMember)};
    StoredState &state = registration.state;
    state.key = type.key.isEmpty() ? QString() : text(body, type.key);
    state.answerStatusSeg = text(body, statusMember);
    if (type.content == Loss)
        state.lossOn = day(body, type.member);
    else
        state.answers = answersFrom(child(body, type.member), idMember(type));
    return registration;
}

} // namespace

bool isSameState(const StoredState &left, const StoredState &right)
{
    return left.key == right.key && left.answerStatusSeg == right.answerStatusSeg && left.lossOn == right.lossOn
        && sameAnswers(left.answers, right.answers);
}

std::span<const RegisterType> registerTypes()
{
    return table;
}

const RegisterType *registerType(QStringView name)
{
    const auto row = std::ranges::find_if(table, [&](const RegisterType &type) { return name == type.name; });
    return row == std::end(table) ? nullptr : &*row;
}

JsonValue registrationBody(const Registration &registration)
{
    const RegisterType *type = registerType(registration.processType);
    if (!type)
        return JsonValue::object();
    const StoredState &state = registration.state;
    JsonValue json = JsonValue::object();
    json.append(u"processType"_s, JsonValue::string(registration.processType));
    if (!type->key.isEmpty())
        json.append(QString(type->key), JsonValue::string(state.key));
    if (canDelete(*type))
        json.append(QString(deletedMember), JsonValue::boolean(registration.isDeleted));
    if (type->hasStatus) {
        json.append(QString(statusMember), JsonValue::string(state.answerStatusSeg));
        json.append(QString(pageMember), JsonValue::number(qint64{registration.lastUpdatedPageNumber}));
    }
    if (type->content == Loss)
        json.append(QString(type->member), JsonValue::string(state.lossOn.toString(Qt::ISODate)));
    else
        json.append(QString(type->member), answersToJson(state.answers, idMember(*type)));
    return json;
}

JsonValue readBackBody(const RegisterType &type, const QString &key)
{
    JsonValue json = JsonValue::object();
    json.append(u"processType"_s, JsonValue::string(QString(type.inquiry)));
    if (type.isInquiredByKey)
        json.append(QString(type.key), JsonValue::string(key));
    return json;
}

StoredState storedStateFrom(const RegisterType &type, const QString &key, const JsonValue &canonical)
{
    const JsonValue record = entryOf(type, key, canonical);
    StoredState state;
    if (!type.key.isEmpty())
        state.key = text(record, type.key);
    if (type.hasStatus)
        state.answerStatusSeg = text(record, statusMember);
    if (type.content == Loss)
        state.lossOn = day(record, "pregnancyLossOn"_L1);
    else
        state.answers = answersIn(type, record);
    return state;
}

bool isEchoOf(const Registration &registration, const JsonValue &canonical)
{
    const RegisterType *type = registerType(registration.processType);
    if (!type)
        return false;
    const bool isKey = type->key.isEmpty() ? text(canonical, "processType"_L1) == registration.processType
                                           : text(canonical, type->key) == registration.state.key;
    return isKey && (!type->hasStatus || text(canonical, statusMember) == registration.state.answerStatusSeg);
}

QByteArray saveRegistration(const Registration &registration, const StoredState &basis)
{
    JsonValue json = JsonValue::object();
    json.append(u"sent"_s, registrationBody(registration));
    json.append(u"basis"_s, registrationBody({registration.processType, basis, 1, false}));
    return writeJson(json);
}

Result<SavedRegistration> readRegistration(const QByteArray &saved)
{
    UK_TRY(const JsonValue json, parseJson(saved, {}, ErrorCode::DraftUnreadable));
    const JsonValue &sent = child(json, "sent"_L1);
    const RegisterType *type = registerType(text(sent, "processType"_L1));
    if (!type)
        return failure(ErrorCode::DraftUnreadable, u"registration without its process type"_s);
    return SavedRegistration{registrationFrom(*type, sent), registrationFrom(*type, child(json, "basis"_L1)).state};
}

} // namespace uk
