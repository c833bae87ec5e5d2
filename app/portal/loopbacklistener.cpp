// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/loopbacklistener.h"

#include "app/portal/callback.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView callbackPath = "/callback";

QByteArray page(const QString &text)
{
    return u"<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"><title>%1</title></head>"
           "<body><p style=\"font-size:2rem;margin:3rem\">%1</p></body></html>"_s.arg(text)
        .toUtf8();
}

} // namespace

LoopbackListener::LoopbackListener(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::takeConnections);
}

LoopbackListener::~LoopbackListener() = default;

Result<void> LoopbackListener::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost) && !m_server.listen(QHostAddress::LocalHostIPv6))
        return failure(ErrorCode::ListenerFailed, m_server.errorString());
    const QUrl uri = redirectUri();
    m_hostHeader = uri.authority(QUrl::FullyEncoded).toLatin1();
    return {};
}

QUrl LoopbackListener::redirectUri() const
{
    if (!m_server.isListening())
        return {};
    QUrl uri;
    uri.setScheme(u"http"_s);
    uri.setHost(m_server.serverAddress().toString());
    uri.setPort(m_server.serverPort());
    uri.setPath(QString::fromLatin1(callbackPath));
    return uri;
}

void LoopbackListener::close()
{
    m_server.close();
    while (!m_guests.isEmpty())
        sendAway(m_guests.first().socket);
}

qsizetype LoopbackListener::placeOf(const QTcpSocket *socket) const
{
    const auto guest = std::ranges::find(m_guests, socket, &Guest::socket);
    return guest == m_guests.end() ? -1 : guest - m_guests.begin();
}

void LoopbackListener::sendAway(QTcpSocket *socket)
{
    m_guests.remove(placeOf(socket));
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void LoopbackListener::takeConnections()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        // Owned by the listener, not by the server: the last answer outlives the closing of the port.
        socket->setParent(this);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        // Who holds connections open without asking makes room for who comes later: a browser asks at once.
        if (m_guests.size() >= maxConnections)
            sendAway(m_guests.first().socket);
        socket->setReadBufferSize(maxRequestHead + 4);
        m_guests.append(Guest{socket, {}});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readFrom(socket); });
        connect(socket, &QObject::destroyed, this, [this, socket] {
            m_guests.removeIf([socket](const Guest &guest) { return guest.socket == socket; });
        });
        QTimer::singleShot(slowClientMs, socket, [socket] { socket->abort(); });
    }
}

void LoopbackListener::readFrom(QTcpSocket *socket)
{
    const qsizetype place = placeOf(socket);
    if (place < 0) {
        socket->readAll(); // its answer is on the way; whatever else it sends is not looked at
        return;
    }
    QByteArray &received = m_guests[place].received;
    received += socket->readAll();
    const RequestHead head = readRequestHead(received, callbackPath, m_hostHeader);
    switch (head.kind) {
    case RequestHead::Kind::Incomplete:
        return;
    case RequestHead::Kind::OtherPath:
        answer(socket, "404 Not Found", page(u"このページはありません"_s));
        return;
    case RequestHead::Kind::BadMethod:
        answer(socket, "405 Method Not Allowed", page(u"この方法では受け付けられません"_s));
        return;
    case RequestHead::Kind::Malformed:
        answer(socket, "400 Bad Request", page(u"読み取れませんでした"_s));
        return;
    case RequestHead::Kind::Callback:
        answer(socket, "200 OK", page(u"画面の案内にもどってください"_s));
        close();
        Q_EMIT callbackReceived(head.query);
        return;
    }
}

void LoopbackListener::answer(QTcpSocket *socket, const char *statusLine, const QByteArray &body)
{
    m_guests.remove(placeOf(socket)); // it is one: its request was just read
    QByteArray text("HTTP/1.1 ");
    text += statusLine;
    text += "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size());
    if (qstrncmp(statusLine, "405", 3) == 0)
        text += "\r\nAllow: GET";
    text += "\r\nConnection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer"
            "\r\nX-Content-Type-Options: nosniff"
            "\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n\r\n";
    socket->write(text + body);
    socket->flush(); // the listener may be gone before the event loop would write
    socket->disconnectFromHost();
}

} // namespace uk
