// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/validation.h"
#include "app/questionnaire/visibility.h"

#include <QMap>

namespace uk {

/// The answers of one form with everything that follows from them: what is shown, what is missing or wrong, how many
/// repeats there are. A value; copies are cheap. A change evaluates only what it touches: the answer itself, what it shows
/// or hides, and the required items of its repeat.
class FormState
{
public:
    FormState() = default;
    FormState(DefinitionIndex index, const AnswerMap &answers);

    [[nodiscard]] const DefinitionIndex &index() const { return m_index; }
    /// Empty for an absent answer and for an id outside the definition.
    [[nodiscard]] AnswerResult result(const AnswerKey &key) const;
    /// Is the item shown (rules 5)? A controller that the definition does not have: shown. A circle: hidden. A hidden
    /// controller hides what it controls. False for an id outside the definition.
    [[nodiscard]] bool isVisible(const AnswerKey &key) const;
    /// How many repeats of the item's subgroup hold an answer, hidden ones included; at least 1.
    [[nodiscard]] int usedRepeats(const QString &itemMasterId) const;
    /// The same by the subgroup's number.
    [[nodiscard]] int usedRepeats(int subgroupNumber) const;
    /// True if the repeat holds a visible answer.
    [[nodiscard]] bool holdsAnswer(int subgroupNumber, int repeat) const;

    /// In the order of the form: for each subgroup a limit that is exceeded, then repeat by repeat. A required item is missing
    /// in repeat 1 and in every repeat of its subgroup that holds a visible answer (rules 3).
    [[nodiscard]] QList<Problem> problems(CheckFor purpose) const;

    /// All answers, hidden ones included.
    [[nodiscard]] AnswerMap answers() const;

    /// Sets one answer (an empty one takes it away) and gives the keys that were evaluated again, each once. Ids outside
    /// the definition and repeats outside 1..mostRepeats are ignored.
    QList<AnswerKey> set(const AnswerKey &key, const AnswerResult &result);

private:
    struct Cell
    {
        AnswerResult result;
        bool isVisible = false;
    };
    /// Sorts problems in the order of the form. Repeat 0: the subgroup as a whole.
    struct ProblemPlace
    {
        int subgroupNumber = 0, repeat = 0, itemNumber = 0;
        friend auto operator<=>(const ProblemPlace &, const ProblemPlace &) = default;
    };

    [[nodiscard]] const Cell *cell(int itemNumber, int repeat) const;
    /// Shown, answered and no note: makes its repeat one that holds an answer.
    [[nodiscard]] bool isFilled(int itemNumber, const Cell &cell) const;
    Cell &cellAt(int itemNumber, int repeat);
    [[nodiscard]] bool evaluateVisibility(const AnswerKey &key) const;
    void grow(int subgroupNumber, int repeats);
    void shrink(int subgroupNumber);
    void evaluateAll();
    void check(int itemNumber, int repeat);
    void checkLimit(int subgroupNumber);
    void addFilled(int subgroupNumber, int repeat, int difference);
    [[nodiscard]] QList<AnswerKey> followersOf(const AnswerKey &key) const;

    class Update;

    DefinitionIndex m_index;
    QList<QList<Cell>> m_cells;  ///< by item number, then by repeat from 0; all items of a subgroup have as many
    QList<QList<int>> m_filled;  ///< by subgroup number, then by repeat from 0: visible answers that it holds
    QMap<ProblemPlace, Problem> m_problems;
};

} // namespace uk
