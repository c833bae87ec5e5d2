// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/commandline.h"
#include "ui/kiosk.h"
#include "ui/stopsignals.h"

#include "app/base/errortable.h"
#include "app/base/settings.h"
#include "cardreader/base/crashdumps.h"
#include "ui/walkthrough/scenario.h"

#include <QApplication>
#include <QMessageBox>
#include <QTextStream>

#include <sodium.h>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

enum ExitStatus { Fine = 0, NotAsExpected = 1, WrongInput = 2 };

int say(const QString &text, int status)
{
    QTextStream(status == Fine ? stdout : stderr) << text << Qt::endl;
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    forbidCrashDumps();
    if (sodium_init() < 0)
        return say(u"The random source of this machine is not usable."_s, NotAsExpected);
    QCoreApplication::setApplicationName(u"uketsuke"_s);
    QCoreApplication::setOrganizationName(u"uketsuke"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(UKETSUKE_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto line = readCommandLine(arguments);
    if (!line)
        return say(line.error().detail, WrongInput);
    if (line->showsVersion)
        return say(u"uketsuke "_s + QStringLiteral(UKETSUKE_VERSION), Fine);
    if (line->showsHelp)
        return say(line->help, Fine);

    const Settings settings = Settings::read(SettingFiles::ofSystem());
    for (const Error &problem : settings.problems())
        say(publicCode(problem.code) + u' ' + problem.arguments.value(0) + u": "_s + problem.detail, WrongInput);
    if (line->verifiesAudit) {
        QCoreApplication application(argc, argv);
        return verifyAudit(*line, settings);
    }

    std::optional<Scenario> scenario;
    if (!line->walkthroughFolder.isEmpty()) {
        auto read = readScenario(line->scenarioFile.isEmpty() ? u":/scenarios/training-visit.json"_s : line->scenarioFile);
        if (!read)
            return say(read.error().detail, WrongInput);
        scenario = *std::move(read);
        // The scale must be known before the display is opened.
        if (scenario->display.scale != 1.0)
            qputenv("QT_SCALE_FACTOR", QByteArray::number(scenario->display.scale));
    }
    QApplication application(argc, argv);
    Kiosk kiosk(*line, settings, scenario ? &*scenario : nullptr);
    if (const auto started = kiosk.start(); !started) {
        // Whoever started it by an icon sees no console.
        if (!scenario) {
            const ErrorText text = errorText(started.error());
            QMessageBox::critical(nullptr, u"Uketsuke"_s, u"%1（%2）\n%3\n\n%4\n%5"_s.arg(text.title, text.code, text.staff, text.it, started.error().detail));
        }
        return say(publicCode(started.error().code) + u' ' + started.error().detail, WrongInput);
    }
    const StopSignals signals;
    QObject::connect(&signals, &StopSignals::requested, &application, [&kiosk] { kiosk.close(); });
    return application.exec();
}
