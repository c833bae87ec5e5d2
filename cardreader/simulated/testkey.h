// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

struct bio_st;
struct evp_pkey_st;

namespace uk {

/// A private key of the test PKI or of a card in software. Shares the key on copying; may be used from any thread.
/// Everything that OpenSSL refuses comes back as an empty value.
class TestKey
{
public:
    TestKey() = default;
    [[nodiscard]] static TestKey generateRsa2048();
    [[nodiscard]] static TestKey generateP384();
    [[nodiscard]] static TestKey fromPem(const QByteArray &pem);

    [[nodiscard]] bool isNull() const { return !m_key; }
    [[nodiscard]] bool isRsa() const;
    [[nodiscard]] QByteArray privatePem() const;
    [[nodiscard]] QByteArray publicPem() const;
    /// RSA: the modulus, 256 bytes big endian.
    [[nodiscard]] QByteArray modulus() const;

    /// RSA: PKCS #1 v1.5 block type 1 around the bytes as they are (1 to 245 of them).
    [[nodiscard]] QByteArray signBlock(QByteArrayView block) const;
    /// RSA: PKCS #1 v1.5 with SHA-256 over the bytes.
    [[nodiscard]] QByteArray signSha256(QByteArrayView bytes) const;
    /// EC: r and s of 48 bytes each, one behind the other (ISO 7816-8 plain form).
    [[nodiscard]] QByteArray signDigestPlain(QByteArrayView digest) const;

    [[nodiscard]] evp_pkey_st *get() const { return m_key.get(); }

    /// Takes the key over; null stays null.
    explicit TestKey(evp_pkey_st *key);

private:
    std::shared_ptr<evp_pkey_st> m_key;
};

/// Content of an OpenSSL memory BIO that was written to.
struct BioDeleter
{
    void operator()(bio_st *bio) const;
};
using BioPointer = std::unique_ptr<bio_st, BioDeleter>;
[[nodiscard]] QByteArray bioContent(bio_st *bio);

} // namespace uk
