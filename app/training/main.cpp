// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// uketsuke-training: the training server, and the software card on the vpcd reader driver, as a process of its own.
#include "app/training/cardcommand.h"
#include "app/training/servercommand.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"uketsuke-training"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(UKETSUKE_VERSION));
    QStringList arguments = QCoreApplication::arguments();
    const QString command = arguments.value(1);
    arguments.remove(1, std::min<qsizetype>(1, arguments.size() - 1));
    if (command == "server"_L1)
        return uk::runServerCommand(app, arguments);
    if (command == "card"_L1)
        return uk::runCardCommand(arguments);
    QTextStream(stderr) << "usage: uketsuke-training server [--port P] [--control-port Q] [--residents DIR] [--profile FILE]"
                           " [--print-profile] [--list]\n"
                           "       uketsuke-training card [--port 35963] [--resident KEY] [--variant NAME ...] [--pki DIR] [--log FILE] [--control]\n";
    return 2;
}
