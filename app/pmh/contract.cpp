// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contract.h"

#include "app/pmh/contractobjects.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

constinit const ProcessType table[] = {
    {"InquireVaccinationList"_L1, "vaccination"_L1, false, &inquireVaccinationListObject, &vaccinationListObject},
    {"InquireQuestionnaireList"_L1, "vaccination"_L1, false, &inquireQuestionnaireListObject, &questionnaireListObject},
    {"InquireQuestionnaireAnswer"_L1, "vaccination"_L1, false, &inquireQuestionnaireAnswerObject,
        &questionnaireAnswerObject},
    {"RegisterQuestionnaireAnswer"_L1, "vaccination"_L1, true, &registerQuestionnaireAnswerObject,
        &registerResultObject},
    {"InquireVaccinationCertificate"_L1, "vaccination"_L1, false, &inquireVaccinationCertificateObject,
        &vaccinationCertificateObject},
    {"InquirePrenatalCheckups"_L1, "maternal-child"_L1, false, &inquirePrenatalCheckupsObject, &prenatalCheckupsObject},
    {"InquirePrenatalVouchers"_L1, "maternal-child"_L1, false, &inquirePrenatalVouchersObject, &prenatalVouchersObject},
    {"InquireHomecoming"_L1, "maternal-child"_L1, false, &inquireHomecomingObject, &homecomingObject},
    {"RegisterHomecoming"_L1, "maternal-child"_L1, true, &registerHomecomingObject, &registerResultObject},
    {"InquirePregnancyLoss"_L1, "maternal-child"_L1, false, &inquirePregnancyLossObject, &pregnancyLossObject},
    {"RegisterPregnancyLoss"_L1, "maternal-child"_L1, true, &registerPregnancyLossObject, &registerResultObject},
    {"InquirePrenatalMchbook"_L1, "maternal-child"_L1, false, &inquirePrenatalMchbookObject, &prenatalMchbookObject},
    {"RegisterPrenatalMchbook"_L1, "maternal-child"_L1, true, &registerPrenatalMchbookObject, &registerResultObject},
    {"InquireChildCheckups"_L1, "maternal-child"_L1, false, &inquireChildCheckupsObject, &childCheckupsObject},
    {"InquireChildQuestionnaireAnswer"_L1, "maternal-child"_L1, false, &inquireChildQuestionnaireAnswerObject,
        &childQuestionnaireAnswerObject},
    {"RegisterChildQuestionnaireAnswer"_L1, "maternal-child"_L1, true, &registerChildQuestionnaireAnswerObject,
        &registerResultObject},
    {"InquireChildMchbook"_L1, "maternal-child"_L1, false, &inquireChildMchbookObject, &childMchbookObject},
    {"RegisterChildMchbook"_L1, "maternal-child"_L1, true, &registerChildMchbookObject, &registerResultObject},
    {"InquireMedicalSubsidies"_L1, "medical-subsidy"_L1, false, &inquireMedicalSubsidiesObject,
        &medicalSubsidiesObject},
    {"InquireCopaymentLedger"_L1, "medical-subsidy"_L1, false, &inquireCopaymentLedgerObject, &copaymentLedgerObject},
};

} // namespace

std::span<const ProcessType> processTypes()
{
    return table;
}

const ProcessType &processType(QLatin1StringView name)
{
    return *std::ranges::find(table, name, &ProcessType::name);
}

} // namespace uk
