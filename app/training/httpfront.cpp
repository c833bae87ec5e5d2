// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/httpfront.h"

#include <QHostAddress>
#include <QHttpServerRequest>
#include <QTcpSocket>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace uk::training {
namespace {

QByteArray methodName(QHttpServerRequest::Method method)
{
    using M = QHttpServerRequest::Method;
    switch (method) {
    case M::Get: return "GET";
    case M::Post: return "POST";
    case M::Put: return "PUT";
    case M::Delete: return "DELETE";
    case M::Head: return "HEAD";
    case M::Options: return "OPTIONS";
    case M::Patch: return "PATCH";
    default: return "UNKNOWN";
    }
}

HttpRequest readRequest(const QHttpServerRequest &request)
{
    HttpRequest result;
    result.method = methodName(request.method());
    result.path = request.url().path(QUrl::FullyDecoded);
    result.query = QUrlQuery(request.url().query(QUrl::FullyEncoded));
    result.body = request.body();
    const auto headers = request.headers();
    for (const auto &[name, value] : headers)
        result.headers.append({name, value});
    return result;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 202: return "Accepted";
    case 302: return "Found";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 429: return "Too Many Requests";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Status";
    }
}

QByteArray headOf(const HttpResponse &response, qsizetype length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    if (!response.contentType.isEmpty())
        head += "Content-Type: " + response.contentType + "\r\n";
    for (const auto &[name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    head += "Content-Length: " + QByteArray::number(length) + "\r\n\r\n";
    return head;
}

/// Closing with a linger time of zero is what makes the kernel send RST.
void resetConnection(QTcpSocket *socket)
{
#ifdef Q_OS_UNIX
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
    socket->abort();
}

void drip(QTcpSocket *socket, const QByteArray &bytes, int bytesPerSecond)
{
    constexpr int ticksPerSecond = 10;
    auto *timer = new QTimer(socket);
    const qsizetype step = qMax(1, bytesPerSecond / ticksPerSecond);
    QObject::connect(timer, &QTimer::timeout, socket, [socket, timer, bytes, step, sent = qsizetype(0)]() mutable {
        const QByteArray piece = bytes.mid(sent, step);
        socket->write(piece);
        sent += piece.size();
        if (sent >= bytes.size())
            timer->deleteLater();
    });
    timer->start(1000 / ticksPerSecond);
}

void deliver(QTcpSocket *socket, const HttpAnswer &answer, bool isHead)
{
    const auto &[response, delivery] = answer;
    const QByteArray body = response.bytes();
    const QByteArray head = headOf(response, body.size());
    const auto part = static_cast<qsizetype>(static_cast<double>(body.size()) * delivery.share);
    switch (delivery.ending) {
    case Delivery::Ending::Close: socket->disconnectFromHost(); return;
    case Delivery::Ending::Reset: resetConnection(socket); return;
    case Delivery::Ending::ResetInBody:
        socket->write(head + body.left(part));
        socket->flush();
        resetConnection(socket);
        return;
    case Delivery::Ending::Truncate:
        socket->write(head + body.left(part));
        socket->disconnectFromHost();
        return;
    case Delivery::Ending::Complete: break;
    }
    QByteArray bytes = head + (isHead ? QByteArray() : body);
    if (delivery.isTwice)
        bytes += bytes;
    if (delivery.bytesPerSecond > 0)
        drip(socket, bytes, delivery.bytesPerSecond);
    else
        socket->write(bytes);
}

} // namespace

HttpFront::HttpFront(Handler handler, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_handler(std::move(handler))
{
}

quint16 HttpFront::listenOnLoopback(quint16 port)
{
    return listen(QHostAddress(QHostAddress::LocalHost), port);
}

bool HttpFront::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    const HttpRequest read = readRequest(request);
    const bool isHead = read.method == "HEAD";
    // Through the event loop even without a delay: the caller still holds the socket and must not see it closed.
    QTimer::singleShot(0, socket, [this, socket, read, isHead] {
        const HttpAnswer answer = m_handler(read);
        if (answer.delivery.delayMs <= 0)
            deliver(socket, answer, isHead);
        else
            QTimer::singleShot(answer.delivery.delayMs, socket,
                               [socket, answer, isHead] { deliver(socket, answer, isHead); });
    });
    return true;
}

void HttpFront::missingHandler(const QHttpServerRequest &, QTcpSocket *socket)
{
    socket->disconnectFromHost();
}

} // namespace uk::training
