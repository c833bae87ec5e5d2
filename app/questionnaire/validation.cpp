// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/validation.h"

#include "app/questionnaire/answertypes.h"

#include <QCoreApplication>
#include <QLocale>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Validation", text);
}

Problem problem(const QuestionItem &item, const AnswerKey &key, ErrorCode code, QStringList arguments = {})
{
    arguments.prepend(questionText(item, key));
    // What only goes back as it came is not for the desk to mend.
    return {key, Error{code, u"item "_s + key.itemMasterId, arguments}, isLocked(item)};
}

/// As short as the value allows, and never with an exponent.
QString boundText(double bound)
{
    return QString::number(bound, 'f', QLocale::FloatingPointShortest);
}

bool isNumberType(AnswerType type)
{
    return type == AnswerType::Integer || type == AnswerType::Decimal || type == AnswerType::Temperature;
}

bool isTextType(AnswerType type)
{
    return type == AnswerType::ShortText || type == AnswerType::LongText;
}

bool isOutOfRange(const QuestionItem &item, double value)
{
    return (item.minimum && value < *item.minimum) || (item.maximum && value > *item.maximum);
}

} // namespace

qsizetype codePoints(QStringView text)
{
    qsizetype count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

bool isLocked(const QuestionItem &item)
{
    return item.isReadOnly || item.type == AnswerType::Note || item.type == AnswerType::Unknown;
}

QString questionText(const QuestionItem &item, const AnswerKey &key)
{
    return key.repeatNumber > 1 ? words(QT_TRANSLATE_NOOP("Validation", "%1（%2つ目）"))
                                    .arg(item.label, QString::number(key.repeatNumber))
                                : item.label;
}

QString rangeText(const QuestionItem &item)
{
    const QString unit = unitText(item).isEmpty() ? QString() : u' ' + unitText(item);
    if (item.minimum && item.maximum)
        return boundText(*item.minimum) + u'～' + boundText(*item.maximum) + unit;
    if (item.minimum)
        return words(QT_TRANSLATE_NOOP("Validation", "%1以上")).arg(boundText(*item.minimum) + unit);
    if (item.maximum)
        return words(QT_TRANSLATE_NOOP("Validation", "%1以下")).arg(boundText(*item.maximum) + unit);
    return {};
}

std::optional<Problem> checkAnswer(const QuestionItem &item, const AnswerKey &key, const AnswerResult &result)
{
    if (isEmpty(result) || item.type == AnswerType::Unknown || item.type == AnswerType::Note)
        return std::nullopt;
    if (!isCanonical(item, result))
        return problem(item, key, isArrayType(item.type) ? ErrorCode::ChoicesConflict : ErrorCode::ValueFormat);
    const auto *text = std::get_if<QString>(&result);
    if (!text)
        return std::nullopt;
    if (isTextType(item.type) && item.maxLength && codePoints(*text) > *item.maxLength)
        return problem(item, key, ErrorCode::ValueTooLong, {QString::number(*item.maxLength)});
    if (!isNumberType(item.type) || !isOutOfRange(item, *canonicalNumber(*text)))
        return std::nullopt;
    Problem found = problem(item, key, ErrorCode::ValueOutOfRange, {rangeText(item)});
    found.isWarning |= item.isRangeWarningOnly;
    return found;
}

std::optional<Problem> checkMissing(const QuestionItem &item, const AnswerKey &key)
{
    if (!item.isRequired || isLocked(item))
        return std::nullopt;
    return problem(item, key, ErrorCode::RequiredMissing);
}

Problem repeatProblem(const Subgroup &subgroup, int repeat)
{
    const QuestionItem &first = subgroup.items.first();
    return {{first.itemMasterId, repeat},
            Error{ErrorCode::RepeatLimit, u"item "_s + first.itemMasterId, {first.label, QString::number(subgroup.maxRepeat)}},
            false};
}

} // namespace uk
