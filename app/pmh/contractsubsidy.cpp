// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"

using namespace Qt::StringLiterals;

// Medical subsidy area v3: S1 to S37.
namespace uk {

constinit const RecordTable<InquiryRequest> inquireMedicalSubsidiesObject{
    "InquireMedicalSubsidies"_L1, requestWithoutKey};

// Three levels by the contract, each with items of its own; what lies deeper reads like the third.
extern const RecordTable<CertificateDetail> thirdDetailObject;
constexpr auto thirdDetailMembers = members(
    member<&CertificateDetail::name>("name"_L1, "S11"_L1).required(),
    member<&CertificateDetail::value>("value"_L1, "S12"_L1),
    objects<&CertificateDetail::children>("children"_L1, thirdDetailObject));
constinit const RecordTable<CertificateDetail> thirdDetailObject{"CertificateDetail"_L1, thirdDetailMembers};

constexpr auto secondDetailMembers = members(
    member<&CertificateDetail::name>("name"_L1, "S9"_L1).required(),
    member<&CertificateDetail::value>("value"_L1, "S10"_L1),
    objects<&CertificateDetail::children>("children"_L1, thirdDetailObject, "S11 S12"_L1));
constexpr RecordTable<CertificateDetail> secondDetailObject{"CertificateDetail"_L1, secondDetailMembers};

constexpr auto firstDetailMembers = members(
    member<&CertificateDetail::name>("name"_L1, "S7"_L1).required(),
    member<&CertificateDetail::value>("value"_L1, "S8"_L1),
    objects<&CertificateDetail::children>("children"_L1, secondDetailObject, "S9 S10"_L1));
constexpr RecordTable<CertificateDetail> firstDetailObject{"CertificateDetail"_L1, firstDetailMembers};

constexpr auto subsidyMonthMembers = members(
    member<&SubsidyMonth::yearMonth>("yearMonth"_L1, "S13"_L1),
    member<&SubsidyMonth::monthlyLimitAmount>("monthlyLimitAmount"_L1, "S14"_L1),
    member<&SubsidyMonth::monthlyPaidAmount>("monthlyPaidAmount"_L1, "S15"_L1));
constexpr RecordTable<SubsidyMonth> subsidyMonthObject{{}, subsidyMonthMembers};

constexpr auto subsidyCertificateMembers = members(
    member<&SubsidyCertificate::certificateName>("certificateName"_L1, "S1"_L1).kept(),
    member<&SubsidyCertificate::certificateShortName>("certificateShortName"_L1, "S2"_L1).kept(),
    member<&SubsidyCertificate::insurerNumber>("insurerNumber"_L1, "S3"_L1),
    member<&SubsidyCertificate::recipientNumber>("recipientNumber"_L1, "S4"_L1),
    member<&SubsidyCertificate::copaymentLedgerSeg>("copaymentLedgerSeg"_L1, "S5"_L1),
    member<&SubsidyCertificate::copaymentLedgerSegName>("copaymentLedgerSegName"_L1, "S6"_L1),
    objects<&SubsidyCertificate::details>("details"_L1, firstDetailObject, "S7 S8 S9 S10 S11 S12"_L1),
    object<&SubsidyCertificate::currentMonth>("currentMonth"_L1, subsidyMonthObject));
constexpr RecordTable<SubsidyCertificate> subsidyCertificateObject{{}, subsidyCertificateMembers};

constexpr auto subsidyHistoryMembers = members(
    member<&SubsidyHistory::copaymentLedgerSeg>("copaymentLedgerSeg"_L1, "S16"_L1).kept(),
    member<&SubsidyHistory::copaymentLedgerSegName>("copaymentLedgerSegName"_L1, "S17"_L1).kept());
constexpr RecordTable<SubsidyHistory> subsidyHistoryObject{{}, subsidyHistoryMembers};

constexpr auto medicalSubsidiesMembers = members(
    objects<&MedicalSubsidies::certificates>("certificates"_L1, subsidyCertificateObject).required(),
    objects<&MedicalSubsidies::historiesWithoutCertificate>("historiesWithoutCertificate"_L1, subsidyHistoryObject)
        .required());
constinit const RecordTable<MedicalSubsidies> medicalSubsidiesObject{"MedicalSubsidies"_L1, medicalSubsidiesMembers};

constexpr auto ledgerKeyMembers = members(
    ownProcessName<InquiryRequest>(),
    member<&InquiryRequest::key>("copaymentLedgerSeg"_L1).required());
constinit const RecordTable<InquiryRequest> inquireCopaymentLedgerObject{"InquireCopaymentLedger"_L1, ledgerKeyMembers};

constexpr auto ledgerLineMembers = members(
    member<&LedgerLine::enteredOn>("enteredOn"_L1, "S27"_L1),
    member<&LedgerLine::enteredById>("enteredById"_L1, "S28"_L1),
    member<&LedgerLine::usedOn>("usedOn"_L1, "S29"_L1).kept(),
    member<&LedgerLine::medicalInstitutionCode>("medicalInstitutionCode"_L1, "S30"_L1),
    member<&LedgerLine::medicalInstitutionName>("medicalInstitutionName"_L1, "S31"_L1),
    member<&LedgerLine::medicalCost>("medicalCost"_L1, "S32"_L1),
    member<&LedgerLine::paidAmount>("paidAmount"_L1, "S33"_L1),
    member<&LedgerLine::isCorrection>("isCorrection"_L1, "S34"_L1),
    member<&LedgerLine::remarks>("remarks"_L1, "S35"_L1));
constexpr RecordTable<LedgerLine> ledgerLineObject{{}, ledgerLineMembers};

constexpr auto overLimitMembers = members(
    member<&OverLimit::medicalInstitutionName>("medicalInstitutionName"_L1, "S36"_L1),
    member<&OverLimit::excessAmount>("excessAmount"_L1, "S37"_L1));
constexpr RecordTable<OverLimit> overLimitObject{{}, overLimitMembers};

constexpr auto ledgerMonthMembers = members(
    member<&LedgerMonth::monthlyHistoryId>("monthlyHistoryId"_L1, "S20"_L1).kept(),
    member<&LedgerMonth::yearMonth>("yearMonth"_L1, "S21"_L1).kept(),
    member<&LedgerMonth::prefectureName>("prefectureName"_L1, "S22"_L1),
    member<&LedgerMonth::cityName>("cityName"_L1, "S23"_L1),
    member<&LedgerMonth::totalMedicalCost>("totalMedicalCost"_L1, "S24"_L1),
    member<&LedgerMonth::monthlyLimitAmount>("monthlyLimitAmount"_L1, "S25"_L1),
    member<&LedgerMonth::monthlyPaidAmount>("monthlyPaidAmount"_L1, "S26"_L1),
    objects<&LedgerMonth::records>("records"_L1, ledgerLineObject),
    objects<&LedgerMonth::overLimit>("overLimit"_L1, overLimitObject));
constexpr RecordTable<LedgerMonth> ledgerMonthObject{{}, ledgerMonthMembers};

constexpr auto copaymentLedgerMembers = members(
    member<&CopaymentLedger::copaymentLedgerSeg>("copaymentLedgerSeg"_L1, "S18"_L1).required(),
    member<&CopaymentLedger::copaymentLedgerSegName>("copaymentLedgerSegName"_L1, "S19"_L1),
    objects<&CopaymentLedger::months>("months"_L1, ledgerMonthObject).required());
constinit const RecordTable<CopaymentLedger> copaymentLedgerObject{"CopaymentLedger"_L1, copaymentLedgerMembers};

} // namespace uk
