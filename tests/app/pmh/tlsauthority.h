// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
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

    /// What a certificate is made with; as it stands, it is a good one for 127.0.0.1.
    struct Request
    {
        QByteArray alternativeName = "IP:127.0.0.1";
        long secondsUntilValid = -3600;
        long secondsUntilExpired = 3600;
        unsigned int rsaBits = 0; ///< 0: P-256
        const EVP_MD *digest = EVP_sha256();
    };

    explicit TlsAuthority(const QByteArray &name)
        : m_key(EVP_EC_gen("P-256"))
        , m_certificate(make(name, m_key.get(), nullptr, m_key.get(), "critical,CA:TRUE", {.alternativeName = {}}))
    {
    }

    [[nodiscard]] QSslCertificate certificate() const { return toQt(m_certificate.get()); }
    [[nodiscard]] Issued issue(const QByteArray &address) const
    {
        return issue(Request{.alternativeName = "IP:" + address});
    }
    [[nodiscard]] Issued issue(const Request &request) const
    {
        return issueBy(m_certificate.get(), m_key.get(), request);
    }
    /// A certificate that nobody else has signed.
    [[nodiscard]] static Issued selfSigned(const Request &request) { return issueBy(nullptr, nullptr, request); }
    /// Key and certificate in one file, as an operator gets them.
    [[nodiscard]] static QByteArray pkcs12(const Issued &issued, const QByteArray &password)
    {
        const QByteArray keyDer = issued.key.toDer(), certificateDer = issued.certificate.toDer();
        const auto *keyBytes = reinterpret_cast<const unsigned char *>(keyDer.constData());
        const auto *certificateBytes = reinterpret_cast<const unsigned char *>(certificateDer.constData());
        const Key key(d2i_AutoPrivateKey(nullptr, &keyBytes, static_cast<long>(keyDer.size())));
        const Certificate certificate(d2i_X509(nullptr, &certificateBytes, static_cast<long>(certificateDer.size())));
        const std::unique_ptr<PKCS12, Free> file(PKCS12_create(password.constData(), "client", key.get(),
                                                               certificate.get(), nullptr, 0, 0, 0, 0, 0));
        const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
        i2d_PKCS12_bio(bio.get(), file.get());
        return content(bio.get());
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
        void operator()(PKCS12 *file) const { PKCS12_free(file); }
    };
    using Key = std::unique_ptr<EVP_PKEY, Free>;
    using Certificate = std::unique_ptr<X509, Free>;

    static Issued issueBy(X509 *issuer, EVP_PKEY *issuerKey, const Request &request)
    {
        const Key key(request.rsaBits > 0 ? EVP_RSA_gen(request.rsaBits) : EVP_EC_gen("P-256"));
        const Certificate leaf = make("test server", key.get(), issuer, issuerKey ? issuerKey : key.get(),
                                      "critical,CA:FALSE", request);
        return {toQt(leaf.get()), QSslKey(privatePem(key.get()), request.rsaBits > 0 ? QSsl::Rsa : QSsl::Ec)};
    }
    static Certificate make(const QByteArray &name, EVP_PKEY *subjectKey, X509 *issuer, EVP_PKEY *issuerKey,
                            const char *constraints, const Request &request)
    {
        Certificate certificate(X509_new());
        X509_set_version(certificate.get(), X509_VERSION_3);
        static int serial = 1;
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), request.secondsUntilValid);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), request.secondsUntilExpired);
        X509_set_pubkey(certificate.get(), subjectKey);
        X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char *>(name.constData()), -1, -1, 0);
        X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer ? issuer : certificate.get()));
        extend(certificate.get(), NID_basic_constraints, constraints);
        if (!request.alternativeName.isEmpty())
            extend(certificate.get(), NID_subject_alt_name, request.alternativeName.constData());
        X509_sign(certificate.get(), issuerKey, request.digest);
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
