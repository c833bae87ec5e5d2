// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"
#include "cardreader/base/secretbuffer.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace uk {

/// One command to a card (ISO/IEC 7816-4, 5.1), without its encoding.
struct Command
{
    quint8 cla = 0, ins = 0, p1 = 0, p2 = 0;
    QByteArray data;
    std::optional<quint32> expected; ///< Ne, 1 to 65536; absent: no answer data expected
};

/// The same as a view into an encoded command.
struct CommandView
{
    quint8 cla = 0, ins = 0, p1 = 0, p2 = 0;
    QByteArrayView data;
    std::optional<quint32> expected;
};

/// One answer: data without the status word, and the status word.
struct Response
{
    QByteArray data;
    quint16 statusWord = 0;
};

inline constexpr quint32 maximumShortExpected = 256;
inline constexpr quint32 maximumExpected = 65536;

/// The bytes of a command: the short form where it fits, the extended form otherwise.
/// Error Internal: data or Ne beyond what the extended form can hold.
[[nodiscard]] Result<QByteArray> encode(const Command &command);
/// VERIFY with a PIN, encoded in memory that is locked and wiped; at most 255 bytes of PIN.
[[nodiscard]] SecretBuffer encodeVerify(quint8 reference, const SecretBuffer &pin);
/// Takes an encoded command apart, all seven forms; nothing if lengths and size do not agree.
[[nodiscard]] std::optional<CommandView> decode(QByteArrayView apdu);
/// Splits an answer; nothing if it is shorter than a status word.
[[nodiscard]] std::optional<Response> splitResponse(QByteArrayView answer);

} // namespace uk
