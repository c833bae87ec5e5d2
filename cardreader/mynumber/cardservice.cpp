// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/mynumber/cardservice.h"

#include "cardreader/apdu/readerport.h"
#include "cardreader/mynumber/readerthread.h"

#include <QTimer>

#include <algorithm>
#include <exception>
#include <vector>

namespace uk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestFarewell = 5s;
/// What can be cancelled comes back within that after a cancel().
constexpr std::chrono::milliseconds longestReturn = 2s;
constexpr std::chrono::milliseconds watchOfHungService = 1s;

/// A step that throws (no memory, a defect below) ends like one that the card never answered: an exception must not
/// cross the slot, and whatever it held is wiped on the way.
template<class T, class Step>
Result<T> settled(Step &step, ReaderLoop &loop, ErrorCode whenSilent)
{
    try {
        return step(loop);
    } catch (const std::exception &) {
        loop.endCard();
        return failure(whenSilent, u"exception in a card step"_s);
    }
}

} // namespace

/// The main thread's half: owns the reader thread, hands steps over and takes values back.
///
/// SCardTransmit and its like cannot be cancelled. A thread that hangs in a reader is left behind with all that it
/// touches (its port with a context of its own, its loop, a PIN it was given, which stays in locked memory until it
/// returns); a new one takes its place and leaves that reader alone until the old one has come back. A thread that hangs
/// without a reader hangs in the card service itself, where a second one would fare no better: it is waited for.
class CardService::Worker
{
public:
    Worker(CardService &service, std::unique_ptr<ReaderPort> port, CardServiceOptions options);
    ~Worker();

    void start();
    /// Runs `step` on the reader thread and replies here. `whenSilent`: the error if it does not come back in time.
    template<class T, class Step>
    void ask(Step step, ErrorCode whenSilent, Reply<T> reply);
    /// Runs `step` behind whatever was asked before; no reply.
    template<class Step>
    void tell(Step step);

    [[nodiscard]] const ApduCounters &counters() const { return *m_counters; }
    ReaderState state = ReaderState::Waiting;
    QStringList names;
    std::optional<CardPresence> card;

private:
    [[nodiscard]] std::unique_ptr<ReaderThread> makeThread(std::unique_ptr<ReaderPort> port);
    void finish(std::function<void()> deliver);
    void onSilence();
    void onWatch();
    void judgeHang();
    void replaceThread();
    void reap(const ReaderThread *thread);
    [[nodiscard]] QList<QByteArray> hungReaders() const;
    void announceState(ReaderState newState, const QStringList &newNames);
    void announceLaid(const CardPresence &laid);
    void announceRemoved(const CardPresence &removed);

    CardService &m_service;
    const CardServiceOptions m_options;
    const std::shared_ptr<ApduCounters> m_counters;
    std::unique_ptr<ReaderThread> m_thread;
    std::vector<std::unique_ptr<ReaderThread>> m_left; ///< they hang in a reader
    QTimer m_silence, m_lateSilence, m_watch;
    std::function<void()> m_onSilence;
    quint64 m_lastSerial = 0;
    quint64 m_lastBeats = 0;
    bool m_isBusy = false;
    bool m_isServiceHung = false;
};

CardService::Worker::Worker(CardService &service, std::unique_ptr<ReaderPort> port, CardServiceOptions options)
    : m_service(service)
    , m_options(std::move(options))
    , m_counters(std::make_shared<ApduCounters>())
{
    m_thread = makeThread(std::move(port));
    m_silence.setSingleShot(true);
    m_lateSilence.setSingleShot(true);
    QObject::connect(&m_silence, &QTimer::timeout, &m_service, [this] { onSilence(); });
    QObject::connect(&m_lateSilence, &QTimer::timeout, &m_service, [this] { judgeHang(); });
    QObject::connect(&m_watch, &QTimer::timeout, &m_service, [this] { onWatch(); });
}

