// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/blankforms.h"

#include "app/visit/formrequest.h"

#include <QPointer>

namespace uk {

using namespace Qt::StringLiterals;

BlankForms::BlankForms(FormStore &store, AuditLog &audit, DocumentRenderer &renderer, PrintPort &printer, bool isTraining, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_audit(audit)
    , m_renderer(renderer)
    , m_printer(printer)
    , m_isTraining(isTraining)
{
}

void BlankForms::remember(const VisitData &data)
{
    for (const OpenQuestionnaire &open : data.questionnaires)
        if (open.basis)
            m_store.remember(open.summary.questionnaireName, open.basis->definition, occasionOf(open));
}

void BlankForms::open(const KnownForm &form)
{
    close();
    OpenDocument document;
    document.kind = DocumentKind::Form;
    document.title = form.title;
    m_document = std::move(document);
    m_renderer.open({m_printer.formPdf(blankPaperForm(form.definition, form.title, m_isTraining, form.occasion)), {}},
                    [self = QPointer(this), asked = m_generation](Result<DocumentInfo> info) {
                        if (!self || self->m_generation != asked)
                            return;
                        if (info)
                            self->m_document->info = *std::move(info);
                        else
                            self->m_document->error = info.error();
                        Q_EMIT self->changed();
                    });
    Q_EMIT changed();
}

void BlankForms::close()
{
    ++m_generation;
    m_renderer.close();
    m_document.reset();
}

Result<void> BlankForms::print(const PrintRequest &request, const std::optional<StaffMember> &staff)
{
    if (!staff)
        return failure(ErrorCode::NotPermitted, u"nobody signed in"_s);
    if (m_isPrinting || !m_document || m_document->info.pageSizes.isEmpty())
        return failure(ErrorCode::StepNotPossible, u"nothing to print"_s);
    m_isPrinting = true;
    m_staffId = staff->id;
    m_document->printError.reset();
    m_document->lastPrint.reset();
    log(AuditEvent::PrintStarted, {}, {}, request.copies, [self = QPointer(this), request, asked = m_generation](Result<void> written) {
        if (!self)
            return;
        if (written && self->m_generation == asked) {
            self->send(request, asked);
            return;
        }
        self->m_isPrinting = false;
        if (!written && self->m_generation == asked)
            self->m_document->printError = written.error();
        Q_EMIT self->changed();
    });
    Q_EMIT changed();
    return {};
}

void BlankForms::send(const PrintRequest &request, int document)
{
    PrintRequest marked = request;
    marked.hasTrainingMark = m_isTraining;
    m_printer.print(m_renderer, m_document->info, marked, [self = QPointer(this), request, document](Result<PrintResult> result) {
        if (!self)
            return;
        self->m_isPrinting = false;
        if (self->m_generation == document && result) {
            self->m_document->lastPrint = *result;
            self->m_document->printCount += request.copies;
        } else if (self->m_generation == document) {
            self->m_document->printError = result.error();
        }
        self->log(result ? AuditEvent::PrintFinished : AuditEvent::PrintFailed, result ? u"ok"_s : u"failed"_s,
                  result ? QString() : QString(publicCode(result.error().code)), request.copies, [](Result<void>) {});
        Q_EMIT self->changed();
    });
}

void BlankForms::log(AuditEvent event, const QString &outcome, const QString &code, int count, Reply<void> reply)
{
    m_audit.append({.event = event, .userId = m_staffId, .role = {}, .sessionId = {}, .subjectRef = {}, .objectType = u"blankForm"_s,
                    .objectRef = {}, .outcome = outcome, .code = code, .reason = {}, .count = count},
                   std::move(reply));
}

} // namespace uk
