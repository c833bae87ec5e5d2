// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

/// What the server does with a request.
struct Reaction
{
    enum class Kind {
        Answer,
        CloseWithoutAnswer,
        Reset,
        Truncate, ///< announces the whole body, sends half of it, closes
        Silence,
    };
    Kind kind = Kind::Answer;
    int status = 200;
    QByteArray body;
    QList<QByteArray> headers; ///< "Retry-After: 1"
    int delayMs = 0;

    static Reaction json(QByteArray text, int code = 200, QList<QByteArray> more = {})
    {
        return {Kind::Answer, code, std::move(text), std::move(more), 0};
    }
    static Reaction error(int code, const QByteArray &apiCode, QList<QByteArray> more = {})
    {
        return json("{\"code\":\"" + apiCode + "\",\"message\":\"m\"}", code, std::move(more));
    }
    static Reaction broken(Kind how) { return {how, 200, "{}", {}, 0}; }
};

struct ReceivedRequest
{
    QByteArray method;
    QByteArray path;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// A small HTTP/1.1 server on loopback whose answers the test writes.
class ScriptedServer : public QTcpServer
{
public:
    std::function<Reaction(const ReceivedRequest &)> handler;
    QList<ReceivedRequest> requests;

    ScriptedServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                const auto pending = std::make_shared<QByteArray>();
                connect(socket, &QTcpSocket::readyRead, this, [this, socket, pending] { read(socket, *pending); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    [[nodiscard]] QByteArray address(const QByteArray &path) const
    {
        return "http://127.0.0.1:" + QByteArray::number(serverPort()) + path;
    }

    /// How many requests had this text in their body.
    [[nodiscard]] int count(const QByteArray &text) const
    {
        int number = 0;
        for (const ReceivedRequest &request : requests)
            number += request.body.contains(text) ? 1 : 0;
        return number;
    }

private:
    void read(QTcpSocket *socket, QByteArray &pending)
    {
        pending += socket->readAll();
        while (const auto request = take(pending)) {
            requests.append(*request);
            const Reaction reaction = handler(*request);
            if (reaction.delayMs > 0)
                QTimer::singleShot(reaction.delayMs, socket, [socket, reaction] { react(socket, reaction); });
            else
                react(socket, reaction);
        }
    }

    static std::optional<ReceivedRequest> take(QByteArray &pending)
    {
        const qsizetype end = pending.indexOf("\r\n\r\n");
        if (end < 0)
            return std::nullopt;
        ReceivedRequest request;
        const QList<QByteArray> lines = pending.left(end).split('\n');
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        request.method = first.value(0);
        request.path = first.value(1);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines.at(i).indexOf(':');
            request.headers.insert(lines.at(i).left(colon).trimmed().toLower(), lines.at(i).mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (pending.size() < end + 4 + length)
            return std::nullopt;
        request.body = pending.mid(end + 4, length);
        pending.remove(0, end + 4 + length);
        return request;
    }

    static void react(QTcpSocket *socket, const Reaction &reaction)
    {
        switch (reaction.kind) {
        case Reaction::Kind::Silence:
            return;
        case Reaction::Kind::CloseWithoutAnswer:
            socket->disconnectFromHost();
            return;
        case Reaction::Kind::Reset:
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            socket->abort();
            return;
        case Reaction::Kind::Truncate:
        case Reaction::Kind::Answer:
            break;
        }
        QByteArray head = "HTTP/1.1 " + QByteArray::number(reaction.status)
            + " Status\r\nContent-Type: application/json";
        if (!reaction.headers.contains("Transfer-Encoding: chunked"))
            head += "\r\nContent-Length: " + QByteArray::number(reaction.body.size());
        for (const QByteArray &header : reaction.headers)
            head += "\r\n" + header;
        const bool isCut = reaction.kind == Reaction::Kind::Truncate;
        socket->write(head + "\r\n\r\n" + (isCut ? reaction.body.left(reaction.body.size() / 2) : reaction.body));
        if (isCut)
            socket->disconnectFromHost();
    }
};
