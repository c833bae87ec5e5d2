// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/validation.h"

#include "app/questionnaire/answertypes.h"

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

Problem problem(const QuestionItem &item, const AnswerKey &key, ErrorCode code, QStringList arguments = {})
{
    arguments.prepend(item.label);
    return {key, Error{code, u"item "_s + key.itemMasterId, arguments}, false};
}

QString boundText(std::optional<double> bound)
{
    return bound ? QString::number(*bound) : QString();
}

bool isChecked(AnswerType type)
{
    return type != AnswerType::Unknown && type != AnswerType::Note;
}

bool repeatHoldsAnswer(const DefinitionIndex &index, const Subgroup &subgroup, const AnswerMap &answers, int repeat)
{
    return std::ranges::any_of(subgroup.items, [&](const QuestionItem &item) {
        const AnswerKey key{item.itemMasterId, repeat};
        return !isEmpty(answers.value(key)) && isVisible(index, answers, key);
    });
}

void checkRepeat(const DefinitionIndex &index, const Subgroup &subgroup, const AnswerMap &answers, int repeat,
                 CheckFor purpose, QList<Problem> &problems)
{
    const bool mustAnswer = purpose == CheckFor::Submission
        && (repeat == 1 || repeatHoldsAnswer(index, subgroup, answers, repeat));
    for (const QuestionItem &item : subgroup.items) {
        const AnswerKey key{item.itemMasterId, repeat};
        if (!isChecked(item.type) || !isVisible(index, answers, key))
            continue;
        const AnswerResult result = answers.value(key);
        if (isEmpty(result)) {
            if (item.isRequired && mustAnswer)
                problems.append(problem(item, key, ErrorCode::RequiredMissing));
        } else if (auto found = checkAnswer(item, key, result)) {
            problems.append(*std::move(found));
        }
    }
}

} // namespace

qsizetype codePoints(QStringView text)
{
    qsizetype count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

int usedRepeats(const Subgroup &subgroup, const AnswerMap &answers)
{
    int used = 1;
    for (const QuestionItem &item : subgroup.items)
        for (auto it = answers.lowerBound({item.itemMasterId, 2});
             it != answers.cend() && it.key().itemMasterId == item.itemMasterId; ++it)
            if (!isEmpty(it.value()))
                used = std::max(used, it.key().repeatNumber);
    return used;
}

std::optional<Problem> checkAnswer(const QuestionItem &item, const AnswerKey &key, const AnswerResult &result)
{
    if (isEmpty(result))
        return std::nullopt;
    if (!isCanonical(item, result))
        return problem(item, key, isArrayType(item.type) ? ErrorCode::ChoicesConflict : ErrorCode::ValueFormat);
    const auto *text = std::get_if<QString>(&result);
    if (!text)
        return std::nullopt;
    if (item.maxLength && codePoints(*text) > *item.maxLength)
        return problem(item, key, ErrorCode::ValueTooLong, {QString::number(*item.maxLength)});
    const bool isNumber = item.type == AnswerType::Integer || item.type == AnswerType::Decimal
        || item.type == AnswerType::Temperature;
    if (!isNumber)
        return std::nullopt;
    const double value = *canonicalNumber(*text);
    if ((item.minimum && value < *item.minimum) || (item.maximum && value > *item.maximum)) {
        Problem found = problem(item, key, ErrorCode::ValueOutOfRange, {boundText(item.minimum), boundText(item.maximum)});
        found.isWarning = item.isRangeWarningOnly;
        return found;
    }
    return std::nullopt;
}

QList<Problem> checkAnswers(const DefinitionIndex &index, const AnswerMap &answers, CheckFor purpose)
{
    QList<Problem> problems;
    for (const Group &group : index.definition().groups) {
        for (const Subgroup &subgroup : group.subgroups) {
            const int repeats = usedRepeats(subgroup, answers);
            if (repeats > subgroup.maxRepeat && !subgroup.items.isEmpty())
                problems.append(problem(subgroup.items.first(), {subgroup.items.first().itemMasterId, repeats},
                                        ErrorCode::RepeatLimit, {QString::number(subgroup.maxRepeat)}));
            for (int repeat = 1; repeat <= repeats; ++repeat)
                checkRepeat(index, subgroup, answers, repeat, purpose, problems);
        }
    }
    return problems;
}

} // namespace uk
