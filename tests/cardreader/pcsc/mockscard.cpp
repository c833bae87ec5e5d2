// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// The functions of the PC/SC library, on MockPcsc's world.
#include "tests/cardreader/pcsc/mockpcsc.h"

#include <reader.h>
#include <winscard.h>

#include <cstring>

using namespace uk::test;

namespace {

using Lock = std::unique_lock<std::mutex>;
constexpr const char *notificationName = "\\\\?PnP?\\Notification";

/// One call: noted, held up where the world is stuck, and failing where it is to.
class Call
{
public:
    explicit Call(const char *function)
        : world(MockPcsc::world())
        , m_lock(world.mutex)
    {
        const QString name = QString::fromLatin1(function);
        world.calls.append(name);
        for (auto &failure : world.failures) {
            if (failure.function != name || failure.times == 0)
                continue;
            if (failure.skipped-- > 0)
                continue;
            --failure.times;
            m_failure = static_cast<LONG>(failure.code);
            m_isDone = failure.isDone;
            break;
        }
        world.changed.wait(m_lock, [this] { return !world.isServiceStuck; });
    }
    /// The code to return at once, if any.
    [[nodiscard]] std::optional<LONG> early() const { return m_isDone ? std::nullopt : m_failure; }
    [[nodiscard]] std::optional<LONG> early(SCARDCONTEXT context) const
    {
        if (const auto code = early())
            return code;
        if (!world.isServiceRunning)
            return SCARD_E_NO_SERVICE;
        return world.isAlive(context) ? std::nullopt : std::optional<LONG>(SCARD_E_INVALID_HANDLE);
    }
    /// Looks up the handle too, and waits for its reader.
    [[nodiscard]] std::optional<LONG> early(SCARDHANDLE handle, MockPcsc::Handle *&found)
    {
        if (const auto code = early())
            return code;
        if (!world.isServiceRunning)
            return SCARD_E_NO_SERVICE;
        const auto valid = [&] {
            const auto at = world.handles.find(handle);
            found = at == world.handles.end() || !world.isAlive(at->context) ? nullptr : &*at;
            return found;
        };
        if (valid())
            waitForReader(found->reader);
        return valid() ? std::nullopt : std::optional<LONG>(SCARD_E_INVALID_HANDLE);
    }
    void waitForReader(const QByteArray &name)
    {
        world.changed.wait(m_lock, [&] {
            const auto *reader = world.reader(name);
            return !reader || !reader->isStuck;
        });
    }
    [[nodiscard]] LONG done() const { return m_failure.value_or(SCARD_S_SUCCESS); }
    [[nodiscard]] Lock &lock() { return m_lock; }

