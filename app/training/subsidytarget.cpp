// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/subsidytarget.h"

#include "app/training/jsonor.h"
#include "app/training/shape.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

constexpr int levelsOfItems = 3;

constexpr std::array targetMembers{
    Member{"myNumber", Shape::String},
    Member{"birthDate", Shape::String},
    Member{"medicalSubsidyRegistrationNumber", Shape::String},
    Member{"medicalSubsidyCertificationNumber", Shape::String},
    Member{"lastName", Shape::String, false},
    Member{"firstName", Shape::String, false},
    Member{"lastNameKana", Shape::String, false},
    Member{"firstNameKana", Shape::String, false},
    Member{"addressPref", Shape::String, false},
    Member{"addressCity", Shape::String, false},
    Member{"addressSection", Shape::String, false},
    Member{"addressHouseNumber", Shape::String, false},
    Member{"addressDetail", Shape::String, false},
    Member{"gender", Shape::String, false},
    Member{"copaymentLimit", Shape::Object, false},
    Member{"certificationStartDate", Shape::String, false},
    Member{"certificationEndDate", Shape::String, false},
    Member{"certificateAllItems", Shape::Object, false},
};
constexpr std::array copaymentMembers{
    Member{"burdenRatio", Shape::Integer, false}, Member{"amount", Shape::Integer, false},
    Member{"perDayOrMonth", Shape::String, false}, Member{"limitedNumberOfTimes", Shape::String, false}};
constexpr std::array limitMembers{Member{"common", Shape::Object, false}, Member{"hospitalization", Shape::Object, false},
                                  Member{"outpatient", Shape::Object, false}, Member{"pharmacy", Shape::Object, false}};

Refusal refusalOf(const QString &problem)
{
    return {problem.section(u": "_s, 0, 0), problem.section(u": "_s, 1)};
}

bool isTwelveDigits(const QString &text)
{
    static const QRegularExpression form(u"^[0-9]{12}\\z"_s);
    return form.match(text).hasMatch();
}

bool isGender(const JsonValue &value)
{
    return value.isNull() || QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s}.contains(value.toString());
}

/// Free names with texts or further items inside.
bool areItems(const JsonValue &object, int levelsLeft)
{
    return levelsLeft > 0 && std::ranges::all_of(object.members(), [levelsLeft](const JsonMember &item) {
        return item.value.isString() || item.value.isNull() || (item.value.isObject() && areItems(item.value, levelsLeft - 1));
    });
}

JsonValue detailsOf(const JsonValue &items)
{
    JsonValue details = JsonValue::array();
    for (const JsonMember &item : items.members()) {
        const bool hasChildren = item.value.isObject();
        details.append(JsonValue::object({{u"name"_s, item.name},
                                          {hasChildren ? u"children"_s : u"value"_s, hasChildren ? detailsOf(item.value) : item.value}}));
    }
    return details;
}

QString joined(const JsonValue &target, std::initializer_list<QLatin1StringView> members, const QString &between)
{
    QStringList parts;
    for (const QLatin1StringView member : members) {
        if (const QString part = target[member].toString(); !part.isEmpty())
            parts.append(part);
    }
    return parts.join(between);
}

} // namespace

std::optional<Refusal> schemaProblemOfTarget(const JsonValue &target)
{
    if (!target.isObject())
        return Refusal{{}, u"not an object"_s};
    if (const QString problem = problemOfMembers(target, targetMembers); !problem.isEmpty())
        return refusalOf(problem);
    if (!isTwelveDigits(target["myNumber"_L1].toString()))
        return Refusal{u"myNumber"_s, u"not twelve digits"_s};
    if (!isGender(target["gender"_L1]))
        return Refusal{u"gender"_s, u"not 0, 1, 2 or 3"_s};
    const JsonValue &limit = target["copaymentLimit"_L1];
    if (const QString problem = problemOfMembers(limit, limitMembers, u"copaymentLimit."_s); !problem.isEmpty())
        return refusalOf(problem);
    for (const Member &part : limitMembers) {
        const QLatin1StringView name(part.name);
        const QString problem = problemOfMembers(limit[name], copaymentMembers, "copaymentLimit."_L1 + name + u'.');
        if (!problem.isEmpty())
            return refusalOf(problem);
    }
    return {};
}

