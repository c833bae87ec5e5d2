// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/cupsworker.h"

#include "ui/printing/paperwatermark.h"

namespace uk {

Result<QList<PrinterInfo>> CupsWorker::printers()
{
    UK_TRY(const QList<cups::Queue> queues, cups::queues());
    QList<PrinterInfo> printers;
    for (const cups::Queue &queue : queues)
        printers.append(queue.info);
    return printers;
}

Result<int> CupsWorker::begin(const cups::JobOptions &options)
{
    m_sending.reset();
    UK_TRY(cups::OpenJob job, cups::beginJob(options));
    const int id = job.id;
    m_sending.emplace(std::move(job), options.printer, PicturePdf());
    return id;
}

Result<void> CupsWorker::addBand(const PageBitmap &band, QSizeF points, QSize page, const QPainterPath &mark)
{
    if (!m_sending)
        return failure(ErrorCode::PrintFailed, QStringLiteral("no job is open"));
    // Writable: the mark is painted into it.
    QByteArray pixels = band.pixels;
    QImage image(reinterpret_cast<uchar *>(pixels.data()), band.width, band.height, band.width * 4, QImage::Format_RGB32);
    if (!mark.isEmpty())
        drawWatermark(image, mark, band.top);
    if (band.top == 0)
        m_sending->pdf.beginPage(points, page);
    m_sending->pdf.addRows(image);
    if (band.top + band.height >= page.height())
        m_sending->pdf.endPage();
    return sendWritten();
}

Result<void> CupsWorker::finish()
{
    if (!m_sending)
        return failure(ErrorCode::PrintFailed, QStringLiteral("no job is open"));
    m_sending->pdf.finish();
    UK_CHECK(sendWritten());
    const auto finished = cups::finishDocument(m_sending->job, m_sending->printer);
    m_sending.reset();
    return finished;
}

Result<cups::JobState> CupsWorker::state(const QString &printer, int job)
{
    return cups::jobState(printer, job);
}

Result<void> CupsWorker::cancel(const QString &printer, int job)
{
    if (m_sending && m_sending->job.id == job)
        m_sending.reset();
    return cups::cancelJob(printer, job);
}

Result<void> CupsWorker::sendWritten()
{
    const QByteArray bytes = m_sending->pdf.take();
    return bytes.isEmpty() ? Result<void>() : cups::send(m_sending->job, bytes);
}

} // namespace uk
