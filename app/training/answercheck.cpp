// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/answercheck.h"

#include "app/training/answertypes.h"

#include <QHash>
#include <QMap>
#include <QSet>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

using Key = std::pair<QString, int>; ///< itemMasterId, repeatNumber

struct FormItem
{
    QJsonObject item;
    int subgroup = 0;
    int maxRepeat = 1;
};

struct Form
{
    QHash<QString, FormItem> items;
    QStringList order;
    int subgroups = 0;

    void add(const QJsonObject &subgroup, const QString &limitMember)
    {
        const int limit = qMax(1, subgroup[limitMember].toInt(1));
        const QJsonArray list = subgroup["items"_L1].toArray();
        for (const QJsonValue &item : list) {
            const QString id = item["itemMasterId"_L1].toString();
            items.insert(id, {item.toObject(), subgroups, limit});
            order.append(id);
        }
        ++subgroups;
    }
};

Form formOf(const QJsonObject &definition)
{
    Form form;
    const QJsonArray groups = definition["groups"_L1].toArray();
    for (const QJsonValue &group : groups) {
        const QJsonArray subgroups = group["subgroups"_L1].toArray();
        for (const QJsonValue &subgroup : subgroups)
            form.add(subgroup.toObject(), u"maxRepeat"_s);
    }
    const QJsonArray sections = definition["sections"_L1].toArray();
    for (const QJsonValue &section : sections)
        form.add(section.toObject(), u"repeatCount"_s);
    const QJsonArray categories = definition["categories"_L1].toArray();
    for (const QJsonValue &category : categories)
        form.add(category.toObject(), u"maxRepeat"_s);
    return form;
}

Key keyOf(const QJsonObject &answer)
{
    // ItemAnswer calls the same thing itemId, and its repeatNumber may be left out (rules 4).
    const QString id = answer.contains("itemMasterId"_L1) ? answer["itemMasterId"_L1].toString()
                                                          : answer["itemId"_L1].toString();
    return {id, answer["repeatNumber"_L1].toInt(1)};
}

using AnswerMap = QHash<Key, QJsonValue>;

AnswerMap mapOf(const QJsonArray &answers)
{
    AnswerMap map;
    for (const QJsonValue &answer : answers)
        map.insert(keyOf(answer.toObject()), answer["result"_L1]);
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
        const QJsonValue rule = item.item["visibleWhen"_L1];
        if (!rule.isObject())
            return true;
        const QString id = rule["itemMasterId"_L1].toString();
        const auto controller = m_form.items.constFind(id);
        if (controller == m_form.items.constEnd())
            return true;
        const int row = controller->subgroup == item.subgroup ? repeat : 1;
        if (!isVisible(id, row))
            return false;
        const QJsonValue result = m_answers.value({id, row});
        const QJsonArray anyOf = rule["anyOf"_L1].toArray();
        if (!result.isArray())
            return anyOf.contains(result.toString());
        const QJsonArray values = result.toArray();
        return std::any_of(values.begin(), values.end(), [&](const QJsonValue &value) { return anyOf.contains(value); });
    }

    const Form &m_form;
    const AnswerMap &m_answers;
    QHash<Key, bool> m_known;
};

QString placeOf(qsizetype index, const char *member)
{
    return u"answers[%1].%2"_s.arg(index).arg(QLatin1StringView(member));
}

/// What can be said of each answer alone, in the order of the request.
std::optional<Refusal> checkKeys(const Form &form, const QJsonArray &answers)
{
    QSet<Key> seen;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const Key key = keyOf(answers[i].toObject());
        const auto item = form.items.constFind(key.first);
        if (seen.contains(key))
            return Refusal{placeOf(i, "itemMasterId"), u"answered twice"_s};
        seen.insert(key);
        if (item == form.items.constEnd())
            return Refusal{placeOf(i, "itemMasterId"), u"not an item of the definition"_s};
        if (item->item["answerType"_L1] == "note"_L1)
            return Refusal{placeOf(i, "itemMasterId"), u"a note takes no answer"_s};
        if (key.second > item->maxRepeat)
            return Refusal{placeOf(i, "repeatNumber"), u"above maxRepeat"_s};
    }
    return {};
}

