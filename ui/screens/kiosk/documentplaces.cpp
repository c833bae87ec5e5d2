// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// From the visit's document to its screen: a certificate, or a questionnaire as a sheet of paper.
#include "app/base/clock.h"
#include "app/base/japanesedate.h"
#include "app/visit/blankforms.h"
#include "ui/screens/certificate/blankformscreen.h"
#include "ui/screens/certificate/certificatescreen.h"
#include "ui/screens/certificate/formscreen.h"
#include "ui/screens/kiosk/staffflow.h"
#include "ui/screens/staff/presenter.h"
#include "ui/screens/staff/reviewwords.h"

#include <QPointer>

#include <utility>

namespace uk {

using namespace Qt::StringLiterals;

/// What every document's screen has.
void StaffFlow::connectDocument(DocumentPlace *place, DocumentScreen *screen)
{
    connect(screen, &DocumentScreen::printRequested, this,
            [this](const PrintRequest &request) { takeOutcome(m_visit.printDocument(request)); });
    connect(screen, &DocumentScreen::printCancelRequested, this, [this] { m_ports.printer.cancelAll(); });
    connect(screen, &DocumentScreen::closeRequested, this, [this, screen] {
        m_shownDocument.clear();
        screen->clear();
        m_visit.closeDocument();
    });
    connect(screen, &DocumentScreen::rendererFailed, this, [place](const Error &error) { place->setError(error); });
}

void StaffFlow::connectForm()
{
    connectDocument(m_form, m_formScreen);
    connect(m_formScreen, &FormScreen::sensitiveChanged, this, &StaffFlow::openForm);
    connect(m_formScreen, &FormScreen::paperRouteChanged, this,
            [this](bool isPaper) { takeOutcome(m_visit.decidePaperRoute(m_openQuestionnaire, isPaper)); });
    connect(m_formScreen, &DocumentScreen::closeRequested, this, [this] { openQuestionnaire(m_openQuestionnaire); });
}

void StaffFlow::openForm(bool hasSensitive)
{
    m_shownDocument.clear();
    m_formScreen->clear();
    const auto outcome = m_visit.viewForm(m_openQuestionnaire, hasSensitive);
    takeOutcome(outcome);
    if (outcome)
        front(m_form);
}

void StaffFlow::connectBlankForms()
{
    connect(&m_blankForms, &BlankForms::changed, this, &StaffFlow::refreshBlankForm);
    connect(m_blankScreen, &BlankFormScreen::formChosen, this, [this](int index) {
        m_isBlankShown = false;
        // Another sheet would take the pages away from the printer.
        if (const QList<KnownForm> forms = m_blankForms.forms(); index < forms.size() && !m_blankForms.isPrinting())
            m_blankForms.open(forms[index]);
    });
    connect(m_blankScreen, &DocumentScreen::printRequested, this, [this](const PrintRequest &request) {
        const auto done = m_blankForms.print(request, m_visit.staff());
        m_blank->setError(done ? std::nullopt : std::optional(done.error()));
    });
    connect(m_blankScreen, &DocumentScreen::printCancelRequested, this, [this] { m_blankForms.printer().cancelAll(); });
    connect(m_blankScreen, &DocumentScreen::rendererFailed, this, [this](const Error &error) { m_blank->setError(error); });
    connect(m_blankScreen, &DocumentScreen::closeRequested, this, [this] {
        leaveBlankForms();
        if (!isStaffState(m_visit.state()))
            Q_EMIT blankFormsLeft();
    });
}

/// What is being printed goes on.
void StaffFlow::leaveBlankForms()
{
    m_blankScreen->clear();
    if (!m_blankForms.isPrinting())
        m_blankForms.close();
    showPlace(u"reception"_s);
}

void StaffFlow::showBlankForms()
{
    front(m_blank);
    refreshDesk();
    m_blank->setError(std::nullopt);
    QStringList lines;
    for (const KnownForm &form : m_blankForms.forms()) {
        qsizetype questions = 0;
        for (const Group &group : form.definition.groups)
            for (const Subgroup &subgroup : group.subgroups)
                questions += subgroup.items.size();
        lines.append(tr("%1\n%2問・%3に確認").arg(form.title).arg(questions).arg(toShortWareki(form.lastSeen)));
    }
    m_blankScreen->setForms(lines);
    askPrinters(m_blankScreen, m_blankForms.printer());
    m_blankScreen->setFocus();
}

void StaffFlow::refreshBlankForm()
{
    const auto &document = m_blankForms.document();
    if (!document || currentWidget() != m_blank)
        return;
    if (document->error)
        m_blank->setError(document->error);
    if (document->info.pageSizes.isEmpty())
        return;
    if (!std::exchange(m_isBlankShown, true)) {
        m_blankScreen->setDocument(&m_blankForms.renderer(), document->info, document->title);
        m_blankScreen->setCopies(m_printDefaults.copies);
    }
    m_blankScreen->setChoosing(!m_blankForms.isPrinting());
    refreshPrinting(m_blankScreen, *document, m_blankForms.isPrinting());
}

void StaffFlow::askPrinters(DocumentScreen *screen, PrintPort &port)
{
    screen->setCopies(m_printDefaults.copies);
    port.printers([self = QPointer(this), screen](Result<QList<PrinterInfo>> printers) {
        if (self)
            screen->setPrinters(printers.value_or(QList<PrinterInfo>()), self->m_printDefaults.printer);
    });
}

void StaffFlow::refreshCertificate()
{
    const VisitData &held = m_visit.data();
    if (!held.document || !held.person || held.document->kind != DocumentKind::Certificate)
        return;
    const OpenDocument &document = *held.document;
    m_certificate->setError(m_intentError ? m_intentError : document.error ? document.error : held.error);
    if (document.error || document.info.pageSizes.isEmpty())
        return;
    if (m_shownDocument != document.vaccinationScheduleId) {
        m_shownDocument = document.vaccinationScheduleId;
        const auto age = ageAt(held.person->dateOfBirth, m_ports.clock.today());
        m_certificateScreen->setPerson(held.person->name, held.person->nameKana, held.person->dateOfBirth, age && age->years < adultAge);
        m_certificateScreen->setDocument(&m_ports.renderer, document.info, tr("接種済証"), document.title);
        askPrinters(m_certificateScreen, m_ports.printer);
    }
    m_certificateScreen->setMatch(document.isTextRead ? std::optional(document.match) : std::nullopt);
    m_certificateScreen->setConfirmedBySecondStaff(document.confirmedBy.has_value());
    m_certificateScreen->setSpokenCheck(isConfirmedByStaff(held.binding), held.binding == Binding::ConfirmedAloud);
    refreshPrinting(m_certificateScreen, document, isVisitPrinting());
}

void StaffFlow::refreshForm()
{
    const VisitData &held = m_visit.data();
    if (!held.document || held.document->kind != DocumentKind::Form)
        return;
    const OpenDocument &document = *held.document;
    m_form->setError(m_intentError ? m_intentError : document.error ? document.error : held.error);
    for (const OpenQuestionnaire &open : held.questionnaires)
        if (open.summary.questionnaireManagementId == document.questionnaireManagementId)
            m_formScreen->setForm({.title = document.title, .sensitive = sensitiveQuestions(open.session.index()),
                                   .hasSensitive = document.hasSensitive, .isPaperChosen = open.paperRoute.has_value(),
                                   .paperChosenBy = open.paperRoute ? markText(*open.paperRoute) : QString(),
                                   .isSubmitted = open.isSubmitted(),
                                   .obstacle = isBound(held.binding) ? QString() : tr("先に、氏名と生年月日を声に出して確かめてください（受付の画面）。")});
    if (document.error || document.info.pageSizes.isEmpty())
        return;
    if (m_shownDocument != document.questionnaireManagementId) {
        m_shownDocument = document.questionnaireManagementId;
        m_formScreen->setDocument(&m_ports.renderer, document.info, document.title);
        askPrinters(m_formScreen, m_ports.printer);
    }
    refreshPrinting(m_formScreen, document, isVisitPrinting());
}

bool StaffFlow::isVisitPrinting() const
{
    return m_visit.state() == VisitState::Printing || m_visit.state() == VisitState::LoggingPrint;
}

void StaffFlow::refreshPrinting(DocumentScreen *screen, const OpenDocument &document, bool isPrinting)
{
    screen->setPrintCount(document.printCount);
    if (isPrinting)
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
