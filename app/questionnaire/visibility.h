// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"

#include <QHash>
#include <QMap>

namespace uk {

/// Where an item stands in its definition; all from 0.
struct ItemPlace
{
    int group = 0, subgroup = 0, item = 0;
    friend bool operator==(const ItemPlace &, const ItemPlace &) = default;
};

/// Finds the items of a definition by id. Holds the definition by value (implicitly shared lists); built once.
class DefinitionIndex
{
public:
    DefinitionIndex() = default;
    explicit DefinitionIndex(Definition definition);

    [[nodiscard]] const Definition &definition() const { return m_definition; }
    /// nullptr for an id that the definition does not have.
    [[nodiscard]] const QuestionItem *item(const QString &itemMasterId) const;
    [[nodiscard]] std::optional<ItemPlace> place(const QString &itemMasterId) const;
    [[nodiscard]] const Subgroup *subgroupOf(const QString &itemMasterId) const;
    /// Ids of the items that this one controls directly, in the order of the form.
    [[nodiscard]] QStringList controlledBy(const QString &itemMasterId) const { return m_controlled.value(itemMasterId); }
    /// All ids in the order of the form.
    [[nodiscard]] const QStringList &order() const { return m_order; }

private:
    Definition m_definition;
    QHash<QString, ItemPlace> m_places;
    QHash<QString, QStringList> m_controlled;
    QStringList m_order;
};

/// Answers by key; an absent one is empty.
using AnswerMap = QMap<AnswerKey, AnswerResult>;
[[nodiscard]] AnswerMap toMap(const Answers &answers);

/// Is the item shown with these answers (rules 5)? A controller that the definition does not have: shown. A circle:
/// hidden. A hidden controller hides what it controls. The controller's repeat is the same one inside one subgroup,
/// else 1.
[[nodiscard]] bool isVisible(const DefinitionIndex &index, const AnswerMap &answers, const AnswerKey &key);

} // namespace uk
