// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/http.h"

#include <QAbstractHttpServer>

#include <functional>

namespace uk::training {

/// Listens on 127.0.0.1 and hands every request to one function, which answers at once; how the answer gets to the
/// client (late, dripping, cut, reset) is done here without blocking the thread.
class HttpFront final : public QAbstractHttpServer
{
    Q_OBJECT
public:
    using Handler = std::function<HttpAnswer(const HttpRequest &)>;
    explicit HttpFront(Handler handler, QObject *parent = nullptr);
    /// Takes the port, or a free one for 0. Gives the port, 0 when it could not be taken.
    [[nodiscard]] quint16 listenOnLoopback(quint16 port);

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    Handler m_handler;
};

} // namespace uk::training
