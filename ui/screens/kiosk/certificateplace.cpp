// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/base/japanesedate.h"
#include "ui/screens/certificate/certificatescreen.h"
#include "ui/screens/kiosk/staffflow.h"
#include "ui/screens/staff/presenter.h"

namespace uk {

/// From the visit's document to the certificate's screen.
void StaffFlow::refreshCertificate()
{
    const VisitData &held = m_visit.data();
    CertificateScreen *screen = m_certificate->screen();
    if (!held.document || !held.person)
        return;
    const OpenDocument &document = *held.document;
    m_certificate->setError(m_intentError ? m_intentError : document.error ? document.error : held.error);
    if (document.error || document.info.pageSizes.isEmpty())
        return;
    if (m_shownDocument != document.vaccinationScheduleId) {
        m_shownDocument = document.vaccinationScheduleId;
        const auto age = ageAt(held.person->dateOfBirth, m_ports.clock.today());
        screen->setPerson(held.person->name, held.person->nameKana, held.person->dateOfBirth, age && age->years < adultAge);
        screen->setDocument(&m_ports.renderer, document.info, tr("接種済証"), document.title);
        screen->setCopies(m_printDefaults.copies);
        m_ports.printer.printers([this](Result<QList<PrinterInfo>> printers) {
            m_certificate->screen()->setPrinters(printers.value_or(QList<PrinterInfo>()), m_printDefaults.printer);
        });
    }
    screen->setMatch(document.isTextRead ? std::optional(document.match) : std::nullopt);
    screen->setConfirmedBySecondStaff(document.confirmedBy.has_value());
    screen->setSpokenCheck(isConfirmedByStaff(held.binding), held.binding == Binding::ConfirmedAloud);
    screen->setPrintCount(document.printCount);
    if (m_visit.state() == VisitState::Printing || m_visit.state() == VisitState::LoggingPrint)
        screen->setPrintState(PrintPanel::State::Printing);
    else if (document.printError)
        screen->setPrintState(PrintPanel::State::Failed, {}, *document.printError);
    else if (document.lastPrint)
        screen->setPrintState(document.lastPrint->outcome == PrintOutcome::Finished ? PrintPanel::State::Finished
                                  : document.lastPrint->outcome == PrintOutcome::Cancelled ? PrintPanel::State::Cancelled
                                                                                            : PrintPanel::State::HandedOver,
                              *document.lastPrint);
}

} // namespace uk
