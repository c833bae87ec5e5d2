// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/tlv.h"

namespace uk {

namespace {

quint8 at(QByteArrayView bytes, qsizetype index)
{
    return static_cast<quint8>(bytes[index]);
}

/// Bytes of the tag at the start, 0 where it is malformed or cut.
qsizetype tagSize(QByteArrayView bytes)
{
    constexpr quint8 moreTagBytes = 0x1F, continues = 0x80;
    constexpr qsizetype maximum = 3;
    if (bytes.isEmpty())
        return 0;
    if ((at(bytes, 0) & moreTagBytes) != moreTagBytes)
        return 1;
    // The containers of the 入力補助 application are FF 20, FF 30, …: one byte after the first is usual.
    for (qsizetype i = 1; i < maximum && i < bytes.size(); ++i) {
        if (!(at(bytes, i) & continues))
            return i + 1;
    }
    return 0;
}

} // namespace

std::optional<TlvHeader> readTlvHeader(QByteArrayView bytes)
{
    const qsizetype tagBytes = tagSize(bytes);
    if (tagBytes == 0 || bytes.size() <= tagBytes)
        return std::nullopt;
    TlvHeader header;
    for (qsizetype i = 0; i < tagBytes; ++i)
        header.tag = header.tag << 8 | at(bytes, i);
    const quint8 first = at(bytes, tagBytes);
    qsizetype lengthBytes = 1;
    if (first < 0x80) {
        header.valueSize = first;
    } else {
        const qsizetype following = first & 0x7F;
        if (following < 1 || following > 2 || bytes.size() < tagBytes + 1 + following)
            return std::nullopt;
        for (qsizetype i = 0; i < following; ++i)
            header.valueSize = header.valueSize << 8 | at(bytes, tagBytes + 1 + i);
        lengthBytes += following;
    }
    header.headerSize = tagBytes + lengthBytes;
    return header;
}

std::optional<Tlv> readTlv(QByteArrayView bytes)
{
    const auto header = readTlvHeader(bytes);
    if (!header || bytes.size() < header->totalSize())
        return std::nullopt;
    return Tlv{header->tag, bytes.sliced(header->headerSize, header->valueSize), bytes.first(header->totalSize())};
}

std::optional<QList<Tlv>> readTlvSequence(QByteArrayView value)
{
    QList<Tlv> objects;
    while (!value.isEmpty()) {
        const auto object = readTlv(value);
        if (!object)
            return std::nullopt;
        objects.append(*object);
        value = value.sliced(object->whole.size());
    }
    return objects;
}

std::optional<Tlv> findTlv(const QList<Tlv> &objects, quint32 tag)
{
    for (const Tlv &object : objects) {
        if (object.tag == tag)
            return object;
    }
    return std::nullopt;
}

QByteArray writeTlv(quint32 tag, QByteArrayView value)
{
    Q_ASSERT(value.size() <= 0xFFFF);
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8) {
        if (tag >> shift || shift == 0)
            bytes.append(static_cast<char>(tag >> shift & 0xFF));
    }
    const qsizetype size = value.size();
    if (size >= 0x100) {
        bytes.append('\x82');
        bytes.append(static_cast<char>(size >> 8));
    } else if (size >= 0x80) {
        bytes.append('\x81');
    }
    bytes.append(static_cast<char>(size & 0xFF));
    bytes.append(value.data(), size);
    return bytes;
}

} // namespace uk