std::optional<Refusal> checkContiguous(const Form &form, const QJsonArray &answers)
{
    QHash<int, QSet<int>> repeats;
    for (const QJsonValue &answer : answers) {
        const Key key = keyOf(answer.toObject());
        repeats[form.items[key.first].subgroup].insert(key.second);
    }
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const Key key = keyOf(answers[i].toObject());
        const QSet<int> &rows = repeats[form.items[key.first].subgroup];
        if (key.second > 1 && !rows.contains(key.second - 1))
            return Refusal{placeOf(i, "repeatNumber"), u"the repeats of the subgroup are not contiguous"_s};
    }
    return {};
}

std::optional<Refusal> checkResults(const Form &form, const QJsonArray &answers, Visibility &visibility)
{
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const Key key = keyOf(answers[i].toObject());
        const QJsonValue result = answers[i]["result"_L1];
        if (isEmptyResult(result))
            continue;
        if (!visibility.isVisible(key.first, key.second))
            return Refusal{placeOf(i, "result"), u"the item is hidden"_s};
        if (const QString problem = problemOfResult(form.items[key.first].item, result); !problem.isEmpty())
            return Refusal{placeOf(i, "result"), problem};
    }
    return {};
}

/// An answer type that the client does not know is sent back unchanged (rules 3), in drafts too.
std::optional<Refusal> checkUnknownTypes(const Form &form, const AnswerMap &given, const AnswerMap &stored,
                                         Visibility &visibility)
{
    QSet<Key> keys;
    for (auto it = given.begin(); it != given.end(); ++it)
        keys.insert(it.key());
    for (auto it = stored.begin(); it != stored.end(); ++it)
        keys.insert(it.key());
    for (const Key &key : std::as_const(keys)) {
        const auto item = form.items.constFind(key.first);
        if (item == form.items.constEnd() || isKnownAnswerType(item->item["answerType"_L1].toString())
            || !visibility.isVisible(key.first, key.second))
            continue;
        const QJsonValue before = stored.value(key), now = given.value(key);
        const bool same = before == now || (isEmptyResult(before) && isEmptyResult(now));
        if (!same)
            return Refusal{u"answers"_s, "item "_L1 + key.first + " of an unknown type must come back unchanged"_L1};
    }
    return {};
}

std::optional<Refusal> checkRequired(const Form &form, const AnswerMap &given, Visibility &visibility)
{
    QHash<int, QSet<int>> filled; // repeats of a subgroup that hold a non-empty answer
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (!isEmptyResult(it.value()))
            filled[form.items[it.key().first].subgroup].insert(it.key().second);
    }
    for (const QString &id : form.order) {
        const FormItem &item = form.items[id];
        const QString type = item.item["answerType"_L1].toString();
        if (!item.item["isRequired"_L1].toBool() || !isKnownAnswerType(type) || type == "note"_L1)
            continue;
        QSet<int> rows = filled.value(item.subgroup);
        rows.insert(1);
        for (const int row : std::as_const(rows)) {
            if (visibility.isVisible(id, row) && isEmptyResult(given.value({id, row})))
                return Refusal{u"answers"_s, u"required item %1 has no answer in repeat %2"_s.arg(id).arg(row)};
        }
    }
    return {};
}

} // namespace

std::optional<Refusal> checkAnswers(const QJsonObject &definition, const QJsonArray &answers, const QJsonArray &stored,
                                    bool isFinal)
{
    const Form form = formOf(definition);
    if (auto refusal = checkKeys(form, answers))
        return refusal;
    if (auto refusal = checkContiguous(form, answers))
        return refusal;
    const AnswerMap given = mapOf(answers);
    Visibility visibility(form, given);
    if (auto refusal = checkResults(form, answers, visibility))
        return refusal;
    if (auto refusal = checkUnknownTypes(form, given, mapOf(stored), visibility))
        return refusal;
    return isFinal ? checkRequired(form, given, visibility) : std::nullopt;
}

} // namespace uk::training