    MockPcsc &world;

private:
    Lock m_lock;
    std::optional<LONG> m_failure;
    bool m_isDone = false;
};

/// What a handle that is used finds: its card, another one, none.
std::optional<LONG> troubleWith(const MockPcsc::Handle &handle)
{
    const auto *reader = MockPcsc::world().reader(handle.reader);
    if (!reader)
        return SCARD_E_READER_UNAVAILABLE;
    if (!reader->hasCard || reader->eventCount != handle.eventCount)
        return SCARD_W_REMOVED_CARD;
    return handle.wasReset ? std::optional<LONG>(SCARD_W_RESET_CARD) : std::nullopt;
}

/// Fills in the notification entry; whether it wakes.
bool lookForReaders(SCARD_READERSTATE &entry, qsizetype countAtStart)
{
    const MockPcsc &world = MockPcsc::world();
    const auto known = static_cast<qsizetype>(entry.dwCurrentState >> 16);
    qsizetype said = 0;
    bool differs = world.readers.size() != countAtStart;
    switch (world.notification) {
    case MockPcsc::Notification::PcscLite: break;
    case MockPcsc::Notification::CountingPcscLite:
        said = world.comingsAndGoings;
        differs = differs || (known != 0 && known != said);
        break;
    case MockPcsc::Notification::Winscard:
        said = world.readers.size();
        differs = known != said;
        break;
    }
    entry.dwEventState = static_cast<DWORD>(said) << 16 | (differs ? SCARD_STATE_CHANGED : 0U);
    return differs;
}

/// Fills in what there is; whether it differs from what the caller knows.
bool look(SCARD_READERSTATE &entry, qsizetype countAtStart)
{
    if (std::strcmp(entry.szReader, notificationName) == 0)
        return lookForReaders(entry, countAtStart);
    const auto *reader = MockPcsc::world().reader(entry.szReader);
    DWORD now = !reader ? SCARD_STATE_UNKNOWN : reader->hasCard ? SCARD_STATE_PRESENT : SCARD_STATE_EMPTY;
    if (reader)
        now |= (reader->isMute ? SCARD_STATE_MUTE : 0U) | static_cast<DWORD>(reader->eventCount & 0xFFFF) << 16;
    const bool differs = now != entry.dwCurrentState;
    entry.dwEventState = now | (differs ? SCARD_STATE_CHANGED : 0U);
    return differs;
}

LONG copyOut(const QByteArray &bytes, void *to, DWORD capacity, LPDWORD size)
{
    if (to && capacity < static_cast<DWORD>(bytes.size()))
        return SCARD_E_INSUFFICIENT_BUFFER;
    if (to)
        std::memcpy(to, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    *size = static_cast<DWORD>(bytes.size());
    return SCARD_S_SUCCESS;
}

} // namespace

extern "C" {

const SCARD_IO_REQUEST g_rgSCardT0Pci = {SCARD_PROTOCOL_T0, sizeof(SCARD_IO_REQUEST)};
const SCARD_IO_REQUEST g_rgSCardT1Pci = {SCARD_PROTOCOL_T1, sizeof(SCARD_IO_REQUEST)};

LONG SCardEstablishContext(DWORD, LPCVOID, LPCVOID, LPSCARDCONTEXT context)
{
    Call call("SCardEstablishContext");
    if (const auto code = call.early())
        return *code;
    if (!call.world.isServiceRunning)
        return SCARD_E_NO_SERVICE;
    *context = ++call.world.last;
    call.world.contexts.insert(*context, call.world.generation);
    return call.done();
}

LONG SCardReleaseContext(SCARDCONTEXT context)
{
    Call call("SCardReleaseContext");
    // Given up whatever comes back; its handles go with it, as the service sees to.
    call.world.contexts.remove(context);
    call.world.handles.removeIf([&](const auto &handle) { return handle->context == context; });
    return call.early().value_or(SCARD_S_SUCCESS);
}

LONG SCardListReaders(SCARDCONTEXT context, LPCSTR, LPSTR names, LPDWORD size)
{
    Call call("SCardListReaders");
    if (const auto code = call.early(context))
        return *code;
    if (call.world.readers.isEmpty())
        return SCARD_E_NO_READERS_AVAILABLE;
    QByteArray list;
    for (const auto &reader : call.world.readers)
        list += reader.name + '\0';
    const LONG copied = copyOut(list + '\0', names, *size, size);
    return copied == SCARD_S_SUCCESS ? call.done() : copied;
}

LONG SCardGetStatusChange(SCARDCONTEXT context, DWORD timeout, SCARD_READERSTATE *states, DWORD count)
{
    Call call("SCardGetStatusChange");
    MockPcsc &world = call.world;
    if (const auto code = call.early(context))
        return *code;
    for (DWORD i = 0; i < count; ++i) {
        if (std::strcmp(states[i].szReader, notificationName) != 0 && !world.reader(states[i].szReader))
            return SCARD_E_UNKNOWN_READER;
    }
    bool differs = false;
    const qsizetype countAtStart = world.readers.size();
    const auto isOver = [&] {
        differs = false;
        for (DWORD i = 0; i < count; ++i)
            differs |= look(states[i], countAtStart);
        return differs || world.cancelled.contains(context) || !world.isAlive(context);
    };
    world.cancelled.remove(context); // as in pcsc-lite: a cancel before the wait is lost
    ++world.waiting;
    const bool isInTime = world.changed.wait_for(call.lock(), std::chrono::milliseconds(timeout), isOver);
    --world.waiting;
    if (!world.isAlive(context))
        return world.isServiceRunning ? SCARD_E_INVALID_HANDLE : SCARD_E_NO_SERVICE;
    if (world.cancelled.remove(context) && !differs)
        return SCARD_E_CANCELLED;
    return isInTime ? call.done() : SCARD_E_TIMEOUT;
}

LONG SCardCancel(SCARDCONTEXT context)
{
    Call call("SCardCancel");
    call.world.cancelled.insert(context);
    call.world.changed.notify_all();
    return call.early().value_or(SCARD_S_SUCCESS);
}

LONG SCardConnect(SCARDCONTEXT context, LPCSTR name, DWORD, DWORD protocols, LPSCARDHANDLE handle, LPDWORD protocol)
{
    Call call("SCardConnect");
    call.world.askedProtocols.append(protocols);
    if (const auto code = call.early(context))
        return *code;
    call.waitForReader(name);
    const auto *reader = call.world.reader(name);
    if (!reader)
        return SCARD_E_UNKNOWN_READER;
    if (!reader->hasCard)
        return SCARD_E_NO_SMARTCARD;
    if (reader->isMute)
        return SCARD_W_UNRESPONSIVE_CARD;
    if (reader->card)
        reader->card->powerOn();
    const LONG result = call.done();
    if (result != SCARD_S_SUCCESS)
        return result;
    *handle = ++call.world.last;
    *protocol = SCARD_PROTOCOL_T1;
    call.world.handles.insert(*handle, {name, context, reader->eventCount});
    return SCARD_S_SUCCESS;
}

LONG SCardReconnect(SCARDHANDLE handle, DWORD, DWORD, DWORD initialization, LPDWORD protocol)
{
    Call call("SCardReconnect");
    MockPcsc::Handle *used = nullptr;
    if (const auto code = call.early(handle, used))
        return *code;
    const auto *reader = call.world.reader(used->reader);
    if (!reader || !reader->hasCard)
        return reader ? SCARD_E_NO_SMARTCARD : SCARD_E_READER_UNAVAILABLE;
    if (reader->card) {
        reader->card->powerOn();
        if (initialization != SCARD_LEAVE_CARD)
            reader->card->reset();
    }
    call.world.initializations.append(initialization);
    used->wasReset = false;
    used->eventCount = reader->eventCount;
    *protocol = SCARD_PROTOCOL_T1;
    return call.done();
}

LONG SCardDisconnect(SCARDHANDLE handle, DWORD disposition)
{
    Call call("SCardDisconnect");
    call.world.dispositions.append(disposition);
    MockPcsc::Handle *used = nullptr;
    const auto code = call.early(handle, used);
    if (!code) {
        const auto *reader = call.world.reader(used->reader);
        if (reader && reader->card && reader->eventCount == used->eventCount && disposition == SCARD_UNPOWER_CARD)
            reader->card->powerOff();
    }
    call.world.handles.remove(handle);
    return code.value_or(call.done());
}

LONG SCardBeginTransaction(SCARDHANDLE handle)
{
    Call call("SCardBeginTransaction");
    MockPcsc::Handle *used = nullptr;
    if (const auto code = call.early(handle, used))
        return *code;
    if (const auto trouble = troubleWith(*used))
        return *trouble;
    used->isInTransaction = true;
    return call.done();
}

LONG SCardEndTransaction(SCARDHANDLE handle, DWORD)
{
    Call call("SCardEndTransaction");
    MockPcsc::Handle *used = nullptr;
    const auto code = call.early(handle, used);
    if (const auto at = call.world.handles.find(handle); at != call.world.handles.end())
        at->isInTransaction = false;
    return code.value_or(call.done());
}

LONG SCardTransmit(SCARDHANDLE handle, const SCARD_IO_REQUEST *, LPCBYTE command, DWORD size, SCARD_IO_REQUEST *,
                   LPBYTE answer, LPDWORD answerSize)
{
    Call call("SCardTransmit");
    MockPcsc::Handle *used = nullptr;
    if (const auto code = call.early(handle, used))
        return *code;
    if (const auto trouble = troubleWith(*used))
        return *trouble;
    const QByteArray bytes(reinterpret_cast<const char *>(command), static_cast<qsizetype>(size));
    call.world.transmitted.append(bytes);
    const auto *reader = call.world.reader(used->reader);
    const QByteArray given = reader->card ? reader->card->transmit(bytes)
        : call.world.card               ? call.world.card(bytes)
                                        : QByteArray::fromHex("9000");
    const LONG copied = copyOut(given, answer, *answerSize, answerSize);
    return copied == SCARD_S_SUCCESS ? call.done() : copied;
}

LONG SCardControl(SCARDHANDLE handle, DWORD code, LPCVOID, DWORD, LPVOID answer, DWORD capacity, LPDWORD size)
{
    Call call("SCardControl");
    MockPcsc::Handle *used = nullptr;
    if (const auto failed = call.early(handle, used))
        return *failed;
    if (!call.world.maximumApdu)
        return SCARD_E_UNSUPPORTED_FEATURE;
    constexpr DWORD propertiesCode = 0x42000DB1;
    const quint32 maximum = *call.world.maximumApdu;
    QByteArray bytes;
    if (code == CM_IOCTL_GET_FEATURE_REQUEST) // some other feature first, then the properties; big endian
        bytes = QByteArray::fromHex("060442000DAA" "120442000DB1");
    else if (code == propertiesCode) // some other property first, then the size; little endian
        bytes = QByteArray::fromHex("02021000" "0A04") + static_cast<char>(maximum) + static_cast<char>(maximum >> 8)
            + static_cast<char>(maximum >> 16) + static_cast<char>(maximum >> 24);
    static_cast<void>(copyOut(bytes, answer, capacity, size));
    return call.done();
}

} // extern "C"
