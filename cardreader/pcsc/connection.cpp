// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/pcsc/connection.h"

#include <algorithm>

namespace uk::pcsc {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t answerCapacity = 65538; // 65536 bytes and the status word

struct Opened
{
    SCARDHANDLE handle = 0;
    DWORD protocol = 0;
};

std::expected<Opened, CallFailure> connectOnce(Context &context, const NameString &name, DWORD protocols)
{
    Opened opened;
    if (auto connected = call("SCardConnect", connectFunction(context.handle(), name.c_str(), SCARD_SHARE_SHARED,
                                                              protocols, &opened.handle, &opened.protocol));
        !connected)
        return std::unexpected(context.noted(connected.error()));
    return opened;
}

/// Windows probes a card for about a second after it is laid down, and others hold it for a moment.
std::expected<Opened, CallFailure> connectPatiently(Context &context, const NameString &name)
{
    constexpr std::chrono::milliseconds pauses[] = {50ms, 100ms, 200ms, 400ms, 800ms};
    constexpr DWORD both = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1;
    auto opened = connectOnce(context, name, both);
    for (const auto pause : pauses) {
        if (opened)
            break;
        const CallTrouble trouble = troubleOf(opened.error().code);
        if (trouble != CallTrouble::InUse && trouble != CallTrouble::CardReset)
            break;
        context.rest(pause);
        opened = connectOnce(context, name, both);
    }
    if (!opened && troubleOf(opened.error().code) == CallTrouble::ProtocolMismatch)
        opened = connectOnce(context, name, SCARD_PROTOCOL_T1);
    if (!opened && troubleOf(opened.error().code) == CallTrouble::ProtocolMismatch)
        opened = connectOnce(context, name, SCARD_PROTOCOL_T0);
    return opened;
}

DWORD codeOfDisposition(CardDisposition disposition)
{
    switch (disposition) {
    case CardDisposition::Leave: return SCARD_LEAVE_CARD;
    case CardDisposition::Reset: return SCARD_RESET_CARD;
    case CardDisposition::PowerOff: break;
    }
    return SCARD_UNPOWER_CARD;
}

/// The value of one entry in a list of tag, length, value (PC/SC part 10), most or least significant byte first.
std::optional<quint32> partTenValue(const unsigned char *list, std::size_t size, unsigned char tag, bool isBigEndian)
{
    std::size_t at = 0;
    while (at + 2 <= size) {
        const std::size_t length = list[at + 1];
        if (at + 2 + length > size)
            return std::nullopt;
        if (list[at] == tag && length <= 4) {
            quint32 value = 0;
            for (std::size_t i = 0; i < length; ++i)
                value = value << 8 | list[at + 2 + (isBigEndian ? i : length - 1 - i)];
            return value;
        }
        at += 2 + length;
    }
    return std::nullopt;
}

} // namespace

Result<std::unique_ptr<CardConnection>> Connection::open(Context &context, const QByteArray &rawName)
{
    if (auto made = context.ensure(); !made)
        return std::unexpected(errorFrom(made.error()));
    const auto opened = connectPatiently(context, nameFromRaw(rawName));
    if (!opened)
        return std::unexpected(errorFrom(opened.error()));
    return std::unique_ptr<CardConnection>(new Connection(context, rawName, opened->handle, opened->protocol));
}

Connection::Connection(Context &context, QByteArray rawName, SCARDHANDLE handle, DWORD protocol)
    : m_context(context)
    , m_rawName(std::move(rawName))
    , m_handle(handle)
    , m_protocol(protocol)
    , m_generation(context.generation())
    , m_answer(answerCapacity)
{
}

Connection::~Connection()
{
    disconnect(CardDisposition::PowerOff);
}

bool Connection::isAlive() const
{
    return m_isOpen && m_generation == m_context.generation();
}

bool Connection::isCardKnownAbsent()
{
    const NameString name = nameFromRaw(m_rawName);
    std::vector<ReaderStateEntry> states(1);
    states[0].szReader = name.c_str();
    states[0].dwCurrentState = SCARD_STATE_UNAWARE;
    return m_context.waitForStatusChange(states, 0ms) && !(states[0].dwEventState & SCARD_STATE_PRESENT);
}

