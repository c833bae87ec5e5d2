// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/entrylist.h"

#include <QSet>

namespace uk {

namespace {

bool isForThePerson(const ReviewSession &session, const AnswerKey &key)
{
    const QuestionItem *item = session.index().item(key.itemMasterId);
    return item && !isLocked(*item) && session.isVisible(key);
}

void addWithFollowUps(const ReviewSession &session, const AnswerKey &key, QSet<AnswerKey> &done, QList<AnswerKey> &list)
{
    if (done.contains(key) || !isForThePerson(session, key))
        return;
    done.insert(key);
    list.append(key);
    const DefinitionIndex &index = session.index();
    for (const QString &id : index.controlledBy(key.itemMasterId)) {
        const bool isSame = index.isSameSubgroup(id, key.itemMasterId);
        const int first = isSame ? key.repeatNumber : 1, last = isSame ? key.repeatNumber : session.repeats(id);
        for (int repeat = first; repeat <= last; ++repeat)
            if (const AnswerKey follower{id, repeat}; index.controllerOf(follower) == key)
                addWithFollowUps(session, follower, done, list);
    }
}

} // namespace

QList<AnswerKey> unansweredQuestions(const ReviewSession &session)
{
    QList<AnswerKey> keys;
    const DefinitionIndex &index = session.index();
    for (int subgroup = 0; subgroup < index.subgroupCount(); ++subgroup) {
        const auto [first, items] = index.itemsOf(subgroup);
        if (items == 0)
            continue;
        const int repeats = session.repeats(index.itemAt(first).itemMasterId);
        for (int repeat = 1; repeat <= repeats; ++repeat)
            for (int number = first; number < first + items; ++number)
                if (const AnswerKey key{index.itemAt(number).itemMasterId, repeat};
                    isForThePerson(session, key) && isEmpty(session.current(key)))
                    keys.append(key);
    }
    return keys;
}

QList<AnswerKey> questionsToEnter(const ReviewSession &session, const QList<AnswerKey> &asked)
{
    QList<AnswerKey> list;
    QSet<AnswerKey> done;
    for (const AnswerKey &key : asked)
        addWithFollowUps(session, key, done, list);
    return list;
}

} // namespace uk
