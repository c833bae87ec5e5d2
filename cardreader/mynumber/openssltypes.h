// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Owners of OpenSSL objects; for .cpp files of this room.

#include <QByteArrayView>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace uk {

template<auto function>
struct OpensslDeleter
{
    template<class T>
    void operator()(T *object) const
    {
        function(object);
    }
};

using X509Pointer = std::shared_ptr<X509>;
using KeyPointer = std::shared_ptr<EVP_PKEY>;
using KeyContextPointer = std::unique_ptr<EVP_PKEY_CTX, OpensslDeleter<EVP_PKEY_CTX_free>>;
using DigestContextPointer = std::unique_ptr<EVP_MD_CTX, OpensslDeleter<EVP_MD_CTX_free>>;
using StorePointer = std::unique_ptr<X509_STORE, OpensslDeleter<X509_STORE_free>>;
using StoreContextPointer = std::unique_ptr<X509_STORE_CTX, OpensslDeleter<X509_STORE_CTX_free>>;
using PoliciesPointer = std::unique_ptr<CERTIFICATEPOLICIES, OpensslDeleter<CERTIFICATEPOLICIES_free>>;
using SignaturePointer = std::unique_ptr<ECDSA_SIG, OpensslDeleter<ECDSA_SIG_free>>;
using BioPointer = std::unique_ptr<BIO, OpensslDeleter<BIO_free>>;

inline X509Pointer ownX509(X509 *certificate)
{
    return {certificate, X509_free};
}

inline KeyPointer ownKey(EVP_PKEY *key)
{
    return {key, EVP_PKEY_free};
}

inline const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace uk
