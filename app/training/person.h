// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/residents.h"

namespace uk::training {

/// A resident inside PMH. The way of the identifiers is the real one: the municipality registers with the My Number,
/// of which PMH keeps a link key; a PMH-ID is assigned to that, the portal knows a pseudonym derived from the PMH-ID, and
/// a token is bound to the pseudonym. None of the three ever leaves the server.
struct Person
{
    Resident resident;
    QByteArray linkKey; ///< keyed hash of the My Number
    QString pmhId;
    QString pseudonym;

    [[nodiscard]] const QString &key() const { return resident.info.key; }
    [[nodiscard]] Questionnaire *questionnaire(const QString &id);
    [[nodiscard]] Questionnaire *childQuestionnaire(const QString &checkupId);
    [[nodiscard]] PrenatalMchbook *prenatalMchbook(const QString &pregnancyId);
    /// The child's handbook; one without any category where there is none.
    [[nodiscard]] AnswerForm &childMchbook();
    /// Any form of this person by its id, with the process type that registers it.
    struct FoundForm
    {
        AnswerForm *form = nullptr;             ///< null: none
        Questionnaire *questionnaire = nullptr; ///< the same where it is one
        QString processType;
    };
    [[nodiscard]] FoundForm form(const QString &id);
    /// What this person has behind a request's key member, for example all childCheckupIds.
    [[nodiscard]] QStringList keys(const QString &keyMember) const;
    [[nodiscard]] JsonValue basicFiveInfo() const;
    /// All that a registration can have changed.
    [[nodiscard]] JsonValue stored() const;
};

} // namespace uk::training
