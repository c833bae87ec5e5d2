// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/applications.h"
#include "cardreader/apdu/command.h"

#include <optional>

namespace uk {

/// What is selected on the card, as far as the commands sent tell it.
struct CardSelection
{
    Application application = Application::None;
    quint8 file = 0;               ///< short identifier of the current file; 0: none
    bool isAnswerPending = false;  ///< the last answer was 61xx
    friend bool operator==(const CardSelection &, const CardSelection &) = default;
};

/// Why an encoded command may not be sent; nothing where it may. The last gate before the transport: what is not on
/// the list is refused, so there is no way to the My Number (EF 0001 of 入力補助, EF 0005 of 券面確認) or to 照合番号A
/// (which is the My Number), whatever the program above does. The reason names no data.
[[nodiscard]] std::optional<QString> refusal(QByteArrayView apdu, const CardSelection &selection);

/// The selection after a command that the list allowed and its status word.
[[nodiscard]] CardSelection selectionAfter(const CommandView &command, quint16 statusWord, CardSelection before);

/// SHA-256 DigestInfo without the hash (RFC 8017, 9.2 note 1).
[[nodiscard]] QByteArrayView sha256DigestInfoPrefix();

} // namespace uk
