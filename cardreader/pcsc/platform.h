// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one place that knows which PC/SC this is: pcsc-lite (byte names, 64-bit DWORD and LONG) or winscard
// (wide names, 32 bits). Included by .cpp files of this room only.

#include "cardreader/pcsc/platformrules.h"

#ifdef _WIN32
#ifndef NOMINMAX // GCC for Windows sets it itself
#define NOMINMAX
#endif
#include <windows.h>
#include <winscard.h>
#else
#include <reader.h>
#include <winscard.h>
#endif

namespace uk::pcsc {

#ifdef _WIN32
using NameChar = wchar_t;
using ReaderStateEntry = SCARD_READERSTATEW;
inline const auto listReadersFunction = SCardListReadersW;
inline const auto connectFunction = SCardConnectW;
inline const auto statusChangeFunction = SCardGetStatusChangeW;
inline constexpr DWORD featureRequestCode = SCARD_CTL_CODE(3400);
inline constexpr NameChar pnpReaderName[] = L"\\\\?PnP?\\Notification";
using NameString = std::wstring;

inline NameString nameFromRaw(const QByteArray &raw)
{
    const std::u16string name = wideFromRaw(raw);
    return {name.begin(), name.end()};
}

inline QByteArray rawFromName(const NameString &name)
{
    return rawFromWide(std::u16string(name.begin(), name.end()));
}
#else
using NameChar = char;
using ReaderStateEntry = SCARD_READERSTATE;
inline const auto listReadersFunction = SCardListReaders;
inline const auto connectFunction = SCardConnect;
inline const auto statusChangeFunction = SCardGetStatusChange;
inline constexpr DWORD featureRequestCode = CM_IOCTL_GET_FEATURE_REQUEST;
inline constexpr NameChar pnpReaderName[] = "\\\\?PnP?\\Notification";
using NameString = std::string;

inline NameString nameFromRaw(const QByteArray &raw)
{
    return raw.toStdString();
}

inline QByteArray rawFromName(const NameString &name)
{
    return QByteArray::fromStdString(name);
}
#endif

} // namespace uk::pcsc
