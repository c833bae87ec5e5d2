// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/faults.h"

#include "app/training/pmh.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

struct Kind
{
    const char *name;
    const char *members; ///< besides those that every fault has
};

constexpr std::array kinds{
    Kind{"delay", "ms"},
    Kind{"slow", "bytesPerSecond"},
    Kind{"drop_before", ""},
    Kind{"drop_after_commit", ""},
    Kind{"reset", "at"},
    Kind{"truncate", "share"},
    Kind{"html", "at status text"},
    Kind{"body", "at status text retryAfter"},
    Kind{"status", "at status code message retryAfter"},
    Kind{"async202", "polls retryAfter commit expires"},
    Kind{"patient_edits", "when id answers answerStatusSeg"},
    Kind{"duplicate_request", ""},
    Kind{"duplicate_response", ""},
    Kind{"other_person", "other part"},
    Kind{"wrong_type", "member value everywhere"},
    Kind{"unknown_codes", "members value"},
    Kind{"extra_members", "share seed"},
    Kind{"missing_members", "share seed mode"},
    Kind{"nulls", "share seed mode"},
    Kind{"callback", "set remove"},
};
constexpr const char *commonMembers = "kind processType path person skip count probability";

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

QString problemOf(const QJsonObject &spec)
{
    const QString name = spec["kind"_L1].toString();
    for (const Kind &kind : kinds) {
        if (name != QLatin1StringView(kind.name))
            continue;
        const QStringList known = words(kind.members) + words(commonMembers);
        for (auto it = spec.begin(); it != spec.end(); ++it) {
            if (!known.contains(it.key()))
                return u"%1: not a member of %2"_s.arg(it.key(), name);
        }
        return {};
    }
    return u"kind: unknown"_s;
}

/// A patient's edit waits for the kind of request that it is to come around, an inquiry or a registration of a form;
/// others leave it untouched.
bool isEditOutOfPlace(const QJsonObject &spec, const FaultTarget &target)
{
    if (spec["kind"_L1] != "patient_edits"_L1)
        return false;
    static const QStringList forms{u"QuestionnaireAnswer"_s, u"ChildQuestionnaireAnswer"_s, u"Homecoming"_s,
                                   u"PrenatalMchbook"_s, u"ChildMchbook"_s};
    const bool isAroundInquiry = spec["when"_L1].toString(u"after_inquiry"_s) == "after_inquiry"_L1;
    const QString verb = isAroundInquiry ? u"Inquire"_s : u"Register"_s;
    return !target.processType.startsWith(verb) || !forms.contains(target.processType.mid(verb.size()));
}

bool isInScope(const QJsonObject &spec, const FaultTarget &target)
{
    if (isEditOutOfPlace(spec, target))
        return false;
    if (spec.contains("person"_L1) && spec["person"_L1].toString() != target.person)
        return false;
    if (spec.contains("path"_L1) && spec["path"_L1].toString() != target.path)
        return false;
    if (spec.contains("processType"_L1))
        return spec["processType"_L1].toString() == target.processType;
    return spec.contains("path"_L1) || !areaOfPath(target.path).isEmpty();
}

} // namespace

Faults::Added Faults::add(const QJsonValue &oneOrList)
{
    const QJsonArray list = oneOrList.isArray() ? oneOrList.toArray() : QJsonArray{oneOrList};
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (const QString problem = problemOf(list[i].toObject()); !problem.isEmpty())
            return {{}, u"[%1].%2"_s.arg(i).arg(problem)};
    }
    Added added;
    for (const QJsonValue &value : list) {
        const QJsonObject spec = value.toObject();
        Fault fault{++m_lastId, spec, spec["skip"_L1].toInt(0), {}};
        if (!spec["count"_L1].isNull()) // null: for good; absent: once
            fault.left = spec["count"_L1].toInt(1);
        m_faults.append(fault);
        added.ids.append(fault.id);
    }
    return added;
}

QJsonArray Faults::list() const
{
    QJsonArray result;
    for (const Fault &fault : m_faults) {
        QJsonObject entry = fault.spec;
        entry.insert(u"id"_s, fault.id);
        entry.insert(u"skip"_s, fault.skip);
        entry.insert(u"count"_s, fault.left ? QJsonValue(*fault.left) : QJsonValue::Null);
        result.append(entry);
    }
    return result;
}

bool Faults::remove(int id)
{
    return m_faults.removeIf([id](const Fault &fault) { return fault.id == id; }) > 0;
}

bool Faults::uses(Fault &fault)
{
    if (fault.left && *fault.left <= 0)
        return false;
    if (fault.skip > 0) {
        --fault.skip;
        return false;
    }
    if (QRandomGenerator::global()->generateDouble() >= fault.spec["probability"_L1].toDouble(1))
        return false;
    if (fault.left)
        --*fault.left;
    return true;
}

QList<QJsonObject> Faults::meet(const FaultTarget &target)
{
    QList<QJsonObject> result;
    for (Fault &fault : m_faults) {
        if (fault.spec["kind"_L1] != "callback"_L1 && isInScope(fault.spec, target) && uses(fault))
            result.append(fault.spec);
    }
    return result;
}

QList<QJsonObject> Faults::meetCallback(const QString &path)
{
    QList<QJsonObject> result;
    for (Fault &fault : m_faults) {
        const bool isHere = !fault.spec.contains("path"_L1) || fault.spec["path"_L1].toString() == path;
        if (fault.spec["kind"_L1] == "callback"_L1 && isHere && uses(fault))
            result.append(fault.spec);
    }
    return result;
}

QJsonArray Faults::description()
{
    QJsonArray result;
    for (const Kind &kind : kinds) {
        result.append(QJsonObject{{u"kind"_s, QString::fromLatin1(kind.name)},
                                  {u"members"_s, QJsonArray::fromStringList(words(kind.members))},
                                  {u"common"_s, QJsonArray::fromStringList(words(commonMembers))}});
    }
    return result;
}

} // namespace uk::training
