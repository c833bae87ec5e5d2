// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace uk {

/// What CUPS says about a queue (RFC 8011: printer-state, printer-state-reasons, printer-is-accepting-jobs).
struct QueueState
{
    int state = 3; ///< 3 idle, 4 processing, 5 stopped
    bool isAccepting = true;
    QStringList reasons;
};

[[nodiscard]] bool isQueueStopped(const QueueState &state);
/// The state in words that staff can act on, the most urgent thing first. In the language of the screens; any thread.
[[nodiscard]] QString queueStateText(const QueueState &state);

} // namespace uk
