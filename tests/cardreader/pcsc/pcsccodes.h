// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <winscard.h>

namespace uk::test {

struct NamedCode
{
    const char *name;
    LONG code;
};
#define UK_NAMED(code) NamedCode{#code, code}
/// Every code that the facts about PC/SC name, and a few that nobody expects.
constexpr NamedCode codes[] = {
    UK_NAMED(SCARD_E_NO_SERVICE),        UK_NAMED(SCARD_E_SERVICE_STOPPED),   UK_NAMED(SCARD_E_INVALID_HANDLE),
    UK_NAMED(SCARD_F_COMM_ERROR),        UK_NAMED(SCARD_E_SYSTEM_CANCELLED),  UK_NAMED(SCARD_E_NO_READERS_AVAILABLE),
    UK_NAMED(SCARD_E_UNKNOWN_READER),    UK_NAMED(SCARD_E_READER_UNAVAILABLE), UK_NAMED(SCARD_E_NO_SMARTCARD),
    UK_NAMED(SCARD_W_REMOVED_CARD),      UK_NAMED(SCARD_W_UNRESPONSIVE_CARD), UK_NAMED(SCARD_W_UNPOWERED_CARD),
    UK_NAMED(SCARD_W_RESET_CARD),        UK_NAMED(SCARD_E_SHARING_VIOLATION), UK_NAMED(SCARD_E_PROTO_MISMATCH),
    UK_NAMED(SCARD_E_NOT_TRANSACTED),    UK_NAMED(SCARD_E_INSUFFICIENT_BUFFER), UK_NAMED(SCARD_E_CANCELLED),
    UK_NAMED(SCARD_E_TIMEOUT),           UK_NAMED(SCARD_F_INTERNAL_ERROR),    UK_NAMED(SCARD_E_UNSUPPORTED_FEATURE),
    UK_NAMED(SCARD_W_SECURITY_VIOLATION), NamedCode{"unheard of", 0x8010FFFF},
};

constexpr const char *functions[] = {"SCardEstablishContext", "SCardListReaders",      "SCardGetStatusChange",
                                     "SCardConnect",          "SCardBeginTransaction", "SCardTransmit",
                                     "SCardEndTransaction",   "SCardDisconnect",       "SCardReleaseContext",
                                     "SCardControl",          "SCardReconnect"};

} // namespace uk::test
