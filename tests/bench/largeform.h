// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"

#include <algorithm>

/// A questionnaire far larger than any real one, with all its answers; nobody's.
namespace largeform {

using namespace Qt::StringLiterals;
using namespace uk;

inline constexpr int smallItems = 300;
inline constexpr int repeats = 50;
inline constexpr int itemsOfRepeat = 6;
inline constexpr int itemsOfPage = 30;

inline QuestionItem question(const QString &id)
{
    QuestionItem made;
    made.itemMasterId = id;
    made.label = u"架空の質問 "_s + id;
    made.type = AnswerType::YesNo;
    made.rawType = u"yesNo"_s;
    made.choices = {{u"1"_s, u"はい"_s, false}, {u"2"_s, u"いいえ"_s, false}};
    made.isRequired = true;
    return made;
}

/// Pages of yes and no, each third question a follow-up; the first page of every 300 questions repeats 50 times.
struct Form
{
    Definition definition;
    Answers stored, latest;
};

inline Form form(int items)
{
    Form made;
    int number = 0;
    while (number < items) {
        Group page{u"ページ"_s, {}};
        // A page ends where the next 300 questions begin.
        const int inBlock = number % smallItems;
        const bool isRepeating = inBlock == 0;
        Subgroup subgroup{{}, isRepeating ? repeats : 1, {}};
        const int room = smallItems - inBlock;
        for (const int end = number + std::min(room, isRepeating ? itemsOfRepeat : itemsOfPage); number < end; ++number) {
            QuestionItem item = question(QString::number(number));
            if (!subgroup.items.isEmpty() && subgroup.items.size() % 3 == 0)
                item.visibleWhen = VisibilityRule{subgroup.items.last().itemMasterId, {u"1"_s}};
            for (int repeat = 1; repeat <= subgroup.maxRepeat; ++repeat) {
                const AnswerKey key{item.itemMasterId, repeat};
                if (!item.visibleWhen || number % 2 == 1)
                    made.stored.append({key, u"1"_s});
                made.latest.append({key, number % 5 == 0 ? u"2"_s : u"1"_s});
            }
            subgroup.items.append(item);
        }
        page.subgroups.append(subgroup);
        made.definition.groups.append(page);
    }
    return made;
}

} // namespace largeform
