// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/formpost.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>

#include <algorithm>
#include <cstring>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t formCapacity = 32768; ///< a token of 8 KiB, all of it percent-encoded, and the rest

} // namespace

SequentialBody::SequentialBody(SecretBuffer bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 SequentialBody::bytesAvailable() const
{
    return static_cast<qint64>(m_bytes.size() - m_position) + QIODevice::bytesAvailable();
}

qint64 SequentialBody::readData(char *data, qint64 maxSize)
{
    const std::size_t count = std::min(static_cast<std::size_t>(maxSize), m_bytes.size() - m_position);
    if (count == 0)
        return maxSize == 0 ? 0 : -1;
    std::memcpy(data, m_bytes.bytes().data() + m_position, count);
    m_position += count;
    return static_cast<qint64>(count);
}

FormEncoder::FormEncoder()
    : m_bytes(formCapacity)
{
}

void FormEncoder::add(QByteArrayView name, std::span<const std::byte> value)
{
    if (!m_bytes.isEmpty())
        put('&');
    putEncoded(std::as_bytes(std::span(name.data(), static_cast<std::size_t>(name.size()))));
    put('=');
    putEncoded(value);
}

void FormEncoder::add(QByteArrayView name, QByteArrayView value)
{
    add(name, std::as_bytes(std::span(value.data(), static_cast<std::size_t>(value.size()))));
}

void FormEncoder::put(char c)
{
    // A form that does not fit is cut, and the server refuses it: its members are bounded where they are read.
    static_cast<void>(m_bytes.append(static_cast<std::byte>(c)));
}

void FormEncoder::putEncoded(std::span<const std::byte> value)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    for (const std::byte byte : value) {
        const auto c = static_cast<unsigned char>(byte);
        const bool isUnreserved = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || std::strchr("-._~", c) != nullptr;
        if (isUnreserved && c != 0) {
            put(static_cast<char>(c));
        } else {
            put('%');
            put(digits[c >> 4]);
            put(digits[c & 0x0f]);
        }
    }
}

QNetworkRequest strictRequest(const QUrl &url, int totalTimeoutMs)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(totalTimeoutMs);
    if (url.scheme() == "https"_L1) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        request.setSslConfiguration(tls);
    }
    return request;
}

QNetworkReply *postFormOnce(QNetworkAccessManager &network, QNetworkRequest request, SecretBuffer form)
{
    auto body = std::make_unique<SequentialBody>(std::move(form));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-www-form-urlencoded"_ba);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body->length());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    QNetworkReply *reply = network.post(request, body.get());
    body.release()->setParent(reply);
    return reply;
}

bool isHostAllowed(const QUrl &url, const QStringList &allowedHosts)
{
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    const QString bracketed = host.contains(u':') ? u'[' + host + u']' : host;
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    const QString withPort = bracketed + u':' + QString::number(port);
    return std::ranges::any_of(allowedHosts, [&](const QString &allowed) {
        const QString entry = allowed.toLower();
        return entry == host || entry == bracketed || entry == withPort;
    });
}

} // namespace uk
