// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/cupsqueue.h"

#include <cups/cups.h>
#include <cups/pwg.h>

#include <algorithm>
#include <array>

namespace uk::cups {

using namespace Qt::StringLiterals;

namespace {

constexpr int connectMilliseconds = 5000;
constexpr double answerSeconds = 10;

struct IppDelete
{
    void operator()(ipp_t *ipp) const { ippDelete(ipp); }
};
using Ipp = std::unique_ptr<ipp_t, IppDelete>;

QString lastError()
{
    // Texts of CUPS name operations and states, never a document.
    return QString::fromUtf8(cupsLastErrorString());
}

int giveUp(http_t *, void *)
{
    return 0;
}

Result<Connection> connectToServer()
{
    Connection connection(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1,
        connectMilliseconds, nullptr));
    if (!connection)
        return failure(ErrorCode::PrinterMissing, u"no CUPS server: "_s + lastError());
    httpSetTimeout(connection.get(), answerSeconds, giveUp, nullptr);
    return connection;
}

QByteArray uriOf(const QString &printer)
{
    std::array<char, 1024> uri;
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr, "localhost", 0,
        "/printers/%s", printer.toUtf8().constData());
    return uri.data();
}

Ipp requestFor(ipp_op_t operation, const QString &printer = {})
{
    Ipp request(ippNewRequest(operation));
    if (!printer.isEmpty())
        ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uriOf(printer).constData());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    return request;
}

void wish(ipp_t *request, const char *const *attributes, std::size_t count)
{
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", static_cast<int>(count), nullptr,
        attributes);
}

Result<Ipp> ask(http_t *http, Ipp request, const char *resource = "/")
{
    Ipp answer(cupsDoRequest(http, request.release(), resource));
    const ipp_status_t status = cupsLastError();
    if (answer && status < IPP_STATUS_REDIRECTION_OTHER_SITE)
        return answer;
    const bool isMissing = status == IPP_STATUS_ERROR_NOT_FOUND || status == IPP_STATUS_ERROR_SERVICE_UNAVAILABLE;
    return failure(isMissing ? ErrorCode::PrinterMissing : ErrorCode::PrintFailed, lastError());
}

QStringList textsOf(ipp_attribute_t *attribute)
{
    QStringList texts;
    for (int index = 0; attribute && index < ippGetCount(attribute); ++index)
        texts.append(QString::fromUtf8(ippGetString(attribute, index, nullptr)));
    return texts;
}

constexpr std::array printerAttributes {"printer-name", "printer-info", "printer-state", "printer-state-reasons",
    "printer-is-accepting-jobs", "media-supported"};

void takeAttribute(Queue &queue, ipp_attribute_t *attribute)
{
    const QByteArrayView name(ippGetName(attribute));
    if (name == "printer-name")
        queue.info.name = textsOf(attribute).value(0);
    else if (name == "printer-info")
        queue.info.description = textsOf(attribute).value(0);
    else if (name == "printer-state")
        queue.state.state = ippGetInteger(attribute, 0);
    else if (name == "printer-state-reasons")
        queue.state.reasons = textsOf(attribute);
    else if (name == "printer-is-accepting-jobs")
        queue.state.isAccepting = ippGetBoolean(attribute, 0) != 0;
    else if (name == "media-supported")
        queue.media = textsOf(attribute);
}

/// One queue for each group of printer attributes.
QList<Queue> queuesOf(ipp_t *answer, const QString &defaultName)
{
    QList<Queue> queues;
    bool isInside = false;
    for (auto *attribute = ippFirstAttribute(answer); attribute; attribute = ippNextAttribute(answer)) {
        const bool isPrinter = ippGetGroupTag(attribute) == IPP_TAG_PRINTER && ippGetName(attribute);
        if (isPrinter && !isInside)
            queues.append(Queue {});
        isInside = isPrinter;
        if (isPrinter)
            takeAttribute(queues.last(), attribute);
    }
    for (Queue &queue : queues) {
        if (queue.info.description.isEmpty())
            queue.info.description = queue.info.name;
        queue.info.isDefault = queue.info.name == defaultName;
        queue.info.isStopped = isQueueStopped(queue.state);
        queue.info.stateText = queueStateText(queue.state);
    }
    return queues;
}

QString defaultQueue(http_t *http)
{
    Ipp request = requestFor(IPP_OP_CUPS_GET_DEFAULT);
    const char *const name = "printer-name";
    wish(request.get(), &name, 1);
    const auto answer = ask(http, std::move(request));
    if (!answer)
        return {};
    return textsOf(ippFindAttribute(answer->get(), "printer-name", IPP_TAG_NAME)).value(0);
}

int pointsToHundredthMillimetres(double points)
{
    return qRound(points * 2540 / 72);
}

/// Drivers round the sizes of paper to points or have names of their own, so the size decides: the nearest within a
/// millimetre.
QString nearestMedium(QSizeF points, const QStringList &supported)
{
    // Paper is named upright; the page is turned by the printing system.
    const double shortSide = std::min(points.width(), points.height());
    const double longSide = std::max(points.width(), points.height());
    const int width = pointsToHundredthMillimetres(shortSide), length = pointsToHundredthMillimetres(longSide);
    QString nearest;
    int best = 100;
    for (const QString &name : supported) {
        // The bounds of custom paper are no paper.
        if (name.startsWith(u"custom_min"_s) || name.startsWith(u"custom_max"_s))
            continue;
        const pwg_media_t *medium = pwgMediaForPWG(name.toUtf8().constData());
        const int distance = medium ? std::max(std::abs(medium->width - width), std::abs(medium->length - length)) : best;
        if (distance < best) {
            best = distance;
            nearest = name;
        }
    }
    return nearest;
}

