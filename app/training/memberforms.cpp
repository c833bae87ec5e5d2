// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/memberforms.h"

#include "app/training/jsonor.h"
#include "app/training/processtypes.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

struct Form
{
    QString name, form;
    bool isRequired = false;
};

QList<Form> formsOf(const QByteArray &text)
{
    QList<Form> result;
    const QStringList words = QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const bool isRequired = word.startsWith(u'!');
        result.append({word.section(u':', 0, 0).mid(isRequired ? 1 : 0), word.section(u':', 1), isRequired});
    }
    return result;
}

const QStringList &allScopes()
{
    static const QStringList scopes{u"vaccination"_s, u"maternal-child"_s, u"medical-subsidy"_s};
    return scopes;
}

bool areScopes(const JsonValue &value)
{
    const QStringList scopes = scopesOf(value);
    return (value.isNull() || value.isString() || value.isArray())
        && std::ranges::all_of(scopes, [](const QString &scope) { return allScopes().contains(scope); });
}

using Check = bool (*)(const JsonValue &);

const QHash<QString, Check> &checks()
{
    static const QHash<QString, Check> table{
        {u"text"_s, [](const JsonValue &value) { return value.isString(); }},
        {u"integer"_s, [](const JsonValue &value) { return hasShape(value, Shape::Integer); }},
        {u"count"_s, [](const JsonValue &value) { return value.isNull() || hasShape(value, Shape::Integer); }},
        {u"number"_s, [](const JsonValue &value) { return value.isNumber(); }},
        {u"boolean"_s, [](const JsonValue &value) { return value.isBoolean(); }},
        {u"array"_s, [](const JsonValue &value) { return value.isArray(); }},
        {u"object"_s, [](const JsonValue &value) { return value.isObject(); }},
        {u"time"_s, [](const JsonValue &value) { return value.isNull() || timeOf(value).isValid(); }},
        {u"processType"_s, [](const JsonValue &value) { return processType(value.toString()) != nullptr; }},
        {u"scopes"_s, areScopes},
        {u"any"_s, [](const JsonValue &) { return true; }},
    };
    return table;
}

bool hasForm(const JsonValue &value, const QString &form)
{
    const Check check = checks().value(form);
    return check ? check(value) : value.isString() && form.split(u'|').contains(value.toString());
}

} // namespace

QString problemOfForms(const JsonValue &object, const QByteArray &forms)
{
    const QList<Form> known = formsOf(forms);
    for (const JsonMember &given : object.members()) {
        const auto found = std::ranges::find(known, given.name, &Form::name);
        if (found == known.end())
            return given.name + ": not a member"_L1;
        if (!hasForm(given.value, found->form))
            return given.name + ": not "_L1 + found->form;
    }
    for (const Form &form : known) {
        if (form.isRequired && !object.contains(form.name))
            return form.name + ": missing"_L1;
    }
    return {};
}

JsonValue formNames(const QByteArray &forms)
{
    JsonValue names = JsonValue::array();
    for (const Form &form : formsOf(forms))
        names.append(JsonValue(form.name));
    return names;
}

QStringList scopesOf(const JsonValue &given)
{
    if (given.isNull())
        return allScopes();
    return given.isString() ? given.toString().split(u' ', Qt::SkipEmptyParts) : textsOf(given);
}

QDateTime timeOf(const JsonValue &given)
{
    return QDateTime::fromString(given.toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace uk::training
