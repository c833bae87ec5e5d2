// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/certificates.h"

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/conf.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <memory>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

struct Deleter
{
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(X509_NAME *name) const { X509_NAME_free(name); }
    void operator()(CONF *conf) const { NCONF_free(conf); }
    void operator()(GENERAL_NAMES *names) const { GENERAL_NAMES_free(names); }
};
using CertificatePointer = std::unique_ptr<X509, Deleter>;

constexpr char kCaExtensions[] = R"([extensions]
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
keyUsage=critical,keyCertSign,cRLSign
basicConstraints=critical,CA:TRUE
subjectAltName=dirName:alternative
crlDistributionPoints=point
[alternative]
C=JP
O=Test service of certificates for individuals, made by a program
[point]
fullname=dirName:pointName
[pointName]
C=JP
O=JPKI-TEST
0.OU=JPKI for %1
1.OU=CRL Distribution Points
CN=CRLDP of the CA
)";

// The texts bring the certificate to the size of a real one, so that byte counts can be compared.
constexpr char kResidentExtensions[] = R"([extensions]
keyUsage=critical,%2
certificatePolicies=critical,@policy
issuerAltName=dirName:alternative
crlDistributionPoints=point
authorityInfoAccess=OCSP;URI:http://ocsp.jpki-test.invalid/
authorityKeyIdentifier=keyid
subjectKeyIdentifier=hash
[policy]
policyIdentifier=%3
CPS.1=http://www.jpki.go.jp/cps.html
userNotice.1=@notice
[notice]
explicitText=This certificate was made by a program for training and tests. It proves nothing about anybody, no authority has issued it, and no service outside of training may accept it.
[alternative]
C=JP
O=Test service of certificates for individuals, made by a program
[point]
fullname=dirName:pointName
[pointName]
C=JP
O=JPKI-TEST
0.OU=JPKI for %1
1.OU=CRL Distribution Points
2.OU=Tokyo
CN=Test City CRLDP
)";

QString useText(CertificateUse use)
{
    return use == CertificateUse::Authentication ? u"user authentication"_s : u"digital signature"_s;
}

QByteArray extensionText(const CertificateOrder &order)
{
    if (order.isCa)
        return QString::fromLatin1(kCaExtensions).arg(useText(order.use)).toLatin1();
    const bool isAuthentication = order.use == CertificateUse::Authentication;
    return QString::fromLatin1(kResidentExtensions)
        .arg(useText(order.use), isAuthentication ? u"digitalSignature"_s : u"digitalSignature,nonRepudiation"_s,
             isAuthentication ? u"1.2.392.200149.8.5.1.3.30"_s : u"1.2.392.200149.8.5.1.0.20"_s)
        .toLatin1();
}

void addEntry(X509_NAME *name, const char *field, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(utf8.constData()),
                               static_cast<int>(utf8.size()), -1, 0);
}

std::unique_ptr<X509_NAME, Deleter> subjectName(const CertificateOrder &order)
{
    std::unique_ptr<X509_NAME, Deleter> name(X509_NAME_new());
    addEntry(name.get(), "C", u"JP"_s);
    if (!order.isCa) {
        addEntry(name.get(), "CN", order.commonName);
        return name;
    }
    addEntry(name.get(), "O", u"JPKI-TEST"_s);
    addEntry(name.get(), "OU", u"JPKI for "_s + useText(order.use));
    addEntry(name.get(), "OU", u"Japan Agency for Local Authority Information Systems"_s);
    return name;
}

void setTime(ASN1_TIME *time, QDate date, QTime timeOfDay)
{
    ASN1_TIME_set(time, static_cast<std::time_t>(QDateTime(date, timeOfDay, Qt::UTC).toSecsSinceEpoch()));
}

