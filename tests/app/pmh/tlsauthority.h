// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

/// A certification authority for one test, made anew each time.
class TlsAuthority
{
public:
    struct Issued
    {
        QSslCertificate certificate;
        QSslKey key;
    };

    explicit TlsAuthority(const QByteArray &name)
        : m_key(EVP_EC_gen("P-256"))
        , m_certificate(make(name, m_key.get(), nullptr, m_key.get(), "critical,CA:TRUE", {}))
    {
    }

    [[nodiscard]] QSslCertificate certificate() const { return toQt(m_certificate.get()); }
    [[nodiscard]] Issued issue(const QByteArray &address) const
    {
        const Key key(EVP_EC_gen("P-256"));
        const Certificate leaf = make(address, key.get(), m_certificate.get(), m_key.get(), "critical,CA:FALSE",
                                      "IP:" + address);
        return {toQt(leaf.get()), QSslKey(privatePem(key.get()), QSsl::Ec)};
    }
    /// SHA-256 of the SubjectPublicKeyInfo, base64.
    [[nodiscard]] QString pin() const
    {
        unsigned char *der = nullptr;
        const int size = i2d_PUBKEY(m_key.get(), &der);
        const QByteArray info(reinterpret_cast<const char *>(der), size);
        OPENSSL_free(der);
        return QString::fromLatin1(QCryptographicHash::hash(info, QCryptographicHash::Sha256).toBase64());
    }

private:
    struct Free
    {
        void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
        void operator()(X509 *certificate) const { X509_free(certificate); }
        void operator()(BIO *bio) const { BIO_free(bio); }
    };
    using Key = std::unique_ptr<EVP_PKEY, Free>;
    using Certificate = std::unique_ptr<X509, Free>;

    static Certificate make(const QByteArray &name, EVP_PKEY *subjectKey, X509 *issuer, EVP_PKEY *issuerKey,
                            const char *constraints, const QByteArray &alternativeName)
    {
        Certificate certificate(X509_new());
        X509_set_version(certificate.get(), X509_VERSION_3);
        static int serial = 1;
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
        X509_set_pubkey(certificate.get(), subjectKey);
        X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char *>(name.constData()), -1, -1, 0);
        X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer ? issuer : certificate.get()));
        extend(certificate.get(), NID_basic_constraints, constraints);
        if (!alternativeName.isEmpty())
            extend(certificate.get(), NID_subject_alt_name, alternativeName.constData());
        X509_sign(certificate.get(), issuerKey, EVP_sha256());
        return certificate;
    }
    static void extend(X509 *certificate, int nid, const char *value)
    {
        X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }
    static QByteArray content(BIO *bio)
    {
        char *data = nullptr;
        const long size = BIO_get_mem_data(bio, &data);
        return QByteArray(data, static_cast<qsizetype>(size));
    }
    static QByteArray privatePem(EVP_PKEY *key)
    {
        const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
        PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
        return content(bio.get());
    }
    static QSslCertificate toQt(X509 *certificate)
    {
        const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
        PEM_write_bio_X509(bio.get(), certificate);
        return QSslCertificate(content(bio.get()), QSsl::Pem);
    }

    Key m_key;
    Certificate m_certificate;
};
