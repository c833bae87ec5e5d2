// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// Build-time tool: draws the 予防接種済証 of the synthetic residents as PDF files, so that the training server itself
// needs neither Qt Gui nor fonts.  usage: uketsuke-draw-certificates RESIDENTS-DIR NOTES-FILE OUTPUT-DIR
#include "app/training/certificates/sheet.h"

#include "app/base/json.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

#include <optional>

using namespace Qt::StringLiterals;
using uk::JsonValue;
using uk::training::CertificateData;

namespace {

int failed(const QString &reason)
{
    QTextStream(stderr) << "uketsuke-draw-certificates: " << reason << '\n';
    return 1;
}

JsonValue readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return uk::parseJson(file.readAll()).value_or(JsonValue());
}

/// What stands on the paper for one entry of the history.
CertificateData dataOf(const JsonValue &resident, const JsonValue &vaccination, const JsonValue &history)
{
    const JsonValue type = vaccination["type"_L1];
    CertificateData data;
    data.name = resident["name"_L1].toString();
    data.kana = resident["nameKana"_L1].toString();
    data.address = resident["address"_L1].toString();
    data.birthDate = QDate::fromString(resident["dateOfBirth"_L1].toString(), Qt::ISODate);
    data.vaccine = type["vaccineCommonName"_L1].toString() + u'　' + type["doseCommonName"_L1].toString();
    data.vaccinatedOn = QDate::fromString(history["vaccinatedOn"_L1].toString(), Qt::ISODate);
    data.lotNumber = history["result"_L1]["lotNumber"_L1].toString();
    data.place = history["medicalInstitution"_L1]["name"_L1].toString();
    return data;
}

/// Draws every certificate of a resident; gives the schedule ids, nothing when one could not be written.
std::optional<QStringList> drawAll(const JsonValue &resident, const JsonValue &notes, const QDir &output)
{
    QStringList drawn;
    const JsonValue wanted = resident["certificates"_L1];
    const JsonValue vaccinations = resident["vaccinations"_L1];
    for (const JsonValue &vaccination : vaccinations.items()) {
        const JsonValue history = vaccination["history"_L1];
        for (const JsonValue &entry : history.items()) {
            const QString id = entry["vaccinationScheduleId"_L1].toString();
            if (!wanted.items().contains(JsonValue(id)))
                continue;
            CertificateData data = dataOf(resident, vaccination, entry);
            const JsonValue lines = notes[vaccination["type"_L1]["vaccineTypeCode"_L1].toString()];
            for (const JsonValue &line : lines.items())
                data.notes.append(line.toString());
            if (!uk::training::drawCertificate(data, output.filePath(id + ".pdf"_L1)))
                return {};
            drawn.append(id);
        }
    }
    return drawn;
}

bool writeResourceList(const QDir &output, const QStringList &ids)
{
    QFile file(output.filePath(u"certificates.qrc"_s));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QTextStream out(&file);
    out << "<RCC><qresource prefix=\"/training/certificates\">\n";
    for (const QString &id : ids)
        out << "<file>" << id << ".pdf</file>\n";
    out << "</qresource></RCC>\n";
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // a build machine has no screen
    QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 4)
        return failed(u"three arguments: residents, notes, output"_s);
    const QDir residents(arguments[1]), output(arguments[3]);
    if (!output.mkpath(u"."_s))
        return failed(u"the output folder cannot be made"_s);
    const JsonValue notes = readObject(arguments[2]);
    QStringList ids;
    const QStringList files = residents.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const auto drawn = drawAll(readObject(residents.filePath(file)), notes, output);
        if (!drawn)
            return failed(file + u": a certificate could not be drawn"_s);
        ids += *drawn;
    }
    if (ids.isEmpty() || !writeResourceList(output, ids))
        return failed(u"nothing was drawn"_s);
    return 0;
}
