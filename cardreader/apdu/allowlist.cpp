// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/allowlist.h"

#include "cardreader/apdu/statusword.h"
#include "cardreader/base/pinlength.h"

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

namespace ins {
constexpr quint8 verify = 0x20, sign = 0x2A, select = 0xA4, readBinary = 0xB0, getResponse = 0xC0;
}
constexpr quint8 interindustry = 0x00, proprietary = 0x80;
constexpr quint8 shortIdForm = 0x80, shortIdMask = 0x1F;

Application applicationOf(QByteArrayView aid)
{
    for (const ApplicationId &id : applicationIds) {
        if (id.bytes() == aid)
            return id.application;
    }
    return Application::None;
}

bool isFileAllowed(Application application, quint8 shortId)
{
    return std::ranges::any_of(allowedFiles, [=](const AllowedFile &file) {
        return file.application == application && file.shortId == shortId;
    });
}

std::optional<QString> judgeSelect(const CommandView &command)
{
    const bool isByName = command.cla == interindustry && command.p1 == 0x04 && command.p2 == 0x0C;
    if (!isByName || command.expected)
        return u"SELECT in a form that is not used"_s;
    if (applicationOf(command.data) == Application::None)
        return u"SELECT of an application that is not used"_s;
    return std::nullopt;
}

std::optional<QString> judgeRead(const CommandView &command, const CardSelection &selection)
{
    if (command.cla != interindustry || !command.data.isEmpty() || !command.expected)
        return u"READ BINARY in a form that is not used"_s;
    const bool namesFile = command.p1 & shortIdForm;
    if (namesFile && (command.p1 & ~(shortIdForm | shortIdMask)))
        return u"READ BINARY with a malformed file"_s;
    const quint8 file = namesFile ? command.p1 & shortIdMask : selection.file;
    if (!isFileAllowed(selection.application, file))
        return u"READ BINARY of a file that is not on the list"_s;
    return std::nullopt;
}

std::optional<QString> judgeVerify(const CommandView &command, const CardSelection &selection)
{
    const bool isKnown = std::ranges::any_of(allowedPins, [&](const AllowedPin &pin) {
        return pin.application == selection.application && pin.reference == command.p2;
    });
    if (command.cla != interindustry || command.p1 != 0 || command.expected || !isKnown)
        return u"VERIFY of a reference that is not on the list"_s;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    // No data asks for the tries left. A PIN of another length would use up a try for nothing.
    if (!command.data.isEmpty() && (command.data.size() != pinLength() || !std::ranges::all_of(command.data, isDigit)))
        return u"VERIFY with data that is no PIN"_s;
    return std::nullopt;
}

std::optional<QString> judgeSign(const CommandView &command, const CardSelection &selection)
{
    constexpr qsizetype sha256Size = 32, sha384Size = 48;
    const bool isKey = command.cla == proprietary && selection.application == Application::Jpki && command.p1 == 0x00
        && command.p2 == keyref::authenticationKey && command.expected;
    const bool isDigestInfo = command.data.startsWith(sha256DigestInfoPrefix())
        && command.data.size() == sha256DigestInfoPrefix().size() + sha256Size;
    if (!isKey || (!isDigestInfo && command.data.size() != sha384Size))
        return u"signature in a form that is not used"_s;
    return std::nullopt;
}

} // namespace

QByteArrayView sha256DigestInfoPrefix()
{
    static constexpr char prefix[] = "\x30\x31\x30\x0D\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20";
    return {prefix, qsizetype(sizeof prefix - 1)};
}

std::optional<QString> refusal(QByteArrayView apdu, const CardSelection &selection)
{
    const auto command = decode(apdu);
    if (!command)
        return u"malformed command"_s;
    switch (command->ins) {
    case ins::select: return judgeSelect(*command);
    case ins::readBinary: return judgeRead(*command, selection);
    case ins::verify: return judgeVerify(*command, selection);
    case ins::sign: return judgeSign(*command, selection);
    case ins::getResponse:
        if (command->cla == interindustry && command->p1 == 0 && command->p2 == 0 && command->data.isEmpty()
            && command->expected && selection.isAnswerPending)
            return std::nullopt;
        return u"GET RESPONSE without an answer to fetch"_s;
    default: return u"instruction that is not on the list"_s;
    }
}

CardSelection selectionAfter(const CommandView &command, quint16 statusWord, CardSelection before)
{
    const StatusMeaning meaning = meaningOf(statusWord);
    before.isAnswerPending = meaning == StatusMeaning::MoreData;
    const bool isDone = meaning == StatusMeaning::Ok || meaning == StatusMeaning::MoreData
        || meaning == StatusMeaning::EndOfFile;
    if (command.ins == ins::select) {
        // After a refused SELECT nobody knows what is selected, so nothing counts as selected.
        before.application = isDone ? applicationOf(command.data) : Application::None;
        before.file = 0;
    } else if (command.ins == ins::readBinary && (command.p1 & shortIdForm)) {
        before.file = isDone ? command.p1 & shortIdMask : 0;
    }
    return before;
}

} // namespace uk
