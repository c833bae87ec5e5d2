// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/visibility.h"

#include <QSet>

namespace uk {

DefinitionIndex::DefinitionIndex(Definition definition)
    : m_definition(std::move(definition))
{
    for (int g = 0; g < m_definition.groups.size(); ++g) {
        const auto &subgroups = m_definition.groups[g].subgroups;
        for (int s = 0; s < subgroups.size(); ++s) {
            for (int i = 0; i < subgroups[s].items.size(); ++i) {
                const QuestionItem &item = subgroups[s].items[i];
                m_places.insert(item.itemMasterId, {g, s, i});
                m_order.append(item.itemMasterId);
                if (item.visibleWhen)
                    m_controlled[item.visibleWhen->itemMasterId].append(item.itemMasterId);
            }
        }
    }
}

std::optional<ItemPlace> DefinitionIndex::place(const QString &itemMasterId) const
{
    const auto found = m_places.constFind(itemMasterId);
    return found == m_places.cend() ? std::nullopt : std::optional(*found);
}

const Subgroup *DefinitionIndex::subgroupOf(const QString &itemMasterId) const
{
    const auto at = place(itemMasterId);
    return at ? &m_definition.groups[at->group].subgroups[at->subgroup] : nullptr;
}

const QuestionItem *DefinitionIndex::item(const QString &itemMasterId) const
{
    const auto at = place(itemMasterId);
    return at ? &m_definition.groups[at->group].subgroups[at->subgroup].items[at->item] : nullptr;
}

AnswerMap toMap(const Answers &answers)
{
    AnswerMap map;
    for (const Answer &answer : answers)
        map.insert(answer.key, answer.result);
    return map;
}

namespace {

bool holdsOneOf(const AnswerResult &result, const QStringList &values)
{
    if (const auto *text = std::get_if<QString>(&result))
        return values.contains(*text);
    for (const QString &value : std::get<QStringList>(result))
        if (values.contains(value))
            return true;
    return false;
}

} // namespace

bool isVisible(const DefinitionIndex &index, const AnswerMap &answers, const AnswerKey &key)
{
    QSet<QString> seen;
    AnswerKey current = key;
    for (;;) {
        const QuestionItem *item = index.item(current.itemMasterId);
        if (!item || !item->visibleWhen)
            return true;
        if (seen.contains(current.itemMasterId))
            return false;
        seen.insert(current.itemMasterId);
        const VisibilityRule &rule = *item->visibleWhen;
        if (!index.item(rule.itemMasterId))
            return true;
        const bool sameSubgroup = index.subgroupOf(rule.itemMasterId) == index.subgroupOf(current.itemMasterId);
        const AnswerKey controller{rule.itemMasterId, sameSubgroup ? current.repeatNumber : 1};
        if (!holdsOneOf(answers.value(controller, QString()), rule.anyOf)) {
            return false;
        }
        current = controller;
    }
}

} // namespace uk
