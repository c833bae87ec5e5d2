// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/pmherror.h"
#include "app/training/shape.h"
#include "app/training/world.h"

#include <expected>
#include <span>

namespace uk::training {

using PmhResult = std::expected<QJsonObject, PmhError>;

/// What a process type needs to do its work.
struct PmhCall
{
    World &world;
    Person &person;
    QJsonObject request; ///< canonical, schema already checked
    QString origin;      ///< client or duplicate
    qint64 number = 0;   ///< of the request, for the journal
};

/// One process type of the contract: where it lives, what it takes and what it does. No mention of it anywhere else.
struct ProcessType
{
    const char *name;
    const char *area;   ///< scope and area: vaccination, maternal-child, medical-subsidy
    const char *result; ///< schema of its answer
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
/// The patient's own edit at home: the same effect as a registration, without the checks. False: no such id.
[[nodiscard]] bool editAtHome(World &world, Person &person, const QJsonObject &edit);

} // namespace uk::training
