// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace uk {

/// What a status word means for the card steps.
enum class StatusMeaning {
    Ok, MoreData, WrongExpected, EndOfFile, TriesLeft, WrongLength, ChannelUnsupported, SecureMessagingUnsupported,
    WrongFileType, SecurityNotSatisfied, Blocked, ConditionsNotSatisfied, NoCurrentFile, WrongData,
    Unsupported, NotFound, WrongParameters, ReferenceNotFound, WrongOffset, NoPreciseDiagnosis, Other
};

namespace sw {
inline constexpr quint16 ok = 0x9000;
inline constexpr quint16 endOfFile = 0x6282;
inline constexpr quint16 wrongLength = 0x6700;
inline constexpr quint16 securityNotSatisfied = 0x6982;
inline constexpr quint16 notFound = 0x6A82;
inline constexpr quint16 noPreciseDiagnosis = 0x6F00; ///< some cards say so to the first command after power-up
} // namespace sw

/// From the table of ISO/IEC 7816-4 as far as My Number Cards and readers use it.
[[nodiscard]] StatusMeaning meaningOf(quint16 statusWord);
/// 63Cx: the number of tries left; nothing for any other status word.
[[nodiscard]] std::optional<int> triesIn(quint16 statusWord);
/// For Error::detail: "SW 6A82".
[[nodiscard]] QString statusText(quint16 statusWord);

} // namespace uk
