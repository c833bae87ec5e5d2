// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/commandline.h"

#include <QCommandLineParser>

namespace uk {

using namespace Qt::StringLiterals;

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Reception desk for My Number Cards and the Public Medical Hub."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption training(u"training"_s, u"Synthetic people, keys in memory, no reader, no network."_s);
    const QCommandLineOption profile(u"profile"_s, u"Connection profile to use."_s, u"FILE"_s);
    const QCommandLineOption walkthrough(u"walkthrough"_s, u"Runs a visit by itself and reports into the folder."_s, u"OUTDIR"_s);
    const QCommandLineOption scenario(u"scenario"_s, u"The visit to run; without it the built-in training visit."_s, u"FILE"_s);
    const QCommandLineOption audit(u"verify-audit"_s, u"Checks the audit log (of this machine, or the named file) and ends."_s);
    parser.addOptions({training, profile, walkthrough, scenario, audit});
    parser.addPositionalArgument(u"file"_s, u"With --verify-audit: the log file."_s, u"[FILE]"_s);
    if (!parser.parse(arguments))
        return failure(ErrorCode::SettingInvalid, parser.errorText());
    CommandLine line;
    line.isTraining = parser.isSet(training);
    line.profileFile = parser.value(profile);
    line.walkthroughFolder = parser.value(walkthrough);
    line.scenarioFile = parser.value(scenario);
    line.verifiesAudit = parser.isSet(audit);
    line.auditFile = parser.positionalArguments().value(0);
    line.showsVersion = parser.isSet(version);
    line.showsHelp = parser.isSet(help);
    line.help = parser.helpText();
    if (parser.positionalArguments().size() > (line.verifiesAudit ? 1 : 0))
        return failure(ErrorCode::SettingInvalid, u"Unexpected argument '%1'."_s.arg(parser.positionalArguments().last()));
    if (!line.scenarioFile.isEmpty() && line.walkthroughFolder.isEmpty())
        return failure(ErrorCode::SettingInvalid, u"--scenario goes with --walkthrough OUTDIR."_s);
    return line;
}

} // namespace uk
