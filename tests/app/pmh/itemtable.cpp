// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "itemtable.h"

using namespace Qt::StringLiterals;
using namespace uk;

namespace itemtable {

namespace {

struct Base
{
    QLatin1StringView schema;
    QByteArray body;
};

const QByteArray fiveInfo = R"({"name":"-","nameKana":"-","address":"-","dateOfBirth":"2000-01-01","sex":"0"})";
const QByteArray anyAnswer = R"([{"itemMasterId":"a","repeatNumber":1,"result":""}])";
const QByteArray anyItemAnswer = R"([{"itemId":"a","result":""}])";
const QByteArray anyHandbook = R"("definition":{"categories":[{"items":[]}]},"answers":{"categories":[{"items":[]}]})";

const Base baseBodies[] = {
    {"VaccinationList"_L1,
     R"({"vaccinations":[{"questionnaireManagementId":"q","vaccinationScheduleId":"s","type":{}}]})"},
    {"QuestionnaireList"_L1,
     R"({"questionnaires":[{"questionnaireManagementId":"q","questionnaireName":"n","answerStatusSeg":"0"}]})"},
    {"QuestionnaireAnswer"_L1,
     R"({"questionnaireManagementId":"q","questionnaireName":"n","isAnswerable":false,"answerStatusSeg":"0",
         "basicFiveInfo":)" + fiveInfo + R"(,"definition":{"groups":[{"label":null,"subgroups":[{"items":[]}]}]},
         "answers":)" + anyAnswer + R"(,"latestAnswers":)" + anyAnswer + "}"},
    {"VaccinationCertificate"_L1, R"({"pdfFileName":"f","pdfData":""})"},
    {"PrenatalCheckups"_L1, R"({"pregnancies":[{"checkups":[{}]}]})"},
    {"PrenatalVouchers"_L1, R"({"vouchers":[{}]})"},
    {"Homecoming"_L1, R"({"definition":{"sections":[{}]},"answers":)" + anyItemAnswer + "}"},
    {"PregnancyLoss"_L1, "{}"},
    {"PrenatalMchbook"_L1, R"({"mchbooks":[{)" + anyHandbook + "}]}"},
    {"ChildCheckups"_L1, R"({"checkups":[{}]})"},
    {"ChildQuestionnaireAnswer"_L1,
     R"({"childCheckupId":"c","questionnaireName":"n","isAnswerable":false,"answerStatusSeg":"0","basicFiveInfo":)"
         + fiveInfo + R"(,"definition":{"groups":[{"label":null,"subgroups":[{"items":[]}]}]},"answers":)" + anyAnswer
         + "}"},
    {"ChildMchbook"_L1, "{" + anyHandbook + "}"},
    {"MedicalSubsidies"_L1,
     R"({"certificates":[{"details":[{"name":"-","children":[{"name":"-","children":[{"name":"-"}]}]}]}],
         "historiesWithoutCertificate":[{}]})"},
    {"CopaymentLedger"_L1, R"({"copaymentLedgerSeg":"l","months":[{"records":[{}],"overLimit":[{}]}]})"},
};

const QByteArray someText = "\"\U00020BB7葛\U000E0100\"";
const QString someTextShown = u"\U00020BB7葛\U000E0100"_s;
const Answers sentAnswers{{{u"i9"_s, 4}, u"\U00020BB7"_s}, {{u"i9"_s, 5}, QStringList{u"1"_s, u"2"_s}}};

std::function<JsonValue(const WireForm &)> sent(const Registration &registration)
{
    return [registration](const WireForm &form) { return encodeRegistration(form, registration); };
}

QList<RegisteredRow> questionnaireRegistrations()
{
    const auto vaccination = sent(registrationOf({u"q9"_s, u"2"_s, 3, sentAnswers}));
    const auto child = sent(childQuestionnaireRegistration(u"c9"_s, u"1"_s, 2, sentAnswers));
    return {
        {u"V70"_s, u"processType"_s, "\"RegisterQuestionnaireAnswer\"", vaccination},
        {u"V71"_s, u"questionnaireManagementId"_s, "\"q9\"", vaccination},
        {u"V72"_s, u"answerStatusSeg"_s, "\"2\"", vaccination},
        {u"V73"_s, u"lastUpdatedPageNumber"_s, "3", vaccination},
        {u"V74"_s, u"answers[].itemMasterId"_s, "\"i9\"", vaccination},
        {u"V75"_s, u"answers[].repeatNumber"_s, "4", vaccination},
        {u"V76"_s, u"answers[].result"_s, "\"𠮷\"", vaccination},
        {u"C31"_s, u"processType"_s, "\"RegisterChildQuestionnaireAnswer\"", child},
        {u"C32"_s, u"childCheckupId"_s, "\"c9\"", child},
        {u"C33"_s, u"answerStatusSeg"_s, "\"1\"", child},
        {u"C34"_s, u"lastUpdatedPageNumber"_s, "2", child},
        {u"C35"_s, u"answers[].itemMasterId"_s, "\"i9\"", child},
        {u"C36"_s, u"answers[].repeatNumber"_s, "4", child},
        {u"C37"_s, u"answers[].result"_s, "\"𠮷\"", child},
    };
}

