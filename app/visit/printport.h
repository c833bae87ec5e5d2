// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/certificate/document.h"
#include "app/questionnaire/paperform.h"

#include <QObject>
#include <QStringList>

namespace uk {

/// A printer as staff should see it.
struct PrinterInfo
{
    QString name;
    QString description;
    bool isDefault = false;
    bool isStopped = false;   ///< queue stopped or rejecting
    QString stateText;        ///< in words, translated: 使えます, 用紙がありません, …
};

struct PrintRequest
{
    QString printer;
    int copies = 1;
    QList<int> pages;   ///< from 0; empty: all
    bool hasTrainingMark = false;
};

enum class PrintOutcome { Finished, HandedOver, Failed, Cancelled };

struct PrintResult
{
    PrintOutcome outcome = PrintOutcome::Failed;
    int jobId = 0;
    int sheets = 0;
};

/// Printing as the visit sees it; ui/printing fulfils it. Main thread. Job names never hold personal data.
class PrintPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void printers(Reply<QList<PrinterInfo>> reply) = 0;
    /// Prints the renderer's pictures (>= 300 dpi, in bands), never the received file; replies when the printer says
    /// that the job is done, or after 30 s with HandedOver. Errors: PrinterMissing, PrinterStopped, PrintFailed.
    virtual void print(DocumentRenderer &document, const DocumentInfo &info, const PrintRequest &request,
                       Reply<PrintResult> reply) = 0;
    /// A form on A4 as a PDF in memory, for the same viewer and the same way to the printer as a received document.
    [[nodiscard]] virtual QByteArray formPdf(const PaperForm &form) = 0;
    /// Cancels every job of this visit that is not finished.
    virtual void cancelAll() = 0;
};

} // namespace uk
