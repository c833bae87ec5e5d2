// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/base/hex.h"

namespace uk {

QString toHex(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex().toUpper());
}

QString toRedactedHex(QByteArrayView commandApdu)
{
    constexpr qsizetype headerAndLength = 5;
    if (commandApdu.size() <= headerAndLength)
        return toHex(commandApdu);
    const auto instruction = static_cast<quint8>(commandApdu[1]);
    constexpr quint8 verify = 0x20, changeReferenceData = 0x24, resetRetryCounter = 0x2C;
    // CHANGE of some applications is the proprietary 80 32.
    constexpr quint8 changeProprietary = 0x32;
    if (instruction != verify && instruction != changeReferenceData && instruction != resetRetryCounter
        && instruction != changeProprietary)
        return toHex(commandApdu);
    return toHex(commandApdu.first(headerAndLength))
        + QString(2 * (commandApdu.size() - headerAndLength), QLatin1Char('*'));
}

} // namespace uk
