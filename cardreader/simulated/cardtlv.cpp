// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/cardtlv.h"

namespace uk {

namespace {

void appendByte(QByteArray &bytes, qsizetype value)
{
    bytes.append(static_cast<char>(value & 0xFF));
}

} // namespace

QByteArray tlv(quint16 tag, QByteArrayView value)
{
    QByteArray bytes;
    if (tag > 0xFF)
        appendByte(bytes, tag >> 8);
    appendByte(bytes, tag);
    const qsizetype length = value.size();
    if (length > 0xFF) {
        appendByte(bytes, 0x82);
        appendByte(bytes, length >> 8);
    } else if (length > 0x7F) {
        appendByte(bytes, 0x81);
    }
    appendByte(bytes, length);
    return bytes + value.toByteArray();
}

QByteArray cardRsaPublicKey(QByteArrayView modulus)
{
    return tlv(0x90, QByteArray::fromHex("010001")) + tlv(0x91, modulus);
}

} // namespace uk
