// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "ui/screens/kiosk/staffflow.h"
#include "ui/screens/staff/receptionscreen.h"
#include "ui/screens/staff/samedayscreen.h"

/// The same-day screen's part of the staff's side.
namespace uk {

using namespace Qt::StringLiterals;

void StaffFlow::connectDay()
{
    connect(m_reception, &ReceptionScreen::sameDayRequested, this, &StaffFlow::openDay);
    connect(m_day, &SameDayScreen::sharedAnswerChanged, this,
            [this](const AnswerKey &key, const AnswerResult &result, const QString &reason) {
                takeDayChange(m_visit.changeShared(key, result, reason));
            });
    connect(m_day, &SameDayScreen::answerChanged, this,
            [this](const QString &id, const AnswerKey &key, const AnswerResult &result, const QString &reason) {
                takeDayChange(m_visit.changeAnswer(id, key, result, reason));
            });
    connect(m_day, &SameDayScreen::undoRequested, this, [this](const QStringList &ids, const AnswerKey &key) {
        for (const QString &id : ids)
            takeOutcome(m_visit.undoAnswer(id, key));
    });
    connect(m_day, &SameDayScreen::warningToggled, this, [this](const QString &code, const QString &message, bool isOn) {
        takeOutcome(m_visit.acknowledgeShared(code, message, isOn));
    });
    connect(m_day, &SameDayScreen::proxyConsentAsked, this, [this](const QString &id) { takeOutcome(m_visit.askProxyConsent(id)); });
    connect(m_day, &SameDayScreen::leftOutChanged, this,
            [this](const QString &id, bool isLeftOut) { takeOutcome(m_visit.leaveOut(id, isLeftOut)); });
    connect(m_day, &SameDayScreen::uncoverRequested, this, &StaffFlow::refresh);
    connect(m_day, &SameDayScreen::nameConfirmed, this, [this](bool isOn) { m_visit.confirmNameAloud(isOn); });
    connect(m_day, &SameDayScreen::openRequested, this, [this](const QString &id) {
        openQuestionnaire(id);
        m_returnsToDay = true;
    });
    connect(m_day, &SameDayScreen::resolveRequested, this, [this](const QString &id) { m_visit.resolve(id); });
    connect(m_day, &SameDayScreen::chooseRequested, this, [this] { showPlace(u"results"_s); });
    connect(m_day, &SameDayScreen::againRequested, this, [this](const QString &id) { takeOutcome(m_visit.submit(id, false)); });
    connect(m_day, &SameDayScreen::submitRequested, this, [this] { takeOutcome(m_visit.submitDay()); });
    connect(m_day, &SameDayScreen::backRequested, this, [this] { showPlace(u"reception"_s); });
}

void StaffFlow::openDay()
{
    m_intentError.reset();
    front(m_day);
    refresh();
    m_day->begin();
}

/// The editor closes where the change was taken; else it says why not and keeps what was typed.
void StaffFlow::takeDayChange(const Result<void> &done)
{
    takeOutcome(done);
    if (!done)
        return;
    m_day->closeEditor();
    refresh();
}

void StaffFlow::refreshDay()
{
    const bool isSending = m_visit.state() == VisitState::Registering || m_visit.state() == VisitState::LoggingSubmit;
    m_day->setModel(dayModel(m_visit.data(), m_ports.clock.today(), isSending ? m_visit.pendingQuestionnaire() : QString(),
                             m_visit.waitingSubmissions(), m_day->uncovered()));
}

} // namespace uk
