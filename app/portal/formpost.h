// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"
#include "cardreader/base/secretbuffer.h"

#include <QIODevice>
#include <QNetworkRequest>
#include <QPointer>

class QNetworkAccessManager;
class QNetworkReply;

namespace uk {

/// A body that can be read once. QNetworkAccessManager repeats a request whose connection breaks before the answer,
/// POST included, where it can rewind the body (seen with Qt 6.4.2); a sequential device makes it give up instead
/// (contract README, rule 5). The bytes lie in locked memory.
class SequentialBody final : public QIODevice
{
    Q_OBJECT
public:
    SequentialBody(SecretBuffer bytes, QObject *parent = nullptr);
    [[nodiscard]] bool isSequential() const override { return true; }
    /// Asked for by QNetworkAccessManager before it would repeat a request.
    bool seek(qint64) override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] qint64 length() const { return static_cast<qint64>(m_bytes.size()); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    SecretBuffer m_bytes;
    std::size_t m_position = 0;
};

/// The members of a form, percent-encoded into locked memory.
class FormEncoder
{
public:
    FormEncoder();
    void add(QByteArrayView name, std::span<const std::byte> value);
    void add(QByteArrayView name, QByteArrayView value);
    [[nodiscard]] SecretBuffer take() { return std::move(m_bytes); }

private:
    void put(char c);
    void putEncoded(std::span<const std::byte> value);
    SecretBuffer m_bytes;
};

/// A request as every one of this room is sent: TLS 1.2 or newer, no redirect, no cookie, no cache, time limits.
[[nodiscard]] QNetworkRequest strictRequest(const QUrl &url, int totalTimeoutMs);

/// Sends a form once. The reply belongs to the manager's caller, as with QNetworkAccessManager::post.
[[nodiscard]] QNetworkReply *postFormOnce(QNetworkAccessManager &network, QNetworkRequest request, SecretBuffer form);

/// True where the address' host, or host:port, is in the profile's list (rules 26).
[[nodiscard]] bool isHostAllowed(const QUrl &url, const QStringList &allowedHosts);

} // namespace uk
