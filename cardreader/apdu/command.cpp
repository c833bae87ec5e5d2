// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/command.h"

namespace uk {

namespace {

constexpr qsizetype headerSize = 4;
constexpr qsizetype maximumShortData = 255;
constexpr qsizetype maximumExtendedData = 65535;

quint8 at(QByteArrayView bytes, qsizetype index)
{
    return static_cast<quint8>(bytes[index]);
}

quint32 word(QByteArrayView bytes, qsizetype index)
{
    return static_cast<quint32>(at(bytes, index) << 8 | at(bytes, index + 1));
}

void appendWord(QByteArray &bytes, quint32 value)
{
    bytes.append(static_cast<char>(value >> 8 & 0xFF));
    bytes.append(static_cast<char>(value & 0xFF));
}

/// What follows the header in the short form.
bool decodeShort(QByteArrayView body, CommandView &command)
{
    const quint8 first = at(body, 0);
    if (body.size() == 1) {
        command.expected = first == 0 ? maximumShortExpected : first;
        return true;
    }
    if (first == 0 || body.size() < 1 + first)
        return false;
    command.data = body.sliced(1, first);
    const qsizetype rest = body.size() - 1 - first;
    if (rest == 1) {
        const quint8 le = at(body, body.size() - 1);
        command.expected = le == 0 ? maximumShortExpected : le;
    }
    return rest <= 1;
}

/// What follows the header in the extended form (first byte 00, at least three bytes).
bool decodeExtended(QByteArrayView body, CommandView &command)
{
    const auto expectedOf = [](quint32 le) { return le == 0 ? maximumExpected : le; };
    if (body.size() == 3) {
        command.expected = expectedOf(word(body, 1));
        return true;
    }
    const qsizetype length = word(body, 1);
    if (length == 0 || body.size() < 3 + length)
        return false;
    command.data = body.sliced(3, length);
    const qsizetype rest = body.size() - 3 - length;
    if (rest == 2)
        command.expected = expectedOf(word(body, body.size() - 2));
    return rest == 0 || rest == 2;
}

} // namespace

Result<QByteArray> encode(const Command &command)
{
    const bool hasData = !command.data.isEmpty();
    const quint32 expected = command.expected.value_or(0);
    if (command.data.size() > maximumExtendedData || expected > maximumExpected
        || (command.expected && expected == 0))
        return failure(ErrorCode::Internal, QStringLiteral("command length out of range"));
    const bool isExtended = command.data.size() > maximumShortData || expected > maximumShortExpected;

    QByteArray apdu;
    apdu.reserve(headerSize + 5 + command.data.size());
    for (quint8 byte : {command.cla, command.ins, command.p1, command.p2})
        apdu.append(static_cast<char>(byte));
    if (isExtended)
        apdu.append('\0');
    if (hasData) {
        if (isExtended)
            appendWord(apdu, static_cast<quint32>(command.data.size()));
        else
            apdu.append(static_cast<char>(command.data.size()));
        apdu.append(command.data);
    }
    if (command.expected) {
        // The largest value does not fit the field and is written as zero (7816-4, 5.1).
        if (isExtended)
            appendWord(apdu, expected & 0xFFFF);
        else
            apdu.append(static_cast<char>(expected & 0xFF));
    }
    return apdu;
}

SecretBuffer encodeVerify(quint8 reference, const SecretBuffer &pin)
{
    constexpr quint8 verify = 0x20;
    SecretBuffer apdu(headerSize + 1 + maximumShortData);
    const auto length = static_cast<quint8>(pin.size());
    // The capacity holds the longest command, so no append can fail.
    for (quint8 byte : {quint8{0}, verify, quint8{0}, reference, length})
        static_cast<void>(apdu.append(std::byte{byte}));
    for (std::byte byte : pin.bytes())
        static_cast<void>(apdu.append(byte));
    return apdu;
}

std::optional<CommandView> decode(QByteArrayView apdu)
{
    if (apdu.size() < headerSize)
        return std::nullopt;
    CommandView command{at(apdu, 0), at(apdu, 1), at(apdu, 2), at(apdu, 3), {}, {}};
    const QByteArrayView body = apdu.sliced(headerSize);
    if (body.isEmpty())
        return command;
    const bool isExtended = at(body, 0) == 0 && body.size() >= 3;
    if (isExtended ? decodeExtended(body, command) : decodeShort(body, command))
        return command;
    return std::nullopt;
}

std::optional<Response> splitResponse(QByteArrayView answer)
{
    if (answer.size() < 2)
        return std::nullopt;
    return Response{answer.chopped(2).toByteArray(), static_cast<quint16>(word(answer, answer.size() - 2))};
}

} // namespace uk
