// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/cardchannel.h"

#include "cardreader/apdu/statusword.h"
#include "cardreader/base/hex.h"

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr quint8 verifyInstruction = 0x20, getResponseInstruction = 0xC0;

quint32 shortExpected(quint16 statusWord)
{
    const quint32 low = statusWord & 0xFF;
    return low == 0 ? maximumShortExpected : low;
}

} // namespace

CardChannel::CardChannel(CardConnection &connection, ExtendedLength &memory, ApduCounters &counters, ApduLog log)
    : m_connection(connection)
    , m_memory(memory)
    , m_counters(counters)
    , m_log(std::move(log))
{
}

Result<Response> CardChannel::transmit(QByteArrayView apdu)
{
    if (auto reason = refusal(apdu, m_selection))
        return failure(ErrorCode::CommandForbidden, std::move(*reason));
    if (m_commandsLeft == 0)
        return failure(ErrorCode::CardAnswerUnreadable, u"answers without end"_s);
    --m_commandsLeft;
    const CommandView command = *decode(apdu);
    m_counters.commands += 1;
    m_counters.bytes += static_cast<quint64>(apdu.size());
    if (command.ins == verifyInstruction && !command.data.isEmpty())
        m_counters.pinVerifications += 1;
    auto answer = m_connection.transmit(apdu);
    if (!answer) {
        m_selection = {};
        if (m_log)
            m_log(u"> %1 failed: %2"_s.arg(toRedactedHex(apdu), answer.error().detail));
        return std::unexpected(std::move(answer).error());
    }
    m_counters.bytes += static_cast<quint64>(answer->size());
    auto response = splitResponse(*answer);
    if (!response) {
        m_selection = {};
        return failure(ErrorCode::CardRemoved, u"answer without a status word"_s);
    }
    m_selection = selectionAfter(command, response->statusWord, m_selection);
    if (m_log)
        m_log(u"> %1 < %2, %3 bytes"_s.arg(toRedactedHex(apdu), statusText(response->statusWord))
                  .arg(response->data.size()));
    return std::move(*response);
}

Result<Response> CardChannel::fetchRest(Response first)
{
    // T=0 and some stacks hand out an answer in pieces.
    while (meaningOf(first.statusWord) == StatusMeaning::MoreData) {
        const Command getResponse{0, getResponseInstruction, 0, 0, {}, shortExpected(first.statusWord)};
        UK_TRY(const QByteArray apdu, encode(getResponse));
        UK_TRY(const Response piece, transmit(apdu));
        if (piece.data.isEmpty() && meaningOf(piece.statusWord) == StatusMeaning::MoreData)
            return failure(ErrorCode::CardAnswerUnreadable, u"GET RESPONSE gives nothing"_s);
        first.data.append(piece.data);
        first.statusWord = piece.statusWord;
        if (first.data.size() > qsizetype(maximumExpected))
            return failure(ErrorCode::CardAnswerUnreadable, u"answer without end"_s);
    }
    return first;
}

Result<Response> CardChannel::send(const Command &command)
{
    UK_TRY(const QByteArray apdu, encode(command));
    UK_TRY(Response response, transmit(apdu));
    const bool mayRepeat = command.ins != verifyInstruction;
    if (meaningOf(response.statusWord) == StatusMeaning::WrongExpected && mayRepeat && command.expected) {
        Command again = command;
        again.expected = shortExpected(response.statusWord);
        UK_TRY(const QByteArray corrected, encode(again));
        UK_TRY(response, transmit(corrected));
    }
    return fetchRest(std::move(response));
}

Result<Response> CardChannel::verify(quint8 reference, const SecretBuffer &pin)
{
    const SecretBuffer apdu = encodeVerify(reference, pin);
    const auto bytes = apdu.bytes();
    return transmit(QByteArrayView(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())));
}

Result<void> CardChannel::begin()
{
    m_selection = {};
    m_commandsLeft = mostCommands;
    return m_connection.beginTransaction();
}

void CardChannel::end()
{
    m_selection = {};
    m_connection.endTransaction();
}

Result<void> CardChannel::reconnect()
{
    m_selection = {};
    return m_connection.reconnect();
}

bool CardChannel::mayUseExtendedLength()
{
    const bool isUnsure = m_memory == ExtendedLength::Untried || m_memory == ExtendedLength::Doubted;
    if (isUnsure && m_connection.hasExtendedLength() == false)
        m_memory = ExtendedLength::ShortOnly;
    return m_memory != ExtendedLength::ShortOnly;
}

void CardChannel::rememberExtendedLength(bool works)
{
    m_memory = works ? ExtendedLength::Works : ExtendedLength::ShortOnly;
}

void CardChannel::doubtExtendedLength()
{
    m_memory = m_memory == ExtendedLength::Untried ? ExtendedLength::Doubted : ExtendedLength::ShortOnly;
}

} // namespace uk
