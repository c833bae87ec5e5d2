// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/httptransport.h"
#include "app/pmh/oncebody.h"

#include <QNetworkReply>
#include <QTimer>

namespace uk {

/// One request under way. Says how it ended exactly once, unless it is cancelled; deletes itself later.
class HttpExchange : public QObject
{
    Q_OBJECT
public:
    struct Limits
    {
        int connectTimeoutMs;
        int totalTimeoutMs;
        qint64 maxAnswerBytes;
        QStringList pins;
    };

    /// Takes over the reply. `body` is that of a request that is sent once, else nullptr.
    HttpExchange(QNetworkReply *reply, OnceBody *body, Limits limits, QDateTime nowUtc,
                 std::function<void(HttpOutcome)> done, QObject *parent);

    void cancel();
    [[nodiscard]] bool isSentOnce() const { return m_body != nullptr; }
    /// Nothing more leaves by a connection that is not pinned; told by endUnpinned().
    void stopUnpinned();
    void endUnpinned();

Q_SIGNALS:
    void over();
    /// The connection's issuing CA is none of the profile's. This request is stopped already; until all listeners return,
    /// nothing of others that share the connection is sent through it.
    void unpinned();

private:
    void noteConnected();
    void checkPins();
    void checkAnnouncedSize();
    void takeBytes();
    void conclude();
    void fail(ErrorCode code, const QString &detail, bool isTransient, const QStringList &arguments = {});
    void end(HttpOutcome outcome);
    [[nodiscard]] bool isBroken() const;
    [[nodiscard]] bool isProxyTrouble() const;

    QNetworkReply *m_reply;
    OnceBody *m_body;
    Limits m_limits;
    QDateTime m_startedAt;
    std::function<void(HttpOutcome)> m_done;
    QTimer m_connectTimer;
    QTimer m_totalTimer;
    QByteArray m_received;
    bool m_hasReachedServer = false;
    bool m_isUnpinned = false;
};

} // namespace uk
