// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/oncebody.h"

#include <algorithm>
#include <cstring>

namespace uk {

OnceBody::OnceBody(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    // Unbuffered, so that nothing is read before the connection asks for it.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

OnceBody::OnceBody(SecretBuffer body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

std::span<const std::byte> OnceBody::bytes() const
{
    if (const auto *secret = std::get_if<SecretBuffer>(&m_body))
        return secret->bytes();
    const auto &plain = std::get<QByteArray>(m_body);
    return std::as_bytes(std::span(plain.constData(), static_cast<std::size_t>(plain.size())));
}

qint64 OnceBody::bytesAvailable() const
{
    return length() - m_position + QIODevice::bytesAvailable();
}

bool OnceBody::atEnd() const
{
    return bytesAvailable() == 0;
}

bool OnceBody::seek(qint64)
{
    return false;
}

qint64 OnceBody::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min(maxSize, length() - m_position);
    if (size <= 0)
        return maxSize == 0 ? 0 : -1;
    std::memcpy(data, bytes().data() + m_position, static_cast<std::size_t>(size));
    m_position += size;
    return size;
}

qint64 OnceBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace uk
