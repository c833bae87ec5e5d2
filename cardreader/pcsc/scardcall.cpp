// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/pcsc/scardcall.h"

#include <array>

namespace uk::pcsc {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    quint32 code;
    const char *name;
    CallTrouble trouble;
};

#define UK_CODE(name, trouble) Row{codeOf(name), #name, CallTrouble::trouble}
constexpr std::array table{
    UK_CODE(SCARD_E_NO_SERVICE, ContextDead),
    UK_CODE(SCARD_E_SERVICE_STOPPED, ContextDead),
    UK_CODE(SCARD_E_INVALID_HANDLE, ContextDead),
    UK_CODE(SCARD_F_COMM_ERROR, ContextDead),
    UK_CODE(SCARD_E_SYSTEM_CANCELLED, ContextDead),
    UK_CODE(SCARD_E_NO_READERS_AVAILABLE, NoReaders),
    UK_CODE(SCARD_E_UNKNOWN_READER, ReaderGone),
    UK_CODE(SCARD_E_READER_UNAVAILABLE, ReaderGone),
    UK_CODE(SCARD_E_NO_SMARTCARD, CardRemoved),
    UK_CODE(SCARD_W_REMOVED_CARD, CardRemoved),
    UK_CODE(SCARD_W_UNRESPONSIVE_CARD, CardMute),
    UK_CODE(SCARD_W_UNPOWERED_CARD, CardMute),
    UK_CODE(SCARD_W_UNSUPPORTED_CARD, CardMute),
    UK_CODE(SCARD_W_RESET_CARD, CardReset),
    UK_CODE(SCARD_E_SHARING_VIOLATION, InUse),
    UK_CODE(SCARD_E_PROTO_MISMATCH, ProtocolMismatch),
    UK_CODE(SCARD_E_CANCELLED, Cancelled),
    UK_CODE(SCARD_E_TIMEOUT, TimedOut),
    UK_CODE(SCARD_E_NOT_TRANSACTED, Other),
    UK_CODE(SCARD_E_INSUFFICIENT_BUFFER, Other),
    UK_CODE(SCARD_E_INVALID_PARAMETER, Other),
    UK_CODE(SCARD_E_INVALID_VALUE, Other),
    UK_CODE(SCARD_E_NO_MEMORY, Other),
    UK_CODE(SCARD_E_NOT_READY, Other),
    UK_CODE(SCARD_E_UNSUPPORTED_FEATURE, Other),
    UK_CODE(SCARD_F_INTERNAL_ERROR, Other),
    UK_CODE(SCARD_F_UNKNOWN_ERROR, Other),
    UK_CODE(SCARD_W_SECURITY_VIOLATION, Other),
};
#undef UK_CODE

ErrorCode publicErrorOf(CallTrouble trouble)
{
    switch (trouble) {
    case CallTrouble::ContextDead: return ErrorCode::CardServiceMissing;
    case CallTrouble::NoReaders:
    case CallTrouble::ReaderGone: return ErrorCode::NoReader;
    case CallTrouble::CardRemoved: return ErrorCode::CardRemoved;
    case CallTrouble::CardMute: return ErrorCode::CardMute;
    case CallTrouble::InUse: return ErrorCode::ReaderInUse;
    case CallTrouble::CardReset:
    case CallTrouble::ProtocolMismatch:
    case CallTrouble::Cancelled:
    case CallTrouble::TimedOut:
    case CallTrouble::Other: break;
    }
    return ErrorCode::ReaderFailed;
}

const Row *rowOf(quint32 code)
{
    for (const Row &row : table) {
        if (row.code == code)
            return &row;
    }
    return nullptr;
}

QString fileName(const char *path)
{
    return QString::fromLatin1(path).section(u'/', -1).section(u'\\', -1);
}

} // namespace

CallTrouble troubleOf(quint32 code)
{
    const Row *row = rowOf(code);
    return row ? row->trouble : CallTrouble::Other;
}

QString codeName(quint32 code)
{
    const Row *row = rowOf(code);
    return row ? QString::fromLatin1(row->name) : u"%1"_s.arg(code, 8, 16, QLatin1Char('0')).toUpper();
}

Error errorFrom(const CallFailure &failure)
{
    return {publicErrorOf(troubleOf(failure.code)),
            u"%1: %2 (%3:%4)"_s.arg(QString::fromLatin1(failure.function), codeName(failure.code),
                                    fileName(failure.place.file_name()))
                .arg(failure.place.line()),
            {}};
}

} // namespace uk::pcsc
