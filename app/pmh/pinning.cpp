// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/pinning.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QSslConfiguration>

#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <memory>

namespace uk {

namespace {

struct FreeX509
{
    void operator()(X509 *certificate) const { X509_free(certificate); }
};
using X509Pointer = std::unique_ptr<X509, FreeX509>;

X509Pointer toX509(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    return X509Pointer(d2i_X509(nullptr, &begin, static_cast<long>(der.size())));
}

QByteArray publicKeyHash(const X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (size <= 0)
        return {};
    const QByteArray hash = QCryptographicHash::hash(QByteArrayView(der, size), QCryptographicHash::Sha256);
    OPENSSL_free(der);
    return hash;
}

} // namespace

bool matchesPins(const QList<QSslCertificate> &chain, const QList<QSslCertificate> &knownCas, const QStringList &pins)
{
    if (pins.isEmpty())
        return true;
    if (chain.isEmpty())
        return false;
    const X509Pointer leaf = toX509(chain.first());
    if (!leaf)
        return false;
    const auto isPinnedIssuer = [&](const QSslCertificate &candidate) {
        const X509Pointer issuer = toX509(candidate);
        return issuer && pins.contains(QString::fromLatin1(publicKeyHash(issuer.get()).toBase64()))
            && X509_check_issued(issuer.get(), leaf.get()) == X509_V_OK
            && X509_verify(leaf.get(), X509_get0_pubkey(issuer.get())) == 1;
    };
    return std::any_of(chain.cbegin() + 1, chain.cend(), isPinnedIssuer)
        || std::any_of(knownCas.cbegin(), knownCas.cend(), isPinnedIssuer);
}

bool isPinned(const QList<QSslCertificate> &chain, const QStringList &pins)
{
    return matchesPins(chain, {}, pins) || matchesPins(chain, QSslConfiguration::systemCaCertificates(), pins);
}

} // namespace uk
