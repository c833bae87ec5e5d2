// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/allowlist.h"
#include "cardreader/apdu/command.h"
#include "cardreader/apdu/tlv.h"
#include "cardreader/simulated/receivedcommand.h"
#include "tests/cardreader/fuzz/targets.h"

namespace uk::test {

namespace {

/// Objects lie one behind the other inside their bytes, and what is written from them reads the same.
void checkSequence(QByteArrayView bytes, int depth)
{
    constexpr int deepest = 16;
    const auto objects = readTlvSequence(bytes);
    if (!objects || depth > deepest)
        return;
    const char *at = bytes.data();
    for (const Tlv &object : *objects) {
        require(object.whole.data() == at && object.value.data() + object.value.size() == at + object.whole.size());
        at += object.whole.size();
        const QByteArray written = writeTlv(object.tag, object.value);
        const auto again = readTlv(written);
        require(again && again->tag == object.tag && again->value == object.value
                && again->whole.size() == written.size());
        require(findTlv(*objects, object.tag).has_value());
        checkSequence(object.value, depth + 1);
    }
    require(at == bytes.data() + bytes.size());
}

/// A header that was told from few bytes is not told otherwise by more of them.
void checkHeaders(QByteArrayView bytes)
{
    const auto whole = readTlvHeader(bytes);
    for (qsizetype size = 0; size < std::min<qsizetype>(bytes.size(), 8); ++size) {
        const auto early = readTlvHeader(bytes.first(size));
        require(!early || (whole && early->tag == whole->tag && early->totalSize() == whole->totalSize()));
    }
    require(readTlv(bytes).has_value() == (whole && whole->totalSize() <= bytes.size()));
}

/// Taken apart as the card takes it apart, and put together again.
void checkCommand(QByteArrayView apdu)
{
    const auto command = decode(apdu);
    const auto received = parseReceivedCommand(apdu);
    require(command.has_value() == received.has_value());
    if (!command)
        return;
    require(command->ins == received->ins && command->p1 == received->p1 && command->p2 == received->p2
            && command->data == received->data
            && command->expected.has_value() == received->expected.has_value());
    require(!command->expected || static_cast<int>(*command->expected) == *received->expected);
    const auto written = encode({command->cla, command->ins, command->p1, command->p2, command->data.toByteArray(),
                                 command->expected});
    require(written.has_value());
    const auto again = decode(*written);
    require(again && again->data == command->data && again->expected == command->expected);
}

/// Whatever is selected: no selecting of files, no other application, no reading of the My Number or of its picture, no
/// 照合番号, no password for signing.
void checkRefusal(QByteArrayView apdu, const CardSelection &selection)
{
    if (refusal(apdu, selection))
        return;
    const auto command = parseReceivedCommand(apdu);
    require(command.has_value());
    const int file = command->p1 & 0x80 ? command->p1 & 0x1F : selection.file;
    switch (command->ins) {
    case 0xA4: require(command->p1 == 0x04 && command->data.size() == 10 && command->data.back() != '\x02'); return;
    case 0xB0:
        require(selection.application == Application::Jpki ? file == 0x06 || file == 0x08 || file == 0x0A
                                                           : file >= 0x02 && file <= 0x04);
        require(selection.application != Application::None);
        return;
    case 0x20:
        require(command->p2 == (selection.application == Application::Jpki ? 0x98 : 0x91));
        require(command->data.isEmpty() || command->data.size() == 4);
        return;
    case 0x2A: require(command->p2 == 0x97 && selection.application == Application::Jpki); return;
    case 0xC0: require(selection.isAnswerPending); return;
    default: std::abort();
    }
}

} // namespace

void feedTlv(QByteArrayView input)
{
    checkSequence(input, 0);
    checkHeaders(input);
    checkCommand(input);
    if (const auto response = splitResponse(input))
        require(response->data.size() + 2 == input.size());
    for (Application application : {Application::None, Application::Jpki, Application::CardInfo}) {
        for (quint8 file : QList<quint8>{0x00, 0x01, 0x02, 0x05, 0x0A})
            checkRefusal(input, {application, file, file == 0x05});
    }
}

} // namespace uk::test
