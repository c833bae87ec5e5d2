// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/formstate.h"

#include <QSet>

#include <algorithm>

namespace uk {

/// One change on its way through the form. What is shown hangs on one controller each, so that the items that a change
/// reaches form a tree and each is met once; items in a circle stay hidden and pass nothing on.
class FormState::Update
{
public:
    explicit Update(FormState &state)
        : m_state(state)
    {
    }

    void change(const AnswerKey &key, const AnswerResult &result)
    {
        const ItemPlace place = *m_state.m_index.place(key.itemMasterId);
        Cell &changed = m_state.cellAt(place.number, key.repeatNumber);
        count(place, key, changed, [&] { changed.result = result; });
        pass(m_state.followersOf(key));
    }

    [[nodiscard]] QList<AnswerKey> touched() { return std::move(m_touched); }

private:
    void pass(QList<AnswerKey> waiting)
    {
        while (!waiting.isEmpty()) {
            const AnswerKey key = waiting.takeLast();
            const ItemPlace place = *m_state.m_index.place(key.itemMasterId);
            Cell &cell = m_state.cellAt(place.number, key.repeatNumber);
            const bool isVisible = m_state.evaluateVisibility(key);
            if (isVisible == cell.isVisible) {
                touch(key);
                continue;
            }
            count(place, key, cell, [&] { cell.isVisible = isVisible; });
            waiting += m_state.followersOf(key);
        }
    }

    /// Makes the change to the cell and checks what it reaches inside its repeat.
    template<class Change>
    void count(const ItemPlace &place, const AnswerKey &key, Cell &cell, Change change)
    {
        const bool wasFilled = m_state.isFilled(place.number, cell);
        change();
        const bool isFilled = m_state.isFilled(place.number, cell);
        const bool heldBefore = m_state.holdsAnswer(place.subgroupNumber, key.repeatNumber);
        m_state.addFilled(place.subgroupNumber, key.repeatNumber, int(isFilled) - int(wasFilled));
        const bool holdsNow = m_state.holdsAnswer(place.subgroupNumber, key.repeatNumber);
        touch(key);
        m_state.check(place.number, key.repeatNumber);
        // Repeat 1 has its required items whether it holds an answer or not.
        if (heldBefore == holdsNow || key.repeatNumber == 1)
            return;
        const auto [first, items] = m_state.m_index.itemsOf(place.subgroupNumber);
        for (int number = first; number < first + items; ++number) {
            touch({m_state.m_index.itemAt(number).itemMasterId, key.repeatNumber});
            m_state.check(number, key.repeatNumber);
        }
    }

    void touch(const AnswerKey &key)
    {
        if (m_seen.contains(key))
            return;
        m_seen.insert(key);
        m_touched.append(key);
    }

