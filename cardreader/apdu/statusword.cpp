// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/statusword.h"

#include <array>

namespace uk {

namespace {

struct Row
{
    quint16 value, mask;
    StatusMeaning meaning;
};

constexpr std::array table{
    Row{0x9000, 0xFFFF, StatusMeaning::Ok},
    Row{0x6100, 0xFF00, StatusMeaning::MoreData},
    Row{0x6C00, 0xFF00, StatusMeaning::WrongExpected},
    Row{0x6282, 0xFFFF, StatusMeaning::EndOfFile},
    Row{0x63C0, 0xFFF0, StatusMeaning::TriesLeft},
    Row{0x6700, 0xFFFF, StatusMeaning::WrongLength},
    Row{0x6881, 0xFFFF, StatusMeaning::ChannelUnsupported},
    Row{0x6882, 0xFFFF, StatusMeaning::SecureMessagingUnsupported},
    Row{0x69FC, 0xFFFF, StatusMeaning::SecureMessagingUnsupported},
    Row{0x6981, 0xFFFF, StatusMeaning::WrongFileType},
    Row{0x6982, 0xFFFF, StatusMeaning::SecurityNotSatisfied},
    Row{0x6983, 0xFFFF, StatusMeaning::Blocked},
    // Measured cards say 6984 where the standard has 6983.
    Row{0x6984, 0xFFFF, StatusMeaning::Blocked},
    Row{0x6985, 0xFFFF, StatusMeaning::ConditionsNotSatisfied},
    Row{0x6986, 0xFFFF, StatusMeaning::NoCurrentFile},
    Row{0x6A80, 0xFFFF, StatusMeaning::WrongData},
    Row{0x6A81, 0xFFFF, StatusMeaning::Unsupported},
    Row{0x6D00, 0xFFFF, StatusMeaning::Unsupported},
    Row{0x6E00, 0xFFFF, StatusMeaning::Unsupported},
    Row{0x6A82, 0xFFFF, StatusMeaning::NotFound},
    Row{0x6A86, 0xFFFF, StatusMeaning::WrongParameters},
    Row{0x6A88, 0xFFFF, StatusMeaning::ReferenceNotFound},
    Row{0x6B00, 0xFFFF, StatusMeaning::WrongOffset},
    Row{0x6F00, 0xFFFF, StatusMeaning::NoPreciseDiagnosis},
};

} // namespace

StatusMeaning meaningOf(quint16 statusWord)
{
    for (const Row &row : table) {
        if ((statusWord & row.mask) == row.value)
            return row.meaning;
    }
    return StatusMeaning::Other;
}

std::optional<int> triesIn(quint16 statusWord)
{
    if (meaningOf(statusWord) != StatusMeaning::TriesLeft)
        return std::nullopt;
    return statusWord & 0x0F;
}

QString statusText(quint16 statusWord)
{
    return QStringLiteral("SW %1").arg(statusWord, 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace uk
