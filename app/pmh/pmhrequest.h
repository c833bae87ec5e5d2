// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/answerrules.h"
#include "app/pmh/breaker.h"
#include "app/pmh/requestgate.h"

#include <QElapsedTimer>
#include <QTimer>

namespace uk {

/// One request of the contract until its final answer: its place in the rate, the tries that an inquiry may have, and
/// the polling of /pmh/result after a 202. A registration is sent once; only its polls are repeated. Main thread.
class PmhRequest : public QObject
{
    Q_OBJECT
public:
    struct Job
    {
        QString processType;
        QUrl url;
        QByteArray body;
        bool isRegistration = false;
        bool isReadBack = false;   ///< or the inquiry before a registration: no breaker holds it up
        qint64 maxAnswerBytes = 0;
        QString acceptedProcessId; ///< not empty: nothing is sent, only this result is polled
    };
    /// What all requests of a client share.
    struct Shared
    {
        HttpTransport &transport;
        RequestGate &gate;
        Breaker &breaker;
        QElapsedTimer &clock;
        const WireForm &form;
        QUrl resultUrl;
        PmhTimings timings;
    };
    struct Final
    {
        HttpOutcome outcome;
        QString processId; ///< not empty: the request was accepted with a 202
    };

    PmhRequest(Job job, const Shared &shared, std::function<void(Final)> done, QObject *parent);
    ~PmhRequest() override;

    void start();
    void cancel();

Q_SIGNALS:
    /// One HTTP exchange is over; the status is 0 without an answer.
    void exchanged(const QString &processType, int status, qint64 milliseconds);
    /// No answer for so long that people should be told.
    void slow();

private:
    void sendSoon(qint64 delayMs);
    void takePlace();
    void leavePlace();
    void send();
    void received(HttpOutcome outcome);
    [[nodiscard]] static bool isTrouble(const HttpOutcome &outcome);
    void poll(std::optional<qint64> retryAfterSeconds);
    void end(HttpOutcome outcome);
    [[nodiscard]] Result<QString> processIdFrom(const QByteArray &body) const;
    [[nodiscard]] bool isPolling() const { return !m_processId.isEmpty(); }

    Job m_job;
    Shared m_shared;
    std::function<void(Final)> m_done;
    QTimer m_wait;  ///< for the next try or poll
    QTimer m_slow;  ///< while an answer is awaited
    bool m_isUnderWay = false;
    QElapsedTimer m_polledFor;
    QString m_processId;
    qint64 m_sentAt = 0;
    int m_tries = 0;
    int m_polls = 0;
};

} // namespace uk
