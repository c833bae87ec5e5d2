// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "itemtable.h"

using namespace Qt::StringLiterals;
using namespace uk;

namespace itemtable {

namespace {

using Shown = std::function<QString(const Decoded &)>;

QString shownDay(const QDate &day) { return day.toString(Qt::ISODate); }
QString shownPeriod(const DatePeriod &period) { return shownDay(period.from) + u'/' + shownDay(period.to); }
QString shownFlag(bool flag) { return flag ? u"true"_s : u"false"_s; }

template<class Member>
Shown vaccinationText(Member member)
{
    return [member](const Decoded &decoded) { return decoded.vaccination.*member; };
}

template<class Member>
Shown vaccinationDay(Member member)
{
    return [member](const Decoded &decoded) { return shownDay(decoded.vaccination.*member); };
}

Shown period(VaccinationPeriods VaccinationRecord::*periods, DatePeriod VaccinationPeriods::*part)
{
    return [periods, part](const Decoded &decoded) { return shownPeriod((decoded.vaccination.*periods).*part); };
}

template<class Member>
Shown historyText(Member member)
{
    return [member](const Decoded &decoded) { return decoded.vaccination.history.value(0).*member; };
}

template<class Member>
Shown summaryText(Member member)
{
    return [member](const Decoded &decoded) { return decoded.summary.*member; };
}

template<class Member>
Shown questionnaireText(Member member)
{
    return [member](const Decoded &decoded) { return decoded.questionnaire.*member; };
}

template<class Member>
Shown previousText(Member member)
{
    return [member](const Decoded &decoded) {
        return decoded.questionnaire.previousVaccination.value_or(PreviousVaccination()).*member;
    };
}

Group firstGroup(const Decoded &decoded) { return decoded.questionnaire.definition.groups.value(0); }
Subgroup firstSubgroup(const Decoded &decoded) { return firstGroup(decoded).subgroups.value(0); }

QString shownResult(const Answers &answers)
{
    const AnswerResult result = answers.value(0).result;
    const auto *list = std::get_if<QStringList>(&result);
    return list ? list->join(u'|') : std::get<QString>(result);
}

const QByteArray day1 = R"("2026-04-01")";
const QString day1Shown = u"2026-04-01"_s;
const QByteArray period1 = R"({"from":"2026-04-01","to":"2027-03-31"})";
const QString period1Shown = u"2026-04-01/2027-03-31"_s;
const QByteArray text1 = "\"\U00020BB7葛\U000E0100\"";
const QString text1Shown = u"\U00020BB7葛\U000E0100"_s;

QList<Row> vaccinationRows()
{
    using R = VaccinationRecord;
    using P = VaccinationPeriods;
    const QString v = u"vaccinations[]."_s;
    const QString t = v + u"type."_s;
    return {
        {u"V1"_s, v + u"questionnaireManagementId"_s, text1, text1Shown, true,
         vaccinationText(&R::questionnaireManagementId)},
        {u"V2"_s, v + u"vaccinationScheduleId"_s, text1, text1Shown, true, vaccinationText(&R::vaccinationScheduleId)},
        {u"V3"_s, v + u"recommendedOn"_s, day1, day1Shown, false, vaccinationDay(&R::recommendedOn)},
        {u"V4"_s, v + u"reRecommendedOn"_s, day1, day1Shown, false, vaccinationDay(&R::reRecommendedOn)},
        {u"V5"_s, v + u"questionnaireDisplayFrom"_s, day1, day1Shown, false,
         vaccinationDay(&R::questionnaireDisplayFrom)},
        {u"V6"_s, v + u"questionnaireDisplayTo"_s, day1, day1Shown, false, vaccinationDay(&R::questionnaireDisplayTo)},
        {u"V7"_s, v + u"residencySeg"_s, "\"2\"", u"2"_s, false, vaccinationText(&R::residencySeg)},
        {u"V8"_s, v + u"guideUrlMhlw"_s, text1, text1Shown, false, vaccinationText(&R::guideUrlMhlw)},
        {u"V9"_s, v + u"guideUrlMunicipality"_s, text1, text1Shown, false, vaccinationText(&R::guideUrlMunicipality)},
        {u"V10"_s, t + u"vaccinationControlNumber"_s, text1, text1Shown, false,
         vaccinationText(&R::vaccinationControlNumber)},
        {u"V11"_s, t + u"vaccineCommonName"_s, text1, text1Shown, false, vaccinationText(&R::vaccineCommonName)},
        {u"V12"_s, t + u"doseCommonName"_s, text1, text1Shown, false, vaccinationText(&R::doseCommonName)},
        {u"V13"_s, t + u"vaccineTypeCode"_s, text1, text1Shown, false, vaccinationText(&R::vaccineTypeCode)},
        {u"V14"_s, t + u"term"_s, text1, text1Shown, false, vaccinationText(&R::term)},
        {u"V15"_s, t + u"valency"_s, text1, text1Shown, false, vaccinationText(&R::valency)},
        {u"V16"_s, t + u"doseNumber"_s, "3.0", u"3"_s, false,
         [](const Decoded &d) { return d.vaccination.doseNumber ? QString::number(*d.vaccination.doseNumber) : QString(); }},
        {u"V17"_s, t + u"interval.previousOn"_s, day1, day1Shown, false, vaccinationDay(&R::previousOn)},
        {u"V18"_s, t + u"interval.beforePreviousOn"_s, day1, day1Shown, false, vaccinationDay(&R::beforePreviousOn)},
        {u"V19"_s, t + u"standardPeriod.age"_s, period1, period1Shown, false, period(&R::standardPeriod, &P::age)},
        {u"V20"_s, t + u"standardPeriod.fiscalYear"_s, period1, period1Shown, false,
         period(&R::standardPeriod, &P::fiscalYear)},
        {u"V21"_s, t + u"standardPeriod.date"_s, period1, period1Shown, false, period(&R::standardPeriod, &P::date)},
        {u"V22"_s, t + u"routinePeriod.age"_s, period1, period1Shown, false, period(&R::routinePeriod, &P::age)},
        {u"V23"_s, t + u"routinePeriod.fiscalYear"_s, period1, period1Shown, false,
         period(&R::routinePeriod, &P::fiscalYear)},
        {u"V24"_s, t + u"routinePeriod.date"_s, period1, period1Shown, false, period(&R::routinePeriod, &P::date)},
        {u"V25"_s, t + u"legalSeg"_s, "\"3\"", u"3"_s, false, vaccinationText(&R::legalSeg)},
        {u"V26"_s, t + u"suitableAgeSeg"_s, "\"9\"", u"9"_s, false, vaccinationText(&R::suitableAgeSeg)},
        {u"V27"_s, t + u"isPeriodHidden"_s, "true", u"true"_s, false,
         [](const Decoded &d) { return shownFlag(d.vaccination.isPeriodHidden); }},
        {u"V37"_s, v + u"isDeleted"_s, "true", u"true"_s, false,
         [](const Decoded &d) { return shownFlag(d.vaccination.isDeleted); }},
    };
}

QList<Row> historyRows()
{
    using H = VaccinationHistoryEntry;
    const QString h = u"vaccinations[].history[]."_s;
    return {
        {u"V28"_s, h + u"vaccinationScheduleId"_s, text1, text1Shown, false, historyText(&H::vaccinationScheduleId)},
        {u"V29"_s, h + u"vaccinatedOn"_s, day1, day1Shown, false,
         [](const Decoded &d) { return shownDay(d.vaccination.history.value(0).vaccinatedOn); }},
        {u"V30"_s, h + u"doctorName"_s, text1, text1Shown, false, historyText(&H::doctorName)},
        {u"V31"_s, h + u"implementationSeg"_s, "\"2\"", u"2"_s, false, historyText(&H::implementationSeg)},
        {u"V32"_s, h + u"vaccinationSeg"_s, "\"2\"", u"2"_s, false, historyText(&H::vaccinationSeg)},
        {u"V33"_s, h + u"isConsented"_s, "false", u"false"_s, false,
         [](const Decoded &d) {
             const std::optional<bool> isConsented = d.vaccination.history.value(0).isConsented;
             return isConsented ? shownFlag(*isConsented) : u"unknown"_s;
         }},
        {u"V34"_s, h + u"result"_s,
         R"({"vaccineName":"n","manufacturer":"m","lotNumber":"l","doseAmount":"0.5mL"})", u"n m l 0.5mL"_s, false,
         [](const Decoded &d) {
             const H entry = d.vaccination.history.value(0);
             return QStringList{entry.vaccineName, entry.manufacturer, entry.lotNumber, entry.doseAmount}.join(u' ');
         }},
        {u"V35"_s, h + u"specialCircumstanceSeg"_s, "\"1\"", u"1"_s, false, historyText(&H::specialCircumstanceSeg)},
        {u"V36"_s, h + u"medicalInstitution"_s, R"({"code":"c","name":"n","detail":"d"})", u"c n d"_s, false,
         [](const Decoded &d) {
             const MedicalInstitution place = d.vaccination.history.value(0).medicalInstitution;
             return QStringList{place.code, place.name, place.detail}.join(u' ');
         }},
    };
}

QList<Row> summaryRows()
{
    using S = QuestionnaireSummary;
    const QString q = u"questionnaires[]."_s;
    return {
        {u"V38"_s, q + u"questionnaireManagementId"_s, text1, text1Shown, true,
         summaryText(&S::questionnaireManagementId)},
        {u"V39"_s, q + u"questionnaireName"_s, text1, text1Shown, true, summaryText(&S::questionnaireName)},
        {u"V40"_s, q + u"isAnswerable"_s, "true", u"true"_s, false,
         [](const Decoded &d) { return shownFlag(d.summary.isAnswerable); }},
        {u"V41"_s, q + u"answerStatusSeg"_s, "\"2\"", u"2"_s, true, summaryText(&S::answerStatusSeg)},
        {u"V42"_s, q + u"vaccinationWishSeg"_s, "\"2\"", u"2"_s, false, summaryText(&S::vaccinationWishSeg)},
        {u"V43"_s, q + u"proxyInputConsentSeg"_s, "\"2\"", u"2"_s, false, summaryText(&S::proxyInputConsentSeg)},
        {u"V44"_s, q + u"checkResults[].warningCode"_s, text1, text1Shown, false,
         [](const Decoded &d) { return d.summary.checkResults.value(0).warningCode; }},
        {u"V45"_s, q + u"checkResults[].warningMessages"_s, R"(["a","b"])", u"a|b"_s, false,
         [](const Decoded &d) { return d.summary.checkResults.value(0).warningMessages.join(u'|'); }},
    };
}

QList<Row> questionnaireRows()
{
    using Q = QuestionnaireRecord;
    using V = PreviousVaccination;
    const QString previous = u"previousVaccination."_s;
    return {
        {u"V46"_s, u"questionnaireManagementId"_s, text1, text1Shown, true,
         questionnaireText(&Q::questionnaireManagementId)},
        {u"V47"_s, u"questionnaireName"_s, text1, text1Shown, true, questionnaireText(&Q::questionnaireName)},
        {u"V48"_s, u"isAnswerable"_s, "true", u"true"_s, true,
         [](const Decoded &d) { return shownFlag(d.questionnaire.isAnswerable); }},
        {u"V49"_s, u"answerStatusSeg"_s, "\"1\"", u"1"_s, true, questionnaireText(&Q::answerStatusSeg)},
        {u"V50"_s, u"lastUpdatedPageNumber"_s, "4", u"4"_s, false,
         [](const Decoded &d) { return QString::number(d.questionnaire.lastUpdatedPageNumber.value_or(0)); }},
        {u"V51"_s, u"basicFiveInfo"_s,
         R"({"name":"n","nameKana":"k","address":"a","dateOfBirth":"2024-02-29","sex":"2"})", u"n k a 2024-02-29 2"_s,
         true,
         [](const Decoded &d) {
             const BasicFiveInfo &info = d.questionnaire.basicFiveInfo;
             return QStringList{info.name, info.nameKana, info.address, shownDay(info.dateOfBirth), info.sex}.join(u' ');
         }},
        {u"V52"_s, u"definition.groups[].label"_s, text1, text1Shown, false,
         [](const Decoded &d) { return firstGroup(d).label; }},
        {u"V53"_s, u"definition.groups[].subgroups[].label"_s, text1, text1Shown, false,
         [](const Decoded &d) { return firstSubgroup(d).label; }},
        {u"V54"_s, u"definition.groups[].subgroups[].maxRepeat"_s, "7", u"7"_s, false,
         [](const Decoded &d) { return QString::number(firstSubgroup(d).maxRepeat); }},
        {u"V55"_s, u"definition.groups[].subgroups[].items"_s,
         R"([{"itemMasterId":"i1","label":"l1","answerType":"note"},{"itemMasterId":"i2","label":"l2","answerType":"future"}])",
         u"i1 l1 note i2 l2 future"_s, true,
         [](const Decoded &d) {
             QStringList shown;
             for (const QuestionItem &item : firstSubgroup(d).items)
                 shown << item.itemMasterId << item.label << item.rawType;
             return shown.join(u' ');
         }},
        {u"V56"_s, u"answers[].itemMasterId"_s, text1, text1Shown, true,
         [](const Decoded &d) { return d.questionnaire.answers.value(0).key.itemMasterId; }},
        {u"V57"_s, u"answers[].repeatNumber"_s, "5", u"5"_s, true,
         [](const Decoded &d) { return QString::number(d.questionnaire.answers.value(0).key.repeatNumber); }},
        {u"V58"_s, u"answers[].result"_s, R"(["x","y"])", u"x|y"_s, true,
         [](const Decoded &d) { return shownResult(d.questionnaire.answers); }},
        {u"V59"_s, u"latestAnswers[].itemMasterId"_s, text1, text1Shown, true,
         [](const Decoded &d) { return d.questionnaire.latestAnswers.value(0).key.itemMasterId; }},
        {u"V60"_s, u"latestAnswers[].repeatNumber"_s, "5", u"5"_s, true,
         [](const Decoded &d) { return QString::number(d.questionnaire.latestAnswers.value(0).key.repeatNumber); }},
        {u"V61"_s, u"latestAnswers[].result"_s, text1, text1Shown, true,
         [](const Decoded &d) { return shownResult(d.questionnaire.latestAnswers); }},
        {u"V62"_s, previous + u"vaccineCommonName"_s, text1, text1Shown, false, previousText(&V::vaccineCommonName)},
        {u"V63"_s, previous + u"doseCommonName"_s, text1, text1Shown, false, previousText(&V::doseCommonName)},
        {u"V64"_s, previous + u"vaccinatedOn"_s, day1, day1Shown, false,
         [](const Decoded &d) {
             return shownDay(d.questionnaire.previousVaccination.value_or(V()).vaccinatedOn);
         }},
        {u"V65"_s, previous + u"legalSeg"_s, "\"2\"", u"2"_s, false, previousText(&V::legalSeg)},
        {u"V66"_s, previous + u"intervalInfo"_s, text1, text1Shown, false, previousText(&V::intervalInfo)},
        {u"V67"_s, u"completedVaccineNames"_s, R"(["a","b"])", u"a|b"_s, false,
         [](const Decoded &d) { return d.questionnaire.completedVaccineNames.join(u'|'); }},
        {u"V68"_s, u"checkResults[].warningCode"_s, text1, text1Shown, false,
         [](const Decoded &d) { return d.questionnaire.checkResults.value(0).warningCode; }},
        {u"V69"_s, u"checkResults[].warningMessages"_s, R"(["a","b"])", u"a|b"_s, false,
         [](const Decoded &d) { return d.questionnaire.checkResults.value(0).warningMessages.join(u'|'); }},
        {u"V77"_s, u"pdfFileName"_s, text1, text1Shown, true,
         [](const Decoded &d) { return d.certificate.pdfFileName; }},
        {u"V78"_s, u"pdfData"_s, "\"JVBERi0=\"", u"JVBERi0="_s, true,
         [](const Decoded &d) { return QString::fromLatin1(d.certificate.pdfData); }},
    };
}

} // namespace

const QList<Row> &rows()
{
    static const QList<Row> all = vaccinationRows() + historyRows() + summaryRows() + questionnaireRows();
    return all;
}

} // namespace itemtable
