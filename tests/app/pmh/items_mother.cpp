// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "itemtable.h"

using namespace Qt::StringLiterals;
using namespace uk;

// What is inquired of P1 to P46.
namespace itemtable {

namespace {

const auto pregnancy = [](const WireForm &form, const QByteArray &body) -> Result<Pregnancy> {
    UK_TRY(const auto list, form.decode(prenatalCheckupsObject, body));
    return sound(list.value(0));
};
const auto checkup = [](const WireForm &form, const QByteArray &body) -> Result<PrenatalCheckup> {
    UK_TRY(const Pregnancy record, pregnancy(form, body));
    return sound(record.checkups.value(0));
};
const auto voucher = [](const WireForm &form, const QByteArray &body) -> Result<PrenatalVoucher> {
    UK_TRY(const auto list, form.decode(prenatalVouchersObject, body));
    return sound(list.value(0));
};
const auto handbook = [](const WireForm &form, const QByteArray &body) -> Result<PrenatalHandbook> {
    UK_TRY(const auto list, form.decode(prenatalMchbookObject, body));
    return sound(list.value(0));
};

QList<Row> checkupRows()
{
    using C = PrenatalCheckup;
    const auto p = [](auto get) { return from(pregnancy, get); };
    const auto c = [](auto get) { return from(checkup, get); };
    return {
        textRow("P1", "pregnancies[].pregnancyId", p(&Pregnancy::pregnancyId)),
        dayRow("P2", "pregnancies[].notifiedOn", p(&Pregnancy::notifiedOn)),
        textRow("P3", "pregnancies[].checkups[].prenatalCheckupId", c(&C::prenatalCheckupId)),
        dayRow("P4", "pregnancies[].checkups[].checkedOn", c(&C::checkedOn)),
        codeRow("P5", "pregnancies[].checkups[].residencySeg", c(&C::residencySeg)),
        textsRow("P6", "pregnancies[].checkups[].examiners", c(&C::examiners)),
        row("P7", "pregnancies[].checkups[].medicalInstitution", R"({"code":"c","name":"n","detail":"d"})",
            u"c n d"_s, c(&C::medicalInstitution)),
        textRow("P8", "pregnancies[].checkups[].guideUrlMhlw", c(&C::guideUrlMhlw)),
        row("P9", "pregnancies[].checkups[].guideMunicipality", R"({"title":"t","url":"u"})", u"t u"_s,
            c([](const C &record) { return record.guideTitleMunicipality + u' ' + record.guideUrlMunicipality; })),
        row("P10", "pregnancies[].checkups[].results",
            R"([{"name":"血圧","value":"110/70","unit":"mmHg","judgement":"異常なし"},{"name":"n"}])",
            u"血圧 110/70 mmHg 異常なし|n   "_s, c(&C::results)),
    };
}

QList<Row> voucherRows()
{
    using V = PrenatalVoucher;
    const auto v = [](auto get) { return from(voucher, get); };
    return {
        textRow("P11", "vouchers[].voucherId", v(&V::voucherId)),
        textRow("P12", "vouchers[].voucherName", v(&V::voucherName)),
        yenRow("P13", "vouchers[].municipalBurdenAmount", v(&V::municipalBurdenAmount)),
        dayRow("P14", "vouchers[].expiresOn", v(&V::expiresOn)),
        textRow("P15", "vouchers[].remarks", v(&V::remarks)),
        dayRow("P16", "vouchers[].issuedOn", v(&V::issuedOn)),
        dayRow("P17", "vouchers[].usedOn", v(&V::usedOn)),
        textRow("P18", "vouchers[].prenatalCheckupId", v(&V::prenatalCheckupId)),
        textsRow("P19", "vouchers[].checkupItems", v(&V::checkupItems)),
    };
}

QList<Row> homecomingAndLossRows()
{
    using H = Homecoming;
    const auto h = [](auto get) { return from(answer(homecomingObject), get); };
    const auto l = [](auto get) { return from(answer(pregnancyLossObject), get); };
    return {
        textRow("P20", "pregnancyByMunicipalityId", h(&H::pregnancyByMunicipalityId)),
        textRow("P21", "definition.sections[].label", h([](const H &record) { return first(record.sections).label; })),
        row("P22", "definition.sections[].repeatCount", "4", u"4"_s,
            h([](const H &record) { return first(record.sections).maxRepeat; })),
        row("P23", "definition.sections[].items", R"([{"itemMasterId":"i","label":"l","answerType":"date"}])",
            u"i l date"_s, h([](const H &record) { return first(record.sections).items; })),
        required(textRow("P24", "answers[].itemId",
                         h([](const H &record) { return first(record.answers).key.itemMasterId; }))),
        required(textsRow("P25", "answers[].result", h([](const H &record) { return first(record.answers).result; }))),
        textRow("P31", "pregnancyByMunicipalityId", l(&PregnancyLoss::pregnancyByMunicipalityId)),
        dayRow("P32", "pregnancyLossOn", l(&PregnancyLoss::pregnancyLossOn)),
    };
}

QList<Row> handbookRows()
{
    using H = PrenatalHandbook;
    const auto h = [](auto get) { return from(handbook, get); };
    const auto category = [](const H &record) { return first(record.handbook.categories); };
    const auto answered = [](const H &record) { return first(record.handbook.answers); };
    return {
        textRow("P36", "mchbooks[].pregnancyId", h(&H::pregnancyId)),
        dayRow("P37", "mchbooks[].notifiedOn", h(&H::notifiedOn)),
        textRow("P38", "mchbooks[].definition.categories[].categoryId",
                h([=](const H &record) { return category(record).categoryId; })),
        textRow("P39", "mchbooks[].definition.categories[].categoryName",
                h([=](const H &record) { return category(record).categoryName; })),
        textRow("P40", "mchbooks[].definition.categories[].categoryNotice",
                h([=](const H &record) { return category(record).categoryNotice; })),
        row("P41", "mchbooks[].definition.categories[].items",
            R"([{"itemMasterId":"i","label":"l","answerType":"decimal"}])", u"i l decimal"_s,
            h([=](const H &record) { return category(record).items; })),
        textRow("P42", "mchbooks[].answers.categories[].categoryId",
                h([=](const H &record) { return answered(record).categoryId; })),
        row("P43", "mchbooks[].answers.categories[].items",
            R"([{"itemId":"i","repeatNumber":2,"result":"3.5"},{"itemId":"j","result":["x","y"]}])",
            u"i 2 3.5|j 1 x|y"_s, h([=](const H &record) { return answered(record).items; })),
    };
}

} // namespace

QList<Row> motherRows()
{
    return checkupRows() + voucherRows() + homecomingAndLossRows() + handbookRows();
}

} // namespace itemtable
