// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/answertypes.h"

#include "app/base/japanesedate.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

using CanonicalCheck = bool (*)(const QuestionItem &, const QString &);
using Normalise = Result<QString> (*)(const QuestionItem &, const QString &);
using Display = QString (*)(const QuestionItem &, const QString &);

/// One row for each answer type: everything that depends on the type stands here and nowhere else.
struct TypeRow
{
    AnswerType type;
    QLatin1StringView name;
    bool isTyped;
    CanonicalCheck isCanonical;
    Normalise normalise;
    Display display;
};

std::unexpected<Error> notReadable(const QuestionItem &item)
{
    return failure(ErrorCode::ValueFormat, u"item "_s + item.itemMasterId, {item.label});
}

QString halfWidth(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u >= 0xFF01 && u <= 0xFF5E)
            result.append(QChar(u - 0xFEE0));
        else if (u == 0x3000)
            result.append(u' ');
        else if (u == 0x2212 || u == 0x30FC || u == 0x2010 || u == 0x2011 || u == 0x2013)
            result.append(u'-'); // signs that a Japanese keyboard gives for minus
        else if (u == 0x3002 || u == 0xFF61 || u == 0x30FB || u == 0xFF65)
            result.append(u'.'); // 。 and ・ are on the keys of the point and the slash
        else if (u == 0x3001 || u == 0xFF64)
            result.append(u',');
        else
            result.append(c);
    }
    return result.trimmed();
}

bool isNumber(const QString &text)
{
    static const QRegularExpression form(u"\\A-?(0|[1-9][0-9]*)(\\.[0-9]+)?\\z"_s);
    return form.match(text).hasMatch();
}

int decimalsOf(const QString &number)
{
    const auto point = number.indexOf(u'.');
    return point < 0 ? 0 : int(number.size() - point - 1);
}

int allowedDecimals(const QuestionItem &item)
{
    constexpr int anyNumber = 1000;
    if (item.type == AnswerType::Integer)
        return 0;
    if (item.decimalPlaces)
        return *item.decimalPlaces;
    return item.type == AnswerType::Temperature ? 1 : anyNumber;
}

bool numberIsCanonical(const QuestionItem &item, const QString &text)
{
    return isNumber(text) && decimalsOf(text) <= allowedDecimals(item);
}

/// 36度5分 is how a temperature is written on paper: whole and tenth.
QString withoutTemperatureWords(const QString &text)
{
    static const QRegularExpression degreesAndTenths(u"\\A([0-9]+)\\s*度\\s*([0-9])\\s*分?\\z"_s);
    if (const auto match = degreesAndTenths.match(text); match.hasMatch())
        return match.captured(1) + u'.' + match.captured(2);
    return text.endsWith(u'℃') || text.endsWith(u'度') ? text.chopped(1).trimmed() : text;
}

/// Zeros behind the point that say nothing, as far as there are more places than the item has.
QString withoutNeedlessZeros(QString number, int decimals)
{
    while (decimalsOf(number) > decimals && (number.endsWith(u'0') || number.endsWith(u'.')))
        number.chop(1);
    return number.endsWith(u'.') ? number.chopped(1) : number;
}

