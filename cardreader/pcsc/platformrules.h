// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <concepts>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// What differs between pcsc-lite and winscard and can be said without calling either: values and functions that a test
/// on one system walks for both. The calls themselves are chosen in platform.h.
namespace uk::pcsc {

enum class Service { PcscLite, Winscard };

#ifdef _WIN32
inline constexpr Service thisService = Service::Winscard;
#else
inline constexpr Service thisService = Service::PcscLite;
#endif

/// A code of the service, whatever holds it: LONG has 64 bits with pcsc-lite on Linux and 32 with winscard, so that the
/// upper bits are absent, zero or copies of the sign. 32 bits decide.
[[nodiscard]] constexpr quint32 codeOf(std::integral auto result)
{
    return static_cast<quint32>(result);
}

/// Whether a failed call says no more than that there is no reader. Windows (8 and later) runs the service only while
/// one is plugged in, so that a missing service is the ordinary state there; pcscd is started by the first who asks.
[[nodiscard]] bool meansNoReader(Service service, quint32 code);

/// What the entry for the notification of new readers knows before its first wait: winscard answers at once where it
/// differs from the number of readers (upper 16 bits), pcsc-lite takes nothing for "no matter".
[[nodiscard]] constexpr quint32 firstNewReadersState(Service service, std::size_t readers)
{
    return service == Service::Winscard ? static_cast<quint32>(readers) << 16 : 0;
}

/// A reader's name in UTF-16, as winscard's W functions have it, as the bytes that the program keeps. Lone surrogates,
/// which no driver's name holds, do not come back.
[[nodiscard]] QByteArray rawFromWide(std::u16string_view name);
[[nodiscard]] std::u16string wideFromRaw(const QByteArray &raw);

/// The names in a list that an empty name ends; what stands behind it is not looked at, a missing end is no harm.
template <typename Char>
[[nodiscard]] std::vector<std::basic_string<Char>> namesIn(std::span<const Char> list)
{
    std::vector<std::basic_string<Char>> names;
    std::basic_string<Char> name;
    for (const Char character : list) {
        if (character != Char{}) {
            name.push_back(character);
            continue;
        }
        if (name.empty())
            return names;
        names.push_back(std::exchange(name, {}));
    }
    if (!name.empty())
        names.push_back(std::move(name));
    return names;
}

} // namespace uk::pcsc
