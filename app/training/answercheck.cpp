// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/answercheck.h"

#include "app/training/answertypes.h"
#include "app/training/jsonor.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

using Key = std::pair<QString, int>; ///< itemMasterId, repeatNumber

struct FormItem
{
    JsonValue item;
    int subgroup = 0;
    int maxRepeat = 1;
};

struct Form
{
    QHash<QString, FormItem> items;
    QStringList order;
    int subgroups = 0;

    void add(const JsonValue &subgroup, const QString &limitMember)
    {
        const int limit = qMax(1, intOr(subgroup[limitMember], 1));
        for (const JsonValue &item : subgroup["items"_L1].items()) {
            const QString id = item["itemMasterId"_L1].toString();
            items.insert(id, {item, subgroups, limit});
            order.append(id);
        }
        ++subgroups;
    }
};

Form formOf(const JsonValue &definition)
{
    Form form;
    for (const JsonValue &group : definition["groups"_L1].items()) {
        for (const JsonValue &subgroup : group["subgroups"_L1].items())
            form.add(subgroup, u"maxRepeat"_s);
    }
    for (const JsonValue &section : definition["sections"_L1].items())
        form.add(section, u"repeatCount"_s);
    for (const JsonValue &category : definition["categories"_L1].items())
        form.add(category, u"maxRepeat"_s);
    return form;
}

/// ItemAnswer calls itemId what Answer calls itemMasterId (rules 4).
QLatin1StringView idMemberOf(const JsonValue &answer)
{
    return answer.contains("itemId"_L1) ? "itemId"_L1 : "itemMasterId"_L1;
}

Key keyOf(const JsonValue &answer)
{
    return {answer[idMemberOf(answer)].toString(), intOr(answer["repeatNumber"_L1], 1)};
}

using AnswerMap = QHash<Key, JsonValue>;

AnswerMap mapOf(const JsonValue &answers)
{
    AnswerMap map;
    for (const JsonValue &answer : answers.items())
        map.insert(keyOf(answer), answer["result"_L1]);
    return map;
}

/// visibleWhen (rules 5): the controller stands in the same repeat of the same subgroup, else in repeat 1.
class Visibility
{
public:
    Visibility(const Form &form, const AnswerMap &answers)
        : m_form(form)
        , m_answers(answers)
    {
    }

    bool isVisible(const QString &id, int repeat)
    {
        const Key key{id, repeat};
        if (const auto known = m_known.constFind(key); known != m_known.constEnd())
            return *known;
        m_known.insert(key, false); // met again on the way: a circle, hidden
        const bool visible = decide(m_form.items[id], repeat);
        m_known.insert(key, visible);
        return visible;
    }

private:
    bool decide(const FormItem &item, int repeat)
    {
        const JsonValue rule = item.item["visibleWhen"_L1];
        if (!rule.isObject())
            return true;
        const QString id = rule["itemMasterId"_L1].toString();
        const auto controller = m_form.items.constFind(id);
        if (controller == m_form.items.constEnd())
            return true;
        const int row = controller->subgroup == item.subgroup ? repeat : 1;
        if (!isVisible(id, row))
            return false;
        const JsonValue result = m_answers.value({id, row});
        const JsonValue anyOf = rule["anyOf"_L1];
        if (!result.isArray())
            return anyOf.items().contains(JsonValue(result.toString()));
        return std::ranges::any_of(result.items(), [&](const JsonValue &value) { return anyOf.items().contains(value); });
    }

    const Form &m_form;
    const AnswerMap &m_answers;
    QHash<Key, bool> m_known;
};

/// The answers of a request with the name of their list, so that a refusal can say where.
struct Given
{
    const JsonValue &answers;
    QLatin1StringView list;

    [[nodiscard]] Refusal refusal(qsizetype index, QLatin1StringView member, const QString &text) const
    {
        return {u"%1[%2].%3"_s.arg(list).arg(index).arg(member), text};
    }
    [[nodiscard]] Refusal refusedId(qsizetype index, const QString &text) const
    {
        return refusal(index, idMemberOf(answers[index]), text);
    }
};

/// What can be said of each answer alone, in the order of the request.
std::optional<Refusal> checkKeys(const Form &form, const Given &given)
{
    QSet<Key> seen;
    for (qsizetype i = 0; i < given.answers.size(); ++i) {
        const Key key = keyOf(given.answers[i]);
        const auto item = form.items.constFind(key.first);
        if (seen.contains(key))
            return given.refusedId(i, u"answered twice"_s);
        seen.insert(key);
        if (item == form.items.constEnd())
            return given.refusedId(i, u"not an item of the definition"_s);
        if (item->item["answerType"_L1] == "note"_L1)
            return given.refusedId(i, u"a note takes no answer"_s);
        if (key.second > item->maxRepeat)
            return given.refusal(i, "repeatNumber"_L1, u"above the number of repeats"_s);
    }
    return {};
}

