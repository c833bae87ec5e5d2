// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/pcsc/platformrules.h"

namespace uk::pcsc {

bool meansNoReader(Service service, quint32 code)
{
    // SCARD_E_NO_READERS_AVAILABLE, SCARD_E_NO_SERVICE, SCARD_E_SERVICE_STOPPED: the same numbers on both sides, and
    // written out because this file needs neither library's header.
    constexpr quint32 noReaders = 0x8010002E, noService = 0x8010001D, serviceStopped = 0x8010001E;
    return code == noReaders || (service == Service::Winscard && (code == noService || code == serviceStopped));
}

QByteArray rawFromWide(std::u16string_view name)
{
    return QString::fromUtf16(name.data(), static_cast<qsizetype>(name.size())).toUtf8();
}

std::u16string wideFromRaw(const QByteArray &raw)
{
    return QString::fromUtf8(raw).toStdU16String();
}

} // namespace uk::pcsc
