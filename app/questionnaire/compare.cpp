// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/compare.h"

#include "app/questionnaire/visibility.h"

namespace uk {

namespace {

bool sameResult(const AnswerResult &a, const AnswerResult &b)
{
    return (isEmpty(a) && isEmpty(b)) || a == b;
}

} // namespace

QList<AnswerKey> differingKeys(const Answers &left, const Answers &right)
{
    const AnswerMap leftMap = toMap(left);
    const AnswerMap rightMap = toMap(right);
    QList<AnswerKey> keys;
    for (const Answer &answer : left)
        if (!sameResult(leftMap.value(answer.key), rightMap.value(answer.key)) && !keys.contains(answer.key))
            keys.append(answer.key);
    for (const Answer &answer : right)
        if (!leftMap.contains(answer.key) && !isEmpty(rightMap.value(answer.key)) && !keys.contains(answer.key))
            keys.append(answer.key);
    return keys;
}

bool sameAnswers(const Answers &left, const Answers &right)
{
    return differingKeys(left, right).isEmpty();
}

} // namespace uk