std::optional<Refusal> contentProblemOfTarget(const JsonValue &target)
{
    for (const auto member : {"birthDate"_L1, "certificationStartDate"_L1, "certificationEndDate"_L1}) {
        if (const JsonValue &day = target[member]; day.isString() && !isDay(day.toString()))
            return Refusal{member, u"not an existing day (YYYY-MM-DD)"_s};
    }
    const QString from = target["certificationStartDate"_L1].toString(), to = target["certificationEndDate"_L1].toString();
    if (!from.isEmpty() && !to.isEmpty() && to < from)
        return Refusal{u"certificationEndDate"_s, u"before certificationStartDate"_s};
    for (const auto member : {"medicalSubsidyRegistrationNumber"_L1, "medicalSubsidyCertificationNumber"_L1}) {
        if (target[member].toString().isEmpty())
            return Refusal{member, u"empty"_s};
    }
    const JsonValue &limit = target["copaymentLimit"_L1];
    for (const Member &part : limitMembers) {
        const JsonValue &copayment = limit[QLatin1StringView(part.name)];
        const QString place = "copaymentLimit."_L1 + QLatin1StringView(part.name);
        if (copayment.isObject() && limit["common"_L1].isObject() && part.name != limitMembers[0].name)
            return Refusal{place, u"not null beside common"_s};
        const QString term = textOr(copayment["perDayOrMonth"_L1], u"1"_s);
        if (term != "1"_L1 && term != "2"_L1)
            return Refusal{place + ".perDayOrMonth"_L1, u"not 1 or 2"_s};
    }
    if (!areItems(target["certificateAllItems"_L1], levelsOfItems))
        return Refusal{u"certificateAllItems"_s, u"neither texts nor items of at most three levels"_s};
    return {};
}

Resident residentOfTarget(const JsonValue &target, const QString &key)
{
    Resident resident;
    resident.myNumber = target["myNumber"_L1].toString();
    ResidentInfo &info = resident.info;
    info.key = key;
    info.name = joined(target, {"lastName"_L1, "firstName"_L1}, u"　"_s);
    info.kana = joined(target, {"lastNameKana"_L1, "firstNameKana"_L1}, u"　"_s);
    info.address = joined(target, {"addressPref"_L1, "addressCity"_L1, "addressSection"_L1, "addressHouseNumber"_L1, "addressDetail"_L1}, {});
    info.birthDate = QDate::fromString(target["birthDate"_L1].toString(), Qt::ISODate);
    info.sex = textOr(target["gender"_L1], u"0"_s);
    info.description = u"自治体が登録した人です。受給者証があります。"_s;
    return resident;
}

JsonValue certificateOfTarget(const JsonValue &target, JsonValue held)
{
    const JsonValue &items = target["certificateAllItems"_L1];
    held.set(u"certificateName"_s, textOr(items[u"受給者証名称"], u"医療費助成受給者証"_s));
    held.set(u"insurerNumber"_s, target["medicalSubsidyRegistrationNumber"_L1]);
    held.set(u"recipientNumber"_s, target["medicalSubsidyCertificationNumber"_L1]);
    held.set(u"details"_s, detailsOf(items));
    for (const QString &member : {u"certificateShortName"_s, u"copaymentLedgerSeg"_s, u"copaymentLedgerSegName"_s, u"currentMonth"_s}) {
        if (!held.contains(member))
            held.set(member, JsonValue());
    }
    return held;
}

bool isCertificateOfTarget(const JsonValue &certificate, const JsonValue &target)
{
    return certificate["insurerNumber"_L1] == target["medicalSubsidyRegistrationNumber"_L1]
        && certificate["recipientNumber"_L1] == target["medicalSubsidyCertificationNumber"_L1];
}

} // namespace uk::training
