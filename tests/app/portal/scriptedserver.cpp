// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/portal/scriptedserver.h"

#include <QSslServer>
#include <QSslSocket>
#include <QTcpSocket>

namespace uk {

using namespace Qt::StringLiterals;

ScriptedServer::ScriptedServer(QObject *parent)
    : QObject(parent)
    , m_server(std::make_unique<QTcpServer>())
{
    begin();
}

ScriptedServer::ScriptedServer(const QSslConfiguration &tls)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    m_server = std::move(server);
    begin();
}

void ScriptedServer::begin()
{
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        QTcpSocket *socket = m_server->nextPendingConnection();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, received = QByteArray()]() mutable {
            received += socket->readAll();
            const qsizetype end = received.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const QByteArray head = received.first(end), lower = head.toLower();
            const qsizetype at = lower.indexOf("content-length:");
            const qsizetype length = at < 0 ? 0 : lower.sliced(at + 15).split('\r').first().trimmed().toLongLong();
            if (received.size() < end + 4 + length)
                return;
            const QList<QByteArray> line = head.split('\r').first().split(' ');
            const auto *tls = qobject_cast<QSslSocket *>(socket);
            m_requests.append({line.value(0), line.value(1), head, received.sliced(end + 4, length),
                               tls ? tls->peerCertificate() : QSslCertificate()});
            received.clear();
            const QByteArray answer = m_answer ? m_answer(m_requests.last()) : status("404 Not Found");
            if (answer.isEmpty()) {
                socket->abort();
                return;
            }
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
}

QUrl ScriptedServer::url(const QString &path) const
{
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(qobject_cast<QSslServer *>(m_server.get()) ? u"https"_s : u"http"_s)
                    .arg(m_server->serverPort()).arg(path));
}

QByteArray ScriptedServer::ok(const QByteArray &contentType, const QByteArray &body)
{
    return status("200 OK", body, "Content-Type: " + contentType + "\r\n");
}

QByteArray ScriptedServer::status(const QByteArray &line, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + line + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace uk
