// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// The process types of the vaccination area, v4 (V1 to V78).
#include "app/training/registering.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

constexpr auto questionnaireId = "questionnaireManagementId"_L1;

/// The answers of the questionnaire of this person that was answered last, the inquired one left out (rules 10).
JsonValue latestAnswers(const Person &person, const QString &inquired)
{
    const Questionnaire *latest = nullptr;
    for (const Questionnaire &other : person.resident.questionnaires) {
        if (other.id != inquired && other.answerStatusSeg == "2"_L1 && (!latest || other.answeredAt > latest->answeredAt))
            latest = &other;
    }
    return latest ? latest->answers : JsonValue::array();
}

} // namespace

PmhResult inquireVaccinationList(const PmhCall &call)
{
    return JsonValue::object({{u"vaccinations"_s, call.person.resident.vaccinations}});
}

PmhResult inquireQuestionnaireList(const PmhCall &call)
{
    JsonValue list = JsonValue::array();
    for (const Questionnaire &questionnaire : call.person.resident.questionnaires) {
        list.append(JsonValue::object({{questionnaireId, questionnaire.id},
                                {u"questionnaireName"_s, questionnaire.name},
                                {u"isAnswerable"_s, questionnaire.isAnswerable},
                                {u"answerStatusSeg"_s, questionnaire.answerStatusSeg},
                                {u"vaccinationWishSeg"_s, questionnaire.vaccinationWishSeg},
                                {u"proxyInputConsentSeg"_s, questionnaire.proxyInputConsentSeg},
                                {u"checkResults"_s, questionnaire.checkResults}}));
    }
    return JsonValue::object({{u"questionnaires"_s, list}});
}

PmhResult inquireQuestionnaireAnswer(const PmhCall &call)
{
    const Questionnaire *found = call.person.questionnaire(call.request[questionnaireId].toString());
    if (!found)
        return unknownId(questionnaireId);
    JsonValue result = questionnaireMembers(call.person, *found);
    result.set(questionnaireId, found->id);
    result.set(u"latestAnswers"_s, latestAnswers(call.person, found->id));
    result.set(u"previousVaccination"_s, found->previousVaccination);
    result.set(u"completedVaccineNames"_s, found->completedVaccineNames);
    result.set(u"checkResults"_s, found->checkResults);
    return result;
}

PmhResult registerQuestionnaireAnswer(const PmhCall &call)
{
    return registerQuestionnaire(call, call.person.questionnaire(call.request[questionnaireId].toString()));
}

PmhResult inquireVaccinationCertificate(const PmhCall &call)
{
    constexpr auto scheduleId = "vaccinationScheduleId"_L1;
    const QString id = call.request[scheduleId].toString();
    QFile file(call.person.resident.certificates.value(id));
    if (file.fileName().isEmpty())
        return unknownId(scheduleId);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(PmhError{500, u"E5001"_s, u"the certificate cannot be read"_s, {}});
    return JsonValue::object({{u"pdfFileName"_s, u"予防接種済証_%1.pdf"_s.arg(id)},
                       {u"pdfData"_s, QString::fromLatin1(file.readAll().toBase64())}});
}

} // namespace uk::training
