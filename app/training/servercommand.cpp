// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/servercommand.h"

#include "app/training/trainingserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace uk {
namespace {

int failed(const QString &reason, int status)
{
    QTextStream(stderr) << "uketsuke-training: " << reason << '\n';
    return status;
}

/// Pieces that fit beside the keys on a sheet of A4: 66 columns, a Japanese character takes two.
QStringList wrapped(const QString &text)
{
    constexpr int columns = 66;
    QStringList lines{u""_s};
    int used = 0;
    for (const QChar character : text) {
        const int width = character.unicode() < 0x2e80 ? 1 : 2;
        if (used + width > columns && !character.isLowSurrogate()) {
            lines.append(u""_s);
            used = 0;
        }
        lines.last() += character;
        used += width;
    }
    return lines;
}

int listResidents(const QString &folder)
{
    const auto found = residents(folder);
    if (!found)
        return failed(found.error().detail, 1);
    QTextStream out(stdout);
    constexpr int indent = 12;
    for (const ResidentInfo &resident : *found) {
        out << resident.key.leftJustified(indent) << resident.name << '\n';
        const QStringList lines = wrapped(resident.description);
        for (const QString &line : lines)
            out << QString(indent, u' ') << line << '\n';
    }
    return 0;
}

int printProfile(const TrainingServerOptions &options)
{
    const QUrl base(u"http://127.0.0.1:%1"_s.arg(options.port));
    const auto profile = trainingProfile(base, options.clientId, options.profileFile);
    if (!profile)
        return failed(QString(publicCode(profile.error().code)) + u' ' + profile.error().detail, 1);
    QTextStream(stdout) << QString::fromUtf8(*profile);
    return 0;
}

/// A port of 0 to 65535; nothing for anything else.
std::optional<quint16> portOf(const QString &text)
{
    bool isNumber = false;
    const quint16 port = text.toUShort(&isNumber);
    return isNumber ? std::optional(port) : std::nullopt;
}

} // namespace

int runServerCommand(QCoreApplication &, const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption port(u"port"_s, u"Port of portal and PMH (0: a free one)."_s, u"P"_s, u"8480"_s);
    const QCommandLineOption control(u"control-port"_s, u"Control port (0: a free one)."_s, u"Q"_s, u"8481"_s);
    const QCommandLineOption folder(u"residents"_s, u"Folder of the residents."_s, u"DIR"_s);
    const QCommandLineOption profile(u"profile"_s, u"Connection profile whose names are spoken."_s, u"FILE"_s);
    const QCommandLineOption client(u"client-id"_s, u"Client that may ask."_s, u"ID"_s, u"uketsuke-training"_s);
    const QCommandLineOption municipality(u"municipality-token"_s, u"Token of the municipality."_s, u"TOKEN"_s,
                                          TrainingServerOptions().municipalityToken);
    const QCommandLineOption planned(u"planned-stops"_s, u"Keep the planned stops of the real services."_s);
    const QCommandLineOption print(u"print-profile"_s, u"Write the connection profile for this server and end."_s);
    const QCommandLineOption list(u"list"_s, u"Write the residents and end."_s);
    parser.addOptions({port, control, folder, profile, client, municipality, planned, print, list});
    parser.addHelpOption();
    if (!parser.parse(arguments))
        return failed(parser.errorText(), 2);
    if (parser.isSet(u"help"_s)) {
        QTextStream(stdout) << parser.helpText();
        return 0;
    }
    const auto portNumber = portOf(parser.value(port)), controlNumber = portOf(parser.value(control));
    if (!portNumber || !controlNumber)
        return failed(u"a port is a number from 0 to 65535"_s, 2);
    if (parser.isSet(list))
        return listResidents(parser.value(folder));
    TrainingServerOptions options;
    options.port = *portNumber;
    options.controlPort = *controlNumber;
    options.residentsFolder = parser.value(folder);
    options.profileFile = parser.value(profile);
    options.clientId = parser.value(client);
    options.municipalityToken = parser.value(municipality);
    options.hasPlannedStops = parser.isSet(planned);
    if (parser.isSet(print))
        return printProfile(options);
    TrainingServer server;
    if (const auto started = server.start(options); !started)
        return failed(QString(publicCode(started.error().code)) + u' ' + started.error().detail, 1);
    QTextStream out(stdout);
    const JsonValue addresses = JsonValue::object({{u"base"_s, server.baseUrl().toString()}, {u"control"_s, server.controlUrl().toString()}});
    out << QString::fromUtf8(writeJson(addresses)) << '\n';
    out.flush();
    return QCoreApplication::exec();
}

} // namespace uk
