// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QString>
#include <QStringList>

namespace uk {

/// What the program was asked to do (contract scenario.md, "Command lines that are fixed").
struct CommandLine
{
    bool isTraining = false;
    QString profileFile;
    QString walkthroughFolder; ///< empty: no walkthrough
    QString scenarioFile;      ///< empty: the built-in training visit
    bool verifiesAudit = false;
    QString auditFile;         ///< empty: the one of this machine
    bool showsVersion = false;
    bool showsHelp = false;
    QString help;
};

/// Error SettingInvalid; its detail is a sentence for the console.
[[nodiscard]] Result<CommandLine> readCommandLine(const QStringList &arguments);

} // namespace uk
