// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QDate>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <vector>

namespace uk {

/// A synthetic person, as the tray of cards and the software card need them.
struct ResidentInfo
{
    QString key;         ///< stable, for example "minori"
    QString name;        ///< as registered
    QString kana;
    QString address;
    QDate birthDate;
    QString sex;         ///< 1 male, 2 female, 3 other, 0 unknown
    QString description; ///< one line in Japanese: who this is and what can be tried
    QJsonObject card;    ///< {"pin", "basicInfoPin", "variants": […]} for the software card
};

/// The residents of a folder, or the ones built in for an empty path, in the order of their "order" member.
/// Error: SettingInvalid with file and place. Thread-safe.
[[nodiscard]] Result<QList<ResidentInfo>> residents(const QString &folder = {});

} // namespace uk

namespace uk::training {

/// A 予診票 of a resident: the one place where a registration changes something.
struct Questionnaire
{
    QString id, name;
    bool isAnswerable = false;
    QString answerStatusSeg, vaccinationWishSeg, proxyInputConsentSeg;
    int lastUpdatedPageNumber = 0; ///< 0: never saved
    QJsonObject definition;
    QJsonArray answers;
    QString answeredAt; ///< ISO 8601 UTC of the last answered (2) registration; empty: never
    QJsonArray checkResults;
    QJsonValue previousVaccination = QJsonValue::Null;
    QJsonArray completedVaccineNames;

    [[nodiscard]] int pages() const { return static_cast<int>(definition[QLatin1StringView("groups")].toArray().size()); }
};

/// A resident with all that PMH holds about them.
struct Resident
{
    ResidentInfo info;
    QString myNumber;              ///< of the municipal registration; never leaves the server
    bool isRegistered = true;      ///< user registration (利用者登録) done
    bool hasExpiredCertificate = false;
    QJsonArray vaccinations;       ///< VaccinationList.vaccinations
    std::vector<Questionnaire> questionnaires;
    QHash<QString, QString> certificates; ///< vaccinationScheduleId to the path of its PDF
    QJsonObject otherAreas;        ///< canonical inquiry process type to its result
};

/// Brings in the room's resources: a static library's come only when somebody asks for them. Thread-safe.
void initResources();

/// Reads and checks every resident of the folder (empty: built in) with definitions and certificates.
/// Error: SettingInvalid with file and place.
[[nodiscard]] Result<std::vector<Resident>> loadResidents(const QString &folder);

} // namespace uk::training
