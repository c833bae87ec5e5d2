// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/faults.h"

#include "app/training/jsonor.h"
#include "app/training/memberforms.h"
#include "app/training/pmh.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

struct Kind
{
    const char *name;
    const char *members; ///< besides those that every fault has; forms of memberforms.h
};

constexpr std::array kinds{
    Kind{"delay", "ms:integer"},
    Kind{"slow", "bytesPerSecond:integer"},
    Kind{"drop_before", ""},
    Kind{"drop_after_commit", ""},
    Kind{"reset", "at:before|after|body"},
    Kind{"truncate", "share:number"},
    Kind{"html", "at:before|after status:integer text:text"},
    Kind{"body", "at:before|after status:integer text:text retryAfter:integer"},
    Kind{"status", "at:before|after status:integer code:text message:text retryAfter:any"},
    Kind{"async202", "polls:integer retryAfter:integer commit:at_once|when_ready expires:any"},
    Kind{"patient_edits", "when:after_inquiry|before_commit|after_commit id:text answers:array answerStatusSeg:text"},
    Kind{"duplicate_request", ""},
    Kind{"duplicate_response", ""},
    Kind{"other_person", "!other:text part:basicFiveInfo|all"},
    Kind{"wrong_type", "!member:text value:any everywhere:boolean"},
    Kind{"unknown_codes", "members:array value:text"},
    Kind{"extra_members", "share:number seed:integer"},
    Kind{"missing_members", "share:number seed:integer mode:readme|schema"},
    Kind{"nulls", "share:number seed:integer mode:readme|schema"},
    Kind{"callback", "set:object remove:array"},
};
constexpr const char *commonMembers =
    "kind:text processType:processType path:text person:text skip:integer count:count probability:number";

QString problemOf(const JsonValue &spec)
{
    for (const Kind &kind : kinds) {
        if (spec["kind"_L1].toString() == QLatin1StringView(kind.name))
            return problemOfForms(spec, QByteArray(kind.members) + ' ' + commonMembers);
    }
    return u"kind: unknown"_s;
}

/// A patient's edit waits for the kind of request that it is to come around, an inquiry or a registration of a form;
/// others leave it untouched.
bool isEditOutOfPlace(const JsonValue &spec, const FaultTarget &target)
{
    if (spec["kind"_L1] != "patient_edits"_L1)
        return false;
    static const QStringList forms{u"QuestionnaireAnswer"_s, u"ChildQuestionnaireAnswer"_s, u"Homecoming"_s,
                                   u"PrenatalMchbook"_s, u"ChildMchbook"_s};
    const bool isAroundInquiry = textOr(spec["when"_L1], u"after_inquiry"_s) == "after_inquiry"_L1;
    const QString verb = isAroundInquiry ? u"Inquire"_s : u"Register"_s;
    return !target.processType.startsWith(verb) || !forms.contains(target.processType.mid(verb.size()));
}

bool isInScope(const JsonValue &spec, const FaultTarget &target)
{
    if (isEditOutOfPlace(spec, target))
        return false;
    if (spec.contains(u"person"_s) && spec["person"_L1].toString() != target.person)
        return false;
    if (spec.contains(u"path"_s) && spec["path"_L1].toString() != target.path)
        return false;
    if (spec["processType"_L1].isString())
        return spec["processType"_L1].toString() == target.processType;
    return spec.contains(u"path"_s) || !areaOfPath(target.path).isEmpty();
}

} // namespace

Faults::Added Faults::add(const JsonValue &oneOrList)
{
    const QList<JsonValue> list = oneOrList.isArray() ? oneOrList.items() : QList<JsonValue>{oneOrList};
    if (list.isEmpty())
        return {{}, u"no fault"_s};
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (const QString problem = problemOf(list[i]); !problem.isEmpty())
            return {{}, u"[%1].%2"_s.arg(i).arg(problem)};
    }
    Added added;
    for (const JsonValue &spec : list) {
        Fault fault{++m_lastId, spec, intOr(spec["skip"_L1], 0), {}};
        if (const JsonValue *count = spec.find(u"count"); !count || !count->isNull()) // null: for good; absent: once
            fault.left = intOr(spec["count"_L1], 1);
        m_faults.append(fault);
        added.ids.append(fault.id);
    }
    return added;
}

JsonValue Faults::list() const
{
    JsonValue result = JsonValue::array();
    for (const Fault &fault : m_faults) {
        JsonValue entry = fault.spec;
        entry.set(u"id"_s, fault.id);
        entry.set(u"skip"_s, fault.skip);
        entry.set(u"count"_s, fault.left ? JsonValue(*fault.left) : JsonValue());
        result.append(entry);
    }
    return result;
}

bool Faults::contains(int id) const
{
    return std::ranges::any_of(m_faults, [id](const Fault &fault) { return fault.id == id; });
}

void Faults::remove(int id)
{
    m_faults.removeIf([id](const Fault &fault) { return fault.id == id; });
}

bool Faults::uses(Fault &fault)
{
    if (fault.left && *fault.left <= 0)
        return false;
    if (fault.skip > 0) {
        --fault.skip;
        return false;
    }
    if (QRandomGenerator::global()->generateDouble() >= realOr(fault.spec["probability"_L1], 1))
        return false;
    if (fault.left)
        --*fault.left;
    return true;
}

QList<JsonValue> Faults::meet(const FaultTarget &target)
{
    QList<JsonValue> result;
    for (Fault &fault : m_faults) {
        if (fault.spec["kind"_L1] != "callback"_L1 && isInScope(fault.spec, target) && uses(fault))
            result.append(fault.spec);
    }
    return result;
}

QList<JsonValue> Faults::meetCallback(const QString &path)
{
    QList<JsonValue> result;
    for (Fault &fault : m_faults) {
        const bool isHere = !fault.spec.contains(u"path"_s) || fault.spec["path"_L1].toString() == path;
        if (fault.spec["kind"_L1] == "callback"_L1 && isHere && uses(fault))
            result.append(fault.spec);
    }
    return result;
}

JsonValue Faults::description()
{
    JsonValue result = JsonValue::array();
    for (const Kind &kind : kinds) {
        result.append(JsonValue::object({{u"kind"_s, QString::fromLatin1(kind.name)},
                                         {u"members"_s, formNames(kind.members)},
                                         {u"common"_s, formNames(commonMembers)}}));
    }
    return result;
}

} // namespace uk::training
