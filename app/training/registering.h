// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/processtypes.h"

/// What the process types of all areas share when something is registered. One thread.
namespace uk::training {

/// 404 E4041 for an id that is unknown or another person's; the place is the request's member.
[[nodiscard]] std::unexpected<PmhError> unknownId(QLatin1StringView member);

/// RegisterQuestionnaireAnswer and RegisterChildQuestionnaireAnswer: checks of status, page and permission, the answers,
/// the effect and its journal entry. `form` may be null: no such id. Answer: the key member and answerStatusSeg.
[[nodiscard]] PmhResult registerQuestionnaire(const PmhCall &call, Questionnaire *form);

/// The registration of a form that is no questionnaire (homecoming, handbooks); the answers stand in `list`.
/// E4003 where an answer breaks its definition, else the effect and its journal entry.
[[nodiscard]] std::expected<void, PmhError> registerForm(const PmhCall &call, AnswerForm &form, QLatin1StringView list);

/// The removal of such a form: everything in it goes, what is only for reading too.
void removeForm(const PmhCall &call, AnswerForm &form);

/// The journal entry of a registration that took effect.
void recordRegistration(const PmhCall &call, const QString &key, const JsonValue &before);

/// The members of an inquiry that both kinds of questionnaire have.
[[nodiscard]] JsonValue questionnaireMembers(const Person &person, const Questionnaire &form);

/// The patient changes a form at home: the same effect as a registration, without the checks. Members: id, answers,
/// answerStatusSeg. False: this person has no form of that id.
[[nodiscard]] bool editAtHome(World &world, Person &person, const JsonValue &edit);

/// The id of the form that a request is about, for an edit around it; empty where the person has none.
[[nodiscard]] QString formOfRequest(Person &person, const QString &processType, const JsonValue &request);

} // namespace uk::training
