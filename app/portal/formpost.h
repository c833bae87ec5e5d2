// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/secretbuffer.h"

#include <QNetworkRequest>

class QNetworkAccessManager;
class QNetworkReply;

namespace uk {

class OnceBody;

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

struct PostedOnce
{
    QNetworkReply *reply;
    OnceBody *body; ///< a child of the reply
};

/// Sends a form once. The reply belongs to the caller, as with QNetworkAccessManager::post.
[[nodiscard]] PostedOnce postFormOnce(QNetworkAccessManager &network, QNetworkRequest request, SecretBuffer form);

} // namespace uk
