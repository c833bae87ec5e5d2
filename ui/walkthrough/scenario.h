// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"
#include "app/questionnaire/definition.h"
#include "cardreader/base/error.h"
#include "cardreader/base/secretbuffer.h"

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace uk {

enum class StepKind {
    Identify, Link, OpenQuestionnaire, Answer, AddRepeat, RemoveRepeat, AcknowledgeWarnings, SaveDraft, Submit,
    OpenCertificate, OpenForm, ChoosePaper, OpenBlankForms, Print, Open, Register, Wait, Finish, SignIn, Lock, Unlock, Refuse, RemoveCard, LayCard, Park, Resume,
    Undo,
    HandOver, AnswerProxy, Enter, EndEntry, SendEntry, TakeOver, Press, ///< the screen in the person's hands, and keys
    OpenSameDay, AnswerSameDay, IncludeSameDay, SubmitSameDay ///< screen 8
};

/// One step of a scenario (contract scenario.md). Members that a step does not have are empty.
struct ScenarioStep
{
    StepKind kind = StepKind::Wait;
    QString name;  ///< the text of "do"
    QString place; ///< JSON pointer, "/steps/3"

    QString questionnaireManagementId, childCheckupId, vaccinationScheduleId;
    QString itemMasterId;
    int repeatNumber = 1;
    AnswerResult result;
    QStringList codes; ///< acknowledgeWarnings; empty: all
    QString printer;
    int copies = 1;
    QString screen, copaymentLedgerSeg;
    QString processType;
    JsonValue request; ///< register: the request's members by their canonical names
    int milliseconds = 0;
    QStringList keys; ///< press: "F7", "Ctrl+Return", one after the other

    QString reason;
    QStringList confirm; ///< prompts that the step answers with yes
    QString choose;      ///< mine, theirs, merge; empty: none
    QString expect;      ///< "UK-…"; empty: the step must succeed
    bool continuesOnFailure = false;
};

struct ScenarioStaff
{
    QString name;
    SecretBuffer secret;
    std::optional<SecretBuffer> totpSecret;
};

struct ScenarioDisplay
{
    QSize size{1366, 768};
    double scale = 1.0;
    QString language = QStringLiteral("ja");
    QString mode = QStringLiteral("one"); ///< one, two
};

/// A scenario file, checked as a whole before anything runs. File names are absolute. Secrets lie in locked memory.
struct Scenario
{
    QString profile; ///< empty: the program's own
    QStringList trustedRoots;
    bool allowTestRoots = false;
    QString reader; ///< a PC/SC reader's name; "simulated" or empty: the software card in the program
    SecretBuffer pin; ///< empty: none is typed
    std::optional<SecretBuffer> basicInfoPin;
    QStringList browserCommand; ///< empty: the configured browser
    QStringList purpose;
    std::optional<ScenarioStaff> staff, secondStaff;
    ScenarioDisplay display;
    QList<ScenarioStep> steps;

    [[nodiscard]] bool isCardSimulated() const { return reader.isEmpty() || reader == QLatin1StringView("simulated"); }
};

/// Error ScenarioInvalid, with file, JSON pointer and reason in detail and argument; ":/" names a
/// built-in one. Nothing unknown, missing or of a wrong type is taken.
[[nodiscard]] Result<Scenario> readScenario(const QString &fileName);
[[nodiscard]] Result<Scenario> parseScenario(QByteArrayView json, const QString &fileName);

/// The canonical name of a kind, as after "do".
[[nodiscard]] QString stepName(StepKind kind);

} // namespace uk
