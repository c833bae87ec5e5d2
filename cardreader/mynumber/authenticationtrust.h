// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>

#include <memory>
#include <vector>

using X509 = struct x509_st;

namespace uk {

/// What a checked 利用者証明用電子証明書 says.
struct CertificateFacts
{
    QDateTime notBefore, notAfter; ///< UTC
    bool isTestIssuer = false;     ///< the root is of O=JPKI-TEST
};

/// Local verification of the authentication certificate against pinned roots. All generations of the authority share
/// one name, so the root is the one whose key identifier and signature fit. Revocation cannot be checked here: lists
/// and OCSP are open to certified verifiers only. A value; safe to use from any thread.
class AuthenticationTrust
{
public:
    /// Each entry is the content of a PEM file with one or more CA certificates. What is not a CA certificate, or of
    /// O=JPKI-TEST without `allowTestRoots`, is left out. Expired roots are kept for the reason they give.
    AuthenticationTrust(const std::vector<QByteArray> &rootsPem, bool allowTestRoots);

    /// Dates, chain, key usage, policy and key of the certificate at that moment. Errors: CardAnswerUnreadable (no
    /// X.509), RootsNotInstalled, CertificateUnknownIssuer (arguments: the last day of its root, where that one is
    /// installed and has ended), CertificateExpired (its own end), CertificateNotYetValid, CertificateUnusable (usage, policy, key, constraints).
    [[nodiscard]] Result<CertificateFacts> check(QByteArrayView certificateDer, const QDateTime &at) const;

    [[nodiscard]] qsizetype rootCount() const { return qsizetype(m_roots.size()); }

private:
    [[nodiscard]] std::shared_ptr<X509> rootOf(X509 *certificate) const;

    std::vector<std::shared_ptr<X509>> m_roots;
    bool m_isInstalled = false; ///< some CA certificate was given, be it one that is not allowed
};

/// What the card is to sign for a nonce: the SHA-256 DigestInfo for an RSA key, the SHA-384 hash for a P-384 key.
/// Error CertificateUnusable: another kind of key.
[[nodiscard]] Result<QByteArray> signatureInput(QByteArrayView certificateDer, QByteArrayView nonce);
/// Whether the signature over the nonce fits the certificate's key (ECDSA: r and s side by side, or DER).
[[nodiscard]] bool isSignatureRight(QByteArrayView certificateDer, QByteArrayView nonce, QByteArrayView signature);
/// Bytes from the operating system's generator. Error Internal.
[[nodiscard]] Result<QByteArray> freshNonce();

} // namespace uk
