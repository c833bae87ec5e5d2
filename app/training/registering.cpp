// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/registering.h"

#include "app/training/answercheck.h"
#include "app/training/jsonor.h"

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

/// The members of an answer and no others: what a request holds besides is ignored (rules 19), so it is not stored.
JsonValue storedForm(const JsonValue &answers)
{
    JsonValue result = JsonValue::array();
    for (const JsonValue &value : answers.items()) {
        JsonValue answer = JsonValue::object();
        for (const QString &member : {u"itemMasterId"_s, u"itemId"_s, u"repeatNumber"_s, u"result"_s}) {
            if (const JsonValue &part = value[member]; !part.isNull())
                answer.append(member, part);
        }
        result.append(answer);
    }
    return result;
}

JsonValue stateOf(const AnswerForm &form)
{
    return JsonValue::object({{u"answers"_s, form.answers}});
}

JsonValue stateOf(const Questionnaire &form)
{
    return JsonValue::object({{u"answerStatusSeg"_s, form.answerStatusSeg},
                              {u"lastUpdatedPageNumber"_s, form.lastUpdatedPageNumber},
                              {u"answers"_s, form.answers}});
}

void store(World &world, Questionnaire &form, const QString &status, const JsonValue &answers, int page)
{
    form.answers = answers;
    form.answerStatusSeg = status;
    form.lastUpdatedPageNumber = page;
    if (status == "2"_L1)
        form.answeredAt = world.nowUtc().toString(Qt::ISODateWithMs);
}

/// What rules 19 wants between 404 and the answers themselves.
std::optional<PmhError> problemOfStatus(const Questionnaire &form, const QString &status, int page)
{
    if (status != "1"_L1 && status != "2"_L1)
        return PmhError{400, u"E4001"_s, u"only 1 and 2 can be registered"_s, u"answerStatusSeg"_s};
    if (page < 1 || page > form.pages())
        return PmhError{400, u"E4001"_s, u"not a page of the questionnaire"_s, u"lastUpdatedPageNumber"_s};
    if (!form.isAnswerable)
        return PmhError{409, u"E4091"_s, u"answering is not permitted any more"_s, {}};
    if (status == "1"_L1 && form.answerStatusSeg == "2"_L1)
        return PmhError{409, u"E4092"_s, u"a draft for an answered questionnaire"_s, {}};
    return {};
}

std::unexpected<PmhError> refusedAnswer(const Refusal &refusal)
{
    return std::unexpected(PmhError{400, u"E4003"_s, refusal.text, refusal.place});
}

} // namespace

void recordRegistration(const PmhCall &call, const QString &key, const JsonValue &before)
{
    call.world.record({call.person.key(), call.request["processType"_L1].toString(), key, call.origin, call.request, before,
                       call.number});
}

namespace {

void replaceAnswers(const PmhCall &call, AnswerForm &form, const JsonValue &answers)
{
    const JsonValue before = stateOf(form);
    form.answers = answers;
    recordRegistration(call, form.id, before);
}

} // namespace

std::unexpected<PmhError> unknownId(QLatin1StringView member)
{
    return std::unexpected(PmhError{404, u"E4041"_s, u"no such id for this person"_s, member});
}

PmhResult registerQuestionnaire(const PmhCall &call, Questionnaire *form)
{
    const QLatin1StringView keyMember(call.type.key);
    if (!form)
        return unknownId(keyMember);
    const QString status = call.request["answerStatusSeg"_L1].toString();
    const int page = intOr(call.request["lastUpdatedPageNumber"_L1], 0);
    if (auto problem = problemOfStatus(*form, status, page))
        return std::unexpected(*problem);
    const JsonValue answers = call.request["answers"_L1];
    if (const auto refusal = checkAnswers(form->definition, answers, form->answers, status == "2"_L1))
        return refusedAnswer(*refusal);
    const JsonValue before = stateOf(*form);
    store(call.world, *form, status, storedForm(answers), page);
    recordRegistration(call, form->id, before);
    return JsonValue::object({{keyMember, form->id}, {u"answerStatusSeg"_s, form->answerStatusSeg}});
}

std::expected<void, PmhError> registerForm(const PmhCall &call, AnswerForm &form, QLatin1StringView list)
{
    const JsonValue answers = call.request[list];
    // There are no drafts of these: what is filled in so far is what counts, so nothing is required (rules 3).
    if (const auto refusal = checkAnswers(form.definition, answers, form.answers, false, list))
        return refusedAnswer(*refusal);
    replaceAnswers(call, form, storedForm(answers));
    return {};
}

void removeForm(const PmhCall &call, AnswerForm &form)
{
    replaceAnswers(call, form, JsonValue::array());
}

JsonValue questionnaireMembers(const Person &person, const Questionnaire &form)
{
    const int page = form.lastUpdatedPageNumber;
    return JsonValue::object({{u"questionnaireName"_s, form.name},
                              {u"isAnswerable"_s, form.isAnswerable},
                              {u"answerStatusSeg"_s, form.answerStatusSeg},
                              {u"lastUpdatedPageNumber"_s, page > 0 ? JsonValue(page) : JsonValue()},
                              {u"basicFiveInfo"_s, person.basicFiveInfo()},
                              {u"definition"_s, form.definition},
                              {u"answers"_s, form.answers}});
}

bool editAtHome(World &world, Person &person, const JsonValue &edit)
{
    const Person::FoundForm found = person.form(edit["id"_L1].toString());
    if (!found.form)
        return false;
    const JsonValue answers = edit.contains("answers"_L1) ? edit["answers"_L1] : found.form->answers;
    JsonValue before = stateOf(*found.form);
    if (Questionnaire *questionnaire = found.questionnaire) {
        before = stateOf(*questionnaire);
        store(world, *questionnaire, textOr(edit["answerStatusSeg"_L1], questionnaire->answerStatusSeg), answers,
              qMax(1, questionnaire->lastUpdatedPageNumber));
    } else {
        found.form->answers = answers;
    }
    world.record({person.key(), found.processType, found.form->id, u"patient"_s, edit, before, 0});
    return true;
}

QString formOfRequest(Person &person, const QString &processType, const JsonValue &request)
{
    const QLatin1StringView member(training::processType(processType)->key);
    if (processType.endsWith("ChildMchbook"_L1))
        return childMchbookId;
    // These two inquiries name no id, or need not: the person's one, or first, is meant.
    if (processType == "InquireHomecoming"_L1)
        return person.resident.homecoming ? person.resident.homecoming->id : QString();
    if (processType == "InquirePrenatalMchbook"_L1 && !request[member].isString())
        return person.resident.prenatalMchbooks.empty() ? QString() : person.resident.prenatalMchbooks.front().id;
    return request[member].toString();
}

} // namespace uk::training
