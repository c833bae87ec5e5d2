// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/pcsc/context.h"

#include <algorithm>
#include <vector>

namespace uk::pcsc {

using namespace std::chrono_literals;

Context::~Context()
{
    release();
}

CallResult Context::ensure()
{
    if (m_isEstablished)
        return {};
    SCARDCONTEXT handle = 0;
    if (auto made = call("SCardEstablishContext", SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle));
        !made)
        return made;
    const std::scoped_lock lock(m_mutex);
    m_handle = handle;
    m_isEstablished = true;
    ++m_generation;
    return {};
}

void Context::release()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_isEstablished)
        return;
    m_isEstablished = false;
    // The result tells nothing that could be acted upon: the handle is given up either way.
    SCardReleaseContext(m_handle);
    m_handle = 0;
}

CallFailure Context::noted(CallFailure failure)
{
    if (troubleOf(failure.code) == CallTrouble::ContextDead)
        release();
    return failure;
}

std::expected<QList<QByteArray>, CallFailure> Context::listReaders()
{
    // A reader may come between the two calls, so the second one may find its buffer too small.
    constexpr int attempts = 5;
    CallResult listed;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        DWORD size = 0;
        listed = call("SCardListReaders", listReadersFunction(m_handle, nullptr, nullptr, &size));
        std::vector<NameChar> names(size + 2, NameChar{});
        if (listed)
            listed = call("SCardListReaders", listReadersFunction(m_handle, nullptr, names.data(), &size));
        if (!listed && troubleOf(listed.error().code) == CallTrouble::NoReaders)
            return QList<QByteArray>{};
        if (!listed && listed.error().code == codeOf(SCARD_E_INSUFFICIENT_BUFFER))
            continue;
        if (!listed)
            return std::unexpected(noted(listed.error()));
        QList<QByteArray> readers;
        for (const NameString &name : namesIn(std::span<const NameChar>(names).first(std::min<std::size_t>(size, names.size()))))
            readers.append(rawFromName(name));
        return readers;
    }
    return std::unexpected(listed.error());
}

CallResult Context::waitForStatusChange(std::vector<ReaderStateEntry> &states, std::chrono::milliseconds limit)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isCancelled && limit > 0ms)
            return std::unexpected(CallFailure{codeOf(SCARD_E_CANCELLED), "SCardGetStatusChange",
                                               std::source_location::current()});
        m_isWaiting = true;
    }
    CallResult waited = call("SCardGetStatusChange",
                             statusChangeFunction(m_handle, static_cast<DWORD>(limit.count()), states.data(),
                                                  static_cast<DWORD>(states.size())));
    {
        const std::scoped_lock lock(m_mutex);
        m_isWaiting = false;
    }
    m_changed.notify_all();
    if (!waited)
        return std::unexpected(noted(waited.error()));
    return {};
}

bool Context::pause(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, limit, [this] { return m_isCancelled; });
}

void Context::rest(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, limit, [] { return false; });
}

void Context::cancel()
{
    std::unique_lock lock(m_mutex);
    m_isCancelled = true;
    m_changed.notify_all();
    // SCardCancel is lost where it comes before the service has seen the wait begin; a few repeats cover that
    // moment, and the wait is never longer than the safety listing anyway.
    constexpr int repeats = 5;
    for (int i = 0; i < repeats && m_isWaiting && m_isEstablished; ++i) {
        SCardCancel(m_handle);
        m_changed.wait_for(lock, 2ms, [this] { return !m_isWaiting; });
    }
}

bool Context::takeCancelled()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_isCancelled, false);
}

} // namespace uk::pcsc