std::unique_ptr<ReaderThread> CardService::Worker::makeThread(std::unique_ptr<ReaderPort> port)
{
    const ReaderNews news{
        [this](ReaderState newState, const QStringList &newNames) { announceState(newState, newNames); },
        [this](const CardPresence &laid) { announceLaid(laid); },
        [this](const CardPresence &removed) { announceRemoved(removed); },
    };
    return std::make_unique<ReaderThread>(std::move(port), m_options, m_counters, news,
                                          ReaderLoopStart{m_lastSerial, hungReaders()});
}

void CardService::Worker::announceState(ReaderState newState, const QStringList &newNames)
{
    state = newState;
    names = newNames;
    Q_EMIT m_service.readerStateChanged(newState);
}

void CardService::Worker::announceLaid(const CardPresence &laid)
{
    card = laid;
    m_lastSerial = std::max(m_lastSerial, laid.serial);
    Q_EMIT m_service.cardLaid(laid);
}

void CardService::Worker::announceRemoved(const CardPresence &removed)
{
    if (card == removed)
        card.reset();
    Q_EMIT m_service.cardRemoved(removed);
}

CardService::Worker::~Worker()
{
    m_thread->dismiss();
    m_left.push_back(std::move(m_thread));
    for (auto &thread : m_left) {
        const bool isLast = thread == m_left.back();
        if (thread->thread().wait(isLast ? QDeadlineTimer(longestFarewell) : QDeadlineTimer(0)))
            continue;
        // A driver holds the thread for ever: what it touches must outlive it.
        thread->shutGate();
        static_cast<void>(thread.release());
    }
}

QList<QByteArray> CardService::Worker::hungReaders() const
{
    QList<QByteArray> readers;
    for (const auto &thread : m_left)
        readers.append(thread->hungReader);
    return readers;
}

void CardService::Worker::onSilence()
{
    // SCardTransmit cannot be cancelled; other transports can.
    m_thread->port().cancel();
    m_lateSilence.start(longestReturn);
    if (const auto tellSo = std::exchange(m_onSilence, {}))
        tellSo();
}

/// Between two steps the thread waits for readers and cards, and comes back every few seconds.
void CardService::Worker::onWatch()
{
    const quint64 beats = m_thread->pulse().beats();
    if (std::exchange(m_lastBeats, beats) == beats) {
        if (!m_isBusy)
            judgeHang();
    } else if (std::exchange(m_isServiceHung, false)) {
        m_watch.start(m_options.watchInterval);
        tell([](ReaderLoop &loop) { loop.announceAnew(); });
    }
}

void CardService::Worker::judgeHang()
{
    const QByteArray reader = m_thread->pulse().usedReader();
    if (!reader.isEmpty()) {
        m_thread->hungReader = reader;
        replaceThread();
    } else if (!std::exchange(m_isServiceHung, true)) {
        m_watch.start(watchOfHungService);
        if (card)
            announceRemoved(*card);
        announceState(ReaderState::ServiceMissing, {});
    }
}

void CardService::Worker::replaceThread()
{
    ReaderThread *old = m_thread.get();
    old->shutGate();
    QObject::connect(&old->thread(), &QThread::finished, &m_service, [this, old] { reap(old); });
    old->dismiss();
    m_left.push_back(std::move(m_thread));
    m_isBusy = false;
    m_lastBeats = 0;
    if (card)
        announceRemoved(*card);
    m_thread = makeThread(old->port().another());
    start();
}

/// The reader has let go of a thread that was left behind.
void CardService::Worker::reap(const ReaderThread *thread)
{
    const auto found = std::ranges::find(m_left, thread, &std::unique_ptr<ReaderThread>::get);
    (*found)->thread().wait();
    m_left.erase(found);
    tell([readers = hungReaders()](ReaderLoop &loop) { loop.setHungReaders(readers); });
}

void CardService::Worker::start()
{
    m_watch.start(m_options.watchInterval);
    QMetaObject::invokeMethod(&m_thread->loop(), &ReaderLoop::run, Qt::QueuedConnection);
}

void CardService::Worker::finish(std::function<void()> deliver)
{
    m_silence.stop();
    m_lateSilence.stop();
    m_onSilence = {};
    m_isBusy = false;
    if (deliver)
        deliver();
}

