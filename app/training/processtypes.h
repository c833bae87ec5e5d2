// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/pmherror.h"
#include "app/training/shape.h"
#include "app/training/world.h"

#include <expected>
#include <span>

namespace uk::training {

using PmhResult = std::expected<JsonValue, PmhError>;

struct ProcessType;

/// What a process type needs to do its work.
struct PmhCall
{
    World &world;
    Person &person;
    JsonValue request; ///< canonical, schema already checked
    QString origin;      ///< client or duplicate
    qint64 number;       ///< of the request, for the journal
    const ProcessType &type;
};

/// One process type of the contract: where it lives, what it takes and what it does. No mention of it anywhere else.
struct ProcessType
{
    const char *name;
    const char *area;   ///< scope and area: vaccination, maternal-child, medical-subsidy
    const char *result; ///< schema of its answer
    const char *key;    ///< the member that names the record; empty where there is one record only
    std::span<const Member> members; ///< besides processType
    PmhResult (*run)(const PmhCall &call);
};

[[nodiscard]] std::span<const ProcessType> processTypes();
[[nodiscard]] const ProcessType *processType(const QString &canonicalName);

[[nodiscard]] PmhResult inquireVaccinationList(const PmhCall &call);
[[nodiscard]] PmhResult inquireQuestionnaireList(const PmhCall &call);
[[nodiscard]] PmhResult inquireQuestionnaireAnswer(const PmhCall &call);
[[nodiscard]] PmhResult registerQuestionnaireAnswer(const PmhCall &call);
[[nodiscard]] PmhResult inquireVaccinationCertificate(const PmhCall &call);
[[nodiscard]] PmhResult inquirePrenatalCheckups(const PmhCall &call);
[[nodiscard]] PmhResult inquirePrenatalVouchers(const PmhCall &call);
[[nodiscard]] PmhResult inquireHomecoming(const PmhCall &call);
[[nodiscard]] PmhResult registerHomecoming(const PmhCall &call);
[[nodiscard]] PmhResult inquirePregnancyLoss(const PmhCall &call);
[[nodiscard]] PmhResult registerPregnancyLoss(const PmhCall &call);
[[nodiscard]] PmhResult inquirePrenatalMchbook(const PmhCall &call);
[[nodiscard]] PmhResult registerPrenatalMchbook(const PmhCall &call);
[[nodiscard]] PmhResult inquireChildCheckups(const PmhCall &call);
[[nodiscard]] PmhResult inquireChildQuestionnaireAnswer(const PmhCall &call);
[[nodiscard]] PmhResult registerChildQuestionnaireAnswer(const PmhCall &call);
[[nodiscard]] PmhResult inquireChildMchbook(const PmhCall &call);
[[nodiscard]] PmhResult registerChildMchbook(const PmhCall &call);
[[nodiscard]] PmhResult inquireMedicalSubsidies(const PmhCall &call);
[[nodiscard]] PmhResult inquireCopaymentLedger(const PmhCall &call);

} // namespace uk::training
