// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cardreader/pcsc/mockpcsc.h"

#include <reader.h>
#include <winscard.h>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace uk::test {

MockPcsc &MockPcsc::world()
{
    static MockPcsc only;
    return only;
}

void MockPcsc::reset()
{
    const std::scoped_lock lock(mutex);
    readers.clear();
    card = {};
    transmitted.clear();
    dispositions.clear();
    initializations.clear();
    askedProtocols.clear();
    maximumApdu.reset();
    failures.clear();
    calls.clear();
    isServiceRunning = true;
    ++generation;
    openContexts = openHandles = 0;
    isInTransaction = isCancelled = false;
}

void MockPcsc::plug(const QByteArray &name)
{
    const std::scoped_lock lock(mutex);
    readers.append({name, false, false, 0});
    changed.notify_all();
}

void MockPcsc::unplug(const QByteArray &name)
{
    const std::scoped_lock lock(mutex);
    readers.removeIf([&](const Reader &reader) { return reader.name == name; });
    changed.notify_all();
}

void MockPcsc::lay(const QByteArray &name, bool isMute)
{
    const std::scoped_lock lock(mutex);
    for (Reader &reader : readers) {
        if (reader.name == name)
            reader = {name, true, isMute, reader.eventCount + 1};
    }
    changed.notify_all();
}

void MockPcsc::remove(const QByteArray &name)
{
    const std::scoped_lock lock(mutex);
    for (Reader &reader : readers) {
        if (reader.name == name)
            reader = {name, false, false, reader.eventCount + 1};
    }
    changed.notify_all();
}

void MockPcsc::setServiceRunning(bool isRunning)
{
    const std::scoped_lock lock(mutex);
    isServiceRunning = isRunning;
    ++generation;
    isInTransaction = false;
    changed.notify_all();
}

void MockPcsc::fail(const QString &function, quint32 code, int times)
{
    const std::scoped_lock lock(mutex);
    failures.append({function, code, times});
}

int MockPcsc::callsOf(const QString &function)
{
    const std::scoped_lock lock(mutex);
    return static_cast<int>(calls.count(function));
}

bool MockPcsc::isWaiting()
{
    const std::scoped_lock lock(mutex);
    return waiting > 0;
}

namespace {

using Lock = std::unique_lock<std::mutex>;

/// Notes the call; the code that it is to return at once, if any.
std::optional<LONG> enter(const char *function)
{
    MockPcsc &world = MockPcsc::world();
    const QString name = QString::fromLatin1(function);
    world.calls.append(name);
    for (auto &failure : world.failures) {
        if (failure.function == name && failure.times > 0) {
            --failure.times;
            return static_cast<LONG>(failure.code);
        }
    }
    return std::nullopt;
}

std::optional<LONG> enterWithContext(const char *function, SCARDCONTEXT context)
{
    if (const auto code = enter(function))
        return code;
    MockPcsc &world = MockPcsc::world();
    if (!world.isServiceRunning)
        return SCARD_E_NO_SERVICE;
    if (context != world.context || world.contextGeneration != world.generation)
        return SCARD_E_INVALID_HANDLE;
    return std::nullopt;
}

std::optional<LONG> enterWithHandle(const char *function, SCARDHANDLE handle)
{
    if (const auto code = enter(function))
        return code;
    MockPcsc &world = MockPcsc::world();
    if (!world.isServiceRunning)
        return SCARD_E_NO_SERVICE;
    if (handle != world.handle || world.contextGeneration != world.generation)
        return SCARD_E_INVALID_HANDLE;
    return std::nullopt;
}

MockPcsc::Reader *readerOf(const char *name)
{
    for (auto &reader : MockPcsc::world().readers) {
        if (reader.name == name)
            return &reader;
    }
    return nullptr;
}

/// Fills in what there is; whether it differs from what the caller knows.
bool look(SCARD_READERSTATE &entry)
{
    MockPcsc &world = MockPcsc::world();
    DWORD now = 0;
    if (std::strcmp(entry.szReader, "\\\\?PnP?\\Notification") == 0) {
        now = static_cast<DWORD>(world.readers.size()) << 16;
    } else {
        const auto *reader = readerOf(entry.szReader);
        now = !reader ? SCARD_STATE_UNKNOWN : reader->hasCard ? SCARD_STATE_PRESENT : SCARD_STATE_EMPTY;
        if (reader)
            now |= (reader->isMute ? SCARD_STATE_MUTE : 0U) | static_cast<DWORD>(reader->eventCount & 0xFFFF) << 16;
    }
    const bool differs = now != entry.dwCurrentState;
    entry.dwEventState = now | (differs ? SCARD_STATE_CHANGED : 0U);
    return differs;
}

} // namespace

} // namespace uk::test

