// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace uk {

/// One BER-TLV object inside somebody else's bytes, which must outlive it.
struct Tlv
{
    quint32 tag = 0;      ///< all tag bytes, most significant first: 0x30, 0xDF21, 0x7F21
    QByteArrayView value;
    QByteArrayView whole; ///< tag, length and value
};

/// Size of an object (tag, length and value) as its first bytes tell it.
struct TlvHeader
{
    quint32 tag = 0;
    qsizetype headerSize = 0;
    qsizetype valueSize = 0;
    [[nodiscard]] qsizetype totalSize() const { return headerSize + valueSize; }
};

/// Tag and length at the start of `bytes`; the value need not be there yet. Nothing where the bytes end too early,
/// the tag has more than three bytes, or the length is indefinite or has more than three bytes (81, 82).
[[nodiscard]] std::optional<TlvHeader> readTlvHeader(QByteArrayView bytes);
/// The object at the start of `bytes`; nothing where it is malformed or does not fit.
[[nodiscard]] std::optional<Tlv> readTlv(QByteArrayView bytes);
/// All objects of a constructed value, one behind the other to the last byte; nothing if one is malformed.
[[nodiscard]] std::optional<QList<Tlv>> readTlvSequence(QByteArrayView value);
/// The first of them with that tag.
[[nodiscard]] std::optional<Tlv> findTlv(const QList<Tlv> &objects, quint32 tag);
/// Writes one object with the shortest length form; value up to 65535 bytes.
[[nodiscard]] QByteArray writeTlv(quint32 tag, QByteArrayView value);

} // namespace uk
