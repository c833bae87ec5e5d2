// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/journal/auditlog.h"
#include "app/visit/transitions.h"
#include "app/visit/visitdata.h"

#include <functional>

namespace uk {

class CardService;
class Clock;
class ConsentFlow;
class DraftStore;

/// What visits work with; all outlive them.
struct VisitPorts
{
    CardService &cards;
    ConsentFlow &consent;
    PmhClient &pmh;
    AuditLog &audit;
    DraftStore &drafts;
    DocumentRenderer &renderer;
    PrintPort &printer;
    const Clock &clock;
};

/// How visits go at this place.
struct VisitOptions
{
    QStringList scopes;             ///< of the purpose, in the contract's words
    bool asksPin = true;            ///< setting card.pinStep
    bool asksBasicInfo = true;      ///< setting card.basicInfo
    qint64 maxPdfBytes = 26214400;
    int patientSeconds = 180;       ///< without input on a patient screen
    bool hasTrainingMark = false;   ///< on prints
    bool takesTestCardsOnly = false; ///< training never lets a real card past the card check
};

/// What the steps of one visit share; owned by Visit, main thread.
struct VisitContext
{
    VisitPorts ports;
    VisitOptions options;
    VisitData data;
    VisitState state = VisitState::Idle;
    std::optional<StaffMember> staff;
    PendingEffect pending;
    SecretBuffer pin;
    std::optional<SecretBuffer> token; ///< kept for revoking it
    quint64 generation = 1;            ///< of the visit; a new one with every tail

    std::function<void(VisitEvent)> raise;
    std::function<void()> changed;

    /// A reply that is dropped when the visit that asked is over.
    template<class T>
    [[nodiscard]] Reply<T> guarded(std::function<void(Result<T>)> reply)
    {
        return [this, asked = generation, reply = std::move(reply)](Result<T> result) {
            if (asked == generation)
                reply(std::move(result));
        };
    }

    /// Tells the person or staff what went wrong and takes the way that the table has for it.
    void fail(const Error &error, VisitEvent event)
    {
        data.error = error;
        raise(event);
    }

    [[nodiscard]] StaffMark staffMark() const;
    [[nodiscard]] AuditEntry entry(AuditEvent event) const;
    /// Written without waiting: happenings, not effects.
    void log(AuditEvent event, const QString &outcome = {}, const QString &code = {}, int count = 0);
    /// The log first, then LogWritten, or LogFailed with the error in data.
    void logThenRaise(AuditEntry entry);
    /// Takes a token back at the portal; a program that ends waits for it, within a limit.
    std::function<void(SecretBuffer)> revoke;
    /// The encrypted draft of this visit, on every change of an answer and before a registration leaves.
    void saveDraft(Reply<void> saved = {});
};

} // namespace uk
