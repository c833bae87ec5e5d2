// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace uk {

/// Waits for the one request by which the browser brings the portal's answer (RFC 8252 section 7.3). Listens on
/// 127.0.0.1, or on ::1 where that cannot be had, on a free port, and only until the callback came. Main thread.
class LoopbackListener : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxConnections = 16; ///< a browser opens a few ahead; more is somebody else
    static constexpr int slowClientMs = 5000; ///< from connecting to the whole head

    explicit LoopbackListener(QObject *parent = nullptr);
    ~LoopbackListener() override;

    /// Error ListenerFailed.
    [[nodiscard]] Result<void> listen();
    /// "http://127.0.0.1:PORT/callback"; empty while it does not listen.
    [[nodiscard]] QUrl redirectUri() const;
    /// No further connection is taken and open ones end; an answer on its way is still delivered.
    void close();

Q_SIGNALS:
    /// The query of the first GET of the exact path, percent-encoded. Comes once; the listener is closed then.
    void callbackReceived(const QByteArray &query);

private:
    /// Somebody connected whose request is not whole yet.
    struct Guest
    {
        QTcpSocket *socket;
        QByteArray received;
    };

    void takeConnections();
    void readFrom(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const char *statusLine, const QByteArray &body);
    void sendAway(QTcpSocket *socket);
    [[nodiscard]] qsizetype placeOf(const QTcpSocket *socket) const;

    QTcpServer m_server;
    QList<Guest> m_guests; ///< in the order of their coming
    QByteArray m_hostHeader;
};

} // namespace uk
