// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "itemtable.h"

using namespace Qt::StringLiterals;
using namespace uk;

// S1 to S37.
namespace itemtable {

namespace {

const auto certificate = [](const WireForm &form, const QByteArray &body) -> Result<SubsidyCertificate> {
    UK_TRY(const MedicalSubsidies record, form.decode(medicalSubsidiesObject, body));
    return sound(record.certificates.value(0));
};
const auto history = [](const WireForm &form, const QByteArray &body) -> Result<SubsidyHistory> {
    UK_TRY(const MedicalSubsidies record, form.decode(medicalSubsidiesObject, body));
    return sound(record.historiesWithoutCertificate.value(0));
};
const auto ledger = answer(copaymentLedgerObject);
const auto month = [](const WireForm &form, const QByteArray &body) -> Result<LedgerMonth> {
    UK_TRY(const CopaymentLedger record, ledger(form, body));
    return sound(record.months.value(0));
};
const auto line = [](const WireForm &form, const QByteArray &body) -> Result<LedgerLine> {
    UK_TRY(const LedgerMonth record, month(form, body));
    return sound(record.records.value(0));
};

QList<Row> certificateRows()
{
    using C = SubsidyCertificate;
    const auto c = [](auto get) { return from(certificate, get); };
    const auto one = [](const C &record) { return first(record.details); };
    const auto two = [one](const C &record) { return first(one(record).children); };
    const auto three = [two](const C &record) { return first(two(record).children); };
    const auto current = [](const C &record) { return record.currentMonth.value_or(SubsidyMonth()); };
    return {
        textRow("S1", "certificates[].certificateName", c(&C::certificateName)),
        textRow("S2", "certificates[].certificateShortName", c(&C::certificateShortName)),
        textRow("S3", "certificates[].insurerNumber", c(&C::insurerNumber)),
        textRow("S4", "certificates[].recipientNumber", c(&C::recipientNumber)),
        codeRow("S5", "certificates[].copaymentLedgerSeg", c(&C::copaymentLedgerSeg)),
        textRow("S6", "certificates[].copaymentLedgerSegName", c(&C::copaymentLedgerSegName)),
        required(textRow("S7", "certificates[].details[].name", c([=](const C &r) { return one(r).name; }))),
        textRow("S8", "certificates[].details[].value", c([=](const C &r) { return one(r).value; })),
        required(textRow("S9", "certificates[].details[].children[].name", c([=](const C &r) { return two(r).name; }))),
        textRow("S10", "certificates[].details[].children[].value", c([=](const C &r) { return two(r).value; })),
        required(textRow("S11", "certificates[].details[].children[].children[].name",
                         c([=](const C &r) { return three(r).name; }))),
        textRow("S12", "certificates[].details[].children[].children[].value",
                c([=](const C &r) { return three(r).value; })),
        row("S13", "certificates[].currentMonth.yearMonth", "\"2026-04\"", u"2026-04"_s,
            c([=](const C &r) { return current(r).yearMonth; })),
        yenRow("S14", "certificates[].currentMonth.monthlyLimitAmount",
               c([=](const C &r) { return current(r).monthlyLimitAmount; })),
        yenRow("S15", "certificates[].currentMonth.monthlyPaidAmount",
               c([=](const C &r) { return current(r).monthlyPaidAmount; })),
        codeRow("S16", "historiesWithoutCertificate[].copaymentLedgerSeg",
                from(history, &SubsidyHistory::copaymentLedgerSeg)),
        textRow("S17", "historiesWithoutCertificate[].copaymentLedgerSegName",
                from(history, &SubsidyHistory::copaymentLedgerSegName)),
    };
}

QList<Row> ledgerRows()
{
    using M = LedgerMonth;
    const auto m = [](auto get) { return from(month, get); };
    return {
        required(codeRow("S18", "copaymentLedgerSeg", from(ledger, &CopaymentLedger::copaymentLedgerSeg))),
        textRow("S19", "copaymentLedgerSegName", from(ledger, &CopaymentLedger::copaymentLedgerSegName)),
        textRow("S20", "months[].monthlyHistoryId", m(&M::monthlyHistoryId)),
        row("S21", "months[].yearMonth", "\"2026-12\"", u"2026-12"_s, m(&M::yearMonth)),
        textRow("S22", "months[].prefectureName", m(&M::prefectureName)),
        textRow("S23", "months[].cityName", m(&M::cityName)),
        yenRow("S24", "months[].totalMedicalCost", m(&M::totalMedicalCost)),
        yenRow("S25", "months[].monthlyLimitAmount", m(&M::monthlyLimitAmount)),
        row("S26", "months[].monthlyPaidAmount", "0", u"0"_s, m(&M::monthlyPaidAmount)),
        textRow("S36", "months[].overLimit[].medicalInstitutionName",
                m([](const M &record) { return first(record.overLimit).medicalInstitutionName; })),
        yenRow("S37", "months[].overLimit[].excessAmount",
               m([](const M &record) { return first(record.overLimit).excessAmount; })),
    };
}

QList<Row> lineRows()
{
    using L = LedgerLine;
    const auto l = [](auto get) { return from(line, get); };
    return {
        dayRow("S27", "months[].records[].enteredOn", l(&L::enteredOn)),
        textRow("S28", "months[].records[].enteredById", l(&L::enteredById)),
        dayRow("S29", "months[].records[].usedOn", l(&L::usedOn)),
        textRow("S30", "months[].records[].medicalInstitutionCode", l(&L::medicalInstitutionCode)),
        textRow("S31", "months[].records[].medicalInstitutionName", l(&L::medicalInstitutionName)),
        row("S32", "months[].records[].medicalCost", "1e4", u"10000"_s, l(&L::medicalCost)),
        row("S33", "months[].records[].paidAmount", "-500", u"-500"_s, l(&L::paidAmount)),
        flagRow("S34", "months[].records[].isCorrection", l(&L::isCorrection)),
        textRow("S35", "months[].records[].remarks", l(&L::remarks)),
    };
}

} // namespace

QList<Row> subsidyRows()
{
    return certificateRows() + ledgerRows() + lineRows();
}

} // namespace itemtable
