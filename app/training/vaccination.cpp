// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// The process types of the vaccination area, v4 (V1 to V78).
#include "app/training/answercheck.h"
#include "app/training/processtypes.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

std::unexpected<PmhError> unknownId(const QString &place)
{
    return std::unexpected(PmhError{404, u"E4041"_s, u"no such id for this person"_s, place});
}

/// The answers of the questionnaire of this person that was answered last, the inquired one left out (rules 10).
QJsonArray latestAnswers(const Person &person, const QString &inquired)
{
    const Questionnaire *latest = nullptr;
    for (const Questionnaire &other : person.resident.questionnaires) {
        if (other.id != inquired && other.answerStatusSeg == "2"_L1 && (!latest || other.answeredAt > latest->answeredAt))
            latest = &other;
    }
    return latest ? latest->answers : QJsonArray();
}

void store(World &world, Questionnaire &questionnaire, const QString &status, const QJsonArray &answers, int page)
{
    questionnaire.answers = answers;
    questionnaire.answerStatusSeg = status;
    questionnaire.lastUpdatedPageNumber = page;
    if (status == "2"_L1)
        questionnaire.answeredAt = world.nowUtc().toString(Qt::ISODateWithMs);
}

QJsonObject storedAnswer(const Questionnaire &questionnaire)
{
    return {{u"answerStatusSeg"_s, questionnaire.answerStatusSeg},
            {u"lastUpdatedPageNumber"_s, questionnaire.lastUpdatedPageNumber},
            {u"answers"_s, questionnaire.answers}};
}

/// What rules 19 wants between 404 and the answers themselves.
std::optional<PmhError> problemOfStatus(const Questionnaire &questionnaire, const QString &status, int page)
{
    if (status != "1"_L1 && status != "2"_L1)
        return PmhError{400, u"E4001"_s, u"only 1 and 2 can be registered"_s, u"answerStatusSeg"_s};
    if (page < 1 || page > questionnaire.pages())
        return PmhError{400, u"E4001"_s, u"not a page of the questionnaire"_s, u"lastUpdatedPageNumber"_s};
    if (!questionnaire.isAnswerable)
        return PmhError{409, u"E4091"_s, u"answering is not permitted any more"_s, {}};
    if (status == "1"_L1 && questionnaire.answerStatusSeg == "2"_L1)
        return PmhError{409, u"E4092"_s, u"a draft for an answered questionnaire"_s, {}};
    return {};
}

} // namespace

PmhResult inquireVaccinationList(const PmhCall &call)
{
    return QJsonObject{{u"vaccinations"_s, call.person.resident.vaccinations}};
}

PmhResult inquireQuestionnaireList(const PmhCall &call)
{
    QJsonArray list;
    for (const Questionnaire &questionnaire : call.person.resident.questionnaires) {
        list.append(QJsonObject{{u"questionnaireManagementId"_s, questionnaire.id},
                                {u"questionnaireName"_s, questionnaire.name},
                                {u"isAnswerable"_s, questionnaire.isAnswerable},
                                {u"answerStatusSeg"_s, questionnaire.answerStatusSeg},
                                {u"vaccinationWishSeg"_s, questionnaire.vaccinationWishSeg},
                                {u"proxyInputConsentSeg"_s, questionnaire.proxyInputConsentSeg},
                                {u"checkResults"_s, questionnaire.checkResults}});
    }
    return QJsonObject{{u"questionnaires"_s, list}};
}

PmhResult inquireQuestionnaireAnswer(const PmhCall &call)
{
    const Questionnaire *found = call.person.questionnaire(call.request["questionnaireManagementId"_L1].toString());
    if (!found)
        return unknownId(u"questionnaireManagementId"_s);
    QJsonObject result{
        {u"questionnaireManagementId"_s, found->id},
        {u"questionnaireName"_s, found->name},
        {u"isAnswerable"_s, found->isAnswerable},
        {u"answerStatusSeg"_s, found->answerStatusSeg},
        {u"basicFiveInfo"_s, call.person.basicFiveInfo()},
        {u"definition"_s, found->definition},
        {u"answers"_s, found->answers},
        {u"latestAnswers"_s, latestAnswers(call.person, found->id)},
        {u"previousVaccination"_s, found->previousVaccination},
        {u"completedVaccineNames"_s, found->completedVaccineNames},
        {u"checkResults"_s, found->checkResults},
    };
    result.insert(u"lastUpdatedPageNumber"_s,
                  found->lastUpdatedPageNumber > 0 ? QJsonValue(found->lastUpdatedPageNumber) : QJsonValue::Null);
    return result;
}

PmhResult registerQuestionnaireAnswer(const PmhCall &call)
{
    const QString id = call.request["questionnaireManagementId"_L1].toString();
    Questionnaire *found = call.person.questionnaire(id);
    if (!found)
        return unknownId(u"questionnaireManagementId"_s);
    const QString status = call.request["answerStatusSeg"_L1].toString();
    const int page = call.request["lastUpdatedPageNumber"_L1].toInt();
    if (auto problem = problemOfStatus(*found, status, page))
        return std::unexpected(*problem);
    const QJsonArray answers = call.request["answers"_L1].toArray();
    if (const auto refusal = checkAnswers(found->definition, answers, found->answers, status == "2"_L1))
        return std::unexpected(PmhError{400, u"E4003"_s, refusal->text, refusal->place});
    const QJsonObject before = storedAnswer(*found);
    store(call.world, *found, status, answers, page);
    call.world.record({call.person.key(), u"RegisterQuestionnaireAnswer"_s, id, call.origin, call.request, before, call.number});
    return QJsonObject{{u"questionnaireManagementId"_s, id}, {u"answerStatusSeg"_s, found->answerStatusSeg}};
}

PmhResult inquireVaccinationCertificate(const PmhCall &call)
{
    const QString id = call.request["vaccinationScheduleId"_L1].toString();
    QFile file(call.person.resident.certificates.value(id));
    if (file.fileName().isEmpty())
        return unknownId(u"vaccinationScheduleId"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(PmhError{500, u"E5001"_s, u"the certificate cannot be read"_s, {}});
    return QJsonObject{{u"pdfFileName"_s, u"予防接種済証_%1.pdf"_s.arg(id)},
                       {u"pdfData"_s, QString::fromLatin1(file.readAll().toBase64())}};
}

bool editAtHome(World &world, Person &person, const QJsonObject &edit)
{
    const QString id = edit["id"_L1].toString();
    Questionnaire *found = person.questionnaire(id);
    if (!found)
        return false;
    const QJsonObject before = storedAnswer(*found);
    store(world, *found, edit["answerStatusSeg"_L1].toString(found->answerStatusSeg),
          edit.contains("answers"_L1) ? edit["answers"_L1].toArray() : found->answers, qMax(1, found->lastUpdatedPageNumber));
    world.record({person.key(), u"RegisterQuestionnaireAnswer"_s, id, u"patient"_s, edit, before, 0});
    return true;
}

} // namespace uk::training
