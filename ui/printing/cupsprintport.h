// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/printport.h"

#include <QThread>

#include <deque>
#include <memory>

namespace uk {

class CupsWorker;

/// Prints through CUPS. The renderer's pictures (300 dpi) go band by band into a PDF that is sent while it is written:
/// PDF is what every CUPS queue takes, driverless or with a driver, and keeps the paper's size; the spool file holds
/// pixels only. Jobs are called "Uketsuke 0001" and so on. Main thread; CUPS is asked in a thread of its own.
class CupsPrintPort : public PrintPort
{
    Q_OBJECT
public:
    explicit CupsPrintPort(QObject *parent = nullptr);
    /// Waits for a call of CUPS that is under way (some seconds at most, when a server does not answer).
    ~CupsPrintPort() override;

    void printers(Reply<QList<PrinterInfo>> reply) override;
    /// One job after the other: a second call waits for the first one's reply.
    void print(DocumentRenderer &document, const DocumentInfo &info, const PrintRequest &request,
        Reply<PrintResult> reply) override;
    [[nodiscard]] QByteArray formPdf(const PaperForm &form) override;
    void cancelAll() override;

private:
    struct Run;
    struct Job
    {
        QString printer;
        int id = 0;
    };
    template<class T>
    void ask(std::function<Result<T>(CupsWorker &)> call, Reply<T> reply);
    void startNext();
    void renderNext();
    void sendBand(const PageBitmap &band);
    void documentSent();
    void poll();
    void takeState(Result<int> state);
    void end(Result<PrintResult> result);
    void fail(const Error &error);

    QThread m_thread;
    CupsWorker *m_worker; ///< lives in m_thread
    std::deque<std::unique_ptr<Run>> m_runs; ///< the first one is under way
    bool m_isRunning = false;
    QList<Job> m_unfinished; ///< jobs that the printer has not reported as done
    int m_jobNumber = 0;
};

} // namespace uk
