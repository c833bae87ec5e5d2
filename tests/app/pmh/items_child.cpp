// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "itemtable.h"

using namespace Qt::StringLiterals;
using namespace uk;

// What is inquired of C1 to C45.
namespace itemtable {

namespace {

const auto checkup = [](const WireForm &form, const QByteArray &body) -> Result<ChildCheckup> {
    UK_TRY(const ChildCheckups record, form.decode(childCheckupsObject, body));
    return sound(record.checkups.value(0));
};
const auto questionnaire = answer(childQuestionnaireAnswerObject);

QList<Row> checkupRows()
{
    using C = ChildCheckup;
    const auto c = [](auto get) { return from(checkup, get); };
    return {
        textRow("C1", "checkups[].childCheckupId", c(&C::childCheckupId)),
        textRow("C2", "checkups[].childCheckupName", c(&C::childCheckupName)),
        row("C3", "checkups[].standardPeriod",
            R"({"ageLabel":"1歳6か月","date":{"from":"2026-04-01","to":"2027-03-31"}})",
            u"1歳6か月 2026-04-01/2027-03-31"_s,
            c([](const C &record) { return record.standardAge + u' ' + shown(record.standardPeriod); })),
        flagRow("C4", "checkups[].isAnswerable", c(&C::isAnswerable)),
        codeRow("C5", "checkups[].answerStatusSeg", c(&C::answerStatusSeg)),
        dayRow("C6", "checkups[].checkedOn", c(&C::checkedOn)),
        dayRow("C7", "checkups[].recommendedOn", c(&C::recommendedOn)),
        codeRow("C8", "checkups[].residencySeg", c(&C::residencySeg)),
        textsRow("C9", "checkups[].examiners", c(&C::examiners)),
        textRow("C10", "checkups[].municipality.code", c(&C::municipalityCode)),
        textRow("C11", "checkups[].municipality.prefectureName", c(&C::prefectureName)),
        textRow("C12", "checkups[].municipality.cityName", c(&C::cityName)),
        textRow("C13", "checkups[].medicalInstitution.code",
                c([](const C &record) { return record.medicalInstitution.code; })),
        textRow("C14", "checkups[].medicalInstitution.name",
                c([](const C &record) { return record.medicalInstitution.name; })),
        textRow("C15", "checkups[].venue.code", c(&C::venueCode)),
        textRow("C16", "checkups[].venue.name", c(&C::venueName)),
        textRow("C17", "checkups[].guideUrlMhlw", c(&C::guideUrlMhlw)),
        textRow("C18", "checkups[].guideUrlMunicipality", c(&C::guideUrlMunicipality)),
        textRow("C19", "checkups[].guideUrlMunicipalityCheckup", c(&C::guideUrlMunicipalityCheckup)),
        row("C20", "checkups[].results", R"([{"name":"体重","value":"9.8","unit":"kg","judgement":null}])",
            u"体重 9.8 kg "_s, c(&C::results)),
    };
}

QList<Row> questionnaireRows()
{
    using Q = ChildQuestionnaireRecord;
    const auto q = [](auto get) { return from(questionnaire, get); };
    return {
        required(textRow("C21", "childCheckupId", q(&Q::childCheckupId))),
        required(textRow("C22", "questionnaireName", q(&Q::questionnaireName))),
        required(flagRow("C23", "isAnswerable", q(&Q::isAnswerable))),
        required(codeRow("C24", "answerStatusSeg", q(&Q::answerStatusSeg))),
        row("C25", "lastUpdatedPageNumber", "4", u"4"_s, q(&Q::lastUpdatedPageNumber)),
        required(row("C26", "basicFiveInfo",
                     R"({"name":"n","nameKana":"k","address":"a","dateOfBirth":"2024-02-29","sex":"2"})",
                     u"n k a 2024-02-29 2"_s, q(&Q::basicFiveInfo))),
        textRow("C27", "definition.groups[].label",
                q([](const Q &record) { return first(record.definition.groups).label; })),
        required(textRow("C28", "answers[].itemMasterId",
                         q([](const Q &record) { return first(record.answers).key.itemMasterId; }))),
        required(row("C29", "answers[].repeatNumber", "5", u"5"_s,
                     q([](const Q &record) { return first(record.answers).key.repeatNumber; }))),
        required(textsRow("C30", "answers[].result", q([](const Q &record) { return first(record.answers).result; }))),
    };
}

QList<Row> handbookRows()
{
    const auto h = [](auto get) { return from(answer(childMchbookObject), get); };
    const auto category = [](const Handbook &record) { return first(record.categories); };
    const auto answered = [](const Handbook &record) { return first(record.answers); };
    return {
        textRow("C38", "definition.categories[].categoryId",
                h([=](const Handbook &record) { return category(record).categoryId; })),
        textRow("C39", "definition.categories[].categoryName",
                h([=](const Handbook &record) { return category(record).categoryName; })),
        textRow("C40", "definition.categories[].categoryNotice",
                h([=](const Handbook &record) { return category(record).categoryNotice; })),
        row("C41", "definition.categories[].items", R"([{"itemMasterId":"i","label":"l","answerType":"decimal"}])",
            u"i l decimal"_s, h([=](const Handbook &record) { return category(record).items; })),
        textRow("C42", "answers.categories[].categoryId",
                h([=](const Handbook &record) { return answered(record).categoryId; })),
        row("C43", "answers.categories[].items", R"([{"itemId":"i","repeatNumber":2,"result":"3.5"}])", u"i 2 3.5"_s,
            h([=](const Handbook &record) { return answered(record).items; })),
    };
}

} // namespace

QList<Row> childRows()
{
    return checkupRows() + questionnaireRows() + handbookRows();
}

} // namespace itemtable
