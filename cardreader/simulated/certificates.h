// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/simulated/testkey.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <utility>

namespace uk {

/// What the two kinds of certificate on a card are for (facts: public profile of JPKI; the rest is assumed).
enum class CertificateUse { Authentication, Signature };

/// A certificate to be issued. DN of the CA: the same for all generations of one use.
struct CertificateOrder
{
    CertificateUse use = CertificateUse::Authentication;
    bool isCa = false;
    QString commonName = {};             ///< subject of a resident's certificate; a CA has none
    quint32 serialNumber = 1;
    QDate notBefore = {}, notAfter = {};
    /// Signature certificates: name, sex, birth and address as subjectAltName, by last arc of 1.2.392.200149.8.5.5.
    QList<std::pair<int, QString>> personAttributes = {};
};

/// DER of a certificate for `subject`, signed by `issuerKey`. `issuerDer` is empty for a self-signed one.
/// Empty where OpenSSL refuses.
[[nodiscard]] QByteArray issueCertificate(const CertificateOrder &order, const TestKey &subject,
                                          const TestKey &issuerKey, const QByteArray &issuerDer);
[[nodiscard]] QByteArray certificatePem(const QByteArray &der);
[[nodiscard]] QByteArray certificateDer(const QByteArray &pem);
/// First and last day, UTC.
[[nodiscard]] std::pair<QDate, QDate> certificateDates(const QByteArray &der);
/// For this key and signed by that one.
[[nodiscard]] bool isCertificateOf(const QByteArray &der, const TestKey &subject, const TestKey &issuer);

} // namespace uk
