// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/processtypes.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

constexpr std::array questionnaireId{Member{"questionnaireManagementId", Shape::String}};
constexpr std::array scheduleId{Member{"vaccinationScheduleId", Shape::String}};
constexpr std::array questionnaireAnswer{
    Member{"questionnaireManagementId", Shape::String}, Member{"answerStatusSeg", Shape::String},
    Member{"lastUpdatedPageNumber", Shape::Integer}, Member{"answers", Shape::Array}};
constexpr std::array homecoming{Member{"pregnancyByMunicipalityId", Shape::String}, Member{"isDeleted", Shape::Boolean},
                                Member{"answers", Shape::Array}};
constexpr std::array pregnancyLoss{Member{"pregnancyByMunicipalityId", Shape::String},
                                   Member{"diagnosedOn", Shape::Date}};
constexpr std::array optionalPregnancy{Member{"pregnancyId", Shape::String, false}};
constexpr std::array prenatalMchbook{Member{"pregnancyId", Shape::String}, Member{"items", Shape::Array}};
constexpr std::array checkupId{Member{"childCheckupId", Shape::String}};
constexpr std::array childAnswer{Member{"childCheckupId", Shape::String}, Member{"answerStatusSeg", Shape::String},
                                 Member{"lastUpdatedPageNumber", Shape::Integer}, Member{"answers", Shape::Array}};
constexpr std::array childMchbook{Member{"items", Shape::Array}};
constexpr std::array ledgerSeg{Member{"copaymentLedgerSeg", Shape::String}};

QString typeOf(const PmhCall &call)
{
    return call.request["processType"_L1].toString();
}

/// Nothing there for a person is an empty answer (rules 14); the lists are those that may never be absent (rules 13).
PmhResult inquireStored(const PmhCall &call)
{
    static const QHash<QString, QJsonObject> nothing{
        {u"InquirePrenatalCheckups"_s, {{u"pregnancies"_s, QJsonArray()}}},
        {u"InquirePrenatalVouchers"_s, {{u"vouchers"_s, QJsonArray()}}},
        {u"InquirePrenatalMchbook"_s, {{u"mchbooks"_s, QJsonArray()}}},
        {u"InquireChildCheckups"_s, {{u"checkups"_s, QJsonArray()}}},
        {u"InquireMedicalSubsidies"_s,
         {{u"certificates"_s, QJsonArray()}, {u"historiesWithoutCertificate"_s, QJsonArray()}}},
    };
    const QJsonValue stored = call.person.resident.otherAreas[typeOf(call)];
    return stored.isObject() ? stored.toObject() : nothing.value(typeOf(call));
}

/// One of several results, by the id of the request. 404 for an id that this person does not have.
template<const char *Member>
PmhResult inquireById(const PmhCall &call)
{
    const QLatin1StringView name(Member);
    const QJsonObject stored = call.person.resident.otherAreas[typeOf(call)].toObject();
    const QJsonValue found = stored[call.request[name].toString()];
    if (!found.isObject())
        return std::unexpected(PmhError{404, u"E4041"_s, u"no such id for this person"_s, name});
    return found.toObject();
}

/// Registrations of an area where this person has nothing that could be registered for.
template<const char *Member>
PmhResult registerWithoutRecord(const PmhCall &)
{
    return std::unexpected(PmhError{404, u"E4041"_s, u"no such id for this person"_s, QLatin1StringView(Member)});
}

constexpr char childCheckupMember[] = "childCheckupId";
constexpr char ledgerMember[] = "copaymentLedgerSeg";
constexpr char municipalityMember[] = "pregnancyByMunicipalityId";
constexpr char pregnancyMember[] = "pregnancyId";
constexpr char itemsMember[] = "items";

constexpr std::array table{
    ProcessType{"InquireVaccinationList", "vaccination", "VaccinationList", {}, inquireVaccinationList},
    ProcessType{"InquireQuestionnaireList", "vaccination", "QuestionnaireList", {}, inquireQuestionnaireList},
    ProcessType{"InquireQuestionnaireAnswer", "vaccination", "QuestionnaireAnswer", questionnaireId,
                inquireQuestionnaireAnswer},
    ProcessType{"RegisterQuestionnaireAnswer", "vaccination", "RegisterResult", questionnaireAnswer,
                registerQuestionnaireAnswer},
    ProcessType{"InquireVaccinationCertificate", "vaccination", "VaccinationCertificate", scheduleId,
                inquireVaccinationCertificate},
    ProcessType{"InquirePrenatalCheckups", "maternal-child", "PrenatalCheckups", {}, inquireStored},
    ProcessType{"InquirePrenatalVouchers", "maternal-child", "PrenatalVouchers", {}, inquireStored},
    ProcessType{"InquireHomecoming", "maternal-child", "Homecoming", {}, inquireStored},
    ProcessType{"RegisterHomecoming", "maternal-child", "RegisterResult", homecoming,
                registerWithoutRecord<municipalityMember>},
    ProcessType{"InquirePregnancyLoss", "maternal-child", "PregnancyLoss", {}, inquireStored},
    ProcessType{"RegisterPregnancyLoss", "maternal-child", "RegisterResult", pregnancyLoss,
                registerWithoutRecord<municipalityMember>},
    ProcessType{"InquirePrenatalMchbook", "maternal-child", "PrenatalMchbook", optionalPregnancy, inquireStored},
    ProcessType{"RegisterPrenatalMchbook", "maternal-child", "RegisterResult", prenatalMchbook,
                registerWithoutRecord<pregnancyMember>},
    ProcessType{"InquireChildCheckups", "maternal-child", "ChildCheckups", {}, inquireStored},
    ProcessType{"InquireChildQuestionnaireAnswer", "maternal-child", "ChildQuestionnaireAnswer", checkupId,
                inquireById<childCheckupMember>},
    ProcessType{"RegisterChildQuestionnaireAnswer", "maternal-child", "RegisterResult", childAnswer,
                registerWithoutRecord<childCheckupMember>},
    ProcessType{"InquireChildMchbook", "maternal-child", "ChildMchbook", {}, inquireStored},
    ProcessType{"RegisterChildMchbook", "maternal-child", "RegisterResult", childMchbook,
                registerWithoutRecord<itemsMember>},
    ProcessType{"InquireMedicalSubsidies", "medical-subsidy", "MedicalSubsidies", {}, inquireStored},
    ProcessType{"InquireCopaymentLedger", "medical-subsidy", "CopaymentLedger", ledgerSeg, inquireById<ledgerMember>},
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
