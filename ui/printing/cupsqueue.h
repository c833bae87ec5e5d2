// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/printport.h"
#include "ui/printing/cupsstate.h"

#include <QSizeF>

#include <memory>

typedef struct _http_s http_t;

namespace uk {

/// The few things that the program asks of CUPS, by IPP. Every call blocks (5 s to connect, 10 s without an answer), so
/// that they are for a worker thread. The server is that of the environment (CUPS_SERVER, client.conf).
/// Errors: PrinterMissing (no server, no such queue), PrinterStopped (argument: state in words), PrintFailed.
namespace cups {

struct HttpClose
{
    void operator()(http_t *http) const;
};
using Connection = std::unique_ptr<http_t, HttpClose>;

struct Queue
{
    PrinterInfo info;
    QueueState state;
    QStringList media; ///< names of PWG 5101.1 that it takes
};

/// The queues of the server itself; printers that somebody shares on the network are not looked for.
[[nodiscard]] Result<QList<Queue>> queues();
[[nodiscard]] Result<Queue> queue(const QString &name);

struct JobOptions
{
    QString printer;
    QString title;
    int copies = 1;
    QList<QSizeF> pageSizes; ///< points
};

/// How the paper is chosen: the name of the medium, or none where the queue does not have it or the pages differ; then
/// the pages are made to fit.
[[nodiscard]] QString mediaFor(const QList<QSizeF> &pageSizes, const QStringList &supported);

/// A job whose document is being sent.
struct OpenJob
{
    Connection connection;
    int id = 0;
};
[[nodiscard]] Result<OpenJob> beginJob(const JobOptions &options);
[[nodiscard]] Result<void> send(OpenJob &job, const QByteArray &bytes);
[[nodiscard]] Result<void> finishDocument(OpenJob &job, const QString &printer);

enum class JobState { Waiting, Completed, Cancelled, Failed };
[[nodiscard]] Result<JobState> jobState(const QString &printer, int job);
/// A job that is gone or finished counts as cancelled.
[[nodiscard]] Result<void> cancelJob(const QString &printer, int job);

} // namespace cups
} // namespace uk
