// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/pcsc/pcscreaderport.h"

#include "cardreader/pcsc/connection.h"
#include "cardreader/pcsc/context.h"

#include <algorithm>

namespace uk {

using namespace pcsc;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int eventCountShift = 16;
/// Readers are listed again at least that often: notifications about two readers at once can merge into one.
constexpr auto safetyListing = 1000ms;
constexpr auto shortPause = 100ms;
constexpr auto firstBackOff = 250ms, longestBackOff = 2000ms;

ReaderSnapshot snapshotOf(const QByteArray &rawName, DWORD eventState)
{
    const auto state = static_cast<quint32>(eventState);
    return {rawName, (state & SCARD_STATE_PRESENT) != 0, (state & SCARD_STATE_MUTE) != 0, state >> eventCountShift};
}

} // namespace

class PcscReaderPort::Watch
{
public:
    Result<QList<ReaderSnapshot>> waitForChange(const QList<ReaderSnapshot> &known, std::chrono::milliseconds limit);

    Context context;

private:
    struct Look
    {
        QList<ReaderSnapshot> snapshots;
        std::vector<NameString> names;
        std::vector<ReaderStateEntry> states;
    };

    CallResult ensureContext();
    Result<QList<ReaderSnapshot>> withoutService(const CallFailure &failure);
    std::expected<Look, CallFailure> look();
    CallResult waitOnce(Look &current, std::chrono::milliseconds limit);

    bool m_wasMissing = false;
    DWORD m_newReadersState = 0;          ///< what the notification entry said last
    quint64 m_newReadersGeneration = 0;   ///< the context in which it said so
    std::chrono::milliseconds m_backOff = firstBackOff;
    int m_emptyWakeUps = 0;
};

/// The first failure is told at once; from the second on the pause comes before the next try.
CallResult PcscReaderPort::Watch::ensureContext()
{
    if (m_wasMissing) {
        if (context.pause(m_backOff))
            static_cast<void>(context.takeCancelled());
        m_backOff = std::min(2 * m_backOff, longestBackOff);
    }
    return context.ensure();
}

Result<QList<ReaderSnapshot>> PcscReaderPort::Watch::withoutService(const CallFailure &failure)
{
    m_wasMissing = true;
    if (meansNoReader(thisService, failure.code))
        return QList<ReaderSnapshot>{};
    Error error = errorFrom(failure);
    error.code = ErrorCode::CardServiceMissing;
    return std::unexpected(std::move(error));
}

/// What there is now, without waiting.
std::expected<PcscReaderPort::Watch::Look, CallFailure> PcscReaderPort::Watch::look()
{
    auto readers = context.listReaders();
    if (!readers)
        return std::unexpected(readers.error());
    Look found;
    for (const QByteArray &reader : std::as_const(*readers))
        found.names.push_back(nameFromRaw(reader));
    found.states.resize(found.names.size());
    for (std::size_t i = 0; i < found.names.size(); ++i) {
        found.states[i].szReader = found.names[i].c_str();
        found.states[i].dwCurrentState = SCARD_STATE_UNAWARE;
    }
    if (!found.states.empty()) {
        if (auto seen = context.waitForStatusChange(found.states, 0ms); !seen)
            return std::unexpected(seen.error());
    }
    for (std::size_t i = 0; i < found.states.size(); ++i) {
        found.snapshots.append(snapshotOf((*readers)[qsizetype(i)], found.states[i].dwEventState));
        found.states[i].dwCurrentState = found.states[i].dwEventState & ~DWORD(SCARD_STATE_CHANGED);
    }
    return found;
}

/// The notification entry is fed back what it said last: Windows compares it with the number of readers, newer
/// pcsc-lite with a count of comings and goings, and both answer at once, again and again, where it differs.
CallResult PcscReaderPort::Watch::waitOnce(Look &current, std::chrono::milliseconds limit)
{
    if (std::exchange(m_newReadersGeneration, context.generation()) != context.generation())
        m_newReadersState = firstNewReadersState(thisService, current.names.size());
    ReaderStateEntry newReaders{};
    newReaders.szReader = pnpReaderName;
    newReaders.dwCurrentState = m_newReadersState;
    current.states.push_back(newReaders);
    const auto waited = context.waitForStatusChange(current.states, limit);
    const DWORD said = current.states.back().dwEventState & ~DWORD(SCARD_STATE_CHANGED);
    // A wait that timed out need not have filled it in.
    if (waited || (said >> eventCountShift) != 0)
        m_newReadersState = said;
    return waited;
}

Result<QList<ReaderSnapshot>> PcscReaderPort::Watch::waitForChange(const QList<ReaderSnapshot> &known,
                                                                   std::chrono::milliseconds limit)
{
    const auto deadline = Clock::now() + limit;
    int failures = 0;
    for (;;) {
        if (auto made = ensureContext(); !made)
            return withoutService(made.error());
        auto now = look();
        if (!now) {
            const CallTrouble trouble = troubleOf(now.error().code);
            if (trouble == CallTrouble::ContextDead)
                return withoutService(now.error());
            // A reader went away between listing and looking, or the service is in trouble: look again soon, and once in
            // any case, so that no single failure ends a visit.
            const bool isCancelled = context.pause(shortPause);
            if (++failures > 1 && (isCancelled || Clock::now() >= deadline)) {
                static_cast<void>(context.takeCancelled());
                if (trouble == CallTrouble::ReaderGone)
                    return known;
                return std::unexpected(errorFrom(now.error()));
            }
            continue;
        }
        m_wasMissing = false;
        m_backOff = firstBackOff;
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        if (now->snapshots != known || left <= 0ms || context.takeCancelled()) {
            m_emptyWakeUps = 0;
            return now->snapshots;
        }
        const auto waited = waitOnce(*now, std::clamp(left, 1ms, safetyListing));
        // Woken for nothing several times in a row (another state bit, no plug and play here): do not spin.
        const bool isTimeOut = !waited && troubleOf(waited.error().code) == CallTrouble::TimedOut;
        m_emptyWakeUps = isTimeOut ? 0 : m_emptyWakeUps + 1;
        constexpr int tolerated = 3;
        if (m_emptyWakeUps > tolerated)
            static_cast<void>(context.pause(shortPause));
    }
}

PcscReaderPort::PcscReaderPort()
    : m_watch(std::make_unique<Watch>())
{
}

PcscReaderPort::~PcscReaderPort() = default;

Result<QList<ReaderSnapshot>> PcscReaderPort::waitForChange(const QList<ReaderSnapshot> &known,
                                                            std::chrono::milliseconds limit)
{
    return m_watch->waitForChange(known, limit);
}

void PcscReaderPort::cancel()
{
    m_watch->context.cancel();
}

Result<std::unique_ptr<CardConnection>> PcscReaderPort::connect(const QByteArray &rawName)
{
    return Connection::open(m_watch->context, rawName);
}

std::unique_ptr<ReaderPort> PcscReaderPort::another() const
{
    return std::make_unique<PcscReaderPort>();
}

} // namespace uk
