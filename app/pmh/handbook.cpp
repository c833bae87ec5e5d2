// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/sharedrecords.h"

namespace uk {

Definition Handbook::definition() const
{
    Definition definition;
    for (const HandbookCategory &category : categories)
        definition.groups.append({category.categoryName, {Subgroup{category.categoryNotice, 1, category.items}}});
    return definition;
}

Answers Handbook::allAnswers() const
{
    Answers all;
    for (const HandbookAnswers &category : answers)
        all += category.items;
    return all;
}

} // namespace uk
