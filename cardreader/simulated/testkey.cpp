// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/testkey.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace uk {

namespace {

constexpr int kP384Bytes = 48;

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

struct ContextDeleter
{
    void operator()(EVP_PKEY_CTX *context) const { EVP_PKEY_CTX_free(context); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

// With no digest named OpenSSL signs the bytes as they are: block type 1 for RSA, a digest for EC.
QByteArray signRaw(EVP_PKEY *key, QByteArrayView input, bool isRsa)
{
    const std::unique_ptr<EVP_PKEY_CTX, ContextDeleter> context(EVP_PKEY_CTX_new(key, nullptr));
    if (!context || EVP_PKEY_sign_init(context.get()) <= 0)
        return {};
    if (isRsa && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) <= 0)
        return {};
    std::size_t length = static_cast<std::size_t>(EVP_PKEY_get_size(key));
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    if (EVP_PKEY_sign(context.get(), bytes(signature), &length, bytes(input), static_cast<std::size_t>(input.size())) <= 0)
        return {};
    signature.truncate(static_cast<qsizetype>(length));
    return signature;
}

QByteArray plainSignature(const QByteArray &der)
{
    const unsigned char *position = bytes(QByteArrayView(der));
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(
        d2i_ECDSA_SIG(nullptr, &position, static_cast<long>(der.size())), &ECDSA_SIG_free);
    if (!signature)
        return {};
    QByteArray plain(2 * kP384Bytes, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), bytes(plain), kP384Bytes);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), bytes(plain) + kP384Bytes, kP384Bytes);
    return plain;
}

} // namespace

void BioDeleter::operator()(BIO *bio) const
{
    BIO_free_all(bio);
}

QByteArray bioContent(BIO *bio)
{
    char *data = nullptr;
    const long length = BIO_get_mem_data(bio, &data);
    return length > 0 ? QByteArray(data, static_cast<qsizetype>(length)) : QByteArray();
}

TestKey::TestKey(evp_pkey_st *key)
    : m_key(key, EVP_PKEY_free)
{
    if (!key)
        m_key.reset();
}

TestKey TestKey::generateRsa2048()
{
    return TestKey(EVP_RSA_gen(2048));
}

TestKey TestKey::generateP384()
{
    return TestKey(EVP_EC_gen("P-384"));
}

TestKey TestKey::fromPem(const QByteArray &pem)
{
    const BioPointer bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    return TestKey(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

bool TestKey::isRsa() const
{
    return m_key && EVP_PKEY_is_a(m_key.get(), "RSA");
}

QByteArray TestKey::privatePem() const
{
    const BioPointer bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return bioContent(bio.get());
}

QByteArray TestKey::publicPem() const
{
    const BioPointer bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PUBKEY(bio.get(), m_key.get());
    return bioContent(bio.get());
}

QByteArray TestKey::modulus() const
{
    BIGNUM *number = nullptr;
    if (!m_key || !EVP_PKEY_get_bn_param(m_key.get(), OSSL_PKEY_PARAM_RSA_N, &number))
        return {};
    QByteArray modulus(BN_num_bytes(number), '\0');
    BN_bn2bin(number, bytes(modulus));
    BN_free(number);
    return modulus;
}

QByteArray TestKey::signBlock(QByteArrayView block) const
{
    return isRsa() ? signRaw(m_key.get(), block, true) : QByteArray();
}

QByteArray TestKey::signSha256(QByteArrayView input) const
{
    const std::unique_ptr<EVP_MD_CTX, ContextDeleter> context(EVP_MD_CTX_new());
    if (!m_key || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) <= 0)
        return {};
    std::size_t length = static_cast<std::size_t>(EVP_PKEY_get_size(m_key.get()));
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    if (EVP_DigestSign(context.get(), bytes(signature), &length, bytes(input),
                       static_cast<std::size_t>(input.size())) <= 0)
        return {};
    signature.truncate(static_cast<qsizetype>(length));
    return signature;
}

QByteArray TestKey::signDigestPlain(QByteArrayView digest) const
{
    return m_key && !isRsa() ? plainSignature(signRaw(m_key.get(), digest, false)) : QByteArray();
}

} // namespace uk
