// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/secretbuffer.h"

#include <QByteArray>
#include <QIODevice>

#include <variant>

namespace uk {

/// A request body that can be read once. QNetworkAccessManager repeats a request by itself when the connection breaks
/// before the answer, POST included, unless it cannot rewind the body: then it reports ContentReSendError (seen with
/// Qt 6.4.2; contract README, rule 5). What holds a token or a client secret stays in locked memory.
class OnceBody final : public QIODevice
{
    Q_OBJECT
public:
    explicit OnceBody(QByteArray body, QObject *parent = nullptr);
    explicit OnceBody(SecretBuffer body, QObject *parent = nullptr);

    /// Of the whole, in bytes, however much was read.
    [[nodiscard]] qint64 length() const { return static_cast<qint64>(bytes().size()); }
    /// Whether anything was taken for sending; if not, the server has surely seen nothing.
    [[nodiscard]] bool wasTouched() const { return m_position > 0; }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override;
    /// Refused without the warning that QIODevice writes: the network library asks when it wants to repeat.
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    [[nodiscard]] std::span<const std::byte> bytes() const;

    std::variant<QByteArray, SecretBuffer> m_body;
    qint64 m_position = 0;
};

} // namespace uk
