// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/visitdata.h"

namespace uk {

namespace {

/// By reference to the list as it is, so that the one who may change it gets its own.
template<class List>
auto *findIn(List &questionnaires, const QString &id)
{
    for (auto &open : questionnaires)
        if (open.summary.questionnaireManagementId == id)
            return &open;
    return static_cast<decltype(&*questionnaires.begin())>(nullptr);
}

} // namespace

QString visitIdOf(QuestionnaireKind kind, const QString &wireId)
{
    return kind == QuestionnaireKind::ChildCheckup ? QLatin1String("childCheckup/") + wireId : wireId;
}

OpenQuestionnaire *VisitData::questionnaire(const QString &questionnaireManagementId)
{
    return findIn(questionnaires, questionnaireManagementId);
}

const OpenQuestionnaire *VisitData::questionnaire(const QString &questionnaireManagementId) const
{
    return findIn(questionnaires, questionnaireManagementId);
}

} // namespace uk
