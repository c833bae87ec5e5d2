// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/journal/auditlog.h"
#include "app/visit/formstore.h"
#include "app/visit/visitdata.h"

#include <QObject>

namespace uk {

/// Blank forms at the desk: of no visit and of nobody, so that they can be printed whatever the services do. Has a renderer
/// and print jobs of its own, because the end of a visit closes and cancels those of the visit. Main thread.
class BlankForms : public QObject
{
    Q_OBJECT
public:
    /// All outlive it. `renderer` and `printer` are used by nobody else.
    BlankForms(FormStore &store, AuditLog &audit, DocumentRenderer &renderer, PrintPort &printer, bool isTraining,
               QObject *parent = nullptr);

    [[nodiscard]] QList<KnownForm> forms() const { return m_store.forms(); }
    [[nodiscard]] DocumentRenderer &renderer() const { return m_renderer; }
    [[nodiscard]] PrintPort &printer() const { return m_printer; }
    [[nodiscard]] const std::optional<OpenDocument> &document() const { return m_document; }
    [[nodiscard]] bool isPrinting() const { return m_isPrinting; }

    /// Keeps the forms of a visit's questionnaires: titles and definitions.
    void remember(const VisitData &data);
    void open(const KnownForm &form);
    void close();
    /// Written to the log first. Errors: NotPermitted (nobody signed in), StepNotPossible (nothing open, or printing).
    [[nodiscard]] Result<void> print(const PrintRequest &request, const std::optional<StaffMember> &staff);

Q_SIGNALS:
    void changed();

private:
    void log(AuditEvent event, const QString &outcome, const QString &code, int count, Reply<void> reply);
    void send(const PrintRequest &request, int document);

    FormStore &m_store;
    AuditLog &m_audit;
    DocumentRenderer &m_renderer;
    PrintPort &m_printer;
    bool m_isTraining;
    std::optional<OpenDocument> m_document;
    QString m_staffId;
    bool m_isPrinting = false;
    int m_generation = 0; ///< of the open document
};

} // namespace uk