    FormState &m_state;
    QSet<AnswerKey> m_seen;
    QList<AnswerKey> m_touched;
};

FormState::FormState(DefinitionIndex index, const AnswerMap &answers)
    : m_index(std::move(index))
    , m_cells(m_index.order().size())
    , m_filled(m_index.subgroupCount())
{
    const QList<int> repeats = repeatsBySubgroup(m_index, answers);
    for (int number = 0; number < m_cells.size(); ++number)
        m_cells[number].resize(repeats[m_index.placeOf(number).subgroupNumber]);
    for (auto it = answers.cbegin(); it != answers.cend(); ++it)
        if (const auto place = m_index.place(it.key().itemMasterId);
            place && it.key().repeatNumber >= 1 && it.key().repeatNumber <= repeats[place->subgroupNumber])
            cellAt(place->number, it.key().repeatNumber).result = it.value();
    for (int subgroup = 0; subgroup < m_filled.size(); ++subgroup)
        m_filled[subgroup].fill(0, repeats[subgroup]);
    evaluateAll();
}

void FormState::evaluateAll()
{
    for (const int number : m_index.controllersFirst()) {
        for (int repeat = 1; repeat <= m_cells[number].size(); ++repeat) {
            Cell &cell = cellAt(number, repeat);
            cell.isVisible = evaluateVisibility({m_index.itemAt(number).itemMasterId, repeat});
            if (isFilled(number, cell))
                addFilled(m_index.placeOf(number).subgroupNumber, repeat, 1);
        }
    }
    for (int number = 0; number < m_cells.size(); ++number)
        for (int repeat = 1; repeat <= m_cells[number].size(); ++repeat)
            check(number, repeat);
    for (int subgroup = 0; subgroup < m_filled.size(); ++subgroup)
        checkLimit(subgroup);
}

const FormState::Cell *FormState::cell(int itemNumber, int repeat) const
{
    const auto &repeats = m_cells[itemNumber];
    return repeat >= 1 && repeat <= repeats.size() ? &repeats[repeat - 1] : nullptr;
}

FormState::Cell &FormState::cellAt(int itemNumber, int repeat)
{
    return m_cells[itemNumber][repeat - 1];
}

AnswerResult FormState::result(const AnswerKey &key) const
{
    const auto place = m_index.place(key.itemMasterId);
    const Cell *found = place ? cell(place->number, key.repeatNumber) : nullptr;
    return found ? found->result : AnswerResult();
}

bool FormState::isVisible(const AnswerKey &key) const
{
    const auto place = m_index.place(key.itemMasterId);
    if (!place)
        return false;
    const Cell *found = cell(place->number, key.repeatNumber);
    return found ? found->isVisible : evaluateVisibility(key);
}

bool FormState::evaluateVisibility(const AnswerKey &key) const
{
    if (m_index.isCircular(key.itemMasterId))
        return false;
    const auto controller = m_index.controllerOf(key);
    return !controller
        || (holdsOneOf(result(*controller), m_index.item(key.itemMasterId)->visibleWhen->anyOf) && isVisible(*controller));
}

int FormState::usedRepeats(int subgroupNumber) const
{
    return std::max(1, int(m_filled[subgroupNumber].size()));
}

int FormState::usedRepeats(const QString &itemMasterId) const
{
    const auto place = m_index.place(itemMasterId);
    return place ? usedRepeats(place->subgroupNumber) : 1;
}

bool FormState::holdsAnswer(int subgroupNumber, int repeat) const
{
    return m_filled[subgroupNumber].value(repeat - 1, 0) > 0;
}

bool FormState::isFilled(int itemNumber, const Cell &cell) const
{
    return cell.isVisible && !isEmpty(cell.result) && m_index.itemAt(itemNumber).type != AnswerType::Note;
}

void FormState::addFilled(int subgroupNumber, int repeat, int difference)
{
    m_filled[subgroupNumber][repeat - 1] += difference;
}

QList<Problem> FormState::problems(CheckFor purpose) const
{
    QList<Problem> found;
    for (const Problem &problem : m_problems)
        if (purpose == CheckFor::Submission || problem.error.code != ErrorCode::RequiredMissing)
            found.append(problem);
    return found;
}

AnswerMap FormState::answers() const
{
    AnswerMap map;
    for (int number = 0; number < m_cells.size(); ++number)
        for (int repeat = 1; repeat <= m_cells[number].size(); ++repeat)
            if (const AnswerResult &result = cell(number, repeat)->result; !isEmpty(result))
                map.insert({m_index.itemAt(number).itemMasterId, repeat}, result);
    return map;
}

QList<AnswerKey> FormState::followersOf(const AnswerKey &key) const
{
    QList<AnswerKey> followers;
    for (const QString &id : m_index.controlledBy(key.itemMasterId)) {
        if (m_index.isSameSubgroup(id, key.itemMasterId)) {
            followers.append({id, key.repeatNumber});
        } else if (key.repeatNumber == 1) {
            for (int repeat = 1; repeat <= usedRepeats(id); ++repeat)
                followers.append({id, repeat});
        }
    }
    return followers;
}

QList<AnswerKey> FormState::set(const AnswerKey &key, const AnswerResult &result)
{
    const auto place = m_index.place(key.itemMasterId);
    if (!place || key.repeatNumber < 1 || key.repeatNumber > mostRepeats
        || (isEmpty(result) && !cell(place->number, key.repeatNumber)))
        return {};
    const int before = usedRepeats(place->subgroupNumber);
    grow(place->subgroupNumber, key.repeatNumber);
    Update update(*this);
    update.change(key, result);
    shrink(place->subgroupNumber);
    if (usedRepeats(place->subgroupNumber) != before)
        checkLimit(place->subgroupNumber);
    return update.touched();
}

void FormState::grow(int subgroupNumber, int repeats)
{
    const int before = int(m_filled[subgroupNumber].size());
    if (repeats <= before)
        return;
    m_filled[subgroupNumber].resize(repeats);
    const auto [first, items] = m_index.itemsOf(subgroupNumber);
    for (int number = first; number < first + items; ++number)
        m_cells[number].resize(repeats);
    // A new repeat holds nothing yet: what its own items control is hidden whatever the order.
    for (int number = first; number < first + items; ++number)
        for (int repeat = before + 1; repeat <= repeats; ++repeat)
            cellAt(number, repeat).isVisible = evaluateVisibility({m_index.itemAt(number).itemMasterId, repeat});
}

void FormState::shrink(int subgroupNumber)
{
    const auto [first, items] = m_index.itemsOf(subgroupNumber);
    const auto isEmptyRepeat = [&, from = first, to = first + items](int repeat) {
        for (int number = from; number < to; ++number)
            if (!isEmpty(cell(number, repeat)->result))
                return false;
        return true;
    };
    int repeats = int(m_filled[subgroupNumber].size());
    const int before = repeats;
    while (repeats > 1 && isEmptyRepeat(repeats))
        --repeats;
    if (repeats == before)
        return;
    m_filled[subgroupNumber].resize(repeats);
    for (int number = first; number < first + items; ++number)
        m_cells[number].resize(repeats);
}

void FormState::check(int itemNumber, int repeat)
{
    const ItemPlace place = m_index.placeOf(itemNumber);
    const QuestionItem &item = m_index.itemAt(itemNumber);
    const AnswerKey key{item.itemMasterId, repeat};
    const Cell &checked = *cell(itemNumber, repeat);
    std::optional<Problem> found;
    if (checked.isVisible && !isEmpty(checked.result))
        found = checkAnswer(item, key, checked.result);
    else if (checked.isVisible && (repeat == 1 || holdsAnswer(place.subgroupNumber, repeat)))
        found = checkMissing(item, key);
    const ProblemPlace at{place.subgroupNumber, repeat, itemNumber};
    if (found)
        m_problems.insert(at, *std::move(found));
    else
        m_problems.remove(at);
}

void FormState::checkLimit(int subgroupNumber)
{
    const ProblemPlace at{subgroupNumber, 0, 0};
    m_problems.remove(at);
    const int repeats = usedRepeats(subgroupNumber);
    if (const Subgroup &subgroup = m_index.subgroup(subgroupNumber); repeats > subgroup.maxRepeat && !subgroup.items.isEmpty())
        m_problems.insert(at, repeatProblem(subgroup, repeats));
}

} // namespace uk
