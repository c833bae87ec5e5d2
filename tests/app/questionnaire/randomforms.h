// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"

#include <random>

/// Forms and answers made by chance, the same ones for the same seed. No real questions, no real people.
namespace randomforms {

using namespace uk;

class Random
{
public:
    explicit Random(quint32 seed)
        : m_engine(seed)
    {
    }
    /// 0 … below - 1. The distributions of the standard library differ from one to the next; this one does not.
    [[nodiscard]] int below(int limit) { return int(m_engine() % quint32(limit)); }
    [[nodiscard]] bool oneIn(int limit) { return below(limit) == 0; }
    template<class List>
    [[nodiscard]] const auto &of(const List &list)
    {
        return list[below(int(list.size()))];
    }

private:
    std::mt19937 m_engine;
};

/// All answer types, required, read-only, ranged and hidden items, chains, circles and orphans, repeating groups.
[[nodiscard]] Definition definition(Random &random);
/// An answer that the item takes; empty where it takes none.
[[nodiscard]] AnswerResult goodResult(Random &random, const QuestionItem &item);
/// Now and then one that it does not take.
[[nodiscard]] AnswerResult anyResult(Random &random, const QuestionItem &item);
/// Good answers to some of the questions, hidden ones and gaps among them.
[[nodiscard]] Answers answers(Random &random, const Definition &definition);

} // namespace randomforms
