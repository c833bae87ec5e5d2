// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/wirenames.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace uk::training {

struct WireNames::Where
{
    /// Schema name and the dotted path from it, from the outermost schema inward.
    QList<std::pair<QString, QStringList>> scopes;

    [[nodiscard]] Where inside(const QString &member) const;
};

namespace {

/// The schemas of the contract that a member leads into, so that a profile may name "QuestionItem.label" once.
QStringList schemasOf(const QString &member)
{
    static const QHash<QString, QStringList> table{
        {u"definition"_s, {u"Definition"_s, u"MchbookDefinition"_s}},
        {u"answers"_s, {u"Answer"_s, u"ItemAnswer"_s, u"MchbookAnswers"_s}},
        {u"latestAnswers"_s, {u"Answer"_s}},
        {u"items"_s, {u"QuestionItem"_s, u"ItemAnswer"_s}},
        {u"basicFiveInfo"_s, {u"BasicFiveInfo"_s}},
        {u"medicalInstitution"_s, {u"MedicalInstitution"_s}},
        {u"results"_s, {u"CheckupResult"_s}},
        {u"details"_s, {u"CertificateDetail"_s}},
        {u"children"_s, {u"CertificateDetail"_s}},
        {u"age"_s, {u"DatePeriod"_s}},
        {u"fiscalYear"_s, {u"DatePeriod"_s}},
        {u"date"_s, {u"DatePeriod"_s}},
    };
    return table.value(member);
}

QHash<QString, QString> stringsOf(const JsonValue &object)
{
    QHash<QString, QString> result;
    for (const JsonMember &member : object.members())
        result.insert(member.name, member.value.toString());
    return result;
}

} // namespace

WireNames::Where WireNames::Where::inside(const QString &member) const
{
    Where inner = *this;
    for (auto &[schema, path] : inner.scopes)
        path.append(member);
    for (const QString &schema : schemasOf(member))
        inner.scopes.append({schema, {}});
    return inner;
}

Result<WireNames> WireNames::fromProfile(const JsonValue &profile)
{
    WireNames names;
    names.m_processTypes = stringsOf(profile["processTypes"_L1]);
    const auto members = stringsOf(profile["members"_L1]);
    for (auto it = members.begin(); it != members.end(); ++it)
        names.m_members.insert(QString(it.key()).remove("[]"_L1), it.value());
    for (const JsonMember &list : profile["codes"_L1].members()) {
        QHash<QString, QString> toWire;
        for (const JsonMember &code : list.value.members()) {
            const QString meaning = code.value.toString();
            if (toWire.contains(meaning))
                return failure(ErrorCode::ProfileInvalid, "codes."_L1 + list.name + ": one meaning stands twice"_L1);
            toWire.insert(meaning, code.name);
        }
        names.m_codes.insert(list.name, toWire);
    }
    QSet<QString> wireTypes;
    for (const QString &wire : std::as_const(names.m_processTypes)) {
        if (wireTypes.contains(wire))
            return failure(ErrorCode::ProfileInvalid, u"processTypes: one name stands twice"_s);
        wireTypes.insert(wire);
    }
    return names;
}

QString WireNames::processTypeToWire(const QString &canonical) const
{
    return m_processTypes.value(canonical, canonical);
}

QString WireNames::processTypeFromWire(const QString &wire) const
{
    for (auto it = m_processTypes.begin(); it != m_processTypes.end(); ++it) {
        if (it.value() == wire)
            return it.key();
    }
    return m_processTypes.contains(wire) ? QString() : wire;
}

QString WireNames::memberName(const Where &where, const QString &member) const
{
    // The scopes run from the outermost schema to the innermost: the longest match is met first.
    qsizetype length = 0;
    QString name = m_members.value(member, member);
    for (const auto &[schema, path] : where.scopes) {
        const QString key = (QStringList{schema} + path + QStringList{member}).join(u'.');
        const auto found = m_members.constFind(key);
        if (found != m_members.constEnd() && path.size() + 2 > length) {
            length = path.size() + 2;
            name = *found;
        }
    }
    return name;
}

JsonValue WireNames::renamed(const JsonValue &value, const QString &member, const Where &where,
                              Direction direction) const
{
    if (value.isObject())
        return renamedObject(value, where.inside(member), direction);
    if (value.isArray()) {
        JsonValue result = JsonValue::array();
        for (const JsonValue &element : value.items())
            result.append(renamed(element, member, where, direction));
        return result;
    }
    const auto list = m_codes.constFind(member);
    if (!value.isString() || list == m_codes.constEnd())
        return value;
    const QString code = value.toString();
    if (direction == Direction::Out)
        return list->value(code, code);
    const QString canonical = list->key(code);
    // A canonical value that has another wire form is not spoken any more: marked, so that it equals none.
    return !canonical.isNull() ? canonical : list->contains(code) ? code + QChar(0x2060) : code;
}

JsonValue WireNames::renamedObject(const JsonValue &object, const Where &where, Direction direction) const
{
    JsonValue result = JsonValue::object();
    if (direction == Direction::Out) {
        for (const JsonMember &member : object.members())
            result.append(memberName(where, member.name), renamed(member.value, member.name, where, direction));
        return result;
    }
    // Inward: a wire name belongs to the canonical member that maps to it; a canonical name that has been renamed is
    // not spoken any more and is dropped like any other unknown member.
    QHash<QString, QString> canonicalOf;
    for (auto it = m_members.begin(); it != m_members.end(); ++it) {
        const QString bare = it.key().section(u'.', -1);
        if (memberName(where, bare) == it.value())
            canonicalOf.insert(it.value(), bare);
    }
    for (const JsonMember &given : object.members()) {
        const QString member = canonicalOf.value(given.name, given.name);
        if (memberName(where, member) == given.name)
            result.append(member, renamed(given.value, member, where, direction));
    }
    return result;
}

JsonValue WireNames::toWire(const QString &schema, const JsonValue &object) const
{
    return renamedObject(object, Where{{{schema, {}}}}, Direction::Out);
}

JsonValue WireNames::fromWire(const QString &schema, const JsonValue &object) const
{
    return renamedObject(object, Where{{{schema, {}}}}, Direction::In);
}

QString WireNames::memberToWire(const QString &schema, const QString &member) const
{
    return memberName(Where{{{schema, {}}}}, member);
}

QString WireNames::placeToWire(const QString &schema, const QString &place) const
{
    Where where{{{schema, {}}}};
    QStringList segments;
    for (const QString &segment : place.split(u'.')) {
        const QString member = segment.section(u'[', 0, 0);
        segments.append(memberName(where, member) + segment.mid(member.size()));
        where = where.inside(member);
    }
    return segments.join(u'.');
}

} // namespace uk::training
