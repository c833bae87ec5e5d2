// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/residents.h"

#include "app/training/residentschema.h"
#include "app/training/strictjson.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

// Outside of every namespace: the macro declares functions of the resource compiler.
static void initTrainingResources()
{
    Q_INIT_RESOURCE(uketsuke_training);
    Q_INIT_RESOURCE(uketsuke_certificates);
}

namespace uk::training {

void initResources()
{
    initTrainingResources();
}

namespace {

std::unexpected<Error> broken(const QString &file, const QString &reason)
{
    return failure(ErrorCode::SettingInvalid, file + ": "_L1 + reason);
}

Result<QJsonObject> readObject(const QString &path, const QString &shortName)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return broken(shortName, u"cannot be read"_s);
    const auto value = readStrictJson(file.readAll());
    if (!value)
        return broken(shortName, value.error().detail);
    if (!value->isObject())
        return broken(shortName, u"not an object"_s);
    return value->toObject();
}

/// Several questionnaires share one form, so a questionnaire names its definition's file.
Result<QJsonObject> readDefinition(const QDir &folder, const QString &name)
{
    const QString own = folder.filePath("definitions/"_L1 + name + ".json"_L1);
    const QString builtIn = ":/training/residents/definitions/"_L1 + name + ".json"_L1;
    UK_TRY(const QJsonObject definition, readObject(QFile::exists(own) ? own : builtIn, name + ".json"_L1));
    if (const QString problem = problemOfDefinition(definition); !problem.isEmpty())
        return broken(name + ".json"_L1, problem);
    return definition;
}

/// Answers stand as short rows [itemMasterId, repeatNumber, result] in the files.
QJsonArray answersOf(const QJsonArray &rows)
{
    QJsonArray answers;
    for (const QJsonValue &row : rows) {
        const QJsonArray cells = row.toArray();
        answers.append(QJsonObject{{u"itemMasterId"_s, cells[0]}, {u"repeatNumber"_s, cells[1]}, {u"result"_s, cells[2]}});
    }
    return answers;
}

Result<Questionnaire> readQuestionnaire(const QDir &folder, const QJsonObject &object)
{
    Questionnaire result;
    result.id = object["id"_L1].toString();
    result.name = object["name"_L1].toString();
    result.isAnswerable = object["isAnswerable"_L1].toBool(true);
    result.answerStatusSeg = object["answerStatusSeg"_L1].toString();
    result.vaccinationWishSeg = object["vaccinationWishSeg"_L1].toString(u"0"_s);
    result.proxyInputConsentSeg = object["proxyInputConsentSeg"_L1].toString(u"0"_s);
    result.lastUpdatedPageNumber = object["lastUpdatedPageNumber"_L1].toInt();
    result.answers = answersOf(object["answers"_L1].toArray());
    result.answeredAt = object["answeredAt"_L1].toString();
    result.checkResults = object["checkResults"_L1].toArray();
    if (object.contains("previousVaccination"_L1))
        result.previousVaccination = object["previousVaccination"_L1];
    result.completedVaccineNames = object["completedVaccineNames"_L1].toArray();
    UK_TRY(result.definition, readDefinition(folder, object["definition"_L1].toString()));
    return result;
}

ResidentInfo infoOf(const QJsonObject &object)
{
    return {object["key"_L1].toString(),         object["name"_L1].toString(),
            object["nameKana"_L1].toString(),    object["address"_L1].toString(),
            QDate::fromString(object["dateOfBirth"_L1].toString(), Qt::ISODate),
            object["sex"_L1].toString(),         object["description"_L1].toString(),
            object["card"_L1].toObject()};
}

QString certificatePath(const QDir &folder, const QString &scheduleId)
{
    const QString own = folder.filePath("certificates/"_L1 + scheduleId + ".pdf"_L1);
    return QFile::exists(own) ? own : ":/training/certificates/"_L1 + scheduleId + ".pdf"_L1;
}

Result<Resident> readResident(const QDir &folder, const QJsonObject &object)
{
    Resident resident;
    resident.info = infoOf(object);
    resident.myNumber = object["myNumber"_L1].toString();
    resident.isRegistered = object["isRegistered"_L1].toBool(true);
    resident.hasExpiredCertificate = object["hasExpiredCertificate"_L1].toBool(false);
    resident.vaccinations = object["vaccinations"_L1].toArray();
    resident.otherAreas = object["otherAreas"_L1].toObject();
    const QJsonArray questionnaires = object["questionnaires"_L1].toArray();
    for (const QJsonValue &value : questionnaires) {
        UK_TRY(Questionnaire questionnaire, readQuestionnaire(folder, value.toObject()));
        resident.questionnaires.push_back(std::move(questionnaire));
    }
    const QJsonArray certificates = object["certificates"_L1].toArray();
    for (const QJsonValue &value : certificates)
        resident.certificates.insert(value.toString(), certificatePath(folder, value.toString()));
    return resident;
}

} // namespace

Result<std::vector<Resident>> loadResidents(const QString &folder)
{
    initResources();
    const QDir dir(folder.isEmpty() ? u":/training/residents"_s : folder);
    QStringList files = dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return broken(dir.path(), u"holds no residents"_s);
    std::vector<std::pair<int, Resident>> read;
    QSet<QString> keys;
    for (const QString &file : std::as_const(files)) {
        UK_TRY(const QJsonObject object, readObject(dir.filePath(file), file));
        if (const QString problem = problemOfResident(object); !problem.isEmpty())
            return broken(file, problem);
        UK_TRY(Resident resident, readResident(dir, object));
        if (keys.contains(resident.info.key))
            return broken(file, u"key: stands in two files"_s);
        keys.insert(resident.info.key);
        read.emplace_back(object["order"_L1].toInt(1000), std::move(resident));
    }
    std::stable_sort(read.begin(), read.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<Resident> result;
    for (auto &[order, resident] : read)
        result.push_back(std::move(resident));
    return result;
}

} // namespace uk::training

namespace uk {

Result<QList<ResidentInfo>> residents(const QString &folder)
{
    UK_TRY(const auto loaded, training::loadResidents(folder));
    QList<ResidentInfo> result;
    for (const auto &resident : loaded)
        result.append(resident.info);
    return result;
}

} // namespace uk
