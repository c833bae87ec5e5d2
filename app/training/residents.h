// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"
#include "cardreader/base/error.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
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
    JsonValue card;      ///< {"pin", "basicInfoPin", "variants": […]} for the software card
};

/// The residents of a folder, or the ones built in for an empty path, in the order of their "order" member.
/// Error: SettingInvalid with file and place. Thread-safe.
[[nodiscard]] Result<QList<ResidentInfo>> residents(const QString &folder = {});

} // namespace uk

namespace uk::training {

/// A form of a resident with its answers: what one registration replaces as a whole.
struct AnswerForm
{
    QString id;             ///< key of the registration; of the child's handbook always childMchbookId
    JsonValue definition;   ///< groups, sections or categories
    JsonValue answers = JsonValue::array(); ///< Answer or ItemAnswer, in the order in which they came
};

/// The child's handbook has no id on the wire; the journal and the control port call it by this one.
inline constexpr QLatin1StringView childMchbookId("childMchbook");

/// A 予診票, or the 問診票 of a child's check-up (whose id is the childCheckupId).
struct Questionnaire : AnswerForm
{
    QString name;
    bool isAnswerable = false;
    QString answerStatusSeg, vaccinationWishSeg, proxyInputConsentSeg;
    int lastUpdatedPageNumber = 0; ///< 0: never saved
    QString answeredAt; ///< ISO 8601 UTC of the last answered (2) registration; empty: never
    JsonValue checkResults = JsonValue::array();
    JsonValue previousVaccination;
    JsonValue completedVaccineNames = JsonValue::array();

    [[nodiscard]] int pages() const { return static_cast<int>(definition[QLatin1StringView("groups")].size()); }
};

/// The handbook of one pregnancy; its id is the pregnancyId.
struct PrenatalMchbook : AnswerForm
{
    QString notifiedOn; ///< YYYY-MM-DD
};

/// Where a loss can be registered, and the one that was.
struct PregnancyLoss
{
    QStringList ids; ///< pregnancyByMunicipalityId of this person
    QString id, on;  ///< what an inquiry returns; both empty: nothing
};

/// A resident with all that PMH holds about them.
struct Resident
{
    ResidentInfo info;
    QString myNumber;         ///< as the municipality knows the person; the server keeps a link key instead
    bool isRegistered = true;      ///< user registration (利用者登録) done
    bool hasExpiredCertificate = false;
    JsonValue vaccinations = JsonValue::array(); ///< VaccinationList.vaccinations
    std::vector<Questionnaire> questionnaires;
    QHash<QString, QString> certificates; ///< vaccinationScheduleId to the path of its PDF
    JsonValue pregnancies = JsonValue::array(); ///< PrenatalCheckups.pregnancies
    JsonValue vouchers = JsonValue::array(); ///< PrenatalVouchers.vouchers
    std::optional<AnswerForm> homecoming; ///< its id is the pregnancyByMunicipalityId
    PregnancyLoss pregnancyLoss;
    std::vector<PrenatalMchbook> prenatalMchbooks;
    JsonValue checkups = JsonValue::array(); ///< ChildCheckups.checkups; isAnswerable and answerStatusSeg come from the form
    std::vector<Questionnaire> childQuestionnaires;
    std::optional<AnswerForm> childMchbook;
    JsonValue subsidyCertificates = JsonValue::array(); ///< MedicalSubsidies.certificates
    JsonValue subsidyHistories = JsonValue::array(); ///< MedicalSubsidies.historiesWithoutCertificate
    JsonValue ledgers = JsonValue::array(); ///< CopaymentLedger, one for each copaymentLedgerSeg
};

/// Brings in the room's resources: a static library's come only when somebody asks for them. Thread-safe.
void initResources();

/// Reads and checks every resident of the folder (empty: built in) with definitions and certificates.
/// Error: SettingInvalid with file and place.
[[nodiscard]] Result<std::vector<Resident>> loadResidents(const QString &folder);

} // namespace uk::training