QList<RegisteredRow> otherRegistrations()
{
    const QByteArray items =
        R"([{"itemId":"i9","repeatNumber":4,"result":"𠮷"},{"itemId":"i9","repeatNumber":5,"result":["1","2"]}])";
    const auto homecoming = sent(homecomingRegistration(u"h9"_s, sentAnswers));
    const auto removal = sent(homecomingRemoval(u"h9"_s));
    const auto loss = sent(pregnancyLossRegistration(u"m9"_s, QDate(2026, 2, 28)));
    const auto mother = sent(prenatalHandbookRegistration(u"p9"_s, sentAnswers));
    const auto child = sent(childHandbookRegistration(sentAnswers));
    return {
        {u"P26"_s, u"processType"_s, "\"RegisterHomecoming\"", homecoming},
        {u"P27"_s, u"pregnancyByMunicipalityId"_s, "\"h9\"", homecoming},
        {u"P28"_s, u"isDeleted"_s, "false", homecoming},
        {u"P28"_s, u"isDeleted"_s, "true", removal},
        {u"P29"_s, u"answers[].itemId"_s, "\"i9\"", homecoming},
        {u"P30"_s, u"answers[].result"_s, "\"𠮷\"", homecoming},
        {u"P30"_s, u"answers"_s, items, homecoming},
        {u"P30"_s, u"answers"_s, "[]", removal},
        {u"P33"_s, u"processType"_s, "\"RegisterPregnancyLoss\"", loss},
        {u"P34"_s, u"pregnancyByMunicipalityId"_s, "\"m9\"", loss},
        {u"P35"_s, u"diagnosedOn"_s, "\"2026-02-28\"", loss},
        {u"P44"_s, u"processType"_s, "\"RegisterPrenatalMchbook\"", mother},
        {u"P45"_s, u"pregnancyId"_s, "\"p9\"", mother},
        {u"P46"_s, u"items"_s, items, mother},
        {u"C44"_s, u"processType"_s, "\"RegisterChildMchbook\"", child},
        {u"C45"_s, u"items"_s, items, child},
    };
}

} // namespace

QString shown(const BasicFiveInfo &info)
{
    return QStringList{info.name, info.nameKana, info.address, shown(info.dateOfBirth), info.sex}.join(u' ');
}

QString shown(const QList<CheckupResult> &results)
{
    QStringList lines;
    for (const CheckupResult &result : results)
        lines << QStringList{result.name, result.value, result.unit, result.judgement}.join(u' ');
    return lines.join(u'|');
}

QString shown(const QList<QuestionItem> &items)
{
    QStringList lines;
    for (const QuestionItem &item : items)
        lines << QStringList{item.itemMasterId, item.label, item.rawType}.join(u' ');
    return lines.join(u'|');
}

QString shown(const Answers &answers)
{
    QStringList lines;
    for (const Answer &answer : answers)
        lines << answer.key.itemMasterId + u' ' + shown(answer.key.repeatNumber) + u' ' + shown(answer.result);
    return lines.join(u'|');
}

Row row(const char *item, const char *path, const QByteArray &wire, const QString &expected, Show show)
{
    return {QString::fromLatin1(item), QString::fromLatin1(path), wire, expected, std::move(show), false};
}

Row textRow(const char *item, const char *path, Show show)
{
    return row(item, path, someText, someTextShown, std::move(show));
}

Row codeRow(const char *item, const char *path, Show show)
{
    return row(item, path, "\"2\"", u"2"_s, std::move(show));
}

Row dayRow(const char *item, const char *path, Show show)
{
    return row(item, path, "\"2024-02-29\"", u"2024-02-29"_s, std::move(show));
}

Row flagRow(const char *item, const char *path, Show show)
{
    return row(item, path, "true", u"true"_s, std::move(show));
}

Row yenRow(const char *item, const char *path, Show show)
{
    return row(item, path, "12345678901", u"12345678901"_s, std::move(show));
}

Row textsRow(const char *item, const char *path, Show show)
{
    return row(item, path, R"(["甲","乙"])", u"甲|乙"_s, std::move(show));
}

Row required(Row row)
{
    row.isRequired = true;
    return row;
}

const QList<Row> &rows()
{
    static const QList<Row> all = vaccinationRows() + motherRows() + childRows() + subsidyRows();
    return all;
}

const QList<RegisteredRow> &registeredRows()
{
    static const QList<RegisteredRow> all = questionnaireRegistrations() + otherRegistrations();
    return all;
}

JsonValue baseBody(QLatin1StringView schema)
{
    const auto base = std::ranges::find(baseBodies, schema, &Base::schema);
    return base == std::end(baseBodies) ? JsonValue() : *parseJson(base->body);
}

} // namespace itemtable
