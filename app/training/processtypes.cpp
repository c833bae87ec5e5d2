// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/processtypes.h"

#include <array>

namespace uk::training {
namespace {

constexpr std::array questionnaireId{Member{"questionnaireManagementId", Shape::String}};
constexpr std::array scheduleId{Member{"vaccinationScheduleId", Shape::String}};
constexpr std::array questionnaireAnswer{
    Member{"questionnaireManagementId", Shape::String}, Member{"answerStatusSeg", Shape::String},
    Member{"lastUpdatedPageNumber", Shape::Integer}, Member{"answers", Shape::Answers}};
constexpr std::array homecoming{Member{"pregnancyByMunicipalityId", Shape::String}, Member{"isDeleted", Shape::Boolean},
                                Member{"answers", Shape::ItemAnswers}};
constexpr std::array pregnancyLoss{Member{"pregnancyByMunicipalityId", Shape::String},
                                   Member{"diagnosedOn", Shape::Date}};
constexpr std::array optionalPregnancy{Member{"pregnancyId", Shape::String, false}};
constexpr std::array prenatalMchbook{Member{"pregnancyId", Shape::String}, Member{"items", Shape::ItemAnswers}};
constexpr std::array checkupId{Member{"childCheckupId", Shape::String}};
constexpr std::array childAnswer{Member{"childCheckupId", Shape::String}, Member{"answerStatusSeg", Shape::String},
                                 Member{"lastUpdatedPageNumber", Shape::Integer}, Member{"answers", Shape::Answers}};
constexpr std::array childMchbook{Member{"items", Shape::ItemAnswers}};
constexpr std::array ledgerSeg{Member{"copaymentLedgerSeg", Shape::String}};

constexpr std::array table{
    ProcessType{"InquireVaccinationList", "vaccination", "VaccinationList", "", {}, inquireVaccinationList},
    ProcessType{"InquireQuestionnaireList", "vaccination", "QuestionnaireList", "", {}, inquireQuestionnaireList},
    ProcessType{"InquireQuestionnaireAnswer", "vaccination", "QuestionnaireAnswer",
                "questionnaireManagementId", questionnaireId, inquireQuestionnaireAnswer},
    ProcessType{"RegisterQuestionnaireAnswer", "vaccination", "RegisterResult",
                "questionnaireManagementId", questionnaireAnswer, registerQuestionnaireAnswer},
    ProcessType{"InquireVaccinationCertificate", "vaccination", "VaccinationCertificate",
                "vaccinationScheduleId", scheduleId, inquireVaccinationCertificate},
    ProcessType{"InquirePrenatalCheckups", "maternal-child", "PrenatalCheckups", "", {}, inquirePrenatalCheckups},
    ProcessType{"InquirePrenatalVouchers", "maternal-child", "PrenatalVouchers", "", {}, inquirePrenatalVouchers},
    ProcessType{"InquireHomecoming", "maternal-child", "Homecoming", "", {}, inquireHomecoming},
    ProcessType{"RegisterHomecoming", "maternal-child", "RegisterResult",
                "pregnancyByMunicipalityId", homecoming, registerHomecoming},
    ProcessType{"InquirePregnancyLoss", "maternal-child", "PregnancyLoss", "", {}, inquirePregnancyLoss},
    ProcessType{"RegisterPregnancyLoss", "maternal-child", "RegisterResult",
                "pregnancyByMunicipalityId", pregnancyLoss, registerPregnancyLoss},
    ProcessType{"InquirePrenatalMchbook", "maternal-child", "PrenatalMchbook",
                "pregnancyId", optionalPregnancy, inquirePrenatalMchbook},
    ProcessType{"RegisterPrenatalMchbook", "maternal-child", "RegisterResult",
                "pregnancyId", prenatalMchbook, registerPrenatalMchbook},
    ProcessType{"InquireChildCheckups", "maternal-child", "ChildCheckups", "", {}, inquireChildCheckups},
    ProcessType{"InquireChildQuestionnaireAnswer", "maternal-child", "ChildQuestionnaireAnswer",
                "childCheckupId", checkupId, inquireChildQuestionnaireAnswer},
    ProcessType{"RegisterChildQuestionnaireAnswer", "maternal-child", "RegisterResult",
                "childCheckupId", childAnswer, registerChildQuestionnaireAnswer},
    ProcessType{"InquireChildMchbook", "maternal-child", "ChildMchbook", "", {}, inquireChildMchbook},
    ProcessType{"RegisterChildMchbook", "maternal-child", "RegisterResult", "", childMchbook, registerChildMchbook},
    ProcessType{"InquireMedicalSubsidies", "medical-subsidy", "MedicalSubsidies", "", {}, inquireMedicalSubsidies},
    ProcessType{"InquireCopaymentLedger", "medical-subsidy", "CopaymentLedger",
                "copaymentLedgerSeg", ledgerSeg, inquireCopaymentLedger},
};

} // namespace

std::span<const ProcessType> processTypes()
{
    return table;
}

const ProcessType *processType(const QString &canonicalName)
{
    for (const ProcessType &type : table) {
        if (canonicalName == QLatin1StringView(type.name))
            return &type;
    }
    return nullptr;
}

} // namespace uk::training
