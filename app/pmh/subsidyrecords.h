// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/sharedrecords.h"

/// Records of the medical subsidy area (S1–S37); what holds for all: sharedrecords.h. Asked for on an explicit action
/// of staff only (contract README rule 9).
namespace uk {

/// One line of a certificate and what stands below it (S7–S12), in the order of the wire. The contract has three
/// levels; deeper ones are kept all the same.
struct CertificateDetail
{
    QString name;  ///< S7, S9, S11
    QString value; ///< S8, S10, S12
    QList<CertificateDetail> children;
    friend bool operator==(const CertificateDetail &a, const CertificateDetail &b);
};
// Not by default: whether the list compares is asked while the type is not complete.
inline bool operator==(const CertificateDetail &a, const CertificateDetail &b)
{
    return a.name == b.name && a.value == b.value && a.children == b.children;
}

/// This month under a certificate (S13–S15).
struct SubsidyMonth
{
    YearMonth yearMonth;                                        ///< S13
    std::optional<Yen> monthlyLimitAmount, monthlyPaidAmount; ///< S14, S15
    friend bool operator==(const SubsidyMonth &, const SubsidyMonth &) = default;
};

/// 受給者証 (S1–S15). Kept where unreadable: S1, S2.
struct SubsidyCertificate
{
    QString certificateName, certificateShortName;       ///< S1, S2
    QString insurerNumber, recipientNumber;              ///< S3, S4
    QString copaymentLedgerSeg, copaymentLedgerSegName;  ///< S5, S6; S5 is what the ledger is inquired with
    QList<CertificateDetail> details;                    ///< S7–S12
    std::optional<SubsidyMonth> currentMonth;            ///< S13–S15
    std::optional<Error> unreadable;
    friend bool operator==(const SubsidyCertificate &, const SubsidyCertificate &) = default;
};

/// A ledger to which no certificate is valid any more (S16, S17). Kept where unreadable: both.
struct SubsidyHistory
{
    QString copaymentLedgerSeg, copaymentLedgerSegName;
    std::optional<Error> unreadable;
    friend bool operator==(const SubsidyHistory &, const SubsidyHistory &) = default;
};

/// S1–S17. Two empty lists: no subsidy (rules 13).
struct MedicalSubsidies
{
    QList<SubsidyCertificate> certificates;
    QList<SubsidyHistory> historiesWithoutCertificate;
    friend bool operator==(const MedicalSubsidies &, const MedicalSubsidies &) = default;
};

/// One line of a month (S27–S35). Kept where unreadable: S29.
struct LedgerLine
{
    QDate enteredOn;                 ///< S27
    QString enteredById;             ///< S28
    QDate usedOn;                    ///< S29; lines are shown by it, none is promised an order (rules 16)
    QString medicalInstitutionCode;  ///< S30
    QString medicalInstitutionName;  ///< S31
    std::optional<Yen> medicalCost;  ///< S32
    std::optional<Yen> paidAmount;   ///< S33; of a correction: a signed difference
    bool isCorrection = false;       ///< S34
    QString remarks;                 ///< S35
    std::optional<Error> unreadable;
    friend bool operator==(const LedgerLine &, const LedgerLine &) = default;
};

/// Who went over the month's limit, and by how much (S36, S37).
struct OverLimit
{
    QString medicalInstitutionName;
    std::optional<Yen> excessAmount;
    friend bool operator==(const OverLimit &, const OverLimit &) = default;
};

/// One month of a ledger (S20–S37). Its figures are the server's; lines are never added up in their place (rules 16).
/// Kept where unreadable: S20, S21.
struct LedgerMonth
{
    QString monthlyHistoryId;             ///< S20
    YearMonth yearMonth;                  ///< S21
    QString prefectureName, cityName;     ///< S22, S23
    std::optional<Yen> totalMedicalCost;  ///< S24
    std::optional<Yen> monthlyLimitAmount; ///< S25
    std::optional<Yen> monthlyPaidAmount; ///< S26
    QList<LedgerLine> records;            ///< S27–S35
    QList<OverLimit> overLimit;           ///< S36, S37
    std::optional<Error> unreadable;
    friend bool operator==(const LedgerMonth &, const LedgerMonth &) = default;
};

/// 自己負担上限額管理票 (S18–S37).
struct CopaymentLedger
{
    QString copaymentLedgerSeg, copaymentLedgerSegName; ///< S18, S19
    QList<LedgerMonth> months;
    friend bool operator==(const CopaymentLedger &, const CopaymentLedger &) = default;
};

} // namespace uk

// Lists of these grow by moving bytes.
Q_DECLARE_TYPEINFO(uk::LedgerLine, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(uk::LedgerMonth, Q_RELOCATABLE_TYPE);