using namespace uk::test;

extern "C" {

const SCARD_IO_REQUEST g_rgSCardT0Pci = {SCARD_PROTOCOL_T0, sizeof(SCARD_IO_REQUEST)};
const SCARD_IO_REQUEST g_rgSCardT1Pci = {SCARD_PROTOCOL_T1, sizeof(SCARD_IO_REQUEST)};

LONG SCardEstablishContext(DWORD, LPCVOID, LPCVOID, LPSCARDCONTEXT context)
{
    MockPcsc &world = MockPcsc::world();
    const std::scoped_lock lock(world.mutex);
    if (const auto code = enter("SCardEstablishContext"))
        return *code;
    if (!world.isServiceRunning)
        return SCARD_E_NO_SERVICE;
    *context = ++world.context;
    world.contextGeneration = world.generation;
    ++world.openContexts;
    return SCARD_S_SUCCESS;
}

LONG SCardReleaseContext(SCARDCONTEXT)
{
    MockPcsc &world = MockPcsc::world();
    const std::scoped_lock lock(world.mutex);
    --world.openContexts;
    return enter("SCardReleaseContext").value_or(SCARD_S_SUCCESS);
}

LONG SCardListReaders(SCARDCONTEXT context, LPCSTR, LPSTR names, LPDWORD size)
{
    MockPcsc &world = MockPcsc::world();
    const std::scoped_lock lock(world.mutex);
    if (const auto code = enterWithContext("SCardListReaders", context))
        return *code;
    if (world.readers.isEmpty())
        return SCARD_E_NO_READERS_AVAILABLE;
    QByteArray list;
    for (const auto &reader : world.readers)
        list += reader.name + '\0';
    list += '\0';
    if (names && *size < static_cast<DWORD>(list.size()))
        return SCARD_E_INSUFFICIENT_BUFFER;
    if (names)
        std::memcpy(names, list.constData(), static_cast<std::size_t>(list.size()));
    *size = static_cast<DWORD>(list.size());
    return SCARD_S_SUCCESS;
}

LONG SCardGetStatusChange(SCARDCONTEXT context, DWORD timeout, SCARD_READERSTATE *states, DWORD count)
{
    MockPcsc &world = MockPcsc::world();
    Lock lock(world.mutex);
    if (const auto code = enterWithContext("SCardGetStatusChange", context))
        return *code;
    const auto generation = world.generation;
    for (DWORD i = 0; i < count; ++i) {
        if (std::strcmp(states[i].szReader, "\\\\?PnP?\\Notification") != 0 && !readerOf(states[i].szReader))
            return SCARD_E_UNKNOWN_READER;
    }
    bool differs = false;
    const auto isOver = [&] {
        differs = false;
        for (DWORD i = 0; i < count; ++i)
            differs |= look(states[i]);
        return differs || world.isCancelled || world.generation != generation;
    };
    world.isCancelled = false; // as in pcsc-lite: a cancel before the wait is lost
    ++world.waiting;
    const bool isInTime = world.changed.wait_for(lock, std::chrono::milliseconds(timeout), isOver);
    --world.waiting;
    if (world.generation != generation)
        return world.isServiceRunning ? SCARD_E_INVALID_HANDLE : SCARD_E_NO_SERVICE;
    if (std::exchange(world.isCancelled, false) && !differs)
        return SCARD_E_CANCELLED;
    return isInTime ? SCARD_S_SUCCESS : SCARD_E_TIMEOUT;
}

LONG SCardCancel(SCARDCONTEXT)
{
    MockPcsc &world = MockPcsc::world();
    const std::scoped_lock lock(world.mutex);
    world.isCancelled = true;
    world.changed.notify_all();
    return enter("SCardCancel").value_or(SCARD_S_SUCCESS);
}

LONG SCardConnect(SCARDCONTEXT context, LPCSTR name, DWORD, DWORD protocols, LPSCARDHANDLE handle, LPDWORD protocol)
{
    MockPcsc &world = MockPcsc::world();
    const std::scoped_lock lock(world.mutex);
    world.askedProtocols.append(protocols);
    if (const auto code = enterWithContext("SCardConnect", context))
        return *code;
    const auto *reader = readerOf(name);
    if (!reader)
        return SCARD_E_UNKNOWN_READER;
    if (!reader->hasCard)
        return SCARD_E_NO_SMARTCARD;
    if (reader->isMute)
        return SCARD_W_UNRESPONSIVE_CARD;
    *handle = ++world.handle;
    *protocol = SCARD_PROTOCOL_T1;
    ++world.openHandles;
    return SCARD_S_SUCCESS;
}

LONG SCardReconnect(SCARDHANDLE handle, DWORD, DWORD, DWORD initialization, LPDWORD protocol)
{
    MockPcsc &world = MockPcsc::world();
    const std::scoped_lock lock(world.mutex);
    if (const auto code = enterWithHandle("SCardReconnect", handle))
        return *code;
    world.initializations.append(initialization);
    *protocol = SCARD_PROTOCOL_T1;
    return SCARD_S_SUCCESS;
}

LONG SCardDisconnect(SCARDHANDLE handle, DWORD disposition)
{
    MockPcsc &world = MockPcsc::world();
    const std::scoped_lock lock(world.mutex);
    --world.openHandles;
    world.dispositions.append(disposition);
    return enterWithHandle("SCardDisconnect", handle).value_or(SCARD_S_SUCCESS);
}

LONG SCardBeginTransaction(SCARDHANDLE handle)
{
    MockPcsc &world = MockPcsc::world();
    const std::scoped_lock lock(world.mutex);
    if (const auto code = enterWithHandle("SCardBeginTransaction", handle))
        return *code;
    world.isInTransaction = true;
    return SCARD_S_SUCCESS;
}

LONG SCardEndTransaction(SCARDHANDLE handle, DWORD)
{
    MockPcsc &world = MockPcsc::world();
    const std::scoped_lock lock(world.mutex);
    world.isInTransaction = false;
    return enterWithHandle("SCardEndTransaction", handle).value_or(SCARD_S_SUCCESS);
}

LONG SCardTransmit(SCARDHANDLE handle, const SCARD_IO_REQUEST *, LPCBYTE command, DWORD size, SCARD_IO_REQUEST *,
                   LPBYTE answer, LPDWORD answerSize)
{
    MockPcsc &world = MockPcsc::world();
    const std::scoped_lock lock(world.mutex);
    if (const auto code = enterWithHandle("SCardTransmit", handle))
        return *code;
    const QByteArray bytes(reinterpret_cast<const char *>(command), static_cast<qsizetype>(size));
    world.transmitted.append(bytes);
    const QByteArray given = world.card ? world.card(bytes) : QByteArray::fromHex("9000");
    if (*answerSize < static_cast<DWORD>(given.size()))
        return SCARD_E_INSUFFICIENT_BUFFER;
    std::memcpy(answer, given.constData(), static_cast<std::size_t>(given.size()));
    *answerSize = static_cast<DWORD>(given.size());
    return SCARD_S_SUCCESS;
}

LONG SCardControl(SCARDHANDLE handle, DWORD code, LPCVOID, DWORD, LPVOID answer, DWORD, LPDWORD size)
{
    MockPcsc &world = MockPcsc::world();
    const std::scoped_lock lock(world.mutex);
    if (const auto failed = enterWithHandle("SCardControl", handle))
        return *failed;
    if (!world.maximumApdu)
        return SCARD_E_UNSUPPORTED_FEATURE;
    constexpr DWORD propertiesCode = 0x42000DB1;
    const quint32 maximum = *world.maximumApdu;
    QByteArray bytes;
    if (code == CM_IOCTL_GET_FEATURE_REQUEST) // some other feature first, then the properties; big endian
        bytes = QByteArray::fromHex("060442000DAA" "120442000DB1");
    else if (code == propertiesCode) // some other property first, then the size; little endian
        bytes = QByteArray::fromHex("02021000" "0A04") + static_cast<char>(maximum) + static_cast<char>(maximum >> 8)
            + static_cast<char>(maximum >> 16) + static_cast<char>(maximum >> 24);
    std::memcpy(answer, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    *size = static_cast<DWORD>(bytes.size());
    return SCARD_S_SUCCESS;
}

} // extern "C"
