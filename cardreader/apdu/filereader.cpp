// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/filereader.h"

#include "cardreader/apdu/statusword.h"
#include "cardreader/apdu/tlv.h"

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr quint8 selectInstruction = 0xA4, readInstruction = 0xB0, shortIdForm = 0x80;
constexpr qsizetype maximumOffset = 0x7FFF;

bool isReadable(quint16 statusWord)
{
    return statusWord == sw::ok || statusWord == sw::endOfFile;
}

/// Status words that a card or a reader without extended length gives to an extended command.
bool refusesExtended(quint16 statusWord)
{
    const StatusMeaning meaning = meaningOf(statusWord);
    return meaning == StatusMeaning::WrongLength || meaning == StatusMeaning::Unsupported;
}

Result<Response> readFirst(CardChannel &channel, quint8 shortId, quint32 expected)
{
    return channel.send({0, readInstruction, static_cast<quint8>(shortIdForm | shortId), 0, {}, expected});
}

/// After a transport error on an extended command: the connection may be broken, the application is to be selected anew.
Result<Response> startShort(CardChannel &channel, Application application, quint8 shortId)
{
    UK_CHECK(channel.reconnect());
    UK_CHECK(channel.begin());
    UK_TRY(const quint16 selected, selectApplication(channel, application));
    if (selected != sw::ok)
        return failure(ErrorCode::CardAnswerUnreadable, statusText(selected));
    return readFirst(channel, shortId, maximumShortExpected);
}

Result<Response> readStart(CardChannel &channel, quint8 shortId)
{
    const bool isUntried = channel.extendedLength() != ExtendedLength::Works;
    if (!channel.mayUseExtendedLength())
        return readFirst(channel, shortId, maximumShortExpected);
    const Application application = channel.selection().application;
    auto whole = readFirst(channel, shortId, maximumExpected);
    if (whole && !refusesExtended(whole->statusWord)) {
        if (isReadable(whole->statusWord))
            channel.rememberExtendedLength(true);
        return whole;
    }
    if (whole) {
        channel.rememberExtendedLength(false);
        return readFirst(channel, shortId, maximumShortExpected);
    }
    // Some drivers break off what they cannot send, and some say then that the card is gone.
    if (!isUntried || channel.wasReset())
        return whole;
    if (whole.error().code != ErrorCode::ReaderFailed) {
        channel.doubtExtendedLength();
        return whole;
    }
    channel.rememberExtendedLength(false);
    return startShort(channel, application, shortId);
}

/// No object begins with 00 (ISO/IEC 7816-4, 5.2.2.1) or with FF FF, so the start tells it however much was read.
bool isFiller(QByteArrayView bytes)
{
    return bytes.isEmpty() || bytes.startsWith('\0') || bytes.startsWith("\xFF\xFF") || bytes == "\xFF";
}

} // namespace

Result<FileContent> readTlvFile(CardChannel &channel, quint8 shortId, qsizetype maximum)
{
    UK_TRY(Response response, readStart(channel, shortId));
    if (!isReadable(response.statusWord))
        return FileContent{{}, response.statusWord};
    QByteArray bytes = std::move(response.data);
    if (isFiller(bytes))
        return FileContent{{}, sw::ok};
    const auto header = readTlvHeader(bytes);
    if (!header || header->totalSize() > maximum || header->totalSize() > maximumOffset)
        return failure(ErrorCode::CardAnswerUnreadable, u"file %1 holds no object of a known size"_s.arg(shortId));
    while (bytes.size() < header->totalSize()) {
        const qsizetype offset = bytes.size();
        const auto missing = static_cast<quint32>(std::min<qsizetype>(header->totalSize() - offset, maximumShortExpected));
        UK_TRY(const Response next, channel.send({0, readInstruction, static_cast<quint8>(offset >> 8),
                                                  static_cast<quint8>(offset & 0xFF), {}, missing}));
        if (!isReadable(next.statusWord) || next.data.isEmpty())
            return failure(ErrorCode::CardAnswerUnreadable,
                           u"file %1 ends early, %2"_s.arg(shortId).arg(statusText(next.statusWord)));
        bytes.append(next.data);
    }
    bytes.truncate(header->totalSize());
    return FileContent{bytes, sw::ok};
}

Result<FileContent> readFileStart(CardChannel &channel, quint8 shortId, quint32 count)
{
    UK_TRY(Response response, readFirst(channel, shortId, count));
    if (!isReadable(response.statusWord))
        return FileContent{{}, response.statusWord};
    return FileContent{std::move(response.data), sw::ok};
}

Result<quint16> selectApplication(CardChannel &channel, Application application)
{
    const auto *id = std::ranges::find(applicationIds, application, &ApplicationId::application);
    if (id == applicationIds.end())
        return failure(ErrorCode::Internal, u"no such application"_s);
    const Command select{0, selectInstruction, 0x04, 0x0C, id->bytes().toByteArray(), {}};
    UK_TRY(Response response, channel.send(select));
    if (response.statusWord == sw::noPreciseDiagnosis) {
        UK_TRY(response, channel.send(select));
    }
    return response.statusWord;
}

} // namespace uk
