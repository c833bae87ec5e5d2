// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"
#include "cardreader/pcsc/platform.h"

#include <source_location>

namespace uk::pcsc {

/// A PC/SC call that did not succeed.
struct CallFailure
{
    quint32 code = 0;
    const char *function = "";
    std::source_location place;
};

using CallResult = std::expected<void, CallFailure>;

/// Every PC/SC call goes through here, so that a failure always names function, code and place:
/// call("SCardTransmit", SCardTransmit(…)).
[[nodiscard]] inline CallResult call(const char *function, LONG result,
                                     std::source_location place = std::source_location::current())
{
    if (codeOf(result) == codeOf(SCARD_S_SUCCESS))
        return {};
    return std::unexpected(CallFailure{codeOf(result), function, place});
}

/// What a code means for the caller.
enum class CallTrouble {
    ContextDead,   ///< the service is gone or was restarted: release, establish again
    NoReaders,     ///< a normal state
    ReaderGone,    ///< between listing and use
    CardRemoved,
    CardMute,      ///< no answer to reset, no power: lay it down again
    CardReset,     ///< somebody else reset the card
    InUse,
    ProtocolMismatch,
    Cancelled,
    TimedOut,
    Other
};

[[nodiscard]] CallTrouble troubleOf(quint32 code);
/// "SCARD_E_NO_SERVICE"; hexadecimal digits for codes that are not in the table.
[[nodiscard]] QString codeName(quint32 code);
/// The error for the program above; detail: function, code and place.
[[nodiscard]] Error errorFrom(const CallFailure &failure);

} // namespace uk::pcsc
