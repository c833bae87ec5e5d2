// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/documentsteps.h"

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

void DocumentSteps::logView()
{
    AuditEntry entry = c.entry(AuditEvent::DocumentViewed);
    entry.objectType = u"vaccinationCertificate"_s;
    entry.objectRef = c.pending.vaccinationScheduleId;
    c.logThenRaise(std::move(entry));
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
    AuditEntry entry = c.entry(AuditEvent::PrintStarted);
    entry.objectType = u"vaccinationCertificate"_s;
    entry.objectRef = c.pending.vaccinationScheduleId;
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
