// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/visibility.h"

#include <algorithm>

namespace uk {

DefinitionIndex::DefinitionIndex(Definition definition)
    : m_definition(std::move(definition))
{
    for (int g = 0; g < m_definition.groups.size(); ++g)
        for (int s = 0; s < m_definition.groups[g].subgroups.size(); ++s)
            addSubgroup(g, s);
    orderByControllers();
}

void DefinitionIndex::addSubgroup(int group, int index)
{
    SubgroupPlace place{group, index, int(m_placeByNumber.size()), 0};
    const auto &items = place.subgroup(m_definition)->items;
    for (int i = 0; i < items.size(); ++i) {
        const QuestionItem &item = items[i];
        if (m_numbers.contains(item.itemMasterId))
            continue;
        const int number = int(m_placeByNumber.size());
        m_numbers.insert(item.itemMasterId, number);
        m_placeByNumber.append({group, index, i, number, int(m_subgroups.size())});
        m_order.append(item.itemMasterId);
        if (item.visibleWhen)
            m_controlled[item.visibleWhen->itemMasterId].append(item.itemMasterId);
        ++place.itemCount;
    }
    m_subgroups.append(place);
}

/// An item has one controller at most, so that every chain ends at a free item or in a circle.
void DefinitionIndex::orderByControllers()
{
    enum class Mark { New, OnTheWay, Done };
    const auto count = m_placeByNumber.size();
    QList<Mark> marks(count, Mark::New);
    m_isCircular.fill(false, count);
    const auto controllerNumber = [this](int number) {
        const auto &rule = itemAt(number).visibleWhen;
        return rule ? m_numbers.value(rule->itemMasterId, -1) : -1;
    };
    for (int start = 0; start < count; ++start) {
        QList<int> chain;
        int number = start;
        while (number >= 0 && marks[number] == Mark::New) {
            marks[number] = Mark::OnTheWay;
            chain.append(number);
            number = controllerNumber(number);
        }
        const bool endsInCircle = number >= 0 && (marks[number] == Mark::OnTheWay || m_isCircular[number]);
        while (!chain.isEmpty()) {
            const int done = chain.takeLast();
            marks[done] = Mark::Done;
            m_isCircular[done] = endsInCircle;
            m_controllersFirst.append(done);
        }
    }
}

std::optional<ItemPlace> DefinitionIndex::place(const QString &itemMasterId) const
{
    const auto found = m_numbers.constFind(itemMasterId);
    return found == m_numbers.cend() ? std::nullopt : std::optional(m_placeByNumber[*found]);
}

const Subgroup *DefinitionIndex::subgroupOf(const QString &itemMasterId) const
{
    const auto at = place(itemMasterId);
    return at ? &subgroup(at->subgroupNumber) : nullptr;
}

const QuestionItem &DefinitionIndex::itemAt(int itemNumber) const
{
    const ItemPlace &at = m_placeByNumber[itemNumber];
    return m_definition.groups[at.group].subgroups[at.subgroup].items[at.item];
}

const QuestionItem *DefinitionIndex::item(const QString &itemMasterId) const
{
    const auto found = m_numbers.constFind(itemMasterId);
    return found == m_numbers.cend() ? nullptr : &itemAt(*found);
}

std::pair<int, int> DefinitionIndex::itemsOf(int subgroupNumber) const
{
    return {m_subgroups[subgroupNumber].firstItem, m_subgroups[subgroupNumber].itemCount};
}

bool DefinitionIndex::isSameSubgroup(const QString &oneId, const QString &otherId) const
{
    const auto one = place(oneId), other = place(otherId);
    return one && other && one->subgroupNumber == other->subgroupNumber;
}

std::optional<AnswerKey> DefinitionIndex::controllerOf(const AnswerKey &key) const
{
    const QuestionItem *controlled = item(key.itemMasterId);
    if (!controlled || !controlled->visibleWhen || !m_numbers.contains(controlled->visibleWhen->itemMasterId))
        return std::nullopt;
    const QString &id = controlled->visibleWhen->itemMasterId;
    return AnswerKey{id, isSameSubgroup(id, key.itemMasterId) ? key.repeatNumber : 1};
}

bool DefinitionIndex::isCircular(const QString &itemMasterId) const
{
    const auto found = m_numbers.constFind(itemMasterId);
    return found != m_numbers.cend() && m_isCircular[*found];
}

AnswerMap toMap(const Answers &answers)
{
    AnswerMap map;
    map.reserve(answers.size());
    for (const Answer &answer : answers)
        map.insert(answer.key, answer.result);
    return map;
}

AnswerMap withoutEmpty(AnswerMap answers)
{
    answers.removeIf([](auto it) { return isEmpty(it.value()); });
    return answers;
}

Answers toAnswers(const AnswerMap &answers)
{
    Answers list;
    list.reserve(answers.size());
    for (auto it = answers.cbegin(); it != answers.cend(); ++it)
        list.append({it.key(), it.value()});
    return list;
}

QList<int> repeatsBySubgroup(const DefinitionIndex &index, const AnswerMap &answers)
{
    QList<int> repeats(index.subgroupCount(), 1);
    for (auto it = answers.cbegin(); it != answers.cend(); ++it)
        if (const auto place = index.place(it.key().itemMasterId);
            place && !isEmpty(it.value()) && it.key().repeatNumber <= mostRepeats)
            repeats[place->subgroupNumber] = std::max(repeats[place->subgroupNumber], it.key().repeatNumber);
    return repeats;
}

bool holdsOneOf(const AnswerResult &result, const QStringList &values)
{
    if (const auto *text = std::get_if<QString>(&result))
        return values.contains(*text);
    return std::ranges::any_of(std::get<QStringList>(result), [&](const QString &value) { return values.contains(value); });
}

} // namespace uk
