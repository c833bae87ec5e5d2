// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <openssl/crypto.h>

#include <cstring>

namespace uk {

QByteArray randomUrlSafe(int byteCount)
{
    constexpr int wordSize = sizeof(quint32);
    QByteArray bytes((byteCount + wordSize - 1) / wordSize * wordSize, Qt::Uninitialized);
    for (qsizetype at = 0; at < bytes.size(); at += wordSize) {
        const quint32 word = QRandomGenerator::system()->generate();
        std::memcpy(bytes.data() + at, &word, wordSize);
    }
    bytes.truncate(byteCount);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray codeChallenge(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size())) == 0;
}

} // namespace uk
