// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"
#include "app/questionnaire/definition.h"

#include <QDate>

#include <span>

/// Registrations of all six types in one shape (contract README rules 5 and 6, rules 6 to 9). Pure; thread safe.
namespace uk {

class WireForm;
struct InquiryRequest;
template<class T>
struct RecordTable;

/// What a registration replaces at the server, and what an inquiry finds there afterwards.
struct StoredState
{
    QString key;             ///< of the record; empty for the child's handbook, and where nothing is stored
    QString answerStatusSeg; ///< questionnaires only (V72, C33): "1" draft, "2" answered
    Answers answers;         ///< all types but the pregnancy loss (V74–V76, C35–C37, P29, P30, P46, C45)
    QDate lossOn;            ///< the pregnancy loss only (P35)
    friend bool operator==(const StoredState &, const StoredState &) = default;
};

/// The same key, status, day and answers; the order of answers does not matter, the page number is not part of it.
[[nodiscard]] bool isSameState(const StoredState &left, const StoredState &right);

/// One registration. It always holds the whole answer of its key and replaces what was stored, so that what was not
/// shown goes back unchanged (rules 6). Make it by one of the functions below.
struct Registration
{
    QString processType; ///< canonical name of a register type
    StoredState state;   ///< what is to be stored
    int lastUpdatedPageNumber = 1; ///< questionnaires only (V73, C34), from 1
    bool isDeleted = false;        ///< homecoming only (P28); then without answers
    friend bool operator==(const Registration &, const Registration &) = default;
};

/// C31–C37: the whole answer, hidden items left out.
[[nodiscard]] Registration childQuestionnaireRegistration(const QString &childCheckupId, const QString &answerStatusSeg,
                                                          int lastUpdatedPageNumber, const Answers &answers);
/// P26–P30, and its removal, after which the inquiry returns the id and no answers (rules 6).
[[nodiscard]] Registration homecomingRegistration(const QString &pregnancyByMunicipalityId, const Answers &answers);
[[nodiscard]] Registration homecomingRemoval(const QString &pregnancyByMunicipalityId);
/// P33–P35; a valid day.
[[nodiscard]] Registration pregnancyLossRegistration(const QString &pregnancyByMunicipalityId, QDate diagnosedOn);
/// P44–P46: of all categories.
[[nodiscard]] Registration prenatalHandbookRegistration(const QString &pregnancyId, const Answers &items);
/// C44, C45: of all categories. Its key is the person alone.
[[nodiscard]] Registration childHandbookRegistration(const Answers &items);

/// What the answer to a registration may echo (rules 8).
struct RegistrationEcho
{
    QString processType; ///< canonical
    QString questionnaireManagementId, childCheckupId, pregnancyByMunicipalityId, pregnancyId;
    QString answerStatusSeg;
    friend bool operator==(const RegistrationEcho &, const RegistrationEcho &) = default;
};

/// One register process type as data.
struct RegisterType
{
    enum class Content {
        Questionnaire, ///< answers of itemMasterId, with a status
        Items,         ///< answers of itemId
        Loss,          ///< a day
    };
    QLatin1StringView name;    ///< canonical
    QLatin1StringView inquiry; ///< the process type that reads it back
    bool isInquiredByKey = false; ///< the inquiry's request takes the key
    Content content = Content::Questionnaire;
    const RecordTable<Registration> *request = nullptr;
    const RecordTable<InquiryRequest> *inquiryRequest = nullptr;
    QString RegistrationEcho::*echoedKey = nullptr; ///< nullptr: the echo is the process type
    /// What the inquiry's answer says about that key; nothing there is an empty state.
    Result<StoredState> (*stored)(const WireForm &form, QByteArrayView body, const JsonLimits &limits,
                                  const QString &key) = nullptr;
};

[[nodiscard]] std::span<const RegisterType> registerTypes();
/// nullptr for a name that is no register type.
[[nodiscard]] const RegisterType *registerType(QStringView name);

/// Whether an answer echoes key and status (rules 8); if not, the outcome is unknown.
[[nodiscard]] bool isEchoOf(const Registration &registration, const RegistrationEcho &echo);

/// For the encrypted draft: what was about to be sent, and what it was to replace.
[[nodiscard]] QByteArray saveRegistration(const Registration &registration, const StoredState &basis);
struct SavedRegistration
{
    Registration registration;
    StoredState basis;
    friend bool operator==(const SavedRegistration &, const SavedRegistration &) = default;
};
/// Error DraftUnreadable.
[[nodiscard]] Result<SavedRegistration> readRegistration(const QByteArray &saved);

} // namespace uk
