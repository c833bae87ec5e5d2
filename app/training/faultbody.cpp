// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/faultbody.h"

#include "app/training/contractmembers.h"
#include "app/training/jsonor.h"

#include <QRandomGenerator>

#include <functional>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

/// Called for each member with its dotted path without indices; gives the new value, nothing to leave it out.
using Change = std::function<std::optional<JsonValue>(const QString &path, const QString &member, const JsonValue &value)>;

JsonValue walked(const JsonValue &value, const QString &path, const Change &change)
{
    if (value.isArray()) {
        JsonValue result = JsonValue::array();
        for (const JsonValue &item : value.items())
            result.append(walked(item, path, change));
        return result;
    }
    if (!value.isObject())
        return value;
    JsonValue result = JsonValue::object();
    for (const JsonMember &member : value.members()) {
        const QString inner = path.isEmpty() ? member.name : path + u'.' + member.name;
        if (const auto changed = change(inner, member.name, member.value))
            result.append(member.name, walked(*changed, inner, change));
    }
    return result;
}

JsonValue ofAnotherType(const JsonValue &value)
{
    return value.isString() ? JsonValue::object({{u"unexpected"_s, true}}) : JsonValue(u"unexpected"_s);
}

JsonValue withWrongType(const JsonValue &body, const JsonValue &fault)
{
    const QString wanted = fault["member"_L1].toString();
    const bool everywhere = fault["everywhere"_L1].toBoolean();
    bool isDone = false;
    return walked(body, {}, [&](const QString &path, const QString &member, const JsonValue &value) {
        if ((wanted != path && wanted != member) || (isDone && !everywhere))
            return value;
        isDone = true;
        return fault.contains(u"value"_s) ? fault["value"_L1] : ofAnotherType(value);
    });
}

bool isCode(const QString &member, const JsonValue &fault)
{
    if (const QStringList chosen = textsOf(fault["members"_L1]); !chosen.isEmpty())
        return chosen.contains(member);
    return member.endsWith("Seg"_L1) || member == "sex"_L1 || member == "warningCode"_L1 || member == "vaccineTypeCode"_L1;
}

JsonValue withUnknownCodes(const JsonValue &body, const JsonValue &fault)
{
    const JsonValue code = textOr(fault["value"_L1], u"99"_s);
    return walked(body, {}, [&](const QString &, const QString &member, const JsonValue &value) {
        return value.isString() && isCode(member, fault) ? code : value;
    });
}

/// The chance of each member by the fault's share; the same for the same seed.
class Lot
{
public:
    explicit Lot(const JsonValue &fault)
        : m_random(static_cast<quint32>(intOr(fault["seed"_L1], 1)))
        , m_share(realOr(fault["share"_L1], 1))
    {
    }
    bool isDrawn() { return m_random.generateDouble() < m_share; }

private:
    QRandomGenerator m_random;
    double m_share;
};

JsonValue withMissingMembers(const JsonValue &body, const QString &schema, const JsonValue &fault)
{
    Lot lot(fault);
    return walked(body, {}, [&](const QString &path, const QString &, const JsonValue &value) {
        return !isRequiredMember(schema, path) && lot.isDrawn() ? std::nullopt : std::optional(value);
    });
}

JsonValue withNulls(const JsonValue &body, const QString &schema, const JsonValue &fault)
{
    Lot lot(fault);
    const bool bySchema = fault["mode"_L1].toString() == "schema"_L1;
    return walked(body, {}, [&](const QString &path, const QString &, const JsonValue &value) {
        const bool isMeant = bySchema ? mayBeNull(schema, path) : !isRequiredMember(schema, path);
        return isMeant && lot.isDrawn() ? JsonValue() : value;
    });
}

JsonValue withExtras(const JsonValue &value, Lot &lot)
{
    if (value.isArray()) {
        JsonValue result = JsonValue::array();
        for (const JsonValue &item : value.items())
            result.append(withExtras(item, lot));
        return result;
    }
    if (!value.isObject())
        return value;
    JsonValue result = JsonValue::object();
    for (const JsonMember &member : value.members())
        result.append(member.name, withExtras(member.value, lot));
    if (lot.isDrawn()) {
        result.set(u"unknownText"_s, u"x"_s);
        result.set(u"unknownObject"_s, JsonValue::object({{u"inner"_s, JsonValue::array({1, JsonValue()})}}));
    }
    return result;
}

} // namespace

JsonValue spoiled(const JsonValue &body, const QString &schema, const JsonValue &fault)
{
    const QString kind = fault["kind"_L1].toString();
    if (kind == "wrong_type"_L1)
        return withWrongType(body, fault);
    if (kind == "unknown_codes"_L1)
        return withUnknownCodes(body, fault);
    if (kind == "missing_members"_L1)
        return withMissingMembers(body, schema, fault);
    if (kind == "nulls"_L1)
        return withNulls(body, schema, fault);
    if (kind == "extra_members"_L1) {
        Lot lot(fault);
        return withExtras(body, lot);
    }
    return body;
}

} // namespace uk::training
