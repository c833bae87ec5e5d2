// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/mynumber/openssltypes.h"

#include <QByteArray>
#include <QDateTime>

namespace uk::test {

/// One certificate with everything that a verifier has to look at in its own hands. The defaults make a good one.
struct CertificateRecipe
{
    KeyPointer key;
    KeyPointer issuerKey;           ///< absent: signed by itself
    X509Pointer issuer;             ///< for the key identifier; absent: itself
    QByteArray organization = "JPKI-TEST";
    QByteArray commonName;          ///< of the subject; empty: an authority's name
    QDateTime notBefore = QDateTime::currentDateTimeUtc().addYears(-1);
    QDateTime notAfter = QDateTime::currentDateTimeUtc().addYears(4);
    QByteArray basicConstraints;    ///< OpenSSL's notation; empty: no such extension
    QByteArray keyUsage = "critical,digitalSignature";
    QByteArray policies = "critical,1.2.392.200149.8.5.1.3.30";
    bool hasKeyIdentifiers = true;
    const char *digest = "SHA256";
};

[[nodiscard]] KeyPointer rsaKey(unsigned bits = 2048);
[[nodiscard]] KeyPointer ecKey(const char *curve);
[[nodiscard]] X509Pointer makeCertificate(const CertificateRecipe &recipe);
[[nodiscard]] QByteArray derOf(const X509Pointer &certificate);
[[nodiscard]] QByteArray pemOf(const X509Pointer &certificate);
[[nodiscard]] QByteArray publicPemOf(const KeyPointer &key);
/// A recipe for an authority with that key.
[[nodiscard]] CertificateRecipe authority(const KeyPointer &key);
/// A recipe for a person's certificate from that authority.
[[nodiscard]] CertificateRecipe resident(const KeyPointer &key, const KeyPointer &caKey, const X509Pointer &ca);

} // namespace uk::test
