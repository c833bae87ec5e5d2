// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"
#include "cardreader/simulated/cardtraits.h"
#include "cardreader/simulated/certificates.h"
#include "cardreader/simulated/testkey.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <memory>

namespace uk {

/// Key and certificate of one card.
struct CardCertificate
{
    TestKey key;
    QByteArray der;
    QByteArray caDer;
};

/// The certification authorities of cards in software: O=JPKI-TEST, three generations with one name, and the authority
/// behind the basic four information. Nothing of it is trusted anywhere unless somebody installs its roots.
///
/// A card's keys are made when they are first needed (a tenth to a third of a second each, so not on the main thread)
/// and then kept: in memory for the life of this object, or in a folder for as long as the folder stays, so that a
/// resident's card keeps its key. The authorities' keys are random in a folder; in memory they are those of
/// trainingkeys.h, the same in every process and there at once.
/// A value that shares its keys on copying. May be used from any thread; processes share a folder safely.
class TestPki
{
public:
    [[nodiscard]] static TestPki inMemory(QDate today = QDate::currentDate());
    /// Makes the folder and writes roots.pem and basic-info-roots.pem there. Error StoreFailed.
    [[nodiscard]] static Result<TestPki> inFolder(const QString &folder, QDate today = QDate::currentDate());

    /// The three CA certificates for user authentication, PEM, the expired first generation included.
    [[nodiscard]] Result<QByteArray> rootsPem() const;
    /// The public key (PEM "PUBLIC KEY", behind a line "Key-Id: " with the issuer's id of 16 bytes in hexadecimal digits)
    /// that verifies the card-verifiable certificate in EF 0004.
    [[nodiscard]] Result<QByteArray> basicInfoRootsPem() const;

    /// `owner` is the key of the person. Errors Internal, StoreFailed.
    [[nodiscard]] Result<CardCertificate> certificateFor(const QString &owner, const CertificateOrder &order,
                                                         const CardTraits &traits) const;

    /// Card-verifiable certificate of the issuer of basic four information (EF 0004).
    [[nodiscard]] Result<QByteArray> basicInfoCertificate() const;
    /// RSA-2048 PKCS #1 v1.5 SHA-256 signature of that issuer (DF33 of EF 0003).
    [[nodiscard]] Result<QByteArray> signBasicInfo(QByteArrayView signedBytes) const;

private:
    class Store;
    explicit TestPki(std::shared_ptr<Store> store);
    std::shared_ptr<Store> m_store;
};

} // namespace uk
