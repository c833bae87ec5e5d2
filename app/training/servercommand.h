// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

QT_BEGIN_NAMESPACE
class QCoreApplication;
QT_END_NAMESPACE

namespace uk {

/// "uketsuke-training server …": runs until the process is ended. arguments[0] is the program. Gives the exit status:
/// 2 for wrong arguments, 1 when the server could not start.
[[nodiscard]] int runServerCommand(QCoreApplication &app, const QStringList &arguments);

} // namespace uk
