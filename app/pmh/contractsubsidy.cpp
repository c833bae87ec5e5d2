// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"

using namespace Qt::StringLiterals;

// Medical subsidy area v3: S1 to S37.
namespace uk {

using enum FieldKind;

constexpr ContractField inquireMedicalSubsidiesFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
};
constinit const ContractObject inquireMedicalSubsidiesObject{
    "InquireMedicalSubsidies"_L1, inquireMedicalSubsidiesFields};

constexpr ContractField medicalSubsidiesCertificatesCurrentMonthFields[] = {
    {.name = "yearMonth"_L1, .kind = YearMonth, .item = "S13"_L1},
    {.name = "monthlyLimitAmount"_L1, .kind = Integer, .item = "S14"_L1},
    {.name = "monthlyPaidAmount"_L1, .kind = Integer, .item = "S15"_L1},
};
constexpr ContractObject medicalSubsidiesCertificatesCurrentMonthObject{
    {}, medicalSubsidiesCertificatesCurrentMonthFields};

constexpr ContractField medicalSubsidiesCertificatesFields[] = {
    {.name = "certificateName"_L1, .kind = Text, .item = "S1"_L1},
    {.name = "certificateShortName"_L1, .kind = Text, .item = "S2"_L1},
    {.name = "insurerNumber"_L1, .kind = Text, .item = "S3"_L1},
    {.name = "recipientNumber"_L1, .kind = Text, .item = "S4"_L1},
    {.name = "copaymentLedgerSeg"_L1, .kind = Text, .item = "S5"_L1},
    {.name = "copaymentLedgerSegName"_L1, .kind = Text, .item = "S6"_L1},
    {.name = "details"_L1, .kind = Objects, .item = "S7 S8 S9 S10 S11 S12"_L1, .object = &certificateDetailObject},
    {.name = "currentMonth"_L1, .kind = Object, .object = &medicalSubsidiesCertificatesCurrentMonthObject},
};
constexpr ContractObject medicalSubsidiesCertificatesObject{{}, medicalSubsidiesCertificatesFields};

constexpr ContractField medicalSubsidiesHistoriesWithoutCertificateFields[] = {
    {.name = "copaymentLedgerSeg"_L1, .kind = Text, .item = "S16"_L1},
    {.name = "copaymentLedgerSegName"_L1, .kind = Text, .item = "S17"_L1},
};
constexpr ContractObject medicalSubsidiesHistoriesWithoutCertificateObject{
    {}, medicalSubsidiesHistoriesWithoutCertificateFields};

constexpr ContractField medicalSubsidiesFields[] = {
    {.name = "certificates"_L1, .kind = Objects, .isRequired = true, .object = &medicalSubsidiesCertificatesObject},
    {.name = "historiesWithoutCertificate"_L1,
        .kind = Objects,
        .isRequired = true,
        .object = &medicalSubsidiesHistoriesWithoutCertificateObject},
};
constinit const ContractObject medicalSubsidiesObject{"MedicalSubsidies"_L1, medicalSubsidiesFields};

constexpr ContractField certificateDetailFields[] = {
    {.name = "name"_L1, .kind = Text, .isRequired = true},
    {.name = "value"_L1, .kind = Text},
    {.name = "children"_L1, .kind = Objects, .object = &certificateDetailObject},
};
constinit const ContractObject certificateDetailObject{"CertificateDetail"_L1, certificateDetailFields};

constexpr ContractField inquireCopaymentLedgerFields[] = {
    {.name = "processType"_L1, .kind = ProcessName, .isRequired = true},
    {.name = "copaymentLedgerSeg"_L1, .kind = Text, .isRequired = true},
};
constinit const ContractObject inquireCopaymentLedgerObject{"InquireCopaymentLedger"_L1, inquireCopaymentLedgerFields};

constexpr ContractField copaymentLedgerMonthsRecordsFields[] = {
    {.name = "enteredOn"_L1, .kind = Date, .item = "S27"_L1},
    {.name = "enteredById"_L1, .kind = Text, .item = "S28"_L1},
    {.name = "usedOn"_L1, .kind = Date, .item = "S29"_L1},
    {.name = "medicalInstitutionCode"_L1, .kind = Text, .item = "S30"_L1},
    {.name = "medicalInstitutionName"_L1, .kind = Text, .item = "S31"_L1},
    {.name = "medicalCost"_L1, .kind = Integer, .item = "S32"_L1},
    {.name = "paidAmount"_L1, .kind = Integer, .item = "S33"_L1},
    {.name = "isCorrection"_L1, .kind = Boolean, .item = "S34"_L1},
    {.name = "remarks"_L1, .kind = Text, .item = "S35"_L1},
};
constexpr ContractObject copaymentLedgerMonthsRecordsObject{{}, copaymentLedgerMonthsRecordsFields};

constexpr ContractField copaymentLedgerMonthsOverLimitFields[] = {
    {.name = "medicalInstitutionName"_L1, .kind = Text, .item = "S36"_L1},
    {.name = "excessAmount"_L1, .kind = Integer, .item = "S37"_L1},
};
constexpr ContractObject copaymentLedgerMonthsOverLimitObject{{}, copaymentLedgerMonthsOverLimitFields};

constexpr ContractField copaymentLedgerMonthsFields[] = {
    {.name = "monthlyHistoryId"_L1, .kind = Text, .item = "S20"_L1},
    {.name = "yearMonth"_L1, .kind = YearMonth, .item = "S21"_L1},
    {.name = "prefectureName"_L1, .kind = Text, .item = "S22"_L1},
    {.name = "cityName"_L1, .kind = Text, .item = "S23"_L1},
    {.name = "totalMedicalCost"_L1, .kind = Integer, .item = "S24"_L1},
    {.name = "monthlyLimitAmount"_L1, .kind = Integer, .item = "S25"_L1},
    {.name = "monthlyPaidAmount"_L1, .kind = Integer, .item = "S26"_L1},
    {.name = "records"_L1, .kind = Objects, .object = &copaymentLedgerMonthsRecordsObject},
    {.name = "overLimit"_L1, .kind = Objects, .object = &copaymentLedgerMonthsOverLimitObject},
};
constexpr ContractObject copaymentLedgerMonthsObject{{}, copaymentLedgerMonthsFields};

constexpr ContractField copaymentLedgerFields[] = {
    {.name = "copaymentLedgerSeg"_L1, .kind = Text, .item = "S18"_L1, .isRequired = true},
    {.name = "copaymentLedgerSegName"_L1, .kind = Text, .item = "S19"_L1},
    {.name = "months"_L1, .kind = Objects, .isRequired = true, .object = &copaymentLedgerMonthsObject},
};
constinit const ContractObject copaymentLedgerObject{"CopaymentLedger"_L1, copaymentLedgerFields};

} // namespace uk
