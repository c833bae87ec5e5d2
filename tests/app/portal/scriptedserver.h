// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>

namespace uk {

/// An HTTP server that answers with whatever bytes a test gives it, and counts what came.
class ScriptedServer : public QObject
{
    Q_OBJECT
public:
    struct Request
    {
        QByteArray method, target, head, body;
        QSslCertificate client; ///< what the client proved itself with; null without TLS or without one
    };
    /// The whole answer, status line included; it closes the connection after it. Nothing at all: it closes without.
    using Answer = std::function<QByteArray(const Request &)>;

    explicit ScriptedServer(QObject *parent = nullptr);
    /// Speaks TLS.
    explicit ScriptedServer(const QSslConfiguration &tls);
    [[nodiscard]] QUrl url(const QString &path) const;
    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }

    [[nodiscard]] static QByteArray ok(const QByteArray &contentType, const QByteArray &body);
    [[nodiscard]] static QByteArray status(const QByteArray &line, const QByteArray &body = {},
                                           const QByteArray &headers = {});

private:
    void begin();

    std::unique_ptr<QTcpServer> m_server;
    Answer m_answer;
    QList<Request> m_requests;
};

} // namespace uk
