// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/receivedcommand.h"

namespace uk {

namespace {

int byteAt(QByteArrayView bytes, qsizetype index)
{
    return static_cast<quint8>(bytes[index]);
}

int wordAt(QByteArrayView bytes, qsizetype index)
{
    return byteAt(bytes, index) << 8 | byteAt(bytes, index + 1);
}

// Le of zero asks for all that the form can express.
int expectedLength(int le, bool isExtended)
{
    return le > 0 ? le : (isExtended ? 65536 : 256);
}

std::optional<ReceivedCommand> parseShort(ReceivedCommand command, QByteArrayView body)
{
    if (body.size() == 1) {
        command.expected = expectedLength(byteAt(body, 0), false);
        return command;
    }
    const qsizetype length = byteAt(body, 0);
    if (length == 0 || body.size() < 1 + length || body.size() > 2 + length)
        return {};
    command.data = body.sliced(1, length);
    if (body.size() == 2 + length)
        command.expected = expectedLength(byteAt(body, 1 + length), false);
    return command;
}

std::optional<ReceivedCommand> parseExtended(ReceivedCommand command, QByteArrayView body)
{
    command.isExtended = true;
    const qsizetype length = wordAt(body, 1);
    if (body.size() == 3) {
        command.expected = expectedLength(static_cast<int>(length), true);
        return command;
    }
    if (length == 0 || (body.size() != 3 + length && body.size() != 5 + length))
        return {};
    command.data = body.sliced(3, length);
    if (body.size() == 5 + length)
        command.expected = expectedLength(wordAt(body, 3 + length), true);
    return command;
}

} // namespace

std::optional<ReceivedCommand> parseReceivedCommand(QByteArrayView bytes)
{
    if (bytes.size() < 4)
        return {};
    ReceivedCommand command;
    command.cla = static_cast<quint8>(bytes[0]);
    command.ins = static_cast<quint8>(bytes[1]);
    command.p1 = static_cast<quint8>(bytes[2]);
    command.p2 = static_cast<quint8>(bytes[3]);
    const QByteArrayView body = bytes.sliced(4);
    if (body.isEmpty())
        return command;
    return body.size() >= 3 && body[0] == 0 ? parseExtended(command, body) : parseShort(command, body);
}

} // namespace uk
