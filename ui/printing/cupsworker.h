// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/printing/cupsqueue.h"
#include "ui/printing/picturepdf.h"

#include <QObject>
#include <QPainterPath>

#include <optional>

namespace uk {

/// Everything about printing that may block: asking CUPS, packing pictures, sending them. Lives in the thread of the
/// print port and is called there only. One job at a time is open; what it was asked for last decides.
class CupsWorker : public QObject
{
    Q_OBJECT
public:
    [[nodiscard]] Result<QList<PrinterInfo>> printers();

    /// The job's number.
    [[nodiscard]] Result<int> begin(const cups::JobOptions &options);
    /// Rows of a page. `mark`: training mark in the page's pixels, or empty. A band with top 0 begins the page, the one
    /// that reaches `page`'s height ends it.
    [[nodiscard]] Result<void> addBand(const PageBitmap &band, QSizeF points, QSize page, const QPainterPath &mark);
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] Result<cups::JobState> state(const QString &printer, int job);
    /// Breaks off a document that is being sent, too.
    [[nodiscard]] Result<void> cancel(const QString &printer, int job);

private:
    struct Sending
    {
        cups::OpenJob job;
        QString printer;
        PicturePdf pdf;
    };
    [[nodiscard]] Result<void> sendWritten();

    std::optional<Sending> m_sending;
};

} // namespace uk