class Options
{
public:
    ~Options() { cupsFreeOptions(m_count, m_options); }
    Options() = default;
    Q_DISABLE_COPY_MOVE(Options)
    void add(const char *name, const QByteArray &value)
    {
        m_count = cupsAddOption(name, value.constData(), m_count, &m_options);
    }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] cups_option_t *data() const { return m_options; }

private:
    int m_count = 0;
    cups_option_t *m_options = nullptr;
};

void addAll(Options &options, const JobOptions &job, const QString &media)
{
    options.add("copies", QByteArray::number(job.copies));
    options.add("multiple-document-handling", "separate-documents-collated-copies");
    // The paper as it was received: neither shrunk nor moved, unless the printer does not have that paper.
    options.add("print-scaling", media.isEmpty() ? "fit" : "none");
    if (!media.isEmpty())
        options.add("media", media.toUtf8());
    options.add("job-sheets", "none");
}

} // namespace

void HttpClose::operator()(http_t *http) const
{
    httpClose(http);
}

Result<QList<Queue>> queues()
{
    UK_TRY(const Connection connection, connectToServer());
    Ipp request = requestFor(IPP_OP_CUPS_GET_PRINTERS);
    wish(request.get(), printerAttributes.data(), printerAttributes.size());
    auto answer = ask(connection.get(), std::move(request));
    // A server without any queue says "not found".
    if (!answer && cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND)
        return QList<Queue> {};
    if (!answer)
        return std::unexpected(answer.error());
    return queuesOf(answer->get(), defaultQueue(connection.get()));
}

Result<Queue> queue(const QString &name)
{
    UK_TRY(const Connection connection, connectToServer());
    Ipp request = requestFor(IPP_OP_GET_PRINTER_ATTRIBUTES, name);
    wish(request.get(), printerAttributes.data(), printerAttributes.size());
    UK_TRY(const Ipp answer, ask(connection.get(), std::move(request)));
    const QList<Queue> found = queuesOf(answer.get(), {});
    if (found.isEmpty())
        return failure(ErrorCode::PrinterMissing, u"the answer names no printer"_s);
    return found.first();
}

QString mediaFor(const QList<QSizeF> &pageSizes, const QStringList &supported)
{
    QString media;
    for (const QSizeF &size : pageSizes) {
        const QString name = nearestMedium(size, supported);
        if (name.isEmpty() || (!media.isEmpty() && media != name))
            return {};
        media = name;
    }
    return media;
}

Result<OpenJob> beginJob(const JobOptions &options)
{
    UK_TRY(const Queue target, queue(options.printer));
    if (target.info.isStopped)
        return failure(ErrorCode::PrinterStopped, target.state.reasons.join(u' '), {target.info.stateText});
    OpenJob job;
    UK_TRY(job.connection, connectToServer());
    Options list;
    addAll(list, options, mediaFor(options.pageSizes, target.media));
    const QByteArray printer = options.printer.toUtf8();
    job.id = cupsCreateJob(job.connection.get(), printer.constData(), options.title.toUtf8().constData(), list.count(),
        list.data());
    if (job.id <= 0)
        return failure(ErrorCode::PrintFailed, lastError());
    if (cupsStartDocument(job.connection.get(), printer.constData(), job.id, options.title.toUtf8().constData(),
            CUPS_FORMAT_PDF, 1)
        != HTTP_STATUS_CONTINUE) {
        const Error error {ErrorCode::PrintFailed, lastError(), {}};
        static_cast<void>(cancelJob(options.printer, job.id));
        return std::unexpected(error);
    }
    return job;
}

Result<void> send(OpenJob &job, const QByteArray &bytes)
{
    if (cupsWriteRequestData(job.connection.get(), bytes.constData(), static_cast<size_t>(bytes.size()))
        != HTTP_STATUS_CONTINUE)
        return failure(ErrorCode::PrintFailed, lastError());
    return {};
}

Result<void> finishDocument(OpenJob &job, const QString &printer)
{
    if (cupsFinishDocument(job.connection.get(), printer.toUtf8().constData()) >= IPP_STATUS_REDIRECTION_OTHER_SITE)
        return failure(ErrorCode::PrintFailed, lastError());
    job.connection.reset();
    return {};
}

Result<JobState> jobState(const QString &printer, int job)
{
    UK_TRY(const Connection connection, connectToServer());
    Ipp request = requestFor(IPP_OP_GET_JOB_ATTRIBUTES, printer);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    const char *const state = "job-state";
    wish(request.get(), &state, 1);
    UK_TRY(const Ipp answer, ask(connection.get(), std::move(request)));
    switch (ippGetInteger(ippFindAttribute(answer.get(), "job-state", IPP_TAG_ENUM), 0)) {
    case IPP_JSTATE_COMPLETED: return JobState::Completed;
    case IPP_JSTATE_CANCELED: return JobState::Cancelled;
    case IPP_JSTATE_ABORTED: return JobState::Failed;
    default: return JobState::Waiting;
    }
}

Result<void> cancelJob(const QString &printer, int job)
{
    UK_TRY(const Connection connection, connectToServer());
    Ipp request = requestFor(IPP_OP_CANCEL_JOB, printer);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    const auto answer = ask(connection.get(), std::move(request), "/jobs/");
    const ipp_status_t status = cupsLastError();
    if (!answer && status != IPP_STATUS_ERROR_NOT_POSSIBLE && status != IPP_STATUS_ERROR_NOT_FOUND)
        return std::unexpected(answer.error());
    return {};
}

} // namespace uk::cups
