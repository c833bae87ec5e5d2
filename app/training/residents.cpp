// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/residents.h"

#include "app/training/jsonor.h"
#include "app/training/residentschema.h"
#include "app/base/json.h"

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

Result<JsonValue> readObject(const QString &path, const QString &shortName)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return broken(shortName, u"cannot be read"_s);
    const auto value = parseJson(file.readAll());
    if (!value)
        return broken(shortName, value.error().detail);
    if (!value->isObject())
        return broken(shortName, u"not an object"_s);
    return *value;
}

/// Several questionnaires share one form, so a questionnaire names its definition's file.
Result<JsonValue> readDefinition(const QDir &folder, const QString &name)
{
    const QString own = folder.filePath("definitions/"_L1 + name + ".json"_L1);
    const QString builtIn = ":/training/residents/definitions/"_L1 + name + ".json"_L1;
    UK_TRY(const JsonValue definition, readObject(QFile::exists(own) ? own : builtIn, name + ".json"_L1));
    if (const QString problem = problemOfDefinition(definition); !problem.isEmpty())
        return broken(name + ".json"_L1, problem);
    return definition;
}

/// Answers stand as short rows [id of the item, repeatNumber, result] in the files.
JsonValue answersOf(const JsonValue &rows, QLatin1StringView idMember)
{
    JsonValue answers = JsonValue::array();
    for (const JsonValue &row : rows.items())
        answers.append(JsonValue::object({{idMember, row[0]}, {u"repeatNumber"_s, row[1]}, {u"result"_s, row[2]}}));
    return answers;
}

/// Id, definition and answers: what all forms have.
Result<void> readForm(const QDir &folder, const JsonValue &object, QLatin1StringView idMember, AnswerForm &form)
{
    form.id = object["id"_L1].toString();
    form.answers = answersOf(object["answers"_L1], idMember);
    UK_TRY(form.definition, readDefinition(folder, object["definition"_L1].toString()));
    return {};
}

constexpr auto masterId = "itemMasterId"_L1, itemId = "itemId"_L1;

Result<Questionnaire> readQuestionnaire(const QDir &folder, const JsonValue &object)
{
    Questionnaire result;
    UK_CHECK(readForm(folder, object, masterId, result));
    result.name = object["name"_L1].toString();
    result.isAnswerable = flagOr(object["isAnswerable"_L1], true);
    result.answerStatusSeg = object["answerStatusSeg"_L1].toString();
    result.vaccinationWishSeg = textOr(object["vaccinationWishSeg"_L1], u"0"_s);
    result.proxyInputConsentSeg = textOr(object["proxyInputConsentSeg"_L1], u"0"_s);
    result.lastUpdatedPageNumber = intOr(object["lastUpdatedPageNumber"_L1], 0);
    result.answeredAt = object["answeredAt"_L1].toString();
    result.checkResults = listOf(object["checkResults"_L1]);
    result.previousVaccination = object["previousVaccination"_L1];
    result.completedVaccineNames = listOf(object["completedVaccineNames"_L1]);
    return result;
}

Result<std::vector<Questionnaire>> readQuestionnaires(const QDir &folder, const JsonValue &list)
{
    std::vector<Questionnaire> result;
    for (const JsonValue &value : list.items()) {
        UK_TRY(Questionnaire questionnaire, readQuestionnaire(folder, value));
        result.push_back(std::move(questionnaire));
    }
    return result;
}

/// The forms of mother and child that are no questionnaires.
Result<void> readHandbooks(const QDir &folder, const JsonValue &object, Resident &resident)
{
    if (object.contains("homecoming"_L1)) {
        resident.homecoming.emplace();
        UK_CHECK(readForm(folder, object["homecoming"_L1], itemId, *resident.homecoming));
    }
    const JsonValue books = object["prenatalMchbooks"_L1];
    for (const JsonValue &value : books.items()) {
        PrenatalMchbook book;
        UK_CHECK(readForm(folder, value, itemId, book));
        book.notifiedOn = value["notifiedOn"_L1].toString();
        resident.prenatalMchbooks.push_back(std::move(book));
    }
    if (object.contains("childMchbook"_L1)) {
        resident.childMchbook.emplace();
        UK_CHECK(readForm(folder, object["childMchbook"_L1], itemId, *resident.childMchbook));
        resident.childMchbook->id = childMchbookId;
    }
    return {};
}

void readLists(const JsonValue &object, Resident &resident)
{
    resident.vaccinations = listOf(object["vaccinations"_L1]);
    resident.pregnancies = listOf(object["pregnancies"_L1]);
    resident.vouchers = listOf(object["vouchers"_L1]);
    resident.checkups = listOf(object["checkups"_L1]);
    resident.subsidyCertificates = listOf(object["subsidyCertificates"_L1]);
    resident.subsidyHistories = listOf(object["subsidyHistories"_L1]);
    resident.ledgers = listOf(object["ledgers"_L1]);
    const JsonValue loss = object["pregnancyLoss"_L1];
    resident.pregnancyLoss.ids = textsOf(loss["ids"_L1]);
    resident.pregnancyLoss.id = loss["id"_L1].toString();
    resident.pregnancyLoss.on = loss["on"_L1].toString();
}

ResidentInfo infoOf(const JsonValue &object)
{
    return {object["key"_L1].toString(),         object["name"_L1].toString(),
            object["nameKana"_L1].toString(),    object["address"_L1].toString(),
            QDate::fromString(object["dateOfBirth"_L1].toString(), Qt::ISODate),
            object["sex"_L1].toString(),         object["description"_L1].toString(),
            object["card"_L1]};
}

QString certificatePath(const QDir &folder, const QString &scheduleId)
{
    const QString own = folder.filePath("certificates/"_L1 + scheduleId + ".pdf"_L1);
    return QFile::exists(own) ? own : ":/training/certificates/"_L1 + scheduleId + ".pdf"_L1;
}

Result<Resident> readResident(const QDir &folder, const JsonValue &object)
{
    Resident resident;
    resident.info = infoOf(object);
    resident.myNumber = object["myNumber"_L1].toString();
    resident.isRegistered = flagOr(object["isRegistered"_L1], true);
    resident.hasExpiredCertificate = flagOr(object["hasExpiredCertificate"_L1], false);
    readLists(object, resident);
    UK_TRY(resident.questionnaires, readQuestionnaires(folder, object["questionnaires"_L1]));
    UK_TRY(resident.childQuestionnaires, readQuestionnaires(folder, object["childQuestionnaires"_L1]));
    UK_CHECK(readHandbooks(folder, object, resident));
    const JsonValue certificates = object["certificates"_L1];
    for (const JsonValue &value : certificates.items())
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
        UK_TRY(const JsonValue object, readObject(dir.filePath(file), file));
        if (const QString problem = problemOfResident(object); !problem.isEmpty())
            return broken(file, problem);
        UK_TRY(Resident resident, readResident(dir, object));
        if (keys.contains(resident.info.key))
            return broken(file, u"key: stands in two files"_s);
        keys.insert(resident.info.key);
        read.emplace_back(intOr(object["order"_L1], 1000), std::move(resident));
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
