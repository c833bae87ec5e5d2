// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/questionnaire/randomforms.h"

#include "app/questionnaire/answertypes.h"

#include <QDate>

namespace randomforms {

using namespace Qt::StringLiterals;

namespace {

const QList<AnswerType> types{AnswerType::YesNo, AnswerType::YesNo, AnswerType::SingleChoice, AnswerType::MultipleChoice,
                              AnswerType::Integer, AnswerType::Decimal, AnswerType::Temperature, AnswerType::Date,
                              AnswerType::YearMonth, AnswerType::Age, AnswerType::ShortText, AnswerType::LongText,
                              AnswerType::Consent, AnswerType::Note, AnswerType::Unknown};

QuestionItem item(Random &random, int number)
{
    QuestionItem made;
    made.itemMasterId = u"Q%1"_s.arg(number);
    made.label = u"質問 %1"_s.arg(number);
    made.type = random.of(types);
    made.rawType = made.type == AnswerType::Unknown ? u"signature"_s : answerTypeName(made.type);
    made.isRequired = random.oneIn(3);
    made.isReadOnly = random.oneIn(12);
    made.isHealthToday = random.oneIn(8);
    made.isSensitive = random.oneIn(8);
    const bool isMultiple = made.type == AnswerType::MultipleChoice;
    if (made.type == AnswerType::YesNo || made.type == AnswerType::SingleChoice || isMultiple) {
        const int count = made.type == AnswerType::YesNo ? 2 : 2 + random.below(4);
        for (int i = 0; i < count; ++i)
            made.choices.append({QString::number(count - i), u"選択肢 %1"_s.arg(i), isMultiple && i == count - 1 && random.oneIn(2)});
    }
    if (made.type == AnswerType::Integer || made.type == AnswerType::Decimal || made.type == AnswerType::Temperature) {
        if (random.oneIn(2))
            made.minimum = 10;
        if (random.oneIn(2))
            made.maximum = 50;
        made.isRangeWarningOnly = random.oneIn(3);
        if (made.type != AnswerType::Integer && random.oneIn(2))
            made.decimalPlaces = 1 + random.below(2);
    }
    if ((made.type == AnswerType::ShortText || made.type == AnswerType::LongText) && random.oneIn(2))
        made.maxLength = 4;
    return made;
}

/// A rule about any other question, itself and one that the form lacks included.
void addRules(Random &random, Definition &made, int count)
{
    for (Group &group : made.groups) {
        for (Subgroup &subgroup : group.subgroups) {
            for (QuestionItem &one : subgroup.items)
                if (random.oneIn(3))
                    one.visibleWhen = VisibilityRule{u"Q%1"_s.arg(random.below(count + 1)), {u"1"_s, u"2"_s, u"20"_s, u"あ"_s}};
        }
    }
}

QString number(Random &random, const QuestionItem &item)
{
    QString text = QString::number(10 + random.below(40));
    if (item.type != AnswerType::Integer && random.oneIn(2))
        text += u".5"_s;
    return text;
}

QStringList selection(Random &random, const QuestionItem &item)
{
    QStringList values;
    for (const Choice &choice : item.choices) {
        if (random.oneIn(2))
            continue;
        if (!choice.isExclusive)
            values.append(choice.value);
        else if (values.isEmpty())
            values = {choice.value};
    }
    return values;
}

} // namespace

Definition definition(Random &random)
{
    Definition made;
    int count = 0;
    for (int g = 1 + random.below(3); g > 0; --g) {
        Group group;
        for (int s = 1 + random.below(3); s > 0; --s) {
            Subgroup subgroup;
            subgroup.maxRepeat = random.oneIn(2) ? 1 : 2 + random.below(3);
            for (int i = 1 + random.below(4); i > 0; --i)
                subgroup.items.append(item(random, count++));
            group.subgroups.append(subgroup);
        }
        made.groups.append(group);
    }
    addRules(random, made, count);
    return made;
}

AnswerResult goodResult(Random &random, const QuestionItem &item)
{
    static const QStringList texts{u"あ"_s, u"𠮷﨑"_s, u"1"_s, u"ab c"_s};
    switch (item.type) {
    case AnswerType::YesNo:
    case AnswerType::SingleChoice: return random.of(item.choices).value;
    case AnswerType::MultipleChoice: return selection(random, item);
    case AnswerType::Integer:
    case AnswerType::Decimal:
    case AnswerType::Temperature: return number(random, item);
    case AnswerType::Date: return QDate(2020, 1, 1).addDays(random.below(2000)).toString(Qt::ISODate);
    case AnswerType::YearMonth: return u"2026-0%1"_s.arg(1 + random.below(9));
    case AnswerType::Age: return u"P%1Y%2M"_s.arg(random.below(90)).arg(random.below(12));
    case AnswerType::Consent: return QString::number(random.below(2));
    case AnswerType::ShortText:
    case AnswerType::LongText: return random.of(texts);
    case AnswerType::Unknown: return random.oneIn(2) ? AnswerResult(u"<raw>"_s) : AnswerResult(QStringList{u"x"_s, u"1"_s});
    case AnswerType::Note: break;
    }
    return QString();
}

AnswerResult anyResult(Random &random, const QuestionItem &item)
{
    static const QList<AnswerResult> bad{QString(u"9999"_s), QString(u"2026-02-30"_s), QString(u"長すぎる答え\r\n"_s),
                                         QStringList{u"1"_s, u"2"_s, u"1"_s}, QStringList(), QString()};
    return random.oneIn(4) ? random.of(bad) : goodResult(random, item);
}

Answers answers(Random &random, const Definition &definition)
{
    Answers made;
    for (const Group &group : definition.groups)
        for (const Subgroup &subgroup : group.subgroups)
            for (int repeat = 1; repeat <= subgroup.maxRepeat; ++repeat)
                for (const QuestionItem &item : subgroup.items)
                    if (!random.oneIn(2 * repeat))
                        continue;
                    else if (const AnswerResult result = goodResult(random, item); !isEmpty(result))
                        made.append({{item.itemMasterId, repeat}, result});
    return made;
}

} // namespace randomforms
