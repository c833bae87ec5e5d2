// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace uk {

/// The answer types of the contract (QuestionItem.answerType). Unknown ones are kept, shown read only and sent back
/// unchanged.
enum class AnswerType {
    YesNo, SingleChoice, MultipleChoice, Integer, Decimal, Temperature, Date, YearMonth, Age, ShortText, LongText,
    Consent, Note, Unknown
};

struct Choice
{
    QString value;
    QString label;
    bool isExclusive = false;
    friend bool operator==(const Choice &, const Choice &) = default;
};

/// visibleWhen: shown only while that item's answer is one of anyOf (rules 5).
struct VisibilityRule
{
    QString itemMasterId;
    QStringList anyOf;
    friend bool operator==(const VisibilityRule &, const VisibilityRule &) = default;
};

/// One question (V55; also P23, P41, C41).
struct QuestionItem
{
    QString itemMasterId;
    QString label;
    AnswerType type = AnswerType::Unknown;
    QString rawType; ///< as sent
    bool isRequired = false;
    QList<Choice> choices; ///< in the order of the form
    QString unit;
    std::optional<double> minimum, maximum;
    bool isRangeWarningOnly = false;
    std::optional<int> decimalPlaces;
    std::optional<int> maxLength; ///< Unicode code points
    std::optional<VisibilityRule> visibleWhen;
    bool isSensitive = false;
    bool isHealthToday = false;
    bool isReadOnly = false;
    QString note;
    friend bool operator==(const QuestionItem &, const QuestionItem &) = default;
};

struct Subgroup
{
    QString label;     ///< V53
    int maxRepeat = 1; ///< V54
    QList<QuestionItem> items;
    friend bool operator==(const Subgroup &, const Subgroup &) = default;
};

/// One group is one page (V52).
struct Group
{
    QString label;
    QList<Subgroup> subgroups;
    friend bool operator==(const Group &, const Group &) = default;
};

struct Definition
{
    QList<Group> groups;
    friend bool operator==(const Definition &, const Definition &) = default;
};

/// A result: one string, or the values of a multiple choice. "" and [] mean not answered (rules 1).
using AnswerResult = std::variant<QString, QStringList>;
[[nodiscard]] inline bool isEmpty(const AnswerResult &result)
{
    return std::visit([](const auto &value) { return value.isEmpty(); }, result);
}

/// (itemMasterId, repeatNumber), the key of an answer.
struct AnswerKey
{
    QString itemMasterId;
    int repeatNumber = 1;
    friend auto operator<=>(const AnswerKey &a, const AnswerKey &b)
    {
        if (const int order = QString::compare(a.itemMasterId, b.itemMasterId))
            return order <=> 0;
        return a.repeatNumber <=> b.repeatNumber;
    }
    friend bool operator==(const AnswerKey &, const AnswerKey &) = default;
    friend size_t qHash(const AnswerKey &key, size_t seed = 0) { return qHashMulti(seed, key.itemMasterId, key.repeatNumber); }
};

struct Answer
{
    AnswerKey key;
    AnswerResult result;
    friend bool operator==(const Answer &, const Answer &) = default;
};

using Answers = QList<Answer>;

} // namespace uk
