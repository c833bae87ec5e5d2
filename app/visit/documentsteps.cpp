// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/documentsteps.h"

#include "app/base/clock.h"
#include "app/visit/formrequest.h"

namespace uk {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const QList<VaccinationRecord> &vaccinations, const QString &scheduleId)
{
    for (const VaccinationRecord &record : vaccinations)
        for (const VaccinationHistoryEntry &entry : record.history)
            if (entry.vaccinationScheduleId == scheduleId)
                return QStringList{record.vaccineCommonName, record.doseCommonName}.join(u' ').trimmed();
    return {};
}

} // namespace

/// What the pending effect is about, for the log.
AuditEntry DocumentSteps::documentEntry(AuditEvent event) const
{
    AuditEntry entry = c.entry(event);
    const bool isForm = c.pending.document == DocumentKind::Form;
    entry.objectType = isForm ? u"questionnaireForm"_s : u"vaccinationCertificate"_s;
    entry.objectRef = isForm ? c.pending.questionnaireManagementId : c.pending.vaccinationScheduleId;
    return entry;
}

void DocumentSteps::logView()
{
    c.logThenRaise(documentEntry(AuditEvent::DocumentViewed));
}

void DocumentSteps::openPending()
{
    if (c.pending.document == DocumentKind::Form)
        drawForm();
    else
        fetchDocument();
}

/// The sheet is drawn here and shown and printed like anything that was received.
void DocumentSteps::drawForm()
{
    c.data.error.reset();
    OpenQuestionnaire *open = c.data.questionnaire(c.pending.questionnaireManagementId);
    if (!open)
        return;
    OpenDocument document;
    document.kind = DocumentKind::Form;
    document.questionnaireManagementId = c.pending.questionnaireManagementId;
    document.hasSensitive = c.pending.hasSensitive;
    document.title = open->summary.questionnaireName;
    document.printCount = open->formPrints;
    document.match = PersonMatch::Matches; // made from this visit's own record
    document.isTextRead = true;
    c.data.document = std::move(document);
    const PaperRequest request = formRequest(c.data, *open, c.pending.hasSensitive, c.options.hasTrainingMark, c.ports.clock.today());
    opened({c.ports.printer.formPdf(paperForm(open->session, request)), {}});
}

void DocumentSteps::fetchDocument()
{
    c.data.error.reset();
    OpenDocument document;
    document.vaccinationScheduleId = c.pending.vaccinationScheduleId;
    document.title = titleOf(c.data.vaccinations, document.vaccinationScheduleId);
    if (c.data.document && c.data.document->vaccinationScheduleId == document.vaccinationScheduleId)
        document.printCount = c.data.document->printCount;
    c.data.document = std::move(document);
    c.ports.renderer.warmUp();
    c.ports.pmh.inquireCertificate(
        c.pending.vaccinationScheduleId, c.guarded<CertificateRecord>([this](Result<CertificateRecord> result) {
            if (!c.data.document)
                return;
            if (!result) {
                failed(result.error());
                return;
            }
            const auto gated = gateDocument(result->pdfData, result->pdfFileName, c.options.maxPdfBytes);
            if (gated)
                opened(*gated);
            else
                failed(gated.error());
        }));
}

void DocumentSteps::opened(const GatedDocument &document)
{
    c.data.document->document = document;
    c.ports.renderer.open(document, c.guarded<DocumentInfo>([this](Result<DocumentInfo> info) {
        if (!c.data.document)
            return;
        if (!info) {
            failed(info.error());
            return;
        }
        c.data.document->info = *std::move(info);
        c.changed();
        if (!c.data.document->isTextRead)
            readText(0, {});
    }));
}

/// Page by page, so that the renderer's pipe never holds more than one page of text.
void DocumentSteps::readText(int page, const QString &soFar)
{
    if (!c.data.document)
        return;
    if (page >= c.data.document->info.pageSizes.size()) {
        if (c.data.person)
            c.data.document->match = matchPerson(soFar, c.data.person->name, c.data.person->dateOfBirth);
        c.data.document->isTextRead = true;
        c.changed();
        return;
    }
    c.ports.renderer.pageText(page, c.guarded<QString>([this, page, soFar](Result<QString> text) {
        if (text)
            readText(page + 1, soFar + *text + u'\n');
        else
            failed(text.error());
    }));
}

void DocumentSteps::failed(const Error &error)
{
    if (!c.data.document)
        return;
    c.data.document->error = error;
    c.ports.renderer.close();
    if (error.code == ErrorCode::TokenExpired || error.code == ErrorCode::ConsentWithdrawn)
        c.fail(error, VisitEvent::TokenLost);
    else
        c.changed();
}

std::optional<Error> DocumentSteps::printObstacle() const
{
    const auto &document = c.data.document;
    if (!document || document->error || document->info.pageSizes.isEmpty())
        return document && document->error ? document->error : Error{ErrorCode::PrintFailed, u"no document"_s, {}};
    if (!document->isTextRead)
        return Error{ErrorCode::ResultNotReady, u"text of the document"_s, {}};
    if (document->match == PersonMatch::NoText && !document->confirmedBy)
        return Error{ErrorCode::DocumentWithoutText, {}, {}};
    if (document->match != PersonMatch::Matches && !document->confirmedBy)
        return Error{ErrorCode::DocumentOtherPerson, {}, {}};
    if (!isBound(c.data.binding))
        return Error{ErrorCode::NameNotConfirmed, {}, {}};
    return std::nullopt;
}

void DocumentSteps::logPrint()
{
    AuditEntry entry = documentEntry(AuditEvent::PrintStarted);
    entry.count = c.pending.print.copies;
    c.logThenRaise(std::move(entry));
}

void DocumentSteps::print()
{
    OpenDocument &document = *c.data.document;
    document.printError.reset();
    document.lastPrint.reset();
    c.ports.printer.print(c.ports.renderer, document.info, c.pending.print,
                          c.guarded<PrintResult>([this](Result<PrintResult> result) {
                              if (c.data.document) {
                                  if (result) {
                                      c.data.document->lastPrint = *result;
                                      c.data.document->printCount += c.pending.print.copies;
                                      if (OpenQuestionnaire *form = c.data.questionnaire(c.data.document->questionnaireManagementId))
                                          form->formPrints = c.data.document->printCount;
                                  } else {
                                      c.data.document->printError = result.error();
                                  }
                              }
                              c.log(result ? AuditEvent::PrintFinished : AuditEvent::PrintFailed,
                                    result ? u"ok"_s : u"failed"_s,
                                    result ? QString() : QString(publicCode(result.error().code)));
                              c.raise(VisitEvent::PrintDone);
                          }));
}

} // namespace uk
