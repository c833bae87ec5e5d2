// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/presencewatch.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include <winscard.h>

namespace uk::bench {

namespace {

void require(LONG outcome, const char *call)
{
    if (outcome == SCARD_S_SUCCESS)
        return;
    std::fprintf(stderr, "bench_card: %s: %08lX\n", call, static_cast<unsigned long>(outcome));
    std::exit(1);
}

} // namespace

PresenceWatch::PresenceWatch(QByteArray reader, std::function<void(std::chrono::steady_clock::time_point)> reported)
    : m_reader(std::move(reader))
    , m_reported(std::move(reported))
    , m_thread([this] { run(); })
{
}

PresenceWatch::~PresenceWatch()
{
    m_isStopped = true;
    m_thread.join();
}

void PresenceWatch::run()
{
    constexpr DWORD untilStopIsSeenMs = 200;
    SCARDCONTEXT context = 0;
    require(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context), "SCardEstablishContext");
    SCARD_READERSTATE state{};
    state.szReader = m_reader.constData();
    bool isPresent = false;
    while (!m_isStopped) {
        const LONG outcome = SCardGetStatusChange(context, untilStopIsSeenMs, &state, 1);
        const auto now = std::chrono::steady_clock::now();
        if (outcome != static_cast<LONG>(SCARD_E_TIMEOUT))
            require(outcome, "SCardGetStatusChange");
        const bool wasPresent = std::exchange(isPresent, (state.dwEventState & SCARD_STATE_PRESENT) != 0);
        state.dwCurrentState = state.dwEventState & ~static_cast<DWORD>(SCARD_STATE_CHANGED);
        if (isPresent && !wasPresent)
            m_reported(now);
    }
    SCardReleaseContext(context);
}

} // namespace uk::bench
