// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace uk {

/// One BER-TLV of a card's file: tag of one or two bytes, length in its shortest form. The card writes its files with
/// this and not with the reader's own TLV code, so that the two can disagree.
[[nodiscard]] QByteArray tlv(quint16 tag, QByteArrayView value);

/// RSA public key as the card's certificates hold it: 90 (exponent 65537) and 91 (modulus), 265 bytes for 2048 bits.
[[nodiscard]] QByteArray cardRsaPublicKey(QByteArrayView modulus);

} // namespace uk