Result<QString> normaliseNumber(const QuestionItem &item, const QString &typed)
{
    QString text = halfWidth(typed);
    if (const QString unit = halfWidth(item.unit); !unit.isEmpty() && text.endsWith(unit))
        text = text.chopped(unit.size()).trimmed();
    if (item.type == AnswerType::Temperature)
        text = withoutTemperatureWords(text);
    static const QRegularExpression groups(u"\\A-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?\\z"_s);
    if (groups.match(text).hasMatch())
        text.remove(u',');
    static const QRegularExpression form(u"\\A(-?)0*([0-9]+)(?:\\.([0-9]*))?\\z"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return notReadable(item);
    QString number = match.captured(1) + match.captured(2);
    if (!match.captured(3).isEmpty())
        number += u'.' + match.captured(3);
    number = withoutNeedlessZeros(number, allowedDecimals(item));
    if (!numberIsCanonical(item, number))
        return notReadable(item);
    return number;
}

QString displayNumber(const QuestionItem &item, const QString &value)
{
    const QString unit = unitText(item);
    return unit.isEmpty() ? value : value + u' ' + unit;
}

bool dateIsCanonical(const QuestionItem &, const QString &text)
{
    static const QRegularExpression form(u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"_s);
    return form.match(text).hasMatch() && QDate::fromString(text, Qt::ISODate).isValid();
}

Result<QString> normaliseDate(const QuestionItem &item, const QString &typed)
{
    const auto day = parseJapaneseDate(typed);
    if (!day)
        return notReadable(item);
    return day->toString(Qt::ISODate);
}

QString displayDate(const QuestionItem &, const QString &value)
{
    const QDate day = QDate::fromString(value, Qt::ISODate);
    return day.isValid() ? toWareki(day) : value;
}

bool yearMonthIsCanonical(const QuestionItem &, const QString &text)
{
    static const QRegularExpression form(u"\\A[0-9]{4}-(0[1-9]|1[0-2])\\z"_s);
    return form.match(text).hasMatch();
}

Result<QString> normaliseYearMonth(const QuestionItem &item, const QString &typed)
{
    // A month is a day without its day: whatever reads a day reads the first of the month too.
    static const QRegularExpression sixDigits(u"\\A[0-9]{6}\\z"_s);
    QString text = halfWidth(typed);
    if (text.endsWith(u'月'))
        text += u"1日"_s;
    else if (sixDigits.match(text).hasMatch())
        text += u"01"_s;
    else
        text += text.contains(u'/') ? u"/1"_s : text.contains(u'.') ? u".1"_s : u"-01"_s;
    const auto day = parseJapaneseDate(text);
    if (!day)
        return notReadable(item);
    return day->toString(u"yyyy-MM"_s);
}

QString displayYearMonth(const QuestionItem &, const QString &value)
{
    const QDate day = QDate::fromString(value + u"-01"_s, Qt::ISODate);
    if (!day.isValid())
        return value;
    const QString words = toWareki(day);
    return words.left(words.indexOf(u'月') + 1);
}

const QRegularExpression &ageForm()
{
    static const QRegularExpression form(u"\\AP([0-9]{1,3})Y([0-9]|1[01])M\\z"_s);
    return form;
}

bool ageIsCanonical(const QuestionItem &, const QString &text)
{
    return ageForm().match(text).hasMatch();
}

Result<QString> normaliseAge(const QuestionItem &item, const QString &typed)
{
    static const QRegularExpression form(
        u"\\A(?:満|生後)?\\s*(?:([0-9]{1,3})(?:歳|才|さい|[ .,/-]|\\z))?\\s*(?:([0-9]{1,2})(?:か月|ヶ月|ヵ月|カ月|ケ月|月)?)?\\z"_s);
    const auto match = form.match(halfWidth(typed));
    if (!match.hasMatch() || (match.captured(1).isEmpty() && match.captured(2).isEmpty()))
        return notReadable(item);
    constexpr int monthsOfYear = 12;
    int years = match.captured(1).toInt(), months = match.captured(2).toInt();
    if (months >= monthsOfYear && !match.captured(1).isEmpty())
        return notReadable(item);
    // 18か月 is how the ages of check-ups are said.
    years += months / monthsOfYear;
    months %= monthsOfYear;
    return u"P%1Y%2M"_s.arg(years).arg(months);
}

QString displayAge(const QuestionItem &, const QString &value)
{
    const auto match = ageForm().match(value);
    if (!match.hasMatch())
        return value;
    return toText(Age{match.captured(1).toInt(), match.captured(2).toInt()});
}

bool textIsCanonical(const QuestionItem &, const QString &text)
{
    return !text.contains(u'\r');
}

bool shortTextIsCanonical(const QuestionItem &, const QString &text)
{
    return !text.contains(u'\r') && !text.contains(u'\n');
}

Result<QString> normaliseText(const QuestionItem &, const QString &typed)
{
    QString text = typed;
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return text.trimmed();
}

Result<QString> normaliseShortText(const QuestionItem &item, const QString &typed)
{
    UK_TRY(QString text, normaliseText(item, typed));
    return text.replace(u'\n', u' ');
}

QString displayPlain(const QuestionItem &, const QString &value)
{
    return value;
}

const Choice *findChoice(const QuestionItem &item, const QString &value)
{
    for (const Choice &choice : item.choices)
        if (choice.value == value)
            return &choice;
    return nullptr;
}

bool choiceIsCanonical(const QuestionItem &item, const QString &value)
{
    return findChoice(item, value) != nullptr;
}

/// Choices are picked, but a value or its label may also come as text (scenario files, barcode readers).
Result<QString> normaliseChoice(const QuestionItem &item, const QString &typed)
{
    for (const Choice &choice : item.choices)
        if (choice.value == typed || choice.label == typed)
            return choice.value;
    return notReadable(item);
}

QString displayChoice(const QuestionItem &item, const QString &value)
{
    if (const Choice *choice = findChoice(item, value))
        return choice->label;
    return QCoreApplication::translate("AnswerType", "不明（%1）").arg(value);
}

bool consentIsCanonical(const QuestionItem &, const QString &value)
{
    return value == "1"_L1 || value == "0"_L1;
}

Result<QString> normaliseConsent(const QuestionItem &item, const QString &typed)
{
    if (!consentIsCanonical(item, typed))
        return notReadable(item);
    return typed;
}

QString displayConsent(const QuestionItem &, const QString &value)
{
    return value == "1"_L1 ? QCoreApplication::translate("AnswerType", "同意する")
        : value == "0"_L1  ? QCoreApplication::translate("AnswerType", "同意しない")
                           : QCoreApplication::translate("AnswerType", "不明（%1）").arg(value);
}

bool neverCanonical(const QuestionItem &, const QString &)
{
    return false;
}

bool alwaysCanonical(const QuestionItem &, const QString &)
{
    return true;
}

Result<QString> refuseTyped(const QuestionItem &item, const QString &)
{
    return failure(ErrorCode::ReadOnly, u"item "_s + item.itemMasterId, {item.label});
}

const std::array typeRows{
    TypeRow{AnswerType::YesNo, "yesNo"_L1, false, choiceIsCanonical, normaliseChoice, displayChoice},
    TypeRow{AnswerType::SingleChoice, "singleChoice"_L1, false, choiceIsCanonical, normaliseChoice, displayChoice},
    TypeRow{AnswerType::MultipleChoice, "multipleChoice"_L1, false, choiceIsCanonical, normaliseChoice, displayChoice},
    TypeRow{AnswerType::Integer, "integer"_L1, true, numberIsCanonical, normaliseNumber, displayNumber},
    TypeRow{AnswerType::Decimal, "decimal"_L1, true, numberIsCanonical, normaliseNumber, displayNumber},
    TypeRow{AnswerType::Temperature, "temperature"_L1, true, numberIsCanonical, normaliseNumber, displayNumber},
    TypeRow{AnswerType::Date, "date"_L1, true, dateIsCanonical, normaliseDate, displayDate},
    TypeRow{AnswerType::YearMonth, "yearMonth"_L1, true, yearMonthIsCanonical, normaliseYearMonth, displayYearMonth},
    TypeRow{AnswerType::Age, "age"_L1, true, ageIsCanonical, normaliseAge, displayAge},
    TypeRow{AnswerType::ShortText, "shortText"_L1, true, shortTextIsCanonical, normaliseShortText, displayPlain},
    TypeRow{AnswerType::LongText, "longText"_L1, true, textIsCanonical, normaliseText, displayPlain},
    TypeRow{AnswerType::Consent, "consent"_L1, false, consentIsCanonical, normaliseConsent, displayConsent},
    TypeRow{AnswerType::Note, "note"_L1, false, neverCanonical, refuseTyped, displayPlain},
    TypeRow{AnswerType::Unknown, ""_L1, false, alwaysCanonical, refuseTyped, displayPlain},
};

const TypeRow &rowOf(AnswerType type)
{
    for (const TypeRow &row : typeRows)
        if (row.type == type)
            return row;
    return typeRows.back();
}

/// Values known, each once, in the order of the choices, an exclusive one alone (rules 2 and 3).
bool selectionIsCanonical(const QuestionItem &item, const QStringList &values)
{
    qsizetype from = 0;
    for (const QString &value : values) {
        qsizetype at = from;
        while (at < item.choices.size() && item.choices[at].value != value)
            ++at;
        if (at == item.choices.size() || (item.choices[at].isExclusive && values.size() > 1))
            return false;
        from = at + 1;
    }
    return true;
}

} // namespace

AnswerType answerTypeFromName(QStringView name)
{
    for (const TypeRow &row : typeRows)
        if (!row.name.isEmpty() && name == row.name)
            return row.type;
    return AnswerType::Unknown;
}

QString answerTypeName(AnswerType type)
{
    return rowOf(type).name;
}

bool isArrayType(AnswerType type)
{
    return type == AnswerType::MultipleChoice;
}

AnswerResult emptyResult(const QuestionItem &item)
{
    return isArrayType(item.type) ? AnswerResult(QStringList()) : AnswerResult(QString());
}

bool isTypedType(AnswerType type)
{
    return rowOf(type).isTyped;
}

bool isCanonical(const QuestionItem &item, const AnswerResult &result)
{
    if (isEmpty(result) || item.type == AnswerType::Unknown)
        return true;
    if (const auto *values = std::get_if<QStringList>(&result))
        return isArrayType(item.type) && selectionIsCanonical(item, *values);
    return !isArrayType(item.type) && rowOf(item.type).isCanonical(item, std::get<QString>(result));
}

Result<AnswerResult> normaliseTyped(const QuestionItem &item, const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return emptyResult(item);
    UK_TRY(QString value, rowOf(item.type).normalise(item, typed));
    if (isArrayType(item.type))
        return AnswerResult(QStringList{value});
    return AnswerResult(value);
}

QString displayText(const QuestionItem &item, const AnswerResult &result)
{
    if (isEmpty(result))
        return {};
    const TypeRow &row = rowOf(item.type);
    if (const auto *text = std::get_if<QString>(&result))
        return row.display(item, *text);
    QStringList words;
    for (const QString &value : std::get<QStringList>(result))
        words.append(row.display(item, value));
    return words.join(u"、"_s);
}

QString unitText(const QuestionItem &item)
{
    return !item.unit.isEmpty() ? item.unit : item.type == AnswerType::Temperature ? u"℃"_s : QString();
}

std::optional<double> canonicalNumber(const QString &text)
{
    if (!isNumber(text))
        return std::nullopt;
    return text.toDouble();
}

} // namespace uk
