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
QJsonObject answersByCategory(const AnswerForm &form)
{
    QJsonArray categories;
    const QJsonArray defined = form.definition["categories"_L1].toArray();
    for (const QJsonValue &category : defined) {
        QSet<QString> ids;
        const QJsonArray items = category["items"_L1].toArray();
        for (const QJsonValue &item : items)
            ids.insert(item["itemMasterId"_L1].toString());
        QJsonArray answers;
        for (const QJsonValue &answer : form.answers) {
            if (ids.contains(answer["itemId"_L1].toString()))
                answers.append(answer);
        }
        if (!answers.isEmpty())
            categories.append(QJsonObject{{u"categoryId"_s, category["categoryId"_L1]}, {u"items"_s, answers}});
    }
    return {{u"categories"_s, categories}};
}

} // namespace

PmhResult inquirePrenatalCheckups(const PmhCall &call)
{
    return QJsonObject{{u"pregnancies"_s, call.person.resident.pregnancies}};
}

PmhResult inquirePrenatalVouchers(const PmhCall &call)
{
    return QJsonObject{{u"vouchers"_s, call.person.resident.vouchers}};
}

PmhResult inquireHomecoming(const PmhCall &call)
{
    const auto &form = call.person.resident.homecoming;
    if (!form) // its other members have no null in the contract
        return QJsonObject{{u"answers"_s, QJsonArray()}};
    return QJsonObject{{municipalityId, form->id}, {u"definition"_s, form->definition}, {u"answers"_s, form->answers}};
}

PmhResult registerHomecoming(const PmhCall &call)
{
    auto &form = call.person.resident.homecoming;
    if (!form || form->id != call.request[municipalityId].toString())
        return unknownId(municipalityId);
    if (!call.request["isDeleted"_L1].toBool()) {
        UK_CHECK(registerForm(call, *form, "answers"_L1));
    } else if (call.request["answers"_L1].toArray().isEmpty()) {
        removeForm(call, *form);
    } else {
        return std::unexpected(PmhError{400, u"E4001"_s, u"a removal goes with empty answers"_s, u"answers"_s});
    }
    return QJsonObject{{municipalityId, form->id}};
}

PmhResult inquirePregnancyLoss(const PmhCall &call)
{
    const PregnancyLoss &loss = call.person.resident.pregnancyLoss;
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text); };
    return QJsonObject{{municipalityId, orNull(loss.id)}, {u"pregnancyLossOn"_s, orNull(loss.on)}};
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
    return QJsonObject{{municipalityId, id}};
}

PmhResult inquirePrenatalMchbook(const PmhCall &call)
{
    const QJsonValue wanted = call.request[pregnancyId];
    QJsonArray books;
    for (const PrenatalMchbook &book : call.person.resident.prenatalMchbooks) {
        if (wanted.isString() && wanted.toString() != book.id)
            continue;
        books.append(QJsonObject{{pregnancyId, book.id},
                                 {u"notifiedOn"_s, book.notifiedOn},
                                 {u"definition"_s, book.definition},
                                 {u"answers"_s, answersByCategory(book)}});
    }
    if (wanted.isString() && books.isEmpty())
        return unknownId(pregnancyId);
    return QJsonObject{{u"mchbooks"_s, books}};
}

PmhResult registerPrenatalMchbook(const PmhCall &call)
{
    PrenatalMchbook *book = call.person.prenatalMchbook(call.request[pregnancyId].toString());
    if (!book)
        return unknownId(pregnancyId);
    UK_CHECK(registerForm(call, *book, "items"_L1));
    return QJsonObject{{pregnancyId, book->id}};
}

PmhResult inquireChildCheckups(const PmhCall &call)
{
    QJsonArray checkups;
    for (const QJsonValue &value : std::as_const(call.person.resident.checkups)) {
        QJsonObject checkup = value.toObject();
        if (const Questionnaire *form = call.person.childQuestionnaire(checkup[checkupId].toString())) {
            checkup.insert(u"isAnswerable"_s, form->isAnswerable);
            checkup.insert(u"answerStatusSeg"_s, form->answerStatusSeg);
        }
        checkups.append(checkup);
    }
    return QJsonObject{{u"basicFiveInfo"_s, call.person.basicFiveInfo()}, {u"checkups"_s, checkups}};
}

PmhResult inquireChildQuestionnaireAnswer(const PmhCall &call)
{
    const Questionnaire *form = call.person.childQuestionnaire(call.request[checkupId].toString());
    if (!form)
        return unknownId(checkupId);
    QJsonObject result = questionnaireMembers(call.person, *form);
    result.insert(checkupId, form->id);
    return result;
}

PmhResult registerChildQuestionnaireAnswer(const PmhCall &call)
{
    return registerQuestionnaire(call, call.person.childQuestionnaire(call.request[checkupId].toString()));
}

PmhResult inquireChildMchbook(const PmhCall &call)
{
    const AnswerForm &book = call.person.childMchbook();
    const QJsonObject definition = book.definition.isEmpty() ? QJsonObject{{u"categories"_s, QJsonArray()}} : book.definition;
    return QJsonObject{{u"definition"_s, definition}, {u"answers"_s, answersByCategory(book)}};
}

PmhResult registerChildMchbook(const PmhCall &call)
{
    UK_CHECK(registerForm(call, call.person.childMchbook(), "items"_L1));
    return QJsonObject{{u"processType"_s, call.request["processType"_L1]}};
}

} // namespace uk::training
