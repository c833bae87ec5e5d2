// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/answertypes.h"

#include "app/training/jsonor.h"
#include "app/training/shape.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

qsizetype codePoints(const QString &text)
{
    return text.toUcs4().size();
}

QStringList choiceValues(const JsonValue &item)
{
    QStringList values;
    for (const JsonValue &choice : item["choices"_L1].items())
        values.append(choice["value"_L1].toString());
    return values;
}

QString numberProblem(const JsonValue &item, const QString &text, int defaultPlaces)
{
    if (!matches(text, u"-?(0|[1-9][0-9]*)([.][0-9]+)?"_s))
        return u"not a number of the contract's form"_s;
    const JsonValue given = item["decimalPlaces"_L1];
    const int places = given.isNumber() && defaultPlaces != 0 ? intOr(given, 0) : defaultPlaces;
    const qsizetype point = text.indexOf(u'.');
    if (places >= 0 && point >= 0 && text.size() - point - 1 > places)
        return u"too many decimal places"_s;
    if (item["isRangeWarningOnly"_L1].toBoolean())
        return {};
    const double number = text.toDouble();
    if (item["minimum"_L1].isNumber() && number < item["minimum"_L1].toDouble())
        return u"below the minimum"_s;
    if (item["maximum"_L1].isNumber() && number > item["maximum"_L1].toDouble())
        return u"above the maximum"_s;
    return {};
}

QString integerProblem(const JsonValue &item, const QString &text)
{
    return text.contains(u'.') ? u"not an integer"_s : numberProblem(item, text, 0);
}

QString decimalProblem(const JsonValue &item, const QString &text)
{
    return numberProblem(item, text, -1);
}

QString temperatureProblem(const JsonValue &item, const QString &text)
{
    return numberProblem(item, text, 1);
}

QString dateProblem(const JsonValue &, const QString &text)
{
    return isDay(text) ? QString() : u"not an existing day"_s;
}

QString yearMonthProblem(const JsonValue &, const QString &text)
{
    return matches(text, u"[0-9]{4}-(0[1-9]|1[0-2])"_s) ? QString() : u"not a year and month"_s;
}

QString ageProblem(const JsonValue &, const QString &text)
{
    return matches(text, u"P[0-9]{1,3}Y([0-9]|1[01])M"_s) ? QString() : u"not an age"_s;
}

QString textProblem(const JsonValue &item, const QString &text)
{
    if (text.contains(u'\r'))
        return u"a line break other than LF"_s;
    const JsonValue limit = item["maxLength"_L1];
    return limit.isNumber() && codePoints(text) > intOr(limit, 0) ? u"too long"_s : QString();
}

QString choiceProblem(const JsonValue &item, const QString &text)
{
    return choiceValues(item).contains(text) ? QString() : u"not a choice of the item"_s;
}

QString consentProblem(const JsonValue &, const QString &text)
{
    return text == "1"_L1 || text == "0"_L1 ? QString() : u"not 1 or 0"_s;
}

QString multipleChoiceProblem(const JsonValue &item, const JsonValue &values)
{
    const QStringList known = choiceValues(item);
    const JsonValue choices = item["choices"_L1];
    qsizetype last = -1;
    bool hasExclusive = false;
    for (const JsonValue &value : values.items()) {
        const qsizetype index = known.indexOf(value.toString());
        if (index < 0)
            return u"not a choice of the item"_s;
        if (index <= last)
            return u"not in the order of the choices"_s;
        last = index;
        hasExclusive = hasExclusive || choices[index]["isExclusive"_L1].toBoolean();
    }
    return hasExclusive && values.size() > 1 ? u"an exclusive choice with others"_s : QString();
}

using TextProblem = QString (*)(const JsonValue &, const QString &);
const QHash<QString, TextProblem> &textTypes()
{
    static const QHash<QString, TextProblem> table{
        {u"yesNo"_s, choiceProblem},         {u"singleChoice"_s, choiceProblem}, {u"integer"_s, integerProblem},
        {u"decimal"_s, decimalProblem},      {u"temperature"_s, temperatureProblem},
        {u"date"_s, dateProblem},            {u"yearMonth"_s, yearMonthProblem}, {u"age"_s, ageProblem},
        {u"shortText"_s, textProblem},       {u"longText"_s, textProblem},       {u"consent"_s, consentProblem},
    };
    return table;
}

} // namespace

bool isEmptyResult(const JsonValue &result)
{
    return result.isArray() ? result.isEmpty() : result.toString().isEmpty();
}

bool isKnownAnswerType(const QString &type)
{
    return type == "multipleChoice"_L1 || type == "note"_L1 || textTypes().contains(type);
}

QString problemOfResult(const JsonValue &item, const JsonValue &result)
{
    const QString type = item["answerType"_L1].toString();
    if (type == "multipleChoice"_L1)
        return result.isArray() ? multipleChoiceProblem(item, result) : u"not an array of values"_s;
    const TextProblem problem = textTypes().value(type);
    if (!problem)
        return {};
    return result.isString() ? problem(item, result.toString()) : u"not a string"_s;
}

} // namespace uk::training
