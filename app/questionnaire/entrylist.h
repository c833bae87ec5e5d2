// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/reviewsession.h"

/// What a person is asked on a screen that staff handed over. Pure.
namespace uk {

/// The shown questions without an answer that a person may answer, in the order of the form.
[[nodiscard]] QList<AnswerKey> unansweredQuestions(const ReviewSession &session);

/// The questions as they stand now: those of `asked` that are shown and may be answered, each with the questions that its
/// answer opened directly behind it, each once.
[[nodiscard]] QList<AnswerKey> questionsToEnter(const ReviewSession &session, const QList<AnswerKey> &asked);

} // namespace uk