/// The interface knows three ways in which a card stops answering.
Error Connection::errorAfter(const CallFailure &failure)
{
    // Drivers use SCARD_F_COMM_ERROR for a broken line to the card too, the service for its own: a look tells which.
    CallTrouble trouble = troubleOf(failure.code);
    if (failure.code == codeOf(SCARD_F_COMM_ERROR))
        trouble = CallTrouble::Other;
    else
        m_context.noted(failure);
    Error error = errorFrom(failure);
    if (trouble == CallTrouble::CardReset)
        m_wasReset = true;
    const bool isSilent = trouble == CallTrouble::Other || trouble == CallTrouble::TimedOut;
    if (trouble == CallTrouble::ReaderGone || (isSilent && isCardKnownAbsent()))
        error.code = ErrorCode::CardRemoved;
    else if (error.code != ErrorCode::CardRemoved && error.code != ErrorCode::CardMute)
        error.code = ErrorCode::ReaderFailed;
    return error;
}

Result<QByteArray> Connection::transmit(QByteArrayView commandApdu)
{
    if (!isAlive())
        return failure(ErrorCode::ReaderFailed, u"the connection to the card service was lost"_s);
    const SCARD_IO_REQUEST *request = m_protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    DWORD received = static_cast<DWORD>(m_answer.size());
    const auto sent = call("SCardTransmit",
                           SCardTransmit(m_handle, request, reinterpret_cast<const BYTE *>(commandApdu.data()),
                                         static_cast<DWORD>(commandApdu.size()), nullptr, m_answer.data(), &received));
    if (!sent)
        return std::unexpected(errorAfter(sent.error()));
    // A driver may report a card that left during the command as success with nothing in it.
    if (received < 2)
        return failure(ErrorCode::CardRemoved, u"SCardTransmit: answer of %1 bytes"_s.arg(received));
    return QByteArray(reinterpret_cast<const char *>(m_answer.data()), static_cast<qsizetype>(received));
}

Result<void> Connection::beginTransaction()
{
    if (!isAlive())
        return failure(ErrorCode::ReaderFailed, u"the connection to the card service was lost"_s);
    if (m_isInTransaction)
        return {};
    if (auto begun = call("SCardBeginTransaction", SCardBeginTransaction(m_handle)); !begun) {
        Error error = errorAfter(begun.error());
        if (troubleOf(begun.error().code) == CallTrouble::InUse)
            error.code = ErrorCode::ReaderInUse;
        return std::unexpected(std::move(error));
    }
    m_isInTransaction = true;
    return {};
}

void Connection::endTransaction()
{
    if (!std::exchange(m_isInTransaction, false) || !isAlive())
        return;
    if (auto ended = call("SCardEndTransaction", SCardEndTransaction(m_handle, SCARD_LEAVE_CARD)); !ended)
        static_cast<void>(errorAfter(ended.error()));
}

Result<void> Connection::reconnect()
{
    if (!isAlive())
        return failure(ErrorCode::ReaderFailed, u"the connection to the card service was lost"_s);
    // Windows drops a transaction at SCardReconnect, pcsc-lite keeps it: ended before, both do the same.
    if (std::exchange(m_isInTransaction, false))
        static_cast<void>(SCardEndTransaction(m_handle, SCARD_LEAVE_CARD));
    // Where nobody reset the card the line itself is broken, and only a reset brings it back.
    const DWORD initialization = m_wasReset ? SCARD_LEAVE_CARD : SCARD_RESET_CARD;
    if (auto connected = call("SCardReconnect",
                              SCardReconnect(m_handle, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1,
                                             initialization, &m_protocol));
        !connected)
        return std::unexpected(errorAfter(connected.error()));
    m_wasReset = false;
    return {};
}

std::optional<bool> Connection::hasExtendedLength() const
{
    constexpr unsigned char featureProperties = 0x12, propertyMaximumApdu = 0x0A;
    if (!isAlive())
        return std::nullopt;
    unsigned char answer[256];
    DWORD size = 0;
    if (!call("SCardControl", SCardControl(m_handle, featureRequestCode, nullptr, 0, answer, sizeof answer, &size)))
        return std::nullopt;
    const auto code = partTenValue(answer, size, featureProperties, true);
    if (!code || !call("SCardControl", SCardControl(m_handle, *code, nullptr, 0, answer, sizeof answer, &size)))
        return std::nullopt;
    const auto maximum = partTenValue(answer, size, propertyMaximumApdu, false);
    // libccid says 0 for readers that take short commands only, 0x10000 for the others.
    constexpr quint32 largestShort = 261;
    if (!maximum)
        return std::nullopt;
    return *maximum > largestShort;
}

void Connection::disconnect(CardDisposition disposition)
{
    if (!m_isOpen)
        return;
    endTransaction();
    if (isAlive())
        static_cast<void>(call("SCardDisconnect", SCardDisconnect(m_handle, codeOfDisposition(disposition))));
    m_isOpen = false;
}

} // namespace uk::pcsc
