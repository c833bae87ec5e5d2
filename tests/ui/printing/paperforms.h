// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/contractobjects.h"
#include "app/pmh/profile.h"
#include "app/pmh/wireform.h"
#include "app/questionnaire/paperform.h"

#include <QDir>
#include <QFile>

/// The training definitions with answers of an invented person, as sheets of paper.
namespace paperforms {

using namespace uk;
using namespace Qt::StringLiterals;

inline QStringList definitionNames()
{
    // The handbooks and the homecoming form have other shapes and no sheet.
    return {u"all-types"_s, u"checkup-18m"_s, u"checkup-36m"_s, u"hpv"_s, u"infant-live"_s, u"infant"_s, u"influenza-65"_s};
}

inline Definition definition(const QString &name)
{
    QFile file(qEnvironmentVariable("UKETSUKE_SOURCE_DIR") + u"/resources/training/residents/definitions/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return WireForm(ConnectionProfile()).decode(definitionObject, file.readAll()).value_or(Definition());
}

/// Something for every question: the first choice, the second one, and so on by `seed`, so that follow-ups open.
inline Answers answers(const Definition &definition, int seed)
{
    Answers all;
    int number = seed;
    for (const Group &group : definition.groups)
        for (const Subgroup &subgroup : group.subgroups)
            for (const QuestionItem &item : subgroup.items) {
                ++number;
                AnswerResult result = u""_s;
                const auto choice = [&](int by) { return item.choices[(number + by) % item.choices.size()].value; };
                switch (item.type) {
                case AnswerType::YesNo:
                case AnswerType::SingleChoice: result = item.choices.isEmpty() ? QString() : choice(0); break;
                case AnswerType::MultipleChoice: result = QStringList{item.choices.first().value}; break;
                case AnswerType::Integer: result = u"%1"_s.arg(2800 + number); break;
                case AnswerType::Decimal: result = u"%1.5"_s.arg(number); break;
                case AnswerType::Temperature: result = u"36.%1"_s.arg(number % 10); break;
                case AnswerType::Date: result = u"2026-10-%1"_s.arg(number % 20 + 10); break;
                case AnswerType::YearMonth: result = u"2025-%1"_s.arg(number % 3 + 10); break;
                case AnswerType::Age: result = u"P1Y%1M"_s.arg(number % 12); break;
                case AnswerType::ShortText: result = u"答え%1"_s.arg(number); break;
                case AnswerType::LongText: result = u"長い答え%1"_s.arg(number); break;
                case AnswerType::Consent: result = u"1"_s; break;
                case AnswerType::Unknown: result = u"raw-%1"_s.arg(number); break;
                case AnswerType::Note: break;
                }
                if (!isEmpty(result))
                    all.append({{item.itemMasterId, 1}, result});
            }
    return all;
}

inline const PaperPerson person{u"訓練 あおい"_s, u"クンレン アオイ"_s, u"架空県訓練市見本町1丁目2番3号　サンプルハイツ405"_s, QDate(2025, 9, 3), u"女"_s};
inline const QDate today(2026, 11, 20);

inline PaperRequest request(const QString &name)
{
    return {.purpose = PaperPurpose::Submission, .title = u"見本（%1）"_s.arg(name), .vaccine = u"五種混合　第1期・1回目"_s,
            .person = person, .warnings = {{u"T011/0"_s, u"前回の接種から27日以上あいていません。"_s}, {u"T012/0"_s, u"接種の対象年齢の終わりが近づいています。"_s}},
            .hasSensitive = false, .isTraining = true, .today = today};
}

} // namespace paperforms
