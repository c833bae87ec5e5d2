// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/stopsignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace uk {

#ifdef Q_OS_UNIX
namespace {

constexpr std::array stopping{SIGTERM, SIGINT, SIGHUP};

// A handler can reach nothing but what is global, and may do next to nothing: it writes one byte.
std::atomic<int> writeEnd{-1};

extern "C" void tellMainThread(int)
{
    const int errorBefore = errno;
    const char byte = 1;
    static_cast<void>(!write(writeEnd.load(), &byte, 1));
    errno = errorBefore;
}

void handleBy(void (*handler)(int))
{
    struct sigaction action{};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int signal : stopping)
        sigaction(signal, &action, nullptr);
}

} // namespace
#endif

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
#ifdef Q_OS_UNIX
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // then they end the program at once, as they do without this class
    writeEnd = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this, end = ends[0]] {
        char bytes[16];
        if (read(end, bytes, sizeof bytes) > 0)
            Q_EMIT requested();
    });
    handleBy(tellMainThread);
#endif
}

StopSignals::~StopSignals()
{
#ifdef Q_OS_UNIX
    if (!m_notifier)
        return;
    handleBy(SIG_DFL);
    const auto end = static_cast<int>(m_notifier->socket());
    m_notifier.reset();
    ::close(writeEnd.exchange(-1));
    ::close(end);
#endif
}

} // namespace uk
