// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <optional>

namespace uk {

/// A command as the card understands it (ISO 7816-4, short and extended form).
struct ReceivedCommand
{
    quint8 cla = 0, ins = 0, p1 = 0, p2 = 0;
    QByteArrayView data;         ///< inside the bytes that were parsed: no copy of a PIN is made
    std::optional<int> expected; ///< Le: 1 to 65536
    bool isExtended = false;
};

/// Nothing where header, lengths and size do not fit together (6700).
[[nodiscard]] std::optional<ReceivedCommand> parseReceivedCommand(QByteArrayView bytes);

} // namespace uk
