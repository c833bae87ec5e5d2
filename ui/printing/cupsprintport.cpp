// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/cupsprintport.h"

#include "app/certificate/rendererprotocol.h"
#include "ui/printing/cupsworker.h"
#include "ui/printing/paperformpdf.h"
#include "ui/printing/paperwatermark.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr double printDpi = 300;
/// About 5 MB of pixels on A4: what stands in memory at a time.
constexpr int bandRows = 512;
constexpr int pollMilliseconds = 300;
constexpr qint64 handOverMilliseconds = 30'000;

} // namespace

struct CupsPrintPort::Run
{
    QPointer<DocumentRenderer> document;
    qint64 process = 0; ///< of the renderer: a document that was opened later has another one
    DocumentInfo info;
    PrintRequest request;
    Reply<PrintResult> reply;
    QList<int> pages;
    qsizetype position = 0; ///< in pages
    int top = 0;            ///< first row that is not sent
    QPainterPath mark;      ///< of the page under way
    int jobId = 0;
    bool isCancelled = false;
    QElapsedTimer followed;

    [[nodiscard]] QSizeF points() const { return info.pageSizes[pages[position]]; }
    [[nodiscard]] QSize pixels() const { return renderer::pagePixels(points(), printDpi); }
};

CupsPrintPort::CupsPrintPort(QObject *parent)
    : PrintPort(parent)
    , m_worker(new CupsWorker) // goes with the thread: it has no parent because it lives in another one
{
    m_thread.setObjectName(u"printing"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

CupsPrintPort::~CupsPrintPort()
{
    m_thread.quit();
    m_thread.wait();
}

/// Runs the call in the worker's thread and its reply here.
template<class T>
void CupsPrintPort::ask(std::function<Result<T>(CupsWorker &)> call, Reply<T> reply)
{
    QMetaObject::invokeMethod(m_worker, [this, call = std::move(call), reply = std::move(reply)] {
        QMetaObject::invokeMethod(this, [reply, result = call(*m_worker)] { reply(result); }, Qt::QueuedConnection);
    }, Qt::QueuedConnection);
}

void CupsPrintPort::printers(Reply<QList<PrinterInfo>> reply)
{
    ask<QList<PrinterInfo>>([](CupsWorker &worker) { return worker.printers(); }, std::move(reply));
}

void CupsPrintPort::print(DocumentRenderer &document, const DocumentInfo &info, const PrintRequest &request,
    Reply<PrintResult> reply)
{
    auto run = std::make_unique<Run>();
    run->document = &document;
    run->process = document.processId();
    run->info = info;
    run->request = request;
    run->reply = std::move(reply);
    run->pages = request.pages;
    if (run->pages.isEmpty()) {
        for (int page = 0; page < info.pageSizes.size(); ++page)
            run->pages.append(page);
    }
    m_runs.push_back(std::move(run));
    startNext();
}

void CupsPrintPort::startNext()
{
    if (m_isRunning || m_runs.empty())
        return;
    m_isRunning = true;
    Run &run = *m_runs.front();
    if (run.isCancelled)
        return end(PrintResult {PrintOutcome::Cancelled, 0, 0});
    cups::JobOptions options;
    options.printer = run.request.printer;
    // Names of jobs are seen by everybody in the house: nothing about the person or the document.
    options.title = u"Uketsuke %1"_s.arg(++m_jobNumber, 4, 10, QChar(u'0'));
    options.copies = run.request.copies;
    for (const int page : std::as_const(run.pages)) {
        if (page < 0 || page >= run.info.pageSizes.size() || run.request.copies < 1)
            return fail({ErrorCode::StepNotPossible, u"no such page or number of copies"_s, {}});
        options.pageSizes.append(run.info.pageSizes[page]);
    }
    ask<int>([options](CupsWorker &worker) { return worker.begin(options); }, [this](Result<int> job) {
        if (!job)
            return fail(job.error());
        m_runs.front()->jobId = *job;
        m_unfinished.append({m_runs.front()->request.printer, *job});
        renderNext();
    });
}

void CupsPrintPort::renderNext()
{
    Run &run = *m_runs.front();
    if (run.isCancelled)
        return end(PrintResult {PrintOutcome::Cancelled, run.jobId, 0});
    if (run.position == run.pages.size())
        return documentSent();
    // Without any process the renderer itself knows why (crashed, hung) and says so below.
    const qint64 process = run.document ? run.document->processId() : 0;
    if (!run.document || (process != 0 && process != run.process))
        return fail({ErrorCode::PrintFailed, u"the document was closed"_s, {}});
    if (run.top == 0)
        run.mark = run.request.hasTrainingMark ? watermarkPath(run.pixels()) : QPainterPath();
    run.document->renderPage(run.pages[run.position], printDpi, run.top, bandRows, [port = QPointer(this)](Result<PageBitmap> band) {
        if (!port)
            return;
        if (band)
            port->sendBand(*band);
        else
            port->fail(band.error());
    });
}

void CupsPrintPort::sendBand(const PageBitmap &band)
{
    Run &run = *m_runs.front();
    if (run.isCancelled)
        return end(PrintResult {PrintOutcome::Cancelled, run.jobId, 0});
    const QSizeF points = run.points();
    const QSize pixels = run.pixels();
    ask<void>([band, points, pixels, mark = run.mark](CupsWorker &worker) {
        return worker.addBand(band, points, pixels, mark);
    }, [this](Result<void> sent) {
        if (!sent)
            return fail(sent.error());
        renderNext();
    });
    // The next band is drawn only when this one is gone, so that a slow printer holds back the drawing.
    run.top += band.height;
    if (run.top >= pixels.height()) {
        run.top = 0;
        ++run.position;
    }
}

void CupsPrintPort::documentSent()
{
    ask<void>([](CupsWorker &worker) { return worker.finish(); }, [this](Result<void> finished) {
        if (!finished)
            return fail(finished.error());
        m_runs.front()->followed.start();
        poll();
    });
}

void CupsPrintPort::poll()
{
    const Run &run = *m_runs.front();
    ask<int>([printer = run.request.printer, job = run.jobId](CupsWorker &worker) -> Result<int> {
        UK_TRY(const cups::JobState state, worker.state(printer, job));
        return static_cast<int>(state);
    }, [this](Result<int> state) { takeState(state); });
}

void CupsPrintPort::takeState(Result<int> state)
{
    const Run &run = *m_runs.front();
    const int sheets = static_cast<int>(run.pages.size()) * run.request.copies;
    // The server may have forgotten a finished job, or be away for a moment: the paper decides, not this question.
    const auto known = state ? static_cast<cups::JobState>(*state) : cups::JobState::Waiting;
    if (run.isCancelled || known == cups::JobState::Cancelled)
        return end(PrintResult {PrintOutcome::Cancelled, run.jobId, 0});
    if (known == cups::JobState::Completed)
        return end(PrintResult {PrintOutcome::Finished, run.jobId, sheets});
    if (known == cups::JobState::Failed)
        return fail({ErrorCode::PrintFailed, u"CUPS aborted the job"_s, {}});
    if (run.followed.hasExpired(handOverMilliseconds))
        return end(PrintResult {PrintOutcome::HandedOver, run.jobId, sheets});
    QTimer::singleShot(pollMilliseconds, this, &CupsPrintPort::poll);
}

void CupsPrintPort::end(Result<PrintResult> result)
{
    const std::unique_ptr<Run> run = std::move(m_runs.front());
    m_runs.pop_front();
    m_isRunning = false;
    const bool isGood = result && result->outcome != PrintOutcome::Cancelled;
    if (!isGood && run->jobId > 0) {
        // Half a document must not come out of the printer.
        ask<void>([printer = run->request.printer, job = run->jobId](CupsWorker &worker) {
            return worker.cancel(printer, job);
        }, [](Result<void>) {});
    }
    if (!result || result->outcome != PrintOutcome::HandedOver)
        m_unfinished.removeIf([&run](const Job &job) { return job.id == run->jobId; });
    run->reply(std::move(result));
    startNext();
}

void CupsPrintPort::fail(const Error &error)
{
    const Run &run = *m_runs.front();
    if (run.isCancelled)
        return end(PrintResult {PrintOutcome::Cancelled, run.jobId, 0});
    end(std::unexpected(error));
}

QByteArray CupsPrintPort::formPdf(const PaperForm &form)
{
    return paperFormPdf(form);
}

void CupsPrintPort::cancelAll()
{
    for (const auto &run : m_runs)
        run->isCancelled = true;
    for (const Job &job : std::exchange(m_unfinished, {})) {
        ask<void>([job](CupsWorker &worker) { return worker.cancel(job.printer, job.id); }, [](Result<void>) {});
    }
}

} // namespace uk
