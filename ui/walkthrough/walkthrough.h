// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/walkthrough/inputdriver.h"
#include "ui/walkthrough/scenario.h"
#include "ui/walkthrough/screenshots.h"
#include "ui/walkthrough/summary.h"
#include "ui/walkthrough/walkthroughtarget.h"

#include <QHash>
#include <QDir>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace uk {

/// Plays a scenario on the real windows and reports (contract scenario.md). Main thread.
class Walkthrough : public QObject
{
    Q_OBJECT
public:
    /// `folder` is OUTDIR; it is made where it is missing. `scenario` and `target` outlive this.
    Walkthrough(const Scenario &scenario, WalkthroughTarget &target, const QDir &folder, QObject *parent = nullptr);

    void start();
    /// Of the steps that have ended.
    [[nodiscard]] const QList<StepReport> &reports() const { return m_reports; }

Q_SIGNALS:
    /// All steps ended as expected: 0; otherwise 1. summary.json is written. The receiver ends the program, whose way
    /// out passes the common tail.
    void finished(int exitStatus);

private:
    void beginStep();
    void endStep(const Result<void> &outcome);
    void finishRun();
    [[nodiscard]] Result<bool> guard();
    [[nodiscard]] Result<bool> answerPrompt(const QString &prompt);
    void takePicture();

    InputEffort m_effortBefore;
    const Scenario &m_scenario;
    WalkthroughTarget &m_target;
    QDir m_folder;
    InputDriver m_driver;
    Screenshots m_screenshots;
    QTimer m_pictureTimer; ///< a new screen is given a moment to be painted
    QElapsedTimer m_stepTime;
    QList<StepReport> m_reports;
    QString m_lastPicture;
    std::optional<Error> m_errorBefore; ///< stood on the screen already when the step began
    QHash<QString, std::optional<Error>> m_answered; ///< prompts that this step has said yes to, and the error they stood with
    qsizetype m_step = 0;
};

} // namespace uk
