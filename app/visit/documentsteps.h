// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/visitcontext.h"

namespace uk {

/// The steps with a document: a certificate (fetch, gate, renderer, right person) or a sheet of paper (draw, renderer); print.
class DocumentSteps
{
public:
    explicit DocumentSteps(VisitContext &context)
        : c(context)
    {
    }

    void logView();
    /// Fetches the certificate or draws the form that was asked for.
    void openPending();
    void logPrint();
    void print();
    /// Why the document may not be printed now, if so: other person, no text, name not confirmed, nothing open.
    [[nodiscard]] std::optional<Error> printObstacle() const;

private:
    [[nodiscard]] AuditEntry documentEntry(AuditEvent event) const;
    void drawForm();
    void fetchDocument();
    void opened(const GatedDocument &document);
    void readText(int page, const QString &soFar);
    void failed(const Error &error);

    VisitContext &c;
};

} // namespace uk