template<class T, class Step>
void CardService::Worker::ask(Step step, ErrorCode whenSilent, Reply<T> reply)
{
    if (m_isBusy || m_isServiceHung) {
        QMetaObject::invokeMethod(&m_service, [reply = std::move(reply), isHung = m_isServiceHung] {
            reply(isHung ? failure(ErrorCode::CardServiceMissing, u"the card service does not answer"_s)
                         : failure(ErrorCode::Internal, u"a step is running"_s));
        }, Qt::QueuedConnection);
        return;
    }
    m_isBusy = true;
    // Held here and on this thread only; whoever comes first, answer or silence, takes it.
    auto pending = std::make_shared<Reply<T>>(std::move(reply));
    const std::weak_ptr<Reply<T>> claim = pending;
    m_onSilence = [pending = std::move(pending), whenSilent]() mutable {
        const auto taken = std::exchange(pending, nullptr);
        (*taken)(failure(whenSilent, u"the card or its reader does not answer"_s));
    };
    m_silence.start(m_options.stepLimit);
    m_thread->post([this, toMain = &m_thread->toMain(), step = std::move(step), whenSilent, claim](ReaderLoop &loop) {
        auto shared = std::make_shared<Result<T>>(settled<T>(step, loop, whenSilent));
        toMain->post([this, shared = std::move(shared), claim] {
            const auto taken = claim.lock();
            finish(taken ? std::function<void()>([&] { (*taken)(std::move(*shared)); }) : nullptr);
        });
    });
}

template<class Step>
void CardService::Worker::tell(Step step)
{
    m_thread->post(std::move(step));
}

CardService::CardService(std::unique_ptr<ReaderPort> port, CardServiceOptions options, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(*this, std::move(port), std::move(options)))
{
}

CardService::~CardService() = default;

void CardService::start()
{
    m_worker->start();
}

ReaderState CardService::readerState() const
{
    return m_worker->state;
}

QStringList CardService::readerNames() const
{
    return m_worker->names;
}

std::optional<CardPresence> CardService::currentCard() const
{
    return m_worker->card;
}

void CardService::checkCard(const CardPresence &card, Reply<CardCheck> reply)
{
    m_worker->ask<CardCheck>([serial = card.serial](ReaderLoop &loop) { return loop.checkCard(serial); },
                             ErrorCode::ReaderFailed, std::move(reply));
}

void CardService::provePossession(SecretBuffer pin, Reply<Possession> reply)
{
    auto secret = std::make_shared<SecretBuffer>(std::move(pin));
    m_worker->ask<Possession>([secret = std::move(secret)](ReaderLoop &loop) {
        auto result = loop.prove(*secret);
        secret->clear();
        return result;
    }, ErrorCode::PinOutcomeUnknown, std::move(reply));
}

void CardService::basicInfoTries(Reply<int> reply)
{
    m_worker->ask<int>([](ReaderLoop &loop) { return loop.basicInfoTries(); }, ErrorCode::ReaderFailed,
                       std::move(reply));
}

void CardService::readBasicFourInfo(SecretBuffer pin, Reply<BasicFourInfo> reply)
{
    auto secret = std::make_shared<SecretBuffer>(std::move(pin));
    m_worker->ask<BasicFourInfo>([secret = std::move(secret)](ReaderLoop &loop) {
        auto result = loop.basicFourInfo(*secret);
        secret->clear();
        return result;
    }, ErrorCode::PinOutcomeUnknown, std::move(reply));
}

void CardService::beginPortalWatch()
{
    m_worker->tell([](ReaderLoop &loop) { loop.beginPortalWatch(); });
}

void CardService::endPortalWatch(Reply<void> reply)
{
    m_worker->ask<void>([](ReaderLoop &loop) { return loop.endPortalWatch(); }, ErrorCode::ReaderFailed,
                        std::move(reply));
}

void CardService::endCard()
{
    m_worker->tell([](ReaderLoop &loop) { loop.endCard(); });
}

quint64 CardService::apduCount() const
{
    return m_worker->counters().commands;
}

quint64 CardService::apduBytes() const
{
    return m_worker->counters().bytes;
}

} // namespace uk
