// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cardreader/mynumber/testcertificates.h"

#include <openssl/conf.h>
#include <openssl/rsa.h>

namespace uk::test {

namespace {

void addName(X509_NAME *name, const char *field, const QByteArray &value)
{
    X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, bytesOf(value), static_cast<int>(value.size()), -1, 0);
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    if (value.isEmpty())
        return;
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    CONF *empty = NCONF_new(nullptr); // policies want some configuration, be it an empty one
    X509V3_set_nconf(&context, empty);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    if (!extension)
        qFatal("extension %s", value.constData());
    NCONF_free(empty);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

QByteArray written(int (*write)(BIO *, const void *), const void *object)
{
    const BioPointer sink(BIO_new(BIO_s_mem()));
    write(sink.get(), object);
    char *data = nullptr;
    const long size = BIO_get_mem_data(sink.get(), &data);
    return {data, qsizetype(size)};
}

} // namespace

KeyPointer rsaKey(unsigned bits)
{
    return ownKey(EVP_RSA_gen(bits));
}

KeyPointer ecKey(const char *curve)
{
    return ownKey(EVP_EC_gen(curve));
}

X509Pointer makeCertificate(const CertificateRecipe &recipe)
{
    X509Pointer certificate = ownX509(X509_new());
    X509 *made = certificate.get();
    X509_set_version(made, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made), 4711);
    ASN1_TIME_set(X509_getm_notBefore(made), recipe.notBefore.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(made), recipe.notAfter.toSecsSinceEpoch());
    X509_set_pubkey(made, recipe.key.get());
    X509_NAME *subject = X509_get_subject_name(made);
    addName(subject, "C", "JP");
    if (recipe.commonName.isEmpty()) {
        addName(subject, "O", recipe.organization);
        addName(subject, "OU", "JPKI for user authentication");
    } else {
        addName(subject, "CN", recipe.commonName);
    }
    X509 *issuer = recipe.issuer ? recipe.issuer.get() : made;
    X509_set_issuer_name(made, X509_get_subject_name(issuer));
    addExtension(made, issuer, NID_basic_constraints, recipe.basicConstraints);
    addExtension(made, issuer, NID_key_usage, recipe.keyUsage);
    addExtension(made, issuer, NID_certificate_policies, recipe.policies);
    if (recipe.hasKeyIdentifiers) {
        addExtension(made, issuer, NID_subject_key_identifier, "hash");
        addExtension(made, issuer, NID_authority_key_identifier, "keyid");
    }
    const KeyPointer signer = recipe.issuerKey ? recipe.issuerKey : recipe.key;
    if (X509_sign(made, signer.get(), EVP_get_digestbyname(recipe.digest)) <= 0)
        qFatal("a test certificate cannot be signed");
    return certificate;
}

QByteArray derOf(const X509Pointer &certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate.get(), &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

QByteArray pemOf(const X509Pointer &certificate)
{
    return written([](BIO *sink, const void *object) {
        return PEM_write_bio_X509(sink, static_cast<const X509 *>(object));
    }, certificate.get());
}

QByteArray publicPemOf(const KeyPointer &key)
{
    return written([](BIO *sink, const void *object) {
        return PEM_write_bio_PUBKEY(sink, static_cast<const EVP_PKEY *>(object));
    }, key.get());
}

CertificateRecipe authority(const KeyPointer &key)
{
    CertificateRecipe recipe;
    recipe.key = key;
    recipe.notBefore = QDateTime::currentDateTimeUtc().addYears(-3);
    recipe.notAfter = QDateTime::currentDateTimeUtc().addYears(7);
    recipe.basicConstraints = "critical,CA:TRUE";
    recipe.keyUsage = "critical,keyCertSign,cRLSign";
    recipe.policies.clear();
    return recipe;
}

CertificateRecipe resident(const KeyPointer &key, const KeyPointer &caKey, const X509Pointer &ca)
{
    CertificateRecipe recipe;
    recipe.key = key;
    recipe.issuerKey = caKey;
    recipe.issuer = ca;
    recipe.commonName = "0123456789ABCDEFG1234567A";
    return recipe;
}

} // namespace uk::test
