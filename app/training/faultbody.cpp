// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/faultbody.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>

#include <functional>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

/// Called for each member with its dotted path without indices; gives the new value, Undefined to leave it out.
using Change = std::function<QJsonValue(const QString &path, const QString &member, const QJsonValue &value)>;

QJsonValue walked(const QJsonValue &value, const QString &path, const Change &change);

QJsonObject walkedObject(const QJsonObject &object, const QString &path, const Change &change)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString inner = path.isEmpty() ? it.key() : path + u'.' + it.key();
        const QJsonValue changed = change(inner, it.key(), it.value());
        if (!changed.isUndefined())
            result.insert(it.key(), walked(changed, inner, change));
    }
    return result;
}

QJsonValue walked(const QJsonValue &value, const QString &path, const Change &change)
{
    if (value.isObject())
        return walkedObject(value.toObject(), path, change);
    if (!value.isArray())
        return value;
    QJsonArray result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array)
        result.append(walked(element, path, change));
    return result;
}

QJsonValue ofAnotherType(const QJsonValue &value)
{
    return value.isString() ? QJsonValue(QJsonObject{{u"unexpected"_s, true}}) : QJsonValue(u"unexpected"_s);
}

QJsonObject withWrongType(const QJsonObject &body, const QJsonObject &fault)
{
    const QString wanted = fault["member"_L1].toString();
    const bool everywhere = fault["everywhere"_L1].toBool();
    bool isDone = false;
    return walkedObject(body, {}, [&](const QString &path, const QString &member, const QJsonValue &value) {
        if ((wanted != path && wanted != member) || (isDone && !everywhere))
            return value;
        isDone = true;
        return fault.contains("value"_L1) ? fault["value"_L1] : ofAnotherType(value);
    });
}

bool isCode(const QString &member, const QJsonObject &fault)
{
    const QJsonArray chosen = fault["members"_L1].toArray();
    if (!chosen.isEmpty())
        return chosen.contains(member);
    return member.endsWith("Seg"_L1) || member == "sex"_L1 || member == "warningCode"_L1 || member == "vaccineTypeCode"_L1;
}

QJsonObject withUnknownCodes(const QJsonObject &body, const QJsonObject &fault)
{
    const QJsonValue code = fault["value"_L1].toString(u"99"_s);
    return walkedObject(body, {}, [&](const QString &, const QString &member, const QJsonValue &value) {
        return value.isString() && isCode(member, fault) ? code : value;
    });
}

/// Members that the contract requires: the schemas' "required" lists and rules 13.
bool isRequired(const QString &schema, const QString &path)
{
    static const QHash<QString, QSet<QString>> table{
        {u"VaccinationList"_s,
         {u"vaccinations"_s, u"vaccinations.questionnaireManagementId"_s, u"vaccinations.vaccinationScheduleId"_s,
          u"vaccinations.type"_s}},
        {u"QuestionnaireList"_s,
         {u"questionnaires"_s, u"questionnaires.questionnaireManagementId"_s, u"questionnaires.questionnaireName"_s,
          u"questionnaires.answerStatusSeg"_s}},
        {u"VaccinationCertificate"_s, {u"pdfFileName"_s, u"pdfData"_s}},
        {u"RegisterResult"_s,
         {u"questionnaireManagementId"_s, u"answerStatusSeg"_s, u"processType"_s, u"childCheckupId"_s,
          u"pregnancyByMunicipalityId"_s, u"pregnancyId"_s}},
        {u"Error"_s, {u"code"_s, u"message"_s}},
        {u"PrenatalCheckups"_s, {u"pregnancies"_s}},
        {u"PrenatalVouchers"_s, {u"vouchers"_s}},
        {u"PrenatalMchbook"_s, {u"mchbooks"_s}},
        {u"ChildCheckups"_s, {u"checkups"_s}},
        {u"MedicalSubsidies"_s, {u"certificates"_s, u"historiesWithoutCertificate"_s}},
        {u"CopaymentLedger"_s, {u"copaymentLedgerSeg"_s, u"months"_s}},
    };
    static const QSet<QString> questionnaire{u"questionnaireManagementId"_s, u"childCheckupId"_s, u"questionnaireName"_s,
                                             u"isAnswerable"_s, u"answerStatusSeg"_s, u"basicFiveInfo"_s, u"definition"_s,
                                             u"answers"_s};
    // Inside these, a missing member would make the whole value meaningless to a reader.
    static const QSet<QString> innerRequired{u"groups"_s, u"subgroups"_s, u"items"_s, u"itemMasterId"_s, u"itemId"_s,
                                             u"answerType"_s, u"repeatNumber"_s, u"result"_s, u"anyOf"_s, u"value"_s,
                                             u"name"_s, u"nameKana"_s, u"address"_s, u"dateOfBirth"_s, u"sex"_s};
    const bool isQuestionnaire = schema == "QuestionnaireAnswer"_L1 || schema == "ChildQuestionnaireAnswer"_L1;
    if (isQuestionnaire && questionnaire.contains(path))
        return true;
    const QString member = path.section(u'.', -1);
    const bool isLabel = path.startsWith("definition."_L1) && member == "label"_L1;
    return table.value(schema).contains(path) || isLabel || (path.contains(u'.') && innerRequired.contains(member));
}

