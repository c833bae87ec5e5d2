// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "othertongue.h"

#include "app/pmh/contractobjects.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

constexpr int deepestObject = 8;

JsonValue asObject(const QHash<QString, QString> &map, bool isReversed = false)
{
    JsonValue json = JsonValue::object();
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        json.append(isReversed ? it.value() : it.key(), JsonValue::string(isReversed ? it.key() : it.value()));
    return json;
}

QString otherCode(const QString &value)
{
    return u"値"_s + value;
}

} // namespace

const QHash<QString, QStringList> &OtherTongue::codeLists()
{
    static const QHash<QString, QStringList> lists{
        {u"answerStatusSeg"_s, {u"0"_s, u"1"_s, u"2"_s}},
        {u"residencySeg"_s, {u"1"_s, u"2"_s}},
        {u"legalSeg"_s, {u"1"_s, u"2"_s, u"3"_s}},
        {u"suitableAgeSeg"_s, {u"1"_s, u"9"_s}},
        {u"implementationSeg"_s, {u"1"_s, u"2"_s}},
        {u"vaccinationSeg"_s, {u"1"_s, u"2"_s}},
        {u"specialCircumstanceSeg"_s, {u"0"_s, u"1"_s, u"2"_s}},
        {u"vaccinationWishSeg"_s, {u"0"_s, u"1"_s, u"2"_s}},
        {u"proxyInputConsentSeg"_s, {u"0"_s, u"1"_s, u"2"_s}},
        {u"sex"_s, {u"0"_s, u"1"_s, u"2"_s, u"3"_s}},
        {u"copaymentLedgerSeg"_s, {u"1"_s, u"2"_s}},
        {u"code"_s, {u"E4091"_s, u"E5031"_s}}, // of Error; institutions and places have codes of that name too
        {u"answerType"_s,
         {u"yesNo"_s, u"singleChoice"_s, u"multipleChoice"_s, u"integer"_s, u"decimal"_s, u"temperature"_s, u"date"_s,
          u"yearMonth"_s, u"age"_s, u"shortText"_s, u"longText"_s, u"consent"_s, u"note"_s}},
    };
    return lists;
}

OtherTongue::OtherTongue(Names names)
    : m_names(names)
{
    QList<const ContractObject *> roots{&errorObject, &acceptedRequestObject, &resultRequestObject};
    for (const ProcessType &type : processTypes()) {
        roots << type.request << type.result;
        if (names != Names::Some)
            m_processTypes.insert(QString(type.name), u"業務%1"_s.arg(m_processTypes.size()));
    }
    for (const ContractObject *root : std::as_const(roots))
        learn(*root, QString(root->name) + u'.', deepestObject);

    JsonValue codes = JsonValue::object();
    if (names != Names::Some) {
        for (auto list = codeLists().cbegin(); list != codeLists().cend(); ++list) {
            QHash<QString, QString> values;
            for (const QString &value : list.value())
                values.insert(value, otherCode(value));
            codes.append(list.key(), asObject(values, true));
        }
    }
    JsonValue json = *parseJson(
        R"({"displayName":"別名","isTraining":true,"operator":{"name":"n","contact":"c","purpose":"p"},
            "portal":{"authorizeUrl":"https://p.example/a","tokenUrl":"https://p.example/t","clientId":"c",
                      "clientAuth":"none","scopes":["vaccination","maternal-child","medical-subsidy"]},
            "areas":{"vaccination":{"url":"https://a.example/1","version":"v4"},
                     "maternal-child":{"url":"https://a.example/2","version":"v3"},
                     "medical-subsidy":{"url":"https://a.example/3","version":"v3"}},
            "resultUrl":"https://a.example/r"})");
    json.append(u"members"_s, asObject(m_members));
    json.append(u"processTypes"_s, asObject(m_processTypes));
    json.append(u"codes"_s, codes);
    m_profileText = writeJson(json);
}

ConnectionProfile OtherTongue::profile() const
{
    const auto profile = parseProfile(m_profileText, u"other.json"_s);
    if (!profile)
        qFatal("%s", qPrintable(profile.error().detail));
    return *profile;
}

void OtherTongue::learn(const ContractObject &object, const QString &place, int depth)
{
    for (const ContractField &field : object.fields) {
        const QString key = m_names == Names::ByPlace ? place + field.name : QString(field.name);
        const bool isRenamed = m_names != Names::Some || qHash(key, 0) % 3 == 0;
        if (isRenamed && !m_members.contains(key))
            m_members.insert(key, u"名%1"_s.arg(m_members.size()));
        if (field.object && depth > 0)
            learn(*field.object, place + field.name + u'.', depth - 1);
    }
}

QString OtherTongue::nameOf(const QString &place, QLatin1StringView name) const
{
    return m_members.value(m_names == Names::ByPlace ? place + name : QString(name), QString(name));
}

JsonValue OtherTongue::spoken(const ContractObject &object, const JsonValue &canonical) const
{
    return spokenObject(object, QString(object.name) + u'.', canonical);
}

JsonValue OtherTongue::spokenObject(const ContractObject &object, const QString &place, const JsonValue &canonical) const
{
    if (!canonical.isObject())
        return canonical;
    JsonValue wire = JsonValue::object();
    for (const JsonMember &member : canonical.members()) {
        const auto field = std::ranges::find(object.fields, member.name, &ContractField::name);
        if (field == object.fields.end())
            wire.append(member.name, member.value);
        else
            wire.append(nameOf(place, field->name), spokenValue(*field, place, member.value));
    }
    return wire;
}

JsonValue OtherTongue::spokenValue(const ContractField &field, const QString &place, const JsonValue &canonical) const
{
    const QString below = place + field.name + u'.';
    if (field.kind == FieldKind::Object)
        return spokenObject(*field.object, below, canonical);
    if (field.kind == FieldKind::Objects && canonical.isArray()) {
        QList<JsonValue> items;
        for (const JsonValue &item : canonical.items())
            items.append(spokenObject(*field.object, below, item));
        return JsonValue::array(items);
    }
    if (!canonical.isString() || m_names == Names::Some)
        return canonical;
    const QString text = canonical.toString();
    if (field.kind == FieldKind::ProcessName)
        return JsonValue::string(m_processTypes.value(text, text));
    const bool isCode = field.kind == FieldKind::Text && codeLists().value(QString(field.name)).contains(text);
    return isCode ? JsonValue::string(otherCode(text)) : canonical;
}
