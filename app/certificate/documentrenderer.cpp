// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/certificate/document.h"
#include "app/certificate/rendererchild.h"

#include <QTimer>

#include <algorithm>
#include <deque>
#include <utility>

namespace uk {

using namespace Qt::StringLiterals;
using namespace renderer;

namespace {

/// What was asked, and how its answer is checked and handed on.
struct Job
{
    Request request;
    QByteArray document; ///< Open only
    std::function<void(Result<Answer>)> done;
};

std::unexpected<Error> crashed(QString detail)
{
    return failure(ErrorCode::RendererCrashed, std::move(detail));
}

Error errorOf(RendererChild::End end)
{
    switch (end) {
    case RendererChild::End::NotStarted: return {ErrorCode::RendererMissing, u"uketsuke-pdf did not start"_s, {}};
    case RendererChild::End::LockdownFailed:
        return {ErrorCode::RendererMissing, u"uketsuke-pdf could not lock itself down"_s, {}};
    case RendererChild::End::Crashed: break;
    }
    return {ErrorCode::RendererCrashed, u"uketsuke-pdf ended"_s, {}};
}

Result<Answer> checkStatus(Answer answer)
{
    switch (answer.status) {
    case Status::Ok: return answer;
    case Status::Damaged: return failure(ErrorCode::DocumentDamaged);
    case Status::Encrypted: return failure(ErrorCode::DocumentEncrypted);
    case Status::TooManyPages:
        return failure(ErrorCode::DocumentTooManyPages, {}, {QString::number(maxPages)});
    case Status::PageTooLarge:
        return failure(ErrorCode::DocumentPageTooLarge, {}, {QString::number(answer.width)});
    case Status::NotPossible: break;
    }
    return failure(ErrorCode::StepNotPossible, u"renderer request out of range"_s);
}

} // namespace

class DocumentRenderer::Private
{
public:
    Private(DocumentRenderer *owner, QString path, std::chrono::milliseconds patience)
        : q(owner)
        , program(std::move(path))
    {
        watchdog.setSingleShot(true);
        watchdog.setInterval(patience);
        QObject::connect(&watchdog, &QTimer::timeout, q, [this] {
            fail({ErrorCode::RendererHung, u"uketsuke-pdf did not answer in time"_s, {}});
        });
    }

    void start();
    void enqueue(Job job);
    void sendNext();
    void take(const Answer &answer);
    void fail(const Error &error);
    void dropChild();
    void replyLater(std::function<void(Result<Answer>)> done, const Error &error);
    Result<PageBitmap> bitmapOf(const Request &request, const Answer &answer);

    DocumentRenderer *q;
    QString program;
    QTimer watchdog;
    std::unique_ptr<RendererChild> child;
    std::deque<Job> jobs; ///< the first one is under way when isWaiting
    std::optional<Error> error;
    DocumentInfo info;
    quint32 lastId = 0;
    bool isReady = false, isWaiting = false, isUsed = false, isOpen = false, areFontsRestricted = false;
};

void DocumentRenderer::Private::start()
{
    if (child)
        return;
    child = std::make_unique<RendererChild>();
    QObject::connect(child.get(), &RendererChild::answered, q, [this](const Answer &answer) { take(answer); });
    QObject::connect(child.get(), &RendererChild::ended, q, [this](RendererChild::End end) { fail(errorOf(end)); });
    child->start(program);
    watchdog.start();
}

void DocumentRenderer::Private::enqueue(Job job)
{
    if (error)
        return replyLater(std::move(job.done), *error);
    job.request.id = ++lastId;
    jobs.push_back(std::move(job));
    sendNext();
}

void DocumentRenderer::Private::sendNext()
{
    if (!isReady || isWaiting || jobs.empty())
        return;
    Job &job = jobs.front();
    if (job.request.verb == Verb::Open) {
        const QByteArray document = std::exchange(job.document, {});
        if (!child->giveDocument(document))
            return fail({ErrorCode::RendererCrashed, u"no memory for the document"_s, {}});
    }
    isWaiting = true;
    child->send(job.request);
    watchdog.start();
}

void DocumentRenderer::Private::take(const Answer &answer)
{
    if (!isReady) {
        if (answer.id != 0 || answer.width != protocolVersion)
            return fail({ErrorCode::RendererMissing, u"uketsuke-pdf speaks another protocol"_s, {}});
        isReady = true;
        areFontsRestricted = answer.height != 0;
        watchdog.stop();
        return sendNext();
    }
    if (!isWaiting || answer.id != jobs.front().request.id)
        return fail({ErrorCode::RendererCrashed, u"unexpected answer of uketsuke-pdf"_s, {}});
    watchdog.stop();
    isWaiting = false;
    const Job job = std::move(jobs.front());
    jobs.pop_front();
    job.done(checkStatus(answer));
    // The reply may have closed the document or started another one.
    if (child)
        sendNext();
}

void DocumentRenderer::Private::fail(const Error &cause)
{
    error = cause;
    dropChild();
    for (Job &job : std::exchange(jobs, {}))
        replyLater(std::move(job.done), cause);
}

void DocumentRenderer::Private::dropChild()
{
    watchdog.stop();
    isReady = isWaiting = isUsed = isOpen = false;
    if (!child)
        return;
    child->disconnect(q);
    child->kill();
    // It may be the sender of the signal that led here, so it goes a little later.
    child->setParent(q);
    child.release()->deleteLater();
}

void DocumentRenderer::Private::replyLater(std::function<void(Result<Answer>)> done, const Error &cause)
{
    QMetaObject::invokeMethod(q, [done = std::move(done), cause] { done(std::unexpected(cause)); }, Qt::QueuedConnection);
}

Result<PageBitmap> DocumentRenderer::Private::bitmapOf(const Request &request, const Answer &answer)
{
    // The size is worked out here: what the process says about it is only compared.
    const QSize pixels = pagePixels(info.pageSizes[static_cast<qsizetype>(request.page)], request.dpi);
    const auto height = static_cast<quint32>(pixels.height());
    const quint32 left = height > request.top ? height - request.top : 0;
    const quint32 rows = request.rows == 0 ? left : std::min(request.rows, left);
    if (rows == 0 || answer.width != static_cast<quint32>(pixels.width()) || answer.height != rows
        || answer.top != request.top)
        return crashed(u"wrong picture size"_s);
    PageBitmap bitmap;
    bitmap.width = pixels.width();
    bitmap.height = static_cast<int>(rows);
    bitmap.top = static_cast<int>(request.top);
    bitmap.pixels = child->takePixels(qsizetype(bitmap.width) * bitmap.height * 4);
    return bitmap;
}

DocumentRenderer::DocumentRenderer(QString program, QObject *parent, std::chrono::milliseconds patience)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(program), patience))
{
}

