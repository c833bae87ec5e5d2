// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/compare.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace uk {

bool sameResult(const AnswerResult &one, const AnswerResult &other)
{
    return (isEmpty(one) && isEmpty(other)) || one == other;
}

QList<AnswerKey> differingKeys(const Answers &left, const Answers &right)
{
    const AnswerMap leftMap = toMap(left);
    const AnswerMap rightMap = toMap(right);
    QList<AnswerKey> keys;
    QSet<AnswerKey> seen;
    for (const Answers *answers : {&left, &right}) {
        for (const Answer &answer : *answers) {
            if (seen.contains(answer.key))
                continue;
            seen.insert(answer.key);
            if (!sameResult(leftMap.value(answer.key), rightMap.value(answer.key)))
                keys.append(answer.key);
        }
    }
    return keys;
}

bool sameAnswers(const Answers &left, const Answers &right)
{
    return differingKeys(left, right).isEmpty();
}

namespace {

/// The three sides of one subgroup.
class SubgroupMerge
{
public:
    using Sides = std::array<const AnswerMap *, 3>; ///< basis, mine, theirs

    SubgroupMerge(const DefinitionIndex &index, int subgroupNumber, const Sides &sides, const std::array<int, 3> &repeats)
        : m_isUnit(std::ranges::count(repeats, repeats.front()) != 3)
    {
        const auto [first, items] = index.itemsOf(subgroupNumber);
        const int most = *std::ranges::max_element(repeats);
        for (int repeat = 1; repeat <= most; ++repeat) {
            for (int number = first; number < first + items; ++number) {
                const AnswerKey key{index.itemAt(number).itemMasterId, repeat};
                m_answers.append({key, MergeKind::Mine, sides[0]->value(key), sides[1]->value(key), sides[2]->value(key)});
            }
        }
    }

    [[nodiscard]] QList<MergedAnswer> merged()
    {
        for (MergedAnswer &answer : m_answers)
            answer.kind = kindOf(!sameResult(answer.mine, answer.basis), !sameResult(answer.theirs, answer.basis),
                                 sameResult(answer.mine, answer.theirs));
        if (m_isUnit) {
            const auto differs = [this](auto one, auto other) {
                return std::ranges::any_of(m_answers, [=](const MergedAnswer &answer) {
                    return !sameResult(answer.*one, answer.*other);
                });
            };
            const MergeKind whole = kindOf(differs(&MergedAnswer::mine, &MergedAnswer::basis),
                                           differs(&MergedAnswer::theirs, &MergedAnswer::basis),
                                           !differs(&MergedAnswer::mine, &MergedAnswer::theirs));
            for (MergedAnswer &answer : m_answers)
                answer.kind = sameResult(answer.mine, answer.theirs) ? MergeKind::Same : whole;
        }
        m_answers.removeIf([](const MergedAnswer &answer) {
            return sameResult(answer.mine, answer.basis) && sameResult(answer.theirs, answer.basis);
        });
        return std::move(m_answers);
    }

private:
    static MergeKind kindOf(bool mineChanged, bool theirsChanged, bool isSame)
    {
        if (isSame)
            return MergeKind::Same;
        return mineChanged && theirsChanged ? MergeKind::Conflict : theirsChanged ? MergeKind::Theirs : MergeKind::Mine;
    }

    bool m_isUnit;
    QList<MergedAnswer> m_answers;
};

} // namespace

QList<MergedAnswer> mergeAnswers(const DefinitionIndex &index, const AnswerMap &basis, const AnswerMap &mine,
                                 const AnswerMap &theirs)
{
    const SubgroupMerge::Sides sides{&basis, &mine, &theirs};
    const std::array<QList<int>, 3> repeats{repeatsBySubgroup(index, basis), repeatsBySubgroup(index, mine),
                                           repeatsBySubgroup(index, theirs)};
    QList<MergedAnswer> merged;
    for (int subgroup = 0; subgroup < index.subgroupCount(); ++subgroup)
        merged += SubgroupMerge(index, subgroup, sides,
                                {repeats[0][subgroup], repeats[1][subgroup], repeats[2][subgroup]}).merged();
    return merged;
}

} // namespace uk
