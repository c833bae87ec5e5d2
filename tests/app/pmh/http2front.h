// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/app/pmh/tlsauthority.h"

#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace fixture {

/// nghttpx on loopback: TLS with ALPN in front of a plain HTTP/1.1 server, which sees in "Via" what the client spoke.
class Http2Front
{
public:
    /// `protocols`: what is offered by ALPN, "h2,http/1.1". `port` 0: any that is free.
    Http2Front(const TlsAuthority &authority, quint16 behind, const QByteArray &protocols, quint16 port = 0)
        : m_port(port)
    {
        const TlsAuthority::Issued issued = authority.issue("127.0.0.1");
        write(QStringLiteral("key.pem"), issued.key.toPem());
        write(QStringLiteral("chain.pem"), issued.certificate.toPem() + authority.certificate().toPem());
        if (QTcpServer free; m_port == 0 && free.listen(QHostAddress::LocalHost))
            m_port = free.serverPort();
        m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("stderr")));
        m_process.start(QStringLiteral("/usr/sbin/nghttpx"),
                        {QStringLiteral("--conf=/dev/null"), QStringLiteral("--no-ocsp"), QStringLiteral("--workers=1"),
                         QStringLiteral("--errorlog-file=/dev/null"),
                         QStringLiteral("--accesslog-file=") + m_folder.filePath(QStringLiteral("access")),
                         QStringLiteral("--accesslog-format=$remote_port $alpn"),
                         QStringLiteral("--npn-list=") + QString::fromLatin1(protocols),
                         QStringLiteral("-f127.0.0.1,%1").arg(m_port), QStringLiteral("-b127.0.0.1,%1").arg(behind),
                         m_folder.filePath(QStringLiteral("key.pem")), m_folder.filePath(QStringLiteral("chain.pem"))});
    }
    ~Http2Front()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] bool isUp() const
    {
        return QTest::qWaitFor(
            [this] {
                QTcpSocket probe;
                probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
                return probe.waitForConnected(200);
            },
            20000);
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// One line for each request that came through: the client's port and the protocol.
    [[nodiscard]] QByteArrayList requests() const
    {
        QFile log(m_folder.filePath(QStringLiteral("access")));
        return log.open(QIODevice::ReadOnly) ? log.readAll().trimmed().split('\n') : QByteArrayList();
    }

private:
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s", qPrintable(file.errorString()));
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port;
};

} // namespace fixture
