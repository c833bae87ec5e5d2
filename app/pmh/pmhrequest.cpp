// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/pmhrequest.h"

#include "app/pmh/contractobjects.h"

#include <QPointer>
#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

constexpr qint64 maxAcceptedBytes = 65536;

HttpOutcome failed(ErrorCode code, const QString &detail)
{
    return std::unexpected(HttpFailure{{code, detail, {}}, true, false});
}

} // namespace

PmhRequest::PmhRequest(Job job, const Shared &shared, std::function<void(Final)> done, QObject *parent)
    : QObject(parent)
    , m_job(std::move(job))
    , m_shared(shared)
    , m_done(std::move(done))
{
    m_wait.setSingleShot(true);
    m_slow.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &PmhRequest::takePlace);
    connect(&m_slow, &QTimer::timeout, this, &PmhRequest::slow);
}

PmhRequest::~PmhRequest()
{
    leavePlace();
}

void PmhRequest::start()
{
    m_processId = m_job.acceptedProcessId;
    if (isPolling())
        m_polledFor.start();
    sendSoon(0);
}

void PmhRequest::cancel()
{
    m_done = nullptr;
    m_wait.stop();
    leavePlace();
    deleteLater();
}

void PmhRequest::sendSoon(qint64 delayMs)
{
    m_wait.start(std::chrono::milliseconds(delayMs));
}

void PmhRequest::takePlace()
{
    const bool isSpared = !m_job.isRegistration && !m_job.isReadBack && !isPolling();
    if (isSpared && !m_shared.breaker.admits(m_shared.clock.elapsed())) {
        return end(std::unexpected(
            HttpFailure{{m_shared.breaker.why(), u"not asked: no answer a moment ago"_s, {}}, false, false}));
    }
    m_shared.gate.enter(this, [this] { send(); });
}

void PmhRequest::leavePlace()
{
    m_slow.stop();
    m_shared.gate.leave(this);
    if (std::exchange(m_isUnderWay, false))
        m_shared.gate.finished();
}

/// An answer of any kind but 5xx says that somebody is there.
bool PmhRequest::isTrouble(const HttpOutcome &outcome)
{
    if (outcome)
        return outcome->status >= 500;
    const ErrorCode code = outcome.error().error.code;
    return code != ErrorCode::HostNotAllowed && code != ErrorCode::AnswerTooLarge;
}

void PmhRequest::send()
{
    m_isUnderWay = true;
    ++m_tries;
    HttpRequest request{m_job.url, m_job.body, m_job.isRegistration, m_job.maxAnswerBytes};
    if (isPolling()) {
        request.url = m_shared.resultUrl;
        request.body = writeJson(m_shared.form.encode(resultRequestObject, {m_processId}));
        request.isSentOnce = false;
    }
    m_sentAt = m_shared.clock.elapsed();
    m_slow.start(std::chrono::milliseconds(m_shared.timings.slowMs));
    m_shared.transport.post(request, [self = QPointer<PmhRequest>(this)](HttpOutcome outcome) {
        if (self)
            self->received(std::move(outcome));
    });
}

void PmhRequest::received(HttpOutcome outcome)
{
    leavePlace();
    if (!m_done)
        return;
    if (outcome && outcome->status == 429)
        m_shared.gate.slowDown();
    if (isTrouble(outcome))
        m_shared.breaker.failed(m_shared.clock.elapsed(), outcome ? ErrorCode::ServerUnreachable : outcome.error().error.code);
    else
        m_shared.breaker.succeeded();
    Q_EMIT exchanged(m_job.processType, outcome ? outcome->status : 0, m_shared.clock.elapsed() - m_sentAt);
    if (outcome && outcome->status == 202) {
        const std::optional<qint64> retryAfter = outcome->retryAfterSeconds;
        if (!isPolling()) {
            const Result<QString> processId = processIdFrom(outcome->body);
            if (!processId)
                return end(failed(processId.error().code, processId.error().detail));
            m_processId = *processId;
            m_polledFor.start();
        }
        return poll(retryAfter);
    }
    const bool mayTryAgain = isPolling() || !m_job.isRegistration;
    if (mayTryAgain) {
        const double random = QRandomGenerator::global()->generateDouble();
        if (const auto delay = retryDelayMs(m_shared.timings, outcome, m_tries, random))
            return sendSoon(*delay);
    }
    // An inquiry's result that is gone is no statement about an id of the request.
    if (isPolling() && outcome && outcome->status == 404 && !m_job.isRegistration)
        return end(failed(ErrorCode::ResultNotReady, u"HTTP 404 at the result address"_s));
    end(std::move(outcome));
}

void PmhRequest::poll(std::optional<qint64> retryAfterSeconds)
{
    const qint64 delay = pollDelayMs(m_shared.timings, retryAfterSeconds, m_polls++);
    if (m_polledFor.elapsed() + delay > m_shared.timings.totalPollMs)
        return end(failed(ErrorCode::ResultNotReady, u"no result in time"_s));
    m_tries = 0;
    sendSoon(delay);
}

void PmhRequest::end(HttpOutcome outcome)
{
    deleteLater();
    if (const auto done = std::exchange(m_done, nullptr))
        done({std::move(outcome), m_processId});
}

Result<QString> PmhRequest::processIdFrom(const QByteArray &body) const
{
    UK_TRY(AcceptedRequest accepted,
           m_shared.form.decode(acceptedRequestObject, body, {.maxBytes = maxAcceptedBytes}));
    return std::move(accepted.processId);
}

} // namespace uk
