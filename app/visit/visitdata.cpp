// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/visitdata.h"

namespace uk {

OpenQuestionnaire *VisitData::questionnaire(const QString &questionnaireManagementId)
{
    for (OpenQuestionnaire &open : questionnaires)
        if (open.summary.questionnaireManagementId == questionnaireManagementId)
            return &open;
    return nullptr;
}

} // namespace uk
