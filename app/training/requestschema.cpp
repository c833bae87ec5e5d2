// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/requestschema.h"

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

std::optional<Refusal> problemOfAnswer(const JsonValue &value, bool isItemAnswer, const QString &place)
{
    if (!value.isObject())
        return Refusal{place, u"not an object"_s};
    const JsonValue answer = value;
    const QString id = isItemAnswer ? u"itemId"_s : u"itemMasterId"_s;
    if (!answer[id].isString())
        return Refusal{place + u'.' + id, u"not a string"_s};
    const JsonValue repeat = answer["repeatNumber"_L1];
    const bool isLeftOut = isItemAnswer && repeat.isNull();
    if (!isLeftOut && (!hasShape(repeat, Shape::Integer) || repeat.toDouble() < 1))
        return Refusal{place + ".repeatNumber"_L1, u"not an integer from 1"_s};
    const JsonValue result = answer["result"_L1];
    const bool isStrings = std::ranges::all_of(result.items(), [](const JsonValue &v) { return v.isString(); });
    if (!result.isString() && !(result.isArray() && isStrings))
        return Refusal{place + ".result"_L1, u"neither a string nor an array of strings"_s};
    return {};
}

} // namespace

std::optional<Refusal> problemOfAnswers(const JsonValue &answers, bool areItemAnswers, const QString &list)
{
    for (qsizetype i = 0; i < answers.size(); ++i) {
        if (auto problem = problemOfAnswer(answers[i], areItemAnswers, u"%1[%2]"_s.arg(list).arg(i)))
            return problem;
    }
    return {};
}

std::optional<Refusal> problemOfRequest(const ProcessType &type, const JsonValue &request)
{
    if (const QString problem = problemOfMembers(request, type.members); !problem.isEmpty())
        return Refusal{problem.section(u": "_s, 0, 0), problem.section(u": "_s, 1)};
    for (const Member &member : type.members) {
        if (member.shape != Shape::Answers && member.shape != Shape::ItemAnswers)
            continue;
        const QString list = QString::fromLatin1(member.name);
        if (auto problem = problemOfAnswers(request[list], member.shape == Shape::ItemAnswers, list))
            return problem;
    }
    return {};
}

} // namespace uk::training
