// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace uk {

/// `uketsuke-training card [--port 35963] [--resident KEY] [--variant NAME …] [--pki DIR] [--log FILE] [--control]`: lays the card
/// in software of one resident into the virtual reader (vpcd) of the card service.
///
/// `arguments` begin with the program's name. Without --resident it is the first resident's card; variants come on top
/// of the resident's own. Waits for the driver, and again whenever the card service goes away. Ends on SIGTERM and
/// SIGINT, or when a variant pulls the card; with --control it goes on then, and orders on standard input lay, swap and
/// take cards while it runs (cardcontrol.h).
/// Returns the exit status: 0 ended as asked, 1 something failed (said on standard error), 2 wrong arguments.
[[nodiscard]] int runCardCommand(const QStringList &arguments);

} // namespace uk
