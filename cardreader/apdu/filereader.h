// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/cardchannel.h"

namespace uk {

/// What READ BINARY gave: the outer TLV object of the file without the filler behind it. Empty with status word 9000:
/// the file holds filler only (00 or FF). Another status word: the file may not be read, or is not there.
struct FileContent
{
    QByteArray object;
    quint16 statusWord = 0;
};

/// Reads the one TLV object that a transparent file of the selected application holds, in one extended command where
/// that works, in pieces of 256 bytes otherwise. The first failure of an extended command is remembered for the reader.
/// Errors: CardAnswerUnreadable (no TLV object, longer than `maximum`, card gives nothing more), those of the channel.
[[nodiscard]] Result<FileContent> readTlvFile(CardChannel &channel, quint8 shortId, qsizetype maximum);

/// Reads the first bytes of a file, at most `count` ≤ 256.
[[nodiscard]] Result<FileContent> readFileStart(CardChannel &channel, quint8 shortId, quint32 count);

/// SELECT of an application; returns the status word. Repeats once after 6F00: some cards answer so to the first
/// command after power-up.
[[nodiscard]] Result<quint16> selectApplication(CardChannel &channel, Application application);

} // namespace uk
