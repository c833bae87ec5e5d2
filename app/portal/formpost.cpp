// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/formpost.h"

#include "app/pmh/oncebody.h"
#include "app/pmh/strictrequest.h"

#include <QNetworkReply>

#include <cstring>
#include <memory>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t formCapacity = 32768; ///< a token of 8 KiB, all of it percent-encoded, and the rest

} // namespace

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

PostedOnce postFormOnce(QNetworkAccessManager &network, QNetworkRequest request, SecretBuffer form)
{
    auto body = std::make_unique<OnceBody>(std::move(form));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-www-form-urlencoded"_ba);
    QNetworkReply *reply = postOnce(network, std::move(request), *body);
    body->setParent(reply);
    return {reply, body.release()};
}

} // namespace uk
