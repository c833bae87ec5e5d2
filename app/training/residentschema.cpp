// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/residentschema.h"

#include "app/training/shape.h"

#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

constexpr std::array residentMembers{
    Member{"key", Shape::String},          Member{"order", Shape::Integer, false},
    Member{"description", Shape::String},  Member{"name", Shape::String},
    Member{"nameKana", Shape::String},     Member{"address", Shape::String},
    Member{"dateOfBirth", Shape::Day},    Member{"sex", Shape::String},
    Member{"myNumber", Shape::String},     Member{"card", Shape::Object},
    Member{"isRegistered", Shape::Boolean, false}, Member{"hasExpiredCertificate", Shape::Boolean, false},
    Member{"vaccinations", Shape::Array, false},   Member{"certificates", Shape::Array, false},
    Member{"questionnaires", Shape::Array, false}, Member{"pregnancies", Shape::Array, false},
    Member{"vouchers", Shape::Array, false},       Member{"homecoming", Shape::Object, false},
    Member{"pregnancyLoss", Shape::Object, false}, Member{"prenatalMchbooks", Shape::Array, false},
    Member{"checkups", Shape::Array, false},       Member{"childQuestionnaires", Shape::Array, false},
    Member{"childMchbook", Shape::Object, false},  Member{"subsidyCertificates", Shape::Array, false},
    Member{"subsidyHistories", Shape::Array, false}, Member{"ledgers", Shape::Array, false},
};
constexpr std::array cardMembers{
    Member{"pin", Shape::String}, Member{"basicInfoPin", Shape::String}, Member{"variants", Shape::Array, false}};
constexpr std::array questionnaireMembers{
    Member{"id", Shape::String},           Member{"name", Shape::String},
    Member{"definition", Shape::String},   Member{"answerStatusSeg", Shape::String},
    Member{"isAnswerable", Shape::Boolean, false},       Member{"vaccinationWishSeg", Shape::String, false},
    Member{"proxyInputConsentSeg", Shape::String, false}, Member{"lastUpdatedPageNumber", Shape::Integer, false},
    Member{"answeredAt", Shape::String, false},          Member{"answers", Shape::Array, false},
    Member{"checkResults", Shape::Array, false},         Member{"completedVaccineNames", Shape::Array, false},
};
constexpr std::array vaccinationMembers{Member{"questionnaireManagementId", Shape::String},
                                        Member{"vaccinationScheduleId", Shape::String}, Member{"type", Shape::Object},
                                        Member{"history", Shape::Array, false}};
constexpr std::array prenatalMchbookMembers{Member{"id", Shape::String}, Member{"notifiedOn", Shape::Day},
                                            Member{"definition", Shape::String}, Member{"answers", Shape::Array, false}};
constexpr std::array homecomingMembers{Member{"id", Shape::String}, Member{"definition", Shape::String},
                                       Member{"answers", Shape::Array, false}};
constexpr std::array childMchbookMembers{Member{"definition", Shape::String}, Member{"answers", Shape::Array, false}};
constexpr std::array lossMembers{Member{"ids", Shape::Array}, Member{"id", Shape::String, false},
                                 Member{"on", Shape::Day, false}};
constexpr std::array itemMembers{
    Member{"itemMasterId", Shape::String}, Member{"label", Shape::String}, Member{"answerType", Shape::String},
    Member{"isRequired", Shape::Boolean, false}, Member{"choices", Shape::Array, false},
    Member{"visibleWhen", Shape::Object, false}, Member{"decimalPlaces", Shape::Integer, false},
    Member{"maxLength", Shape::Integer, false}};

QString at(const QString &list, qsizetype index)
{
    return u"%1[%2]."_s.arg(list).arg(index);
}

QString unknownMember(const JsonValue &object, std::span<const Member> known)
{
    for (const JsonMember &given : object.members()) {
        const bool found = std::any_of(known.begin(), known.end(),
                                       [&](const Member &member) { return given.name == QLatin1StringView(member.name); });
        if (!found)
            return given.name + ": unknown member"_L1;
    }
    return {};
}

template<class Check>
QString firstProblem(const JsonValue &array, const QString &name, Check check)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array[i].isObject())
            return at(name, i).chopped(1) + ": not an object"_L1;
        if (const QString problem = check(array[i], at(name, i)); !problem.isEmpty())
            return problem;
    }
    return {};
}

/// Answers stand as rows [id of the item, repeatNumber, result].
QString problemOfAnswerRows(const JsonValue &rows, const QString &place)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const JsonValue &row = rows[i];
        const bool fits = row.size() == 3 && row[0].isString() && hasShape(row[1], Shape::Integer)
            && (row[2].isString() || row[2].isArray());
        if (!fits)
            return u"%1answers[%2]: not [id of the item, repeatNumber, result]"_s.arg(place).arg(i);
    }
    return {};
}