DocumentRenderer::~DocumentRenderer() = default;

void DocumentRenderer::warmUp()
{
    if (d->child)
        return;
    d->error.reset();
    d->start();
}

void DocumentRenderer::open(const GatedDocument &document, Reply<DocumentInfo> reply)
{
    if (d->isUsed || d->error)
        close();
    d->start();
    d->isUsed = true;
    Job job;
    job.request.verb = Verb::Open;
    job.request.size = static_cast<quint64>(document.pdf.size());
    job.document = document.pdf;
    job.done = [this, reply = std::move(reply)](Result<Answer> answer) {
        if (!answer)
            return reply(std::unexpected(answer.error()));
        const auto sizes = decodePageSizes(answer->payload);
        if (!sizes) {
            d->fail({ErrorCode::RendererCrashed, u"unreadable page sizes"_s, {}});
            return reply(std::unexpected(*d->error));
        }
        d->info = {*sizes, d->areFontsRestricted};
        d->isOpen = true;
        reply(d->info);
    };
    d->enqueue(std::move(job));
}

void DocumentRenderer::renderPage(int page, double dotsPerInch, int top, int bandHeight, Reply<PageBitmap> reply)
{
    Job job;
    job.request.verb = Verb::Render;
    job.request.page = static_cast<quint32>(page);
    job.request.top = static_cast<quint32>(top);
    job.request.rows = static_cast<quint32>(bandHeight);
    job.request.dpi = dotsPerInch;
    job.done = [this, request = job.request, reply = std::move(reply)](Result<Answer> answer) {
        if (!answer)
            return reply(std::unexpected(answer.error()));
        const auto bitmap = d->bitmapOf(request, *answer);
        if (!bitmap)
            d->fail(bitmap.error());
        reply(bitmap);
    };
    if (!d->error && (!d->isOpen || page < 0 || page >= d->info.pageSizes.size() || top < 0 || bandHeight < 0))
        return d->replyLater(std::move(job.done), {ErrorCode::StepNotPossible, u"no such page"_s, {}});
    d->enqueue(std::move(job));
}

void DocumentRenderer::pageText(int page, Reply<QString> reply)
{
    Job job;
    job.request.verb = Verb::Text;
    job.request.page = static_cast<quint32>(page);
    job.done = [reply = std::move(reply)](Result<Answer> answer) {
        if (!answer)
            return reply(std::unexpected(answer.error()));
        reply(QString::fromUtf8(answer->payload));
    };
    if (!d->error && (!d->isOpen || page < 0 || page >= d->info.pageSizes.size()))
        return d->replyLater(std::move(job.done), {ErrorCode::StepNotPossible, u"no such page"_s, {}});
    d->enqueue(std::move(job));
}

void DocumentRenderer::close()
{
    d->dropChild();
    d->error.reset();
    d->info = {};
    for (Job &job : std::exchange(d->jobs, {}))
        d->replyLater(std::move(job.done), {ErrorCode::StepNotPossible, u"document closed"_s, {}});
}

bool DocumentRenderer::isOpen() const
{
    return d->isOpen;
}

qint64 DocumentRenderer::processId() const
{
    return d->child ? d->child->processId() : 0;
}

} // namespace uk
