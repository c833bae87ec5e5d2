// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/walkthrough/walkthroughtarget.h"

#include <functional>

namespace uk {

class CardService;
class KioskWindow;
class PmhClient;
class PrintPort;
class Visit;

/// What the walkthrough may know of the running kiosk.
class KioskTarget : public WalkthroughTarget
{
    Q_OBJECT
public:
    struct Hands
    {
        std::function<void()> lay, remove; ///< the simulated card; empty with a reader
        QString residentKey;
    };

    KioskTarget(KioskWindow &window, Visit &visit, CardService &cards, PmhClient &pmh, Hands hands);

    QString screen() const override;
    bool isPatientScreen() const override;
    QWidget *window() const override;
    QString visitState() const override;
    bool isBusy() const override;
    std::optional<Error> shownError() const override;
    QString openPrompt() const override;
    ApduCount apdus() const override;
    QList<RequestTrace> requests() const override { return m_requests; }
    QList<RegistrationTrace> registrations() const override { return m_registrations; }
    QList<PrintTrace> prints() const override { return m_prints; }
    void layCard() override;
    void removeCard() override;
    QString residentKey() const override { return m_hands.residentKey; }

private:
    void noteStep(int step);

    KioskWindow &m_window;
    Visit &m_visit;
    CardService &m_cards;
    Hands m_hands;
    QList<RequestTrace> m_requests;
    QList<RegistrationTrace> m_registrations;
    QList<PrintTrace> m_prints;
    QString m_registering; ///< the questionnaire whose registration is under way
    PrintTrace m_printing;
};

} // namespace uk