/// Members whose type in the contract has null.
bool mayBeNull(const QString &path)
{
    static const QSet<QString> members{
        u"recommendedOn"_s, u"reRecommendedOn"_s, u"questionnaireDisplayFrom"_s, u"questionnaireDisplayTo"_s,
        u"guideUrlMhlw"_s, u"guideUrlMunicipality"_s, u"doseCommonName"_s, u"term"_s, u"valency"_s, u"doseNumber"_s,
        u"interval"_s, u"previousOn"_s, u"beforePreviousOn"_s, u"standardPeriod"_s, u"routinePeriod"_s, u"age"_s,
        u"fiscalYear"_s, u"date"_s, u"from"_s, u"to"_s, u"suitableAgeSeg"_s, u"vaccinatedOn"_s, u"doctorName"_s,
        u"implementationSeg"_s, u"vaccinationSeg"_s, u"isConsented"_s, u"vaccineName"_s, u"manufacturer"_s,
        u"lotNumber"_s, u"doseAmount"_s, u"specialCircumstanceSeg"_s, u"medicalInstitution"_s, u"unit"_s, u"minimum"_s,
        u"maximum"_s, u"decimalPlaces"_s, u"maxLength"_s, u"visibleWhen"_s, u"note"_s, u"lastUpdatedPageNumber"_s,
        u"previousVaccination"_s, u"intervalInfo"_s};
    return members.contains(path.section(u'.', -1));
}

QJsonObject thinned(const QJsonObject &body, const QString &schema, const QJsonObject &fault, const QJsonValue &instead)
{
    QRandomGenerator chance(static_cast<quint32>(fault["seed"_L1].toInt(1)));
    const double share = fault["share"_L1].toDouble(1);
    const bool bySchema = instead.isNull() && fault["mode"_L1].toString() == "schema"_L1;
    return walkedObject(body, {}, [&](const QString &path, const QString &, const QJsonValue &value) {
        if (isRequired(schema, path) || (bySchema && !mayBeNull(path)))
            return value;
        return chance.generateDouble() < share ? instead : value;
    });
}

QJsonValue withExtras(const QJsonValue &value, QRandomGenerator &chance, double share)
{
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            result.append(withExtras(element, chance, share));
        return result;
    }
    if (!value.isObject())
        return value;
    QJsonObject result;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), withExtras(it.value(), chance, share));
    if (chance.generateDouble() < share) {
        result.insert(u"unknownText"_s, u"x"_s);
        result.insert(u"unknownObject"_s, QJsonObject{{u"inner"_s, QJsonArray{1, QJsonValue::Null}}});
    }
    return result;
}

} // namespace

QJsonObject spoiled(const QJsonObject &body, const QString &schema, const QJsonObject &fault)
{
    const QString kind = fault["kind"_L1].toString();
    if (kind == "wrong_type"_L1)
        return withWrongType(body, fault);
    if (kind == "unknown_codes"_L1)
        return withUnknownCodes(body, fault);
    if (kind == "missing_members"_L1)
        return thinned(body, schema, fault, QJsonValue::Undefined);
    if (kind == "nulls"_L1)
        return thinned(body, schema, fault, QJsonValue::Null);
    if (kind == "extra_members"_L1) {
        QRandomGenerator chance(static_cast<quint32>(fault["seed"_L1].toInt(1)));
        return withExtras(body, chance, fault["share"_L1].toDouble(1)).toObject();
    }
    return body;
}

} // namespace uk::training
