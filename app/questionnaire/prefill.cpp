// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/prefill.h"

#include "app/questionnaire/validation.h"

#include <QSet>

namespace uk {

bool mayTakeOver(const DefinitionIndex &index, const QString &itemMasterId)
{
    const QuestionItem *item = index.item(itemMasterId);
    if (!item || isLocked(*item) || item->type == AnswerType::Consent || index.isCircular(itemMasterId))
        return false;
    for (std::optional<AnswerKey> key = AnswerKey{itemMasterId, 1}; key; key = index.controllerOf(*key))
        if (index.item(key->itemMasterId)->isHealthToday)
            return false;
    return true;
}

AnswerMap prefillFrom(const DefinitionIndex &index, const AnswerMap &answers, const AnswerMap &latest)
{
    QSet<int> answeredSubgroups;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it)
        if (const auto place = index.place(it.key().itemMasterId); place && !isEmpty(it.value()))
            answeredSubgroups.insert(place->subgroupNumber);
    AnswerMap offered;
    for (auto it = latest.cbegin(); it != latest.cend(); ++it) {
        const AnswerKey &key = it.key();
        const auto place = index.place(key.itemMasterId);
        if (!place || isEmpty(it.value()) || !mayTakeOver(index, key.itemMasterId))
            continue;
        const int limit = index.subgroup(place->subgroupNumber).maxRepeat;
        const bool isTaken = limit > 1 ? answeredSubgroups.contains(place->subgroupNumber) : !isEmpty(answers.value(key));
        if (isTaken || key.repeatNumber < 1 || key.repeatNumber > limit)
            continue;
        // What would not be accepted today, or is outside the usual range, is asked for anew.
        if (!checkAnswer(*index.item(key.itemMasterId), key, it.value()))
            offered.insert(key, it.value());
    }
    return offered;
}

} // namespace uk