std::optional<Refusal> checkContiguous(const Form &form, const Given &given)
{
    QHash<int, QSet<int>> repeats;
    for (const JsonValue &answer : given.answers.items()) {
        const Key key = keyOf(answer);
        repeats[form.items[key.first].subgroup].insert(key.second);
    }
    for (qsizetype i = 0; i < given.answers.size(); ++i) {
        const Key key = keyOf(given.answers[i]);
        const QSet<int> &rows = repeats[form.items[key.first].subgroup];
        if (key.second > 1 && !rows.contains(key.second - 1))
            return given.refusal(i, "repeatNumber"_L1, u"the repeats of the subgroup are not contiguous"_s);
    }
    return {};
}

std::optional<Refusal> checkResults(const Form &form, const Given &given, Visibility &visibility)
{
    for (qsizetype i = 0; i < given.answers.size(); ++i) {
        const Key key = keyOf(given.answers[i]);
        const JsonValue result = given.answers[i]["result"_L1];
        if (isEmptyResult(result))
            continue;
        if (!visibility.isVisible(key.first, key.second))
            return given.refusal(i, "result"_L1, u"the item is hidden"_s);
        if (const QString problem = problemOfResult(form.items[key.first].item, result); !problem.isEmpty())
            return given.refusal(i, "result"_L1, problem);
    }
    return {};
}

/// What the client cannot or may not change is sent back as it is stored, in drafts too: answers of a type that it does
/// not know (rules 3) and items that are only for reading (rules 6).
bool mustComeBackUnchanged(const JsonValue &item)
{
    return !isKnownAnswerType(item["answerType"_L1].toString()) || item["isReadOnly"_L1].toBoolean();
}

std::optional<Refusal> checkUnchanged(const Form &form, QLatin1StringView list, const AnswerMap &given,
                                      const AnswerMap &stored, Visibility &visibility)
{
    QSet<Key> keys;
    for (const AnswerMap *map : {&given, &stored}) {
        for (auto it = map->begin(); it != map->end(); ++it)
            keys.insert(it.key());
    }
    for (const Key &key : std::as_const(keys)) {
        const auto item = form.items.constFind(key.first);
        if (item == form.items.constEnd() || !mustComeBackUnchanged(item->item) || !visibility.isVisible(key.first, key.second))
            continue;
        const JsonValue before = stored.value(key), now = given.value(key);
        const bool same = before == now || (isEmptyResult(before) && isEmptyResult(now));
        if (!same)
            return Refusal{list, "item "_L1 + key.first + " must come back unchanged"_L1};
    }
    return {};
}

std::optional<Refusal> checkRequired(const Form &form, QLatin1StringView list, const AnswerMap &given,
                                     Visibility &visibility)
{
    QHash<int, QSet<int>> filled; // repeats of a subgroup that hold a non-empty answer
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (!isEmptyResult(it.value()))
            filled[form.items[it.key().first].subgroup].insert(it.key().second);
    }
    for (const QString &id : form.order) {
        const FormItem &item = form.items[id];
        if (!item.item["isRequired"_L1].toBoolean() || mustComeBackUnchanged(item.item) || item.item["answerType"_L1] == "note"_L1)
            continue;
        QSet<int> rows = filled.value(item.subgroup);
        rows.insert(1);
        for (const int row : std::as_const(rows)) {
            if (visibility.isVisible(id, row) && isEmptyResult(given.value({id, row})))
                return Refusal{list, u"required item %1 has no answer in repeat %2"_s.arg(id).arg(row)};
        }
    }
    return {};
}

} // namespace

std::optional<Refusal> checkAnswers(const JsonValue &definition, const JsonValue &answers, const JsonValue &stored,
                                    bool isFinal, QLatin1StringView list)
{
    const Form form = formOf(definition);
    const Given given{answers, list};
    if (auto refusal = checkKeys(form, given))
        return refusal;
    if (auto refusal = checkContiguous(form, given))
        return refusal;
    const AnswerMap now = mapOf(answers);
    Visibility visibility(form, now);
    if (auto refusal = checkResults(form, given, visibility))
        return refusal;
    if (auto refusal = checkUnchanged(form, list, now, mapOf(stored), visibility))
        return refusal;
    return isFinal ? checkRequired(form, list, now, visibility) : std::nullopt;
}

} // namespace uk::training
