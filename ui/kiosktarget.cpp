// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kiosktarget.h"

#include "app/pmh/recordcodec.h"
#include "app/visit/visit.h"
#include "cardreader/mynumber/cardservice.h"
#include "ui/screens/kiosk/kioskwindow.h"
#include "ui/walkthrough/inputdriver.h"

#include <QAbstractButton>

namespace uk {

using namespace Qt::StringLiterals;

KioskTarget::KioskTarget(KioskWindow &window, Visit &visit, CardService &cards, PmhClient &pmh, Hands hands)
    : m_window(window)
    , m_visit(visit)
    , m_cards(cards)
    , m_hands(std::move(hands))
{
    connect(&window, &KioskWindow::screenChanged, this, &WalkthroughTarget::screenChanged);
    connect(&pmh, &PmhClient::requestFinished, this, [this](const RequestTrace &trace) { m_requests.append(trace); });
    connect(&visit, &Visit::stateChanged, this, [this](VisitState, VisitStep step) { noteStep(int(step)); });
}

void KioskTarget::noteStep(int number)
{
    const auto step = VisitStep(number);
    if (step == VisitStep::ShowOutcome || (step == VisitStep::AskConsentAgain && !m_registering.isEmpty())) {
        for (const OpenQuestionnaire &open : m_visit.data().questionnaires)
            if (open.outcome && open.summary.questionnaireManagementId == m_registering)
                m_registrations.append({registrationOf(open.lastSent).processType, open.wireId, *open.outcome});
        m_registering.clear();
    }
    if (step == VisitStep::Register || step == VisitStep::Resolve)
        m_registering = m_visit.pendingQuestionnaire();
    if (step == VisitStep::ShowPrintOutcome && m_visit.data().document) {
        const OpenDocument &document = *m_visit.data().document;
        const PrintRequest request = m_visit.lastPrintRequest();
        QString outcome = u"failed"_s;
        if (document.lastPrint)
            outcome = document.lastPrint->outcome == PrintOutcome::Finished ? u"printed"_s
                : document.lastPrint->outcome == PrintOutcome::Cancelled    ? u"cancelled"_s
                : document.lastPrint->outcome == PrintOutcome::HandedOver   ? u"unfinished"_s
                                                                            : u"failed"_s;
        m_prints.append({request.printer, request.copies, outcome});
    }
}

QString KioskTarget::screen() const
{
    return m_window.screenName();
}

bool KioskTarget::isPatientScreen() const
{
    return m_window.isPatientSide();
}

QWidget *KioskTarget::window() const
{
    return m_window.frontWindow();
}

QString KioskTarget::visitState() const
{
    return stateName(m_visit.state());
}

bool KioskTarget::isBusy() const
{
    return m_window.isBusy();
}

std::optional<Error> KioskTarget::shownError() const
{
    return m_window.shownError();
}

/// The program's questions are parts of its screens; each has one control that says yes.
QString KioskTarget::openPrompt() const
{
    const auto isOpen = [](const QString &control) {
        const auto *button = qobject_cast<QAbstractButton *>(InputDriver::find(control));
        return button && !button->isChecked();
    };
    if (isOpen(u"pin.lastTryYes"_s))
        return u"lastTry"_s;
    const auto error = shownError();
    if (error && error->code == ErrorCode::ProxyConsentMissing)
        return u"proxyConsent"_s;
    if (error && error->code == ErrorCode::NameNotConfirmed)
        return u"spokenName"_s;
    return {};
}

ApduCount KioskTarget::apdus() const
{
    return {qint64(m_cards.apduCount()), qint64(m_cards.apduBytes())};
}

void KioskTarget::layCard()
{
    if (m_hands.lay)
        m_hands.lay();
}

void KioskTarget::removeCard()
{
    if (m_hands.remove)
        m_hands.remove();
}

} // namespace uk
