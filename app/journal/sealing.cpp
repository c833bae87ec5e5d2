// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/sealing.h"

#include "cardreader/base/secretbuffer.h"

#include <QtEndian>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <memory>
#include <span>

namespace uk {

namespace {

constexpr qsizetype nonceSize = 12;
constexpr qsizetype tagSize = 16;

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

int sizeOf(QByteArrayView view)
{
    return static_cast<int>(view.size());
}

} // namespace

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    // Without random numbers no key may be made; there is nothing sensible to go on with.
    if (RAND_bytes(bytesOf(bytes), static_cast<int>(count)) != 1)
        qFatal("no random numbers from the system");
    return bytes;
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView message)
{
    QByteArray mac(32, Qt::Uninitialized);
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.data(), sizeOf(key), bytesOf(message), static_cast<std::size_t>(message.size()),
        bytesOf(mac), &size);
    return mac;
}

QByteArray derivedKey(QByteArrayView key, QByteArrayView purpose)
{
    return hmacSha256(key, purpose);
}

QByteArray numberBytes(qint64 number)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

qint64 numberOf(QByteArrayView eightBytes)
{
    return eightBytes.size() == 8 ? qFromBigEndian<qint64>(eightBytes.data()) : -1;
}

bool isSameSecret(QByteArrayView one, QByteArrayView other)
{
    return one.size() == other.size()
        && CRYPTO_memcmp(one.data(), other.data(), static_cast<std::size_t>(one.size())) == 0;
}

void wipeBytes(QByteArray &value)
{
    wipe(std::as_writable_bytes(std::span(value.data(), static_cast<std::size_t>(value.size()))));
    value.clear();
}

QByteArray seal(QByteArrayView key, QByteArrayView plain, QByteArrayView bound)
{
    Q_ASSERT(key.size() == sealKeySize);
    const QByteArray nonce = randomBytes(nonceSize);
    QByteArray body(plain.size(), Qt::Uninitialized);
    QByteArray tag(tagSize, Qt::Uninitialized);
    const CipherContext context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int written = 0;
    const bool isDone = EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key), bytesOf(nonce)) == 1
        && EVP_EncryptUpdate(context.get(), nullptr, &written, bytesOf(bound), sizeOf(bound)) == 1
        && EVP_EncryptUpdate(context.get(), bytesOf(body), &written, bytesOf(plain), sizeOf(plain)) == 1
        && EVP_EncryptFinal_ex(context.get(), bytesOf(body) + written, &written) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tagSize), tag.data()) == 1;
    if (!isDone)
        qFatal("AES-256-GCM is not available");
    return nonce + body + tag;
}

std::optional<QByteArray> unseal(QByteArrayView key, QByteArrayView sealed, QByteArrayView bound)
{
    if (key.size() != sealKeySize || sealed.size() < nonceSize + tagSize)
        return std::nullopt;
    const QByteArrayView nonce = sealed.first(nonceSize);
    const QByteArrayView body = sealed.sliced(nonceSize, sealed.size() - nonceSize - tagSize);
    QByteArray tag = sealed.last(tagSize).toByteArray();
    QByteArray plain(body.size(), Qt::Uninitialized);
    const CipherContext context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int written = 0;
    const bool isAuthentic
        = EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key), bytesOf(nonce)) == 1
        && EVP_DecryptUpdate(context.get(), nullptr, &written, bytesOf(bound), sizeOf(bound)) == 1
        && EVP_DecryptUpdate(context.get(), bytesOf(plain), &written, bytesOf(body), sizeOf(body)) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tagSize), tag.data()) == 1
        && EVP_DecryptFinal_ex(context.get(), bytesOf(plain) + written, &written) == 1;
    if (!isAuthentic) {
        wipeBytes(plain);
        return std::nullopt;
    }
    return plain;
}

} // namespace uk
