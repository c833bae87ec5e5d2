// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/sending.h"

#include "app/questionnaire/answertypes.h"

#include <algorithm>
#include <numeric>

namespace uk {

namespace {

/// The highest repeat with a visible answer; 0 if there is none.
int lastFilled(const FormState &state, int subgroupNumber)
{
    int repeat = state.usedRepeats(subgroupNumber);
    while (repeat > 0 && !state.holdsAnswer(subgroupNumber, repeat))
        --repeat;
    return repeat;
}

/// The first repeat without a visible answer before one that has some; 0 if there is none.
int firstGap(const FormState &state, int subgroupNumber)
{
    const int last = lastFilled(state, subgroupNumber);
    for (int repeat = 1; repeat < last; ++repeat)
        if (!state.holdsAnswer(subgroupNumber, repeat))
            return repeat;
    return 0;
}

/// What decides is seen in what is sent, so that the same is sent again once the server holds it: a hidden answer is gone
/// there.
bool mayMoveUp(const FormState &state, int subgroupNumber, int gap)
{
    const DefinitionIndex &index = state.index();
    const auto [first, items] = index.itemsOf(subgroupNumber);
    for (int number = first; number < first + items; ++number) {
        const QuestionItem &item = index.itemAt(number);
        const auto controlled = index.controlledBy(item.itemMasterId);
        if (gap == 1 && std::ranges::any_of(controlled, [&](const QString &id) { return !index.isSameSubgroup(id, item.itemMasterId); }))
            return false;
        if (!isLocked(item) || item.type == AnswerType::Note)
            continue;
        // Another repeat's answers could show it where it has to come back, and it would be missing.
        if (item.visibleWhen && index.isSameSubgroup(item.visibleWhen->itemMasterId, item.itemMasterId))
            return false;
        for (int repeat = gap + 1; repeat <= state.usedRepeats(subgroupNumber); ++repeat)
            if (const AnswerKey key{item.itemMasterId, repeat}; !isEmpty(state.result(key)) && state.isVisible(key))
                return false;
    }
    return true;
}

/// An answer that says nothing, so that the repeat is there.
std::optional<Answer> placeholder(const FormState &state, int subgroupNumber, int repeat)
{
    const auto [first, items] = state.index().itemsOf(subgroupNumber);
    for (int number = first; number < first + items; ++number)
        if (const QuestionItem &item = state.index().itemAt(number); item.type != AnswerType::Note)
            return Answer{{item.itemMasterId, repeat}, emptyResult(item)};
    return std::nullopt;
}

void appendRepeat(const FormState &state, int subgroupNumber, int repeat, int sentNumber, Answers &sent)
{
    const auto [first, items] = state.index().itemsOf(subgroupNumber);
    for (int number = first; number < first + items; ++number) {
        const QuestionItem &item = state.index().itemAt(number);
        const AnswerKey key{item.itemMasterId, repeat};
        const AnswerResult result = state.result(key);
        if (item.type != AnswerType::Note && !isEmpty(result) && state.isVisible(key))
            sent.append({{item.itemMasterId, sentNumber}, result});
    }
}

} // namespace

QList<int> sentNumbers(const FormState &state, int subgroupNumber)
{
    QList<int> numbers(state.usedRepeats(subgroupNumber));
    std::iota(numbers.begin(), numbers.end(), 1);
    const int gap = firstGap(state, subgroupNumber);
    if (gap == 0 || !mayMoveUp(state, subgroupNumber, gap))
        return numbers;
    int next = 0;
    for (const bool isFilled : {true, false})
        for (int repeat = 1; repeat <= numbers.size(); ++repeat)
            if (state.holdsAnswer(subgroupNumber, repeat) == isFilled)
                numbers[repeat - 1] = ++next;
    return numbers;
}

Answers answersToSend(const FormState &state)
{
    Answers sent;
    for (int subgroup = 0; subgroup < state.index().subgroupCount(); ++subgroup) {
        const QList<int> numbers = sentNumbers(state, subgroup);
        for (int repeat = 1, last = lastFilled(state, subgroup); repeat <= last; ++repeat) {
            if (state.holdsAnswer(subgroup, repeat)) {
                appendRepeat(state, subgroup, repeat, numbers[repeat - 1], sent);
            } else if (numbers[repeat - 1] == repeat) {
                if (auto empty = placeholder(state, subgroup, repeat))
                    sent.append(*std::move(empty));
            }
        }
    }
    return sent;
}

} // namespace uk
