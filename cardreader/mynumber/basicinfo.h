// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"
#include "cardreader/mynumber/cardfacts.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <vector>

using EVP_PKEY = struct evp_pkey_st;

namespace uk {

/// The keys behind the basic four information. Safe to use from any thread.
class BasicInfoTrust
{
public:
    /// Each entry is the content of a PEM file with public keys ("PUBLIC KEY") or certificates. A key may follow a line
    /// "Key-Id:" with the hexadecimal 証明者鍵ID of the card-verifiable certificates that it signs; it is then used for
    /// those only.
    explicit BasicInfoTrust(const std::vector<QByteArray> &rootsPem);

    /// Takes apart the three files of the 入力補助 application and checks them against each other and against the roots:
    /// the certificate of EF 0004 is signed by a root, its key signed the hashes of EF 0003, and the second of them is
    /// that of the fields of EF 0002. The first hash covers the My Number and stays opaque.
    /// Errors: RootsNotInstalled, BasicInfoUnreadable.
    [[nodiscard]] Result<BasicFourInfo> verify(QByteArrayView basicFour, QByteArrayView integrity,
                                               QByteArrayView issuerCertificate) const;

private:
    struct Root
    {
        QByteArray keyId; ///< empty: any
        std::shared_ptr<EVP_PKEY> key;
    };
    [[nodiscard]] Result<std::shared_ptr<EVP_PKEY>> signerKey(QByteArrayView issuerCertificate) const;

    std::vector<Root> m_roots;
};

/// The four fields of EF 0002, unverified. Lengths and encodings are checked, nothing is repaired.
/// A birth date that is no day of the calendar is invalid, not an error. Error BasicInfoUnreadable.
[[nodiscard]] Result<BasicFourInfo> parseBasicFour(QByteArrayView file);

} // namespace uk
