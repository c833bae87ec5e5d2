// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/walkthrough/walkthrough.h"

#include "app/base/errortable.h"
#include "ui/walkthrough/stepscripts.h"

#include <QAbstractButton>

#include <algorithm>
#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int paintMs = 80;

/// From reception to the outcome of a questionnaire; signing in and the patient's own steps are none of it.
bool isWorkAtTheDesk(StepKind kind)
{
    constexpr std::array desk{StepKind::OpenQuestionnaire, StepKind::Answer, StepKind::AddRepeat, StepKind::RemoveRepeat,
                              StepKind::AcknowledgeWarnings, StepKind::SaveDraft, StepKind::Submit, StepKind::Undo,
                              StepKind::HandOver, StepKind::TakeOver, StepKind::Press};
    return std::ranges::find(desk, kind) != desk.end();
}

} // namespace

Walkthrough::Walkthrough(const Scenario &scenario, WalkthroughTarget &target, const QDir &folder, QObject *parent)
    : QObject(parent)
    , m_scenario(scenario)
    , m_target(target)
    , m_folder(folder)
    , m_screenshots(folder)
{
    m_pictureTimer.setSingleShot(true);
    m_pictureTimer.setInterval(paintMs);
    connect(&m_pictureTimer, &QTimer::timeout, this, &Walkthrough::takePicture);
    connect(&m_target, &WalkthroughTarget::screenChanged, &m_pictureTimer, qOverload<>(&QTimer::start));
    m_driver.setGuard([this] { return guard(); });
}

void Walkthrough::start()
{
    m_pictureTimer.start();
    beginStep();
}

void Walkthrough::beginStep()
{
    if (m_step == m_scenario.steps.size()) {
        finishRun();
        return;
    }
    const ScenarioStep &step = m_scenario.steps.at(m_step);
    m_errorBefore = m_target.shownError();
    m_stepTime.start();
    m_effortBefore = m_driver.effort();
    Result<QList<InputAction>> script = stepScript(step, {m_scenario, m_target, m_driver});
    if (!script) {
        endStep(std::unexpected(script.error()));
        return;
    }
    m_driver.run(*std::move(script), [this](const Result<void> &outcome) { endStep(outcome); });
}

/// Before each press: an error that came up ends the step, a question is answered or ends it.
Result<bool> Walkthrough::guard()
{
    const std::optional<Error> error = m_target.shownError();
    const bool isNew = error && error != m_errorBefore;
    if (!error)
        m_errorBefore.reset(); // the next one is new, even if it is the same
    // Every screen is pictured, however soon the next press would leave it.
    const bool isPictured = !m_pictureTimer.isActive();
    if (!isNew && !isPictured)
        return false;

    const ScenarioStep &step = m_scenario.steps.at(m_step);
    for (const QString &prompt : step.confirm) {
        QWidget *control = InputDriver::find(promptControl(prompt));
        const auto *button = qobject_cast<QAbstractButton *>(control);
        const bool isOpen = control && control->isEnabled() && !(button && button->isCheckable() && button->isChecked());
        // A yes is given once: where it led to another error, the step ends in that one.
        const bool isSpent = isNew && m_answered.contains(prompt) && m_answered.value(prompt) != error;
        if (isOpen && !isSpent) {
            if (isPictured) {
                m_answered.insert(prompt, error);
                static_cast<void>(m_driver.tryClick(control->objectName()));
            }
            return false;
        }
    }
    if (isNew)
        return std::unexpected(*error);
    const QString prompt = m_target.openPrompt();
    return prompt.isEmpty() ? Result<bool>(true) : answerPrompt(prompt);
}

Result<bool> Walkthrough::answerPrompt(const QString &prompt)
{
    const ScenarioStep &step = m_scenario.steps.at(m_step);
    const bool isChoice = prompt == "choose"_L1;
    if (isChoice ? step.choose.isEmpty() : !step.confirm.contains(prompt))
        return failure(ErrorCode::PromptUnanswered, u"the step does not answer the prompt "_s + prompt, {prompt});
    static_cast<void>(m_driver.tryClick(promptControl(isChoice ? step.choose : prompt)));
    return false;
}

void Walkthrough::endStep(const Result<void> &outcome)
{
    const ScenarioStep &step = m_scenario.steps.at(m_step);
    StepReport report;
    report.name = step.name;
    report.milliseconds = m_stepTime.elapsed();
    report.screen = m_target.screen();
    if (isWorkAtTheDesk(step.kind))
        report.effort = m_driver.effort() - m_effortBefore;
    if (!outcome) {
        report.code = publicCode(outcome.error().code);
        // The title alone: it has no arguments, so nothing of a person can stand in it.
        report.text = errorText(outcome.error().code).title;
    }
    // Taking the card away ends the visit with that reason where it comes before the consent is complete; the step did
    // what it says.
    const bool isPulled = step.kind == StepKind::RemoveCard && step.expect.isEmpty()
        && report.code == publicCode(ErrorCode::CardRemoved);
    report.isOk = isPulled || report.code == step.expect;
    m_pictureTimer.stop();
    m_answered.clear();
    takePicture();
    report.png = m_lastPicture;
    m_reports.append(report);
    ++m_step;
    if (!report.isOk && !step.continuesOnFailure)
        m_step = m_scenario.steps.size();
    QMetaObject::invokeMethod(this, &Walkthrough::beginStep, Qt::QueuedConnection);
}

void Walkthrough::takePicture()
{
    QWidget *window = m_target.window();
    if (!window)
        return;
    const ScenarioStep &step = m_scenario.steps.at(std::min(m_step, m_scenario.steps.size() - 1));
    const Result<QString> name = m_screenshots.take(*window, step.name, m_target.screen(), m_target.isPatientScreen());
    if (name)
        m_lastPicture = *name;
}

void Walkthrough::finishRun()
{
    m_pictureTimer.stop();
    const bool isGood = m_reports.size() == m_scenario.steps.size() && std::ranges::all_of(m_reports, &StepReport::isOk);
    const Result<void> written = writeSummary(summaryOf(m_reports, isGood, m_target), m_folder.filePath(u"summary.json"_s));
    const Result<void> counted = writeSummary(effortOf(m_reports), m_folder.filePath(u"effort.json"_s));
    Q_EMIT finished(isGood && written && counted ? 0 : 1);
}

} // namespace uk
