// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/client.h"
#include "cardreader/base/error.h"

#include <QObject>
#include <QStringList>

#include <optional>

class QWidget;

namespace uk {

/// One registration as the summary may know it.
struct RegistrationTrace
{
    QString processType; ///< canonical name
    QString key;         ///< questionnaireManagementId, childCheckupId …
    RegistrationOutcome outcome = RegistrationOutcome::Unknown;
};

struct PrintTrace
{
    QString printer;
    int copies = 1;
    QString outcome; ///< "printed", "failed", "unfinished", "cancelled"
};

struct ApduCount
{
    qint64 commands = 0;
    qint64 bytes = 0; ///< of commands and responses
};

/// What the walkthrough may know of the program, beyond what its own eyes (visible widgets) tell it. Facts only: every
/// effect goes through real clicks and keys, but for the card, which is laid down by hand where it is not simulated.
/// Lists grow during a run and are never cleared. Main thread.
class WalkthroughTarget : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Stable English name of the screen that is in front: "idle", "cardCheck", "pin", "consent", "portal", "curtain",
    /// "signIn", "reception", "review", "certificate" … It names the screenshot.
    [[nodiscard]] virtual QString screen() const = 0;
    /// Whether that screen is for the patient; the screenshot's name ends in -patient or -staff.
    [[nodiscard]] virtual bool isPatientScreen() const = 0;
    /// The window that shows it.
    [[nodiscard]] virtual QWidget *window() const = 0;
    /// The name of the visit's state, as in the transition table.
    [[nodiscard]] virtual QString visitState() const = 0;
    /// An effect is under way; nothing can be decided on the screen yet.
    [[nodiscard]] virtual bool isBusy() const = 0;
    /// The error whose text stands on the screen now.
    [[nodiscard]] virtual std::optional<Error> shownError() const = 0;
    /// The name of the open question (scenario: lastTry, proxyConsent, nameMismatch, secondConfirmation, prefill,
    /// spokenName, or "choose" for mine, theirs, merge); empty where none is open. Its answers are the visible buttons
    /// "prompt.yes", "prompt.no", or "choose.mine", "choose.theirs", "choose.merge".
    [[nodiscard]] virtual QString openPrompt() const = 0;

    [[nodiscard]] virtual ApduCount apdus() const = 0;
    [[nodiscard]] virtual QList<RequestTrace> requests() const = 0;
    [[nodiscard]] virtual QList<RegistrationTrace> registrations() const = 0;
    [[nodiscard]] virtual QList<PrintTrace> prints() const = 0;

    /// Lays the simulated card down or takes it away; with a PC/SC reader nothing happens, a hand does that.
    virtual void layCard() = 0;
    virtual void removeCard() = 0;
    /// The key of the resident whose simulated card lies there, for the training portal's list ("resident-KEY").
    [[nodiscard]] virtual QString residentKey() const = 0;

Q_SIGNALS:
    /// Another screen is in front.
    void screenChanged();
};

} // namespace uk
