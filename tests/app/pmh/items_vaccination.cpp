// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "itemtable.h"

using namespace Qt::StringLiterals;
using namespace uk;

// V1 to V69, V77 and V78.
namespace itemtable {

namespace {

const auto vaccination = [](const WireForm &form, const QByteArray &body) -> Result<VaccinationRecord> {
    UK_TRY(const auto list, form.decode(vaccinationListObject, body));
    return sound(list.value(0));
};
const auto history = [](const WireForm &form, const QByteArray &body) -> Result<VaccinationHistoryEntry> {
    UK_TRY(const VaccinationRecord record, vaccination(form, body));
    return record.history.value(0);
};
const auto summary = [](const WireForm &form, const QByteArray &body) -> Result<QuestionnaireSummary> {
    UK_TRY(const auto list, form.decode(questionnaireListObject, body));
    return sound(list.value(0));
};
const auto questionnaire = answer(questionnaireAnswerObject);
const auto previous = [](const WireForm &form, const QByteArray &body) -> Result<PreviousVaccination> {
    UK_TRY(const QuestionnaireRecord record, questionnaire(form, body));
    return record.previousVaccination.value_or(PreviousVaccination());
};
const auto group = [](const QuestionnaireRecord &record) { return first(record.definition.groups); };
const auto subgroup = [](const QuestionnaireRecord &record) { return first(group(record).subgroups); };

const QByteArray period1 = R"({"from":"2026-04-01","to":"2027-03-31"})";

Row periodRow(const char *item, const char *path, VaccinationPeriods VaccinationRecord::*periods,
              DatePeriod VaccinationPeriods::*part)
{
    return row(item, path, period1, u"2026-04-01/2027-03-31"_s,
               from(vaccination, [=](const VaccinationRecord &record) { return (record.*periods).*part; }));
}

QList<Row> listRows()
{
    using V = VaccinationRecord;
    using P = VaccinationPeriods;
    const auto v = [](auto get) { return from(vaccination, get); };
    return {
        required(textRow("V1", "vaccinations[].questionnaireManagementId", v(&V::questionnaireManagementId))),
        required(textRow("V2", "vaccinations[].vaccinationScheduleId", v(&V::vaccinationScheduleId))),
        dayRow("V3", "vaccinations[].recommendedOn", v(&V::recommendedOn)),
        dayRow("V4", "vaccinations[].reRecommendedOn", v(&V::reRecommendedOn)),
        dayRow("V5", "vaccinations[].questionnaireDisplayFrom", v(&V::questionnaireDisplayFrom)),
        dayRow("V6", "vaccinations[].questionnaireDisplayTo", v(&V::questionnaireDisplayTo)),
        codeRow("V7", "vaccinations[].residencySeg", v(&V::residencySeg)),
        textRow("V8", "vaccinations[].guideUrlMhlw", v(&V::guideUrlMhlw)),
        textRow("V9", "vaccinations[].guideUrlMunicipality", v(&V::guideUrlMunicipality)),
        textRow("V10", "vaccinations[].type.vaccinationControlNumber", v(&V::vaccinationControlNumber)),
        textRow("V11", "vaccinations[].type.vaccineCommonName", v(&V::vaccineCommonName)),
        textRow("V12", "vaccinations[].type.doseCommonName", v(&V::doseCommonName)),
        textRow("V13", "vaccinations[].type.vaccineTypeCode", v(&V::vaccineTypeCode)),
        textRow("V14", "vaccinations[].type.term", v(&V::term)),
        textRow("V15", "vaccinations[].type.valency", v(&V::valency)),
        row("V16", "vaccinations[].type.doseNumber", "3.0", u"3"_s, v(&V::doseNumber)),
        dayRow("V17", "vaccinations[].type.interval.previousOn", v(&V::previousOn)),
        dayRow("V18", "vaccinations[].type.interval.beforePreviousOn", v(&V::beforePreviousOn)),
        periodRow("V19", "vaccinations[].type.standardPeriod.age", &V::standardPeriod, &P::age),
        periodRow("V20", "vaccinations[].type.standardPeriod.fiscalYear", &V::standardPeriod, &P::fiscalYear),
        periodRow("V21", "vaccinations[].type.standardPeriod.date", &V::standardPeriod, &P::date),
        periodRow("V22", "vaccinations[].type.routinePeriod.age", &V::routinePeriod, &P::age),
        periodRow("V23", "vaccinations[].type.routinePeriod.fiscalYear", &V::routinePeriod, &P::fiscalYear),
        periodRow("V24", "vaccinations[].type.routinePeriod.date", &V::routinePeriod, &P::date),
        codeRow("V25", "vaccinations[].type.legalSeg", v(&V::legalSeg)),
        row("V26", "vaccinations[].type.suitableAgeSeg", "\"9\"", u"9"_s, v(&V::suitableAgeSeg)),
        flagRow("V27", "vaccinations[].type.isPeriodHidden", v(&V::isPeriodHidden)),
        flagRow("V37", "vaccinations[].isDeleted", v(&V::isDeleted)),
    };
}

QList<Row> historyRows()
{
    using H = VaccinationHistoryEntry;
    const auto h = [](auto get) { return from(history, get); };
    return {
        textRow("V28", "vaccinations[].history[].vaccinationScheduleId", h(&H::vaccinationScheduleId)),
        dayRow("V29", "vaccinations[].history[].vaccinatedOn", h(&H::vaccinatedOn)),
        textRow("V30", "vaccinations[].history[].doctorName", h(&H::doctorName)),
        codeRow("V31", "vaccinations[].history[].implementationSeg", h(&H::implementationSeg)),
        codeRow("V32", "vaccinations[].history[].vaccinationSeg", h(&H::vaccinationSeg)),
        row("V33", "vaccinations[].history[].isConsented", "false", u"false"_s, h(&H::isConsented)),
        row("V34", "vaccinations[].history[].result",
            R"({"vaccineName":"n","manufacturer":"m","lotNumber":"l","doseAmount":"0.5mL"})", u"n m l 0.5mL"_s,
            h([](const H &entry) {
                return QStringList{entry.vaccineName, entry.manufacturer, entry.lotNumber, entry.doseAmount}.join(u' ');
            })),
        codeRow("V35", "vaccinations[].history[].specialCircumstanceSeg", h(&H::specialCircumstanceSeg)),
        row("V36", "vaccinations[].history[].medicalInstitution", R"({"code":"c","name":"n","detail":"d"})",
            u"c n d"_s, h(&H::medicalInstitution)),
    };
}

QList<Row> summaryRows()
{
    using S = QuestionnaireSummary;
    const auto s = [](auto get) { return from(summary, get); };
    return {
        required(textRow("V38", "questionnaires[].questionnaireManagementId", s(&S::questionnaireManagementId))),
        required(textRow("V39", "questionnaires[].questionnaireName", s(&S::questionnaireName))),
        flagRow("V40", "questionnaires[].isAnswerable", s(&S::isAnswerable)),
        required(codeRow("V41", "questionnaires[].answerStatusSeg", s(&S::answerStatusSeg))),
        codeRow("V42", "questionnaires[].vaccinationWishSeg", s(&S::vaccinationWishSeg)),
        codeRow("V43", "questionnaires[].proxyInputConsentSeg", s(&S::proxyInputConsentSeg)),
        textRow("V44", "questionnaires[].checkResults[].warningCode",
                s([](const S &record) { return first(record.checkResults).warningCode; })),
        textsRow("V45", "questionnaires[].checkResults[].warningMessages",
                 s([](const S &record) { return first(record.checkResults).warningMessages; })),
    };
}

QList<Row> questionnaireRows()
{
    using Q = QuestionnaireRecord;
    const auto q = [](auto get) { return from(questionnaire, get); };
    return {
        required(textRow("V46", "questionnaireManagementId", q(&Q::questionnaireManagementId))),
        required(textRow("V47", "questionnaireName", q(&Q::questionnaireName))),
        required(flagRow("V48", "isAnswerable", q(&Q::isAnswerable))),
        required(codeRow("V49", "answerStatusSeg", q(&Q::answerStatusSeg))),
        row("V50", "lastUpdatedPageNumber", "4", u"4"_s, q(&Q::lastUpdatedPageNumber)),
        required(row("V51", "basicFiveInfo",
                     R"({"name":"n","nameKana":"k","address":"a","dateOfBirth":"2024-02-29","sex":"2"})",
                     u"n k a 2024-02-29 2"_s, q(&Q::basicFiveInfo))),
        textRow("V52", "definition.groups[].label", q([](const Q &record) { return group(record).label; })),
        textRow("V53", "definition.groups[].subgroups[].label",
                q([](const Q &record) { return subgroup(record).label; })),
        row("V54", "definition.groups[].subgroups[].maxRepeat", "7", u"7"_s,
            q([](const Q &record) { return subgroup(record).maxRepeat; })),
        required(row("V55", "definition.groups[].subgroups[].items",
                     R"([{"itemMasterId":"i1","label":"l1","answerType":"note"},
                         {"itemMasterId":"i2","label":"l2","answerType":"future"}])",
                     u"i1 l1 note|i2 l2 future"_s, q([](const Q &record) { return subgroup(record).items; }))),
        required(textRow("V56", "answers[].itemMasterId",
                         q([](const Q &record) { return first(record.answers).key.itemMasterId; }))),
        required(row("V57", "answers[].repeatNumber", "5", u"5"_s,
                     q([](const Q &record) { return first(record.answers).key.repeatNumber; }))),
        required(textsRow("V58", "answers[].result", q([](const Q &record) { return first(record.answers).result; }))),
        required(textRow("V59", "latestAnswers[].itemMasterId",
                         q([](const Q &record) { return first(record.latestAnswers).key.itemMasterId; }))),
        required(row("V60", "latestAnswers[].repeatNumber", "5", u"5"_s,
                     q([](const Q &record) { return first(record.latestAnswers).key.repeatNumber; }))),
        required(textRow("V61", "latestAnswers[].result",
                         q([](const Q &record) { return first(record.latestAnswers).result; }))),
        textsRow("V67", "completedVaccineNames", q(&Q::completedVaccineNames)),
        textRow("V68", "checkResults[].warningCode",
                q([](const Q &record) { return first(record.checkResults).warningCode; })),
        textsRow("V69", "checkResults[].warningMessages",
                 q([](const Q &record) { return first(record.checkResults).warningMessages; })),
    };
}

QList<Row> previousAndCertificateRows()
{
    using P = PreviousVaccination;
    const auto p = [](auto get) { return from(previous, get); };
    const auto c = [](auto get) { return from(answer(vaccinationCertificateObject), get); };
    return {
        textRow("V62", "previousVaccination.vaccineCommonName", p(&P::vaccineCommonName)),
        textRow("V63", "previousVaccination.doseCommonName", p(&P::doseCommonName)),
        dayRow("V64", "previousVaccination.vaccinatedOn", p(&P::vaccinatedOn)),
        codeRow("V65", "previousVaccination.legalSeg", p(&P::legalSeg)),
        textRow("V66", "previousVaccination.intervalInfo", p(&P::intervalInfo)),
        required(textRow("V77", "pdfFileName", c(&CertificateRecord::pdfFileName))),
        required(row("V78", "pdfData", "\"JVBERi0=\"", u"JVBERi0="_s, c(&CertificateRecord::pdfData))),
    };
}

} // namespace

QList<Row> vaccinationRows()
{
    return listRows() + historyRows() + summaryRows() + questionnaireRows() + previousAndCertificateRows();
}

} // namespace itemtable
