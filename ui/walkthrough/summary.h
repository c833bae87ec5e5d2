// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"
#include "cardreader/base/error.h"
#include "ui/walkthrough/inputdriver.h"
#include "ui/walkthrough/walkthroughtarget.h"

namespace uk {

/// What became of one step.
struct StepReport
{
    QString name; ///< "do"
    bool isOk = false;
    qint64 milliseconds = 0;
    QString screen;
    QString code; ///< "UK-…"; empty where nothing went wrong
    QString text; ///< the code's title; never a name, number or typed text
    QString png;  ///< file name of the last picture of the step
    InputEffort effort; ///< of a step at the desk; nothing for the patient's
};

/// OUTDIR/summary.json (contract scenario.md): no PIN, token or name in it.
[[nodiscard]] JsonValue summaryOf(const QList<StepReport> &steps, bool isOk, const WalkthroughTarget &target);
/// OUTDIR/effort.json: what staff did with keys and mouse, and how long that takes by the keystroke-level model.
[[nodiscard]] JsonValue effortOf(const QList<StepReport> &steps);
/// Error StoreFailed.
[[nodiscard]] Result<void> writeSummary(const JsonValue &summary, const QString &fileName);

} // namespace uk
