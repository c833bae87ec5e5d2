// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/wireform.h"
#include "app/questionnaire/definition.h"

#include <QDate>

#include <span>

/// Registrations of all six types in one shape (contract README rules 5 and 6, rules 6 to 9). Pure; thread safe.
namespace uk {

/// What a registration replaces at the server, and what an inquiry finds there afterwards.
struct StoredState
{
    QString key;             ///< of the record; empty for the child's handbook, and where nothing is stored
    QString answerStatusSeg; ///< questionnaires only
    Answers answers;         ///< all types but the pregnancy loss
    QDate lossOn;            ///< the pregnancy loss only
    friend bool operator==(const StoredState &, const StoredState &) = default;
};

/// The same key, status, day and answers; the order of answers does not matter, the page number is not part of it.
[[nodiscard]] bool isSameState(const StoredState &left, const StoredState &right);

/// One register process type as data.
struct RegisterType
{
    enum class Content {
        Questionnaire, ///< answers of itemMasterId
        Items,         ///< answers of itemId
        Loss,          ///< a day
    };
    QLatin1StringView name;       ///< canonical
    QLatin1StringView inquiry;    ///< the process type that reads it back
    QLatin1StringView key;        ///< member of request, inquiry's answer and echo; empty: the echo is processType
    bool isInquiredByKey = false; ///< the inquiry's request takes the key
    QLatin1StringView list;       ///< member of the inquiry's answer that holds one record for each key
    Content content = Content::Questionnaire;
    QLatin1StringView member;     ///< of the request that holds the content
    bool hasStatus = false;
};

[[nodiscard]] std::span<const RegisterType> registerTypes();
/// nullptr for a name that is no register type.
[[nodiscard]] const RegisterType *registerType(QStringView name);

/// One registration. It always holds the whole answer of its key (rules 6).
struct Registration
{
    QString processType; ///< canonical name of a register type
    StoredState state;   ///< what is to be stored
    int lastUpdatedPageNumber = 1; ///< questionnaires only
    bool isDeleted = false;        ///< homecoming only; then without answers
    friend bool operator==(const Registration &, const Registration &) = default;
};

/// The canonical body of the request.
[[nodiscard]] JsonValue registrationBody(const Registration &registration);
/// The canonical body of the inquiry that reads the registration of that type and key back.
[[nodiscard]] JsonValue readBackBody(const RegisterType &type, const QString &key);
/// What the inquiry's canonical answer says about that key. Nothing there is an empty state.
[[nodiscard]] StoredState storedStateFrom(const RegisterType &type, const QString &key, const JsonValue &canonical);
/// Whether the canonical answer echoes key and status (rules 8); if not, the outcome is unknown.
[[nodiscard]] bool isEchoOf(const Registration &registration, const JsonValue &canonical);

/// For the encrypted draft: what was about to be sent, and what it was to replace.
[[nodiscard]] QByteArray saveRegistration(const Registration &registration, const StoredState &basis);
struct SavedRegistration
{
    Registration registration;
    StoredState basis;
};
/// Error DraftUnreadable.
[[nodiscard]] Result<SavedRegistration> readRegistration(const QByteArray &saved);

} // namespace uk
