// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// The process types of the maternal-child area, v3 (P1 to P46 and C1 to C45).
#include "app/training/registering.h"

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

constexpr auto municipalityId = "pregnancyByMunicipalityId"_L1;
constexpr auto pregnancyId = "pregnancyId"_L1;
constexpr auto checkupId = "childCheckupId"_L1;

/// A handbook's answers stand by category in an inquiry, and in one list in a registration.
JsonValue answersByCategory(const AnswerForm &form)
{
    JsonValue categories = JsonValue::array();
    const JsonValue defined = form.definition["categories"_L1];
    for (const JsonValue &category : defined.items()) {
        QSet<QString> ids;
        for (const JsonValue &item : category["items"_L1].items())
            ids.insert(item["itemMasterId"_L1].toString());
        JsonValue answers = JsonValue::array();
        for (const JsonValue &answer : form.answers.items()) {
            if (ids.contains(answer["itemId"_L1].toString()))
                answers.append(answer);
        }
        if (!answers.isEmpty())
            categories.append(JsonValue::object({{u"categoryId"_s, category["categoryId"_L1]}, {u"items"_s, answers}}));
    }
    return JsonValue::object({{u"categories"_s, categories}});
}

} // namespace

PmhResult inquirePrenatalCheckups(const PmhCall &call)
{
    return JsonValue::object({{u"pregnancies"_s, call.person.resident.pregnancies}});
}

PmhResult inquirePrenatalVouchers(const PmhCall &call)
{
    return JsonValue::object({{u"vouchers"_s, call.person.resident.vouchers}});
}

PmhResult inquireHomecoming(const PmhCall &call)
{
    const auto &form = call.person.resident.homecoming;
    if (!form) // its other members have no null in the contract
        return JsonValue::object({{u"answers"_s, JsonValue::array()}});
    return JsonValue::object({{municipalityId, form->id}, {u"definition"_s, form->definition}, {u"answers"_s, form->answers}});
}

PmhResult registerHomecoming(const PmhCall &call)
{
    auto &form = call.person.resident.homecoming;
    if (!form || form->id != call.request[municipalityId].toString())
        return unknownId(municipalityId);
    if (!call.request["isDeleted"_L1].toBoolean()) {
        UK_CHECK(registerForm(call, *form, "answers"_L1));
    } else if (call.request["answers"_L1].isEmpty()) {
        removeForm(call, *form);
    } else {
        return std::unexpected(PmhError{400, u"E4001"_s, u"a removal goes with empty answers"_s, u"answers"_s});
    }
    return JsonValue::object({{municipalityId, form->id}});
}

PmhResult inquirePregnancyLoss(const PmhCall &call)
{
    const PregnancyLoss &loss = call.person.resident.pregnancyLoss;
    const auto orNull = [](const QString &text) { return text.isEmpty() ? JsonValue() : JsonValue(text); };
    return JsonValue::object({{municipalityId, orNull(loss.id)}, {u"pregnancyLossOn"_s, orNull(loss.on)}});
}

PmhResult registerPregnancyLoss(const PmhCall &call)
{
    PregnancyLoss &loss = call.person.resident.pregnancyLoss;
    const QString id = call.request[municipalityId].toString(), day = call.request["diagnosedOn"_L1].toString();
    if (!loss.ids.contains(id))
        return unknownId(municipalityId);
    if (!isDay(day))
        return std::unexpected(PmhError{400, u"E4003"_s, u"not an existing day"_s, u"diagnosedOn"_s});
    const PmhResult before = inquirePregnancyLoss(call);
    loss.id = id;
    loss.on = day;
    recordRegistration(call, id, *before);
    return JsonValue::object({{municipalityId, id}});
}

PmhResult inquirePrenatalMchbook(const PmhCall &call)
{
    const JsonValue wanted = call.request[pregnancyId];
    JsonValue books = JsonValue::array();
    for (const PrenatalMchbook &book : call.person.resident.prenatalMchbooks) {
        if (wanted.isString() && wanted.toString() != book.id)
            continue;
        books.append(JsonValue::object({{pregnancyId, book.id},
                                 {u"notifiedOn"_s, book.notifiedOn},
                                 {u"definition"_s, book.definition},
                                 {u"answers"_s, answersByCategory(book)}}));
    }
    if (wanted.isString() && books.isEmpty())
        return unknownId(pregnancyId);
    return JsonValue::object({{u"mchbooks"_s, books}});
}

PmhResult registerPrenatalMchbook(const PmhCall &call)
{
    PrenatalMchbook *book = call.person.prenatalMchbook(call.request[pregnancyId].toString());
    if (!book)
        return unknownId(pregnancyId);
    UK_CHECK(registerForm(call, *book, "items"_L1));
    return JsonValue::object({{pregnancyId, book->id}});
}

PmhResult inquireChildCheckups(const PmhCall &call)
{
    JsonValue checkups = JsonValue::array();
    for (const JsonValue &value : call.person.resident.checkups.items()) {
        JsonValue checkup = value;
        if (const Questionnaire *form = call.person.childQuestionnaire(checkup[checkupId].toString())) {
            checkup.set(u"isAnswerable"_s, form->isAnswerable);
            checkup.set(u"answerStatusSeg"_s, form->answerStatusSeg);
        }
        checkups.append(checkup);
    }
    return JsonValue::object({{u"basicFiveInfo"_s, call.person.basicFiveInfo()}, {u"checkups"_s, checkups}});
}

PmhResult inquireChildQuestionnaireAnswer(const PmhCall &call)
{
    const Questionnaire *form = call.person.childQuestionnaire(call.request[checkupId].toString());
    if (!form)
        return unknownId(checkupId);
    JsonValue result = questionnaireMembers(call.person, *form);
    result.set(checkupId, form->id);
    return result;
}

PmhResult registerChildQuestionnaireAnswer(const PmhCall &call)
{
    return registerQuestionnaire(call, call.person.childQuestionnaire(call.request[checkupId].toString()));
}

PmhResult inquireChildMchbook(const PmhCall &call)
{
    const AnswerForm &book = call.person.childMchbook();
    const JsonValue definition = book.definition.isEmpty() ? JsonValue::object({{u"categories"_s, JsonValue::array()}}) : book.definition;
    return JsonValue::object({{u"definition"_s, definition}, {u"answers"_s, answersByCategory(book)}});
}

PmhResult registerChildMchbook(const PmhCall &call)
{
    UK_CHECK(registerForm(call, call.person.childMchbook(), "items"_L1));
    return JsonValue::object({{u"processType"_s, call.request["processType"_L1]}});
}

} // namespace uk::training