QString problemOfQuestionnaire(const JsonValue &object, const QString &place)
{
    if (const QString problem = problemOfMembers(object, questionnaireMembers, place); !problem.isEmpty())
        return problem;
    const QString status = object["answerStatusSeg"_L1].toString();
    if (!QStringList{u"0"_s, u"1"_s, u"2"_s}.contains(status))
        return place + "answerStatusSeg: not 0, 1 or 2"_L1;
    if (status == "2"_L1 && object["answeredAt"_L1].toString().isEmpty())
        return place + "answeredAt: missing for an answered questionnaire"_L1;
    return problemOfAnswerRows(object["answers"_L1], place);
}

QString problemOfVaccination(const JsonValue &object, const QString &place)
{
    return problemOfMembers(object, vaccinationMembers, place);
}

QString problemOfPrenatalMchbook(const JsonValue &object, const QString &place)
{
    if (const QString problem = problemOfMembers(object, prenatalMchbookMembers, place); !problem.isEmpty())
        return problem;
    return problemOfAnswerRows(object["answers"_L1], place);
}

/// homecoming and childMchbook: there is one of each at most.
QString problemOfSingleForm(const JsonValue &resident, QLatin1StringView name, std::span<const Member> members)
{
    const JsonValue form = resident[name];
    if (form.isEmpty())
        return {};
    const QString place = name + u'.';
    const QString problem = problemOfMembers(form, members, place);
    return problem.isEmpty() ? problemOfAnswerRows(form["answers"_L1], place) : problem;
}

QString problemOfItem(const JsonValue &item, const QString &place, QSet<QString> &ids)
{
    if (const QString problem = problemOfMembers(item, itemMembers, place); !problem.isEmpty())
        return problem;
    const QString id = item["itemMasterId"_L1].toString();
    if (id.isEmpty() || id.size() > 64)
        return place + "itemMasterId: 1 to 64 characters"_L1;
    if (ids.contains(id))
        return place + "itemMasterId: stands twice"_L1;
    ids.insert(id);
    const QString type = item["answerType"_L1].toString();
    const bool needsChoices = QStringList{u"yesNo"_s, u"singleChoice"_s, u"multipleChoice"_s}.contains(type);
    if (needsChoices && item["choices"_L1].isEmpty())
        return place + "choices: missing"_L1;
    QSet<QString> values;
    const JsonValue choices = item["choices"_L1];
    for (const JsonValue &choice : choices.items()) {
        const QString value = choice["value"_L1].toString();
        if (value.isEmpty() || values.contains(value))
            return place + "choices: a value is empty or stands twice"_L1;
        values.insert(value);
    }
    return {};
}

} // namespace

QString problemOfResident(const JsonValue &resident)
{
    if (const QString problem = unknownMember(resident, residentMembers); !problem.isEmpty())
        return problem;
    if (const QString problem = problemOfMembers(resident, residentMembers); !problem.isEmpty())
        return problem;
    if (const QString problem = problemOfMembers(resident["card"_L1], cardMembers, u"card."_s); !problem.isEmpty())
        return problem;
    if (const QString problem = problemOfSingleForm(resident, "homecoming"_L1, homecomingMembers); !problem.isEmpty())
        return problem;
    if (const QString problem = problemOfSingleForm(resident, "childMchbook"_L1, childMchbookMembers); !problem.isEmpty())
        return problem;
    const JsonValue loss = resident["pregnancyLoss"_L1];
    if (const QString problem = problemOfMembers(loss, lossMembers, u"pregnancyLoss."_s);
        loss.isObject() && !problem.isEmpty())
        return problem;
    using Check = QString (*)(const JsonValue &, const QString &);
    for (const auto &[name, check] : {std::pair<QString, Check>{u"vaccinations"_s, problemOfVaccination},
                                      {u"questionnaires"_s, problemOfQuestionnaire},
                                      {u"childQuestionnaires"_s, problemOfQuestionnaire},
                                      {u"prenatalMchbooks"_s, problemOfPrenatalMchbook}}) {
        if (const QString problem = firstProblem(resident[name], name, check); !problem.isEmpty())
            return problem;
    }
    return {};
}

/// Groups with subgroups, sections or categories (Definition, Homecoming and MchbookDefinition of the contract).
QString problemOfDefinition(const JsonValue &definition)
{
    QSet<QString> ids;
    const auto itemsOf = [&ids](const JsonValue &part, const QString &place) {
        return firstProblem(part["items"_L1], place + "items"_L1,
                            [&ids](const JsonValue &item, const QString &at) { return problemOfItem(item, at, ids); });
    };
    for (const QString &parts : {u"sections"_s, u"categories"_s}) {
        if (definition[parts].isArray())
            return firstProblem(definition[parts], parts, itemsOf);
    }
    if (!definition["groups"_L1].isArray())
        return u"groups, sections or categories: not an array"_s;
    return firstProblem(definition["groups"_L1], u"groups"_s, [&](const JsonValue &group, const QString &at) {
        return firstProblem(group["subgroups"_L1], at + "subgroups"_L1, itemsOf);
    });
}

} // namespace uk::training
