// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/reviewsession.h"

/// Small forms that several tests are about.
namespace forms {

using namespace uk;
using namespace Qt::StringLiterals;

inline QuestionItem item(const QString &id, AnswerType type)
{
    QuestionItem question;
    question.itemMasterId = id;
    question.label = u"質問 "_s + id;
    question.type = type;
    return question;
}

inline QuestionItem yesNo(const QString &id)
{
    QuestionItem question = item(id, AnswerType::YesNo);
    question.choices = {{u"2"_s, u"いいえ"_s, false}, {u"1"_s, u"はい"_s, false}};
    return question;
}

inline QuestionItem followUp(const QString &id, const QString &controller, const QString &value)
{
    QuestionItem question = item(id, AnswerType::ShortText);
    question.visibleWhen = VisibilityRule{controller, {value}};
    return question;
}

inline QuestionItem several(const QString &id)
{
    QuestionItem question = item(id, AnswerType::MultipleChoice);
    question.choices = {{u"a"_s, u"卵"_s, false}, {u"b"_s, u"牛乳"_s, false}, {u"n"_s, u"ない"_s, true}};
    return question;
}

/// Two pages: health today with a follow-up, and a repeating group of vaccine and day.
inline Definition form()
{
    QuestionItem temperature = item(u"T"_s, AnswerType::Temperature);
    temperature.isRequired = true;
    temperature.minimum = 34;
    temperature.maximum = 42;
    QuestionItem detail = followUp(u"I2"_s, u"I1"_s, u"1"_s);
    detail.isRequired = true;
    detail.maxLength = 5;
    QuestionItem vaccine = item(u"V"_s, AnswerType::ShortText);
    QuestionItem day = item(u"D"_s, AnswerType::Date);
    day.isRequired = true;
    QuestionItem strange = item(u"X"_s, AnswerType::Unknown);
    QuestionItem locked = item(u"R"_s, AnswerType::ShortText);
    locked.isReadOnly = true;
    return {{Group{u"きょうの体調"_s, {Subgroup{{}, 1, {temperature, yesNo(u"I1"_s), detail, several(u"A"_s)}}}},
             Group{u"これまで"_s, {Subgroup{{}, 2, {vaccine, day}}, Subgroup{{}, 1, {strange, locked}}}}}};
}

inline const StaffMark mark{u"s1"_s, u"訓練 受付"_s, QDateTime(QDate(2026, 11, 20), QTime(1, 24), Qt::UTC)};

inline Answer answer(const QString &id, const QString &result, int repeat = 1)
{
    return {{id, repeat}, result};
}

} // namespace forms
