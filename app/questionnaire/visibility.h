// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"

#include <QHash>

namespace uk {

/// Where an item stands in its definition; all from 0.
struct ItemPlace
{
    int group = 0, subgroup = 0, item = 0;
    int number = 0;         ///< of the item, over the whole definition
    int subgroupNumber = 0; ///< of the subgroup, over the whole definition
    friend bool operator==(const ItemPlace &, const ItemPlace &) = default;
};

/// Finds the items of a definition by id, and who controls whom. Holds the definition by value (implicitly shared
/// lists); built once. Where an id stands twice (the contract forbids it, rules 4) the first one counts.
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

    [[nodiscard]] bool isSameSubgroup(const QString &oneId, const QString &otherId) const;
    /// The answer that decides whether this one is shown: the same repeat inside one subgroup, else repeat 1 (rules 5).
    /// Nothing where the item is always shown: no rule, or its controller is not in the definition.
    [[nodiscard]] std::optional<AnswerKey> controllerOf(const AnswerKey &key) const;
    /// True where the chain of controllers runs in a circle; such items are hidden (rules 5).
    [[nodiscard]] bool isCircular(const QString &itemMasterId) const;
    /// Item numbers, each behind its controller.
    [[nodiscard]] const QList<int> &controllersFirst() const { return m_controllersFirst; }

    [[nodiscard]] qsizetype subgroupCount() const { return m_subgroups.size(); }
    [[nodiscard]] const Subgroup &subgroup(int subgroupNumber) const { return *m_subgroups[subgroupNumber].subgroup(m_definition); }
    /// Numbers of the subgroup's items: the first and how many.
    [[nodiscard]] std::pair<int, int> itemsOf(int subgroupNumber) const;
    [[nodiscard]] ItemPlace placeOf(int itemNumber) const { return m_placeByNumber[itemNumber]; }
    [[nodiscard]] const QuestionItem &itemAt(int itemNumber) const;

private:
    struct SubgroupPlace
    {
        int group = 0, index = 0, firstItem = 0, itemCount = 0;
        const Subgroup *subgroup(const Definition &definition) const
        {
            return &definition.groups[group].subgroups[index];
        }
    };
    void addSubgroup(int group, int index);
    void orderByControllers();

    Definition m_definition;
    QHash<QString, int> m_numbers;
    QList<ItemPlace> m_placeByNumber;
    QList<SubgroupPlace> m_subgroups;
    QHash<QString, QStringList> m_controlled;
    QStringList m_order;
    QList<int> m_controllersFirst;
    QList<bool> m_isCircular; ///< by item number
};

/// Answers by key, in no order; an absent one is empty.
using AnswerMap = QHash<AnswerKey, AnswerResult>;
[[nodiscard]] AnswerMap toMap(const Answers &answers);
/// The same without empty answers: an empty one is none (rules 1).
[[nodiscard]] AnswerMap withoutEmpty(AnswerMap answers);
[[nodiscard]] Answers toAnswers(const AnswerMap &answers);

/// More repeats than any form has; a larger number in an answer is taken for damage and left alone, so that it cannot use
/// up the memory.
inline constexpr int mostRepeats = 9999;

/// By subgroup number: the highest repeat that holds an answer, at least 1.
[[nodiscard]] QList<int> repeatsBySubgroup(const DefinitionIndex &index, const AnswerMap &answers);

/// True if the answer holds one of these values; of several, one is enough.
[[nodiscard]] bool holdsOneOf(const AnswerResult &result, const QStringList &values);

} // namespace uk
