// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/walkthrough/walkthroughtarget.h"

#include <QHash>
#include <QLineEdit>
#include <QStackedWidget>

#include <functional>

namespace uk {

/// A kiosk of plain widgets that has the object names of the real screens and walks through one visit, so that the
/// walkthrough can be tested for itself: what it clicks, what it waits for, what it reports.
class ModelKiosk : public WalkthroughTarget
{
    Q_OBJECT
public:
    ModelKiosk();

    QString screen() const override { return m_screen; }
    bool isPatientScreen() const override { return m_isPatient; }
    QWidget *window() const override { return m_window.get(); }
    QString visitState() const override { return m_state; }
    bool isBusy() const override { return m_isBusy; }
    std::optional<Error> shownError() const override { return m_error; }
    QString openPrompt() const override { return m_prompt; }
    ApduCount apdus() const override { return {5, 1234}; }
    QList<RequestTrace> requests() const override { return {{QStringLiteral("InquireVaccinationList"), 200, 12}}; }
    QList<RegistrationTrace> registrations() const override { return m_registrations; }
    QList<PrintTrace> prints() const override { return m_prints; }
    void layCard() override { ++cardsLaidByHand; }
    void removeCard() override {}
    QString residentKey() const override { return QStringLiteral("minori"); }

    QString typedPin, goodPin = QStringLiteral("1234");
    QString answer, reason, signedIn;
    bool asksForLastTry = false;
    int cardsLaidByHand = 0;

private:
    QWidget *addPage(const QString &name, bool isPatient);
    void addButton(const QString &page, const QString &name, std::function<void()> act);
    QLineEdit *addField(const QString &page, const QString &name);
    void show(const QString &page, const QString &state);
    void buildPatientPages();
    void buildStaffPages();
    void takePin();

    std::unique_ptr<QStackedWidget> m_window;
    QHash<QString, QWidget *> m_pages;
    QHash<QString, bool> m_patientPages;
    QString m_screen, m_state, m_prompt;
    bool m_isPatient = true, m_isBusy = false;
    std::optional<Error> m_error;
    QList<RegistrationTrace> m_registrations;
    QList<PrintTrace> m_prints;
};

} // namespace uk
