// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/person.h"

using namespace Qt::StringLiterals;

namespace uk::training {

namespace {

template<class Forms>
typename Forms::value_type *formIn(Forms &forms, const QString &id)
{
    for (auto &form : forms) {
        if (form.id == id)
            return &form;
    }
    return nullptr;
}

template<class Forms>
QStringList idsOf(const Forms &forms)
{
    QStringList ids;
    for (const auto &form : forms)
        ids.append(form.id);
    return ids;
}

JsonValue storedQuestionnaires(const std::vector<Questionnaire> &forms, QLatin1StringView idMember)
{
    JsonValue result = JsonValue::array();
    for (const Questionnaire &form : forms) {
        result.append(JsonValue::object({{idMember, form.id},
                                  {u"isAnswerable"_s, form.isAnswerable},
                                  {u"answerStatusSeg"_s, form.answerStatusSeg},
                                  {u"lastUpdatedPageNumber"_s, form.lastUpdatedPageNumber},
                                  {u"answers"_s, form.answers}}));
    }
    return result;
}

} // namespace

Questionnaire *Person::questionnaire(const QString &id)
{
    return formIn(resident.questionnaires, id);
}

Questionnaire *Person::childQuestionnaire(const QString &checkupId)
{
    return formIn(resident.childQuestionnaires, checkupId);
}

PrenatalMchbook *Person::prenatalMchbook(const QString &pregnancyId)
{
    return formIn(resident.prenatalMchbooks, pregnancyId);
}

AnswerForm &Person::childMchbook()
{
    if (!resident.childMchbook)
        resident.childMchbook = AnswerForm{childMchbookId, {}, JsonValue::array()};
    return *resident.childMchbook;
}

Person::FoundForm Person::form(const QString &id)
{
    if (Questionnaire *found = questionnaire(id))
        return {found, found, u"RegisterQuestionnaireAnswer"_s};
    if (Questionnaire *found = childQuestionnaire(id))
        return {found, found, u"RegisterChildQuestionnaireAnswer"_s};
    if (resident.homecoming && resident.homecoming->id == id)
        return {&*resident.homecoming, nullptr, u"RegisterHomecoming"_s};
    if (PrenatalMchbook *found = prenatalMchbook(id))
        return {found, nullptr, u"RegisterPrenatalMchbook"_s};
    if (id == childMchbookId)
        return {&childMchbook(), nullptr, u"RegisterChildMchbook"_s};
    return {};
}

QStringList Person::keys(const QString &keyMember) const
{
    if (keyMember == "questionnaireManagementId"_L1)
        return idsOf(resident.questionnaires);
    if (keyMember == "vaccinationScheduleId"_L1)
        return resident.certificates.keys();
    if (keyMember == "pregnancyId"_L1)
        return idsOf(resident.prenatalMchbooks);
    if (keyMember == "childCheckupId"_L1)
        return idsOf(resident.childQuestionnaires);
    QStringList segments;
    for (const JsonValue &ledger : resident.ledgers.items())
        segments.append(ledger[keyMember].toString());
    return segments;
}

JsonValue Person::basicFiveInfo() const
{
    const ResidentInfo &info = resident.info;
    return JsonValue::object({{u"name"_s, info.name},
                              {u"nameKana"_s, info.kana},
                              {u"address"_s, info.address},
                              {u"dateOfBirth"_s, info.birthDate.toString(Qt::ISODate)},
                              {u"sex"_s, info.sex}});
}

JsonValue Person::stored() const
{
    JsonValue books = JsonValue::array();
    for (const PrenatalMchbook &book : resident.prenatalMchbooks)
        books.append(JsonValue::object({{u"pregnancyId"_s, book.id}, {u"answers"_s, book.answers}}));
    JsonValue result = JsonValue::object({
        {u"questionnaires"_s, storedQuestionnaires(resident.questionnaires, "questionnaireManagementId"_L1)},
        {u"childQuestionnaires"_s, storedQuestionnaires(resident.childQuestionnaires, "childCheckupId"_L1)},
        {u"prenatalMchbooks"_s, books},
        {u"pregnancyLoss"_s, JsonValue::object({{u"pregnancyByMunicipalityId"_s, resident.pregnancyLoss.id},
                                         {u"pregnancyLossOn"_s, resident.pregnancyLoss.on}})}});
    if (const auto &form = resident.homecoming)
        result.set(u"homecoming"_s, JsonValue::object({{u"pregnancyByMunicipalityId"_s, form->id}, {u"answers"_s, form->answers}}));
    if (const auto &form = resident.childMchbook)
        result.set(u"childMchbook"_s, JsonValue::object({{u"answers"_s, form->answers}}));
    return result;
}

} // namespace uk::training
