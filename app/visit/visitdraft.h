// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/visitdata.h"

/// What the encrypted draft of a visit holds, and how an open visit goes on from it. Pure.
namespace uk {

/// The draft of one questionnaire.
struct QuestionnaireDraft
{
    QByteArray session; ///< ReviewSession::saveDraft(); empty where there is nothing to keep
    std::optional<OpenRegistration> registration;
};

/// By questionnaireManagementId.
using VisitDraft = QMap<QString, QuestionnaireDraft>;

[[nodiscard]] QByteArray saveVisitDraft(const VisitData &data);
/// Error DraftUnreadable.
[[nodiscard]] Result<VisitDraft> readVisitDraft(const QByteArray &plain);

/// Whether leaving this visit would leave something behind that is neither confirmed nor given up.
[[nodiscard]] bool hasOpenWork(const VisitData &data);

/// What became of a registration whose answer nobody has read, by what the server holds now: the screen says only what
/// is known. While the request may still take effect, unchanged means unknown.
void settle(OpenQuestionnaire &open, const QuestionnaireRecord &found, const QDateTime &nowUtc);

} // namespace uk