bool addExtensions(X509 *certificate, X509 *issuer, const QByteArray &text)
{
    const BioPointer bio(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
    const std::unique_ptr<CONF, Deleter> conf(NCONF_new(nullptr));
    long line = 0;
    if (NCONF_load_bio(conf.get(), bio.get(), &line) <= 0)
        return false;
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509V3_set_nconf(&context, conf.get());
    return X509V3_EXT_add_nconf(conf.get(), &context, "extensions", certificate) > 0;
}

// Built by hand: the configuration syntax would interpret signs that may stand in a name or an address.
bool addPersonAttributes(X509 *certificate, const QList<std::pair<int, QString>> &attributes)
{
    if (attributes.isEmpty())
        return true;
    const std::unique_ptr<GENERAL_NAMES, Deleter> names(GENERAL_NAMES_new());
    for (const auto &[arc, text] : attributes) {
        const QByteArray oid = "1.2.392.200149.8.5.5." + QByteArray::number(arc);
        const QByteArray utf8 = text.toUtf8();
        ASN1_UTF8STRING *string = ASN1_UTF8STRING_new();
        ASN1_STRING_set(string, utf8.constData(), static_cast<int>(utf8.size()));
        ASN1_TYPE *value = ASN1_TYPE_new();
        ASN1_TYPE_set(value, V_ASN1_UTF8STRING, string);
        GENERAL_NAME *name = GENERAL_NAME_new();
        GENERAL_NAME_set0_othername(name, OBJ_txt2obj(oid.constData(), 1), value);
        sk_GENERAL_NAME_push(names.get(), name);
    }
    return X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) > 0;
}

CertificatePointer parse(const QByteArray &der)
{
    const auto *position = reinterpret_cast<const unsigned char *>(der.constData());
    return CertificatePointer(d2i_X509(nullptr, &position, static_cast<long>(der.size())));
}

QByteArray serialize(X509 *certificate)
{
    unsigned char *bytes = nullptr;
    const int length = i2d_X509(certificate, &bytes);
    const QByteArray der(reinterpret_cast<const char *>(bytes), length > 0 ? length : 0);
    OPENSSL_free(bytes);
    return der;
}

QDate dateOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) <= 0)
        return {};
    return QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

} // namespace

QByteArray issueCertificate(const CertificateOrder &order, const TestKey &subject, const TestKey &issuerKey,
                            const QByteArray &issuerDer)
{
    const CertificatePointer certificate(X509_new());
    const CertificatePointer issuer = issuerDer.isEmpty() ? nullptr : parse(issuerDer);
    if (subject.isNull() || issuerKey.isNull() || (!issuerDer.isEmpty() && !issuer))
        return {};
    X509 *signer = issuer ? issuer.get() : certificate.get();
    const auto name = subjectName(order);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), order.serialNumber);
    setTime(X509_getm_notBefore(certificate.get()), order.notBefore, QTime(0, 0));
    setTime(X509_getm_notAfter(certificate.get()), order.notAfter, QTime(23, 59, 59));
    X509_set_subject_name(certificate.get(), name.get());
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    X509_set_pubkey(certificate.get(), subject.get());
    if (!addPersonAttributes(certificate.get(), order.personAttributes)
        || !addExtensions(certificate.get(), signer, extensionText(order))
        || X509_sign(certificate.get(), issuerKey.get(), EVP_sha256()) <= 0)
        return {};
    return serialize(certificate.get());
}

QByteArray certificatePem(const QByteArray &der)
{
    const CertificatePointer certificate = parse(der);
    const BioPointer bio(BIO_new(BIO_s_mem()));
    if (!certificate || PEM_write_bio_X509(bio.get(), certificate.get()) <= 0)
        return {};
    return bioContent(bio.get());
}

QByteArray certificateDer(const QByteArray &pem)
{
    const BioPointer bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const CertificatePointer certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    return certificate ? serialize(certificate.get()) : QByteArray();
}

std::pair<QDate, QDate> certificateDates(const QByteArray &der)
{
    const CertificatePointer certificate = parse(der);
    if (!certificate)
        return {};
    return {dateOf(X509_get0_notBefore(certificate.get())), dateOf(X509_get0_notAfter(certificate.get()))};
}

bool isCertificateOf(const QByteArray &der, const TestKey &subject, const TestKey &issuer)
{
    const CertificatePointer certificate = parse(der);
    return certificate && X509_check_private_key(certificate.get(), subject.get()) > 0
        && X509_verify(certificate.get(), issuer.get()) > 0;
}

} // namespace uk
