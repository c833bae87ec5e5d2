// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/mynumber/readerthread.h"

#include <openssl/crypto.h>

namespace uk {

using namespace Qt::StringLiterals;

ReaderThread::ReaderThread(std::unique_ptr<ReaderPort> port, const CardServiceOptions &options,
                           std::shared_ptr<ApduCounters> counters, const ReaderNews &news,
                           const ReaderLoopStart &start)
    : m_port(std::move(port))
    , m_counters(std::move(counters))
{
    m_thread.setObjectName(u"card reader"_s);
    auto loop = std::make_unique<ReaderLoop>(*m_port, options, *m_counters, m_pulse, heardOnMain(news), start);
    loop->moveToThread(&m_thread);
    m_loop = loop.release();
    m_toLoop.emplace(*m_loop);
    QObject::connect(&m_thread, &QThread::finished, m_loop, &QObject::deleteLater);
    // What OpenSSL keeps for a thread goes before QThread::wait() returns: its own clean-up comes after that, and the
    // program may have ended by then.
    QObject::connect(&m_thread, &QThread::finished, &m_thread, [] { OPENSSL_thread_stop(); }, Qt::DirectConnection);
    m_thread.start();
}

ReaderNews ReaderThread::heardOnMain(const ReaderNews &news)
{
    return {[this, tell = news.stateChanged](ReaderState state, const QStringList &names) {
                m_toMain.post([tell, state, names] { tell(state, names); });
            },
            [this, tell = news.cardLaid](const CardPresence &card) { m_toMain.post([tell, card] { tell(card); }); },
            [this, tell = news.cardRemoved](const CardPresence &card) { m_toMain.post([tell, card] { tell(card); }); }};
}

void ReaderThread::post(std::function<void(ReaderLoop &)> step)
{
    m_loop->expectCommand();
    m_toLoop->post([loop = m_loop, step = std::move(step)] {
        loop->beginCommand();
        step(*loop);
    });
    m_port->cancel();
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
