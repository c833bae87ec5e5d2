// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/mynumber/readerthread.h"

namespace uk {

using namespace Qt::StringLiterals;

ReaderThread::ReaderThread(std::unique_ptr<ReaderPort> port, const CardServiceOptions &options,
                           std::shared_ptr<ApduCounters> counters, const ReaderLoopStart &start)
    : m_port(std::move(port))
    , m_counters(std::move(counters))
{
    m_thread.setObjectName(u"card reader"_s);
    auto loop = std::make_unique<ReaderLoop>(*m_port, options, *m_counters, m_pulse, start);
    loop->moveToThread(&m_thread);
    m_loop = loop.release();
    QObject::connect(&m_thread, &QThread::finished, m_loop, &QObject::deleteLater);
    m_thread.start();
}

void ReaderThread::dismiss()
{
    m_loop->stop();
    post([](ReaderLoop &loop) {
        loop.endCard();
        loop.thread()->quit();
    });
}

void ReaderThread::shutGate()
{
    // An object without a thread gets no events.
    m_gate.moveToThread(nullptr);
}

} // namespace uk
