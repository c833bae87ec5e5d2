// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/mynumber/cardservice.h"

#include "cardreader/apdu/readerport.h"
#include "cardreader/mynumber/readerloop.h"

#include <QThread>
#include <QTimer>

namespace uk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestFarewell = 5s;

} // namespace

/// The main thread's half: owns the reader thread, hands steps over and takes values back.
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

    [[nodiscard]] const ApduCounters &counters() const { return m_half->counters; }
    ReaderState state = ReaderState::Waiting;
    QStringList names;
    std::optional<CardPresence> card;

private:
    void finish(std::function<void()> deliver);

    /// What the reader thread touches; left behind as a whole if a driver holds the thread for ever.
    struct ThreadHalf
    {
        std::unique_ptr<ReaderPort> port;
        ApduCounters counters;
        QObject gate; // on the main thread: what comes back is delivered through it
        QThread thread;
        ReaderLoop *loop = nullptr; // lives on the thread and is deleted there
    };

    CardService &m_service;
    std::unique_ptr<ThreadHalf> m_half;
    const std::chrono::milliseconds m_stepLimit;
    QTimer m_silence;
    std::function<void()> m_onSilence;
    bool m_isBusy = false;
};

CardService::Worker::Worker(CardService &service, std::unique_ptr<ReaderPort> port, CardServiceOptions options)
    : m_service(service)
    , m_half(std::make_unique<ThreadHalf>())
    , m_stepLimit(options.stepLimit)
{
    m_half->port = std::move(port);
    auto loop = std::make_unique<ReaderLoop>(*m_half->port, options, m_half->counters);
    m_half->thread.setObjectName(u"card reader"_s);
    loop->moveToThread(&m_half->thread);
    QObject::connect(&m_half->thread, &QThread::finished, loop.get(), &QObject::deleteLater);
    QObject::connect(loop.get(), &ReaderLoop::stateChanged, &m_half->gate,
                     [this](ReaderState newState, const QStringList &newNames) {
        state = newState;
        names = newNames;
        Q_EMIT m_service.readerStateChanged(newState);
    });
    QObject::connect(loop.get(), &ReaderLoop::cardLaid, &m_half->gate, [this](const CardPresence &laid) {
        card = laid;
        Q_EMIT m_service.cardLaid(laid);
    });
    QObject::connect(loop.get(), &ReaderLoop::cardRemoved, &m_half->gate, [this](const CardPresence &removed) {
        if (card == removed)
            card.reset();
        Q_EMIT m_service.cardRemoved(removed);
    });
    m_half->loop = loop.release();
    m_silence.setSingleShot(true);
    QObject::connect(&m_silence, &QTimer::timeout, &m_half->gate, [this] {
        // SCardTransmit cannot be cancelled; other transports can.
        m_half->port->cancel();
        if (const auto onSilence = std::exchange(m_onSilence, {}))
            onSilence();
    });
    m_half->thread.start();
}

CardService::Worker::~Worker()
{
    ReaderLoop *loop = m_half->loop;
    loop->stop();
    loop->expectCommand();
    QMetaObject::invokeMethod(loop, [loop] {
        loop->beginCommand();
        loop->endCard();
        loop->thread()->quit();
    }, Qt::QueuedConnection);
    m_half->port->cancel();
    if (!m_half->thread.wait(QDeadlineTimer(longestFarewell))) {
        // Nothing that comes back may reach this object any more: an object without a thread gets no events.
        m_half->gate.moveToThread(nullptr);
        static_cast<void>(m_half.release());
    }
}

void CardService::Worker::start()
{
    QMetaObject::invokeMethod(m_half->loop, &ReaderLoop::run, Qt::QueuedConnection);
}

void CardService::Worker::finish(std::function<void()> deliver)
{
    m_silence.stop();
    m_onSilence = {};
    m_isBusy = false;
    if (deliver)
        deliver();
}

template<class T, class Step>
void CardService::Worker::ask(Step step, ErrorCode whenSilent, Reply<T> reply)
{
    if (m_isBusy) {
        QMetaObject::invokeMethod(&m_half->gate, [reply = std::move(reply)] {
            reply(failure(ErrorCode::Internal, u"a step is running"_s));
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
    m_silence.start(m_stepLimit);
    m_half->loop->expectCommand();
    QMetaObject::invokeMethod(m_half->loop, [this, half = m_half.get(), step = std::move(step), claim]() mutable {
        half->loop->beginCommand();
        auto shared = std::make_shared<Result<T>>(step(*half->loop));
        QMetaObject::invokeMethod(&half->gate, [this, shared = std::move(shared), claim]() {
            const auto taken = claim.lock();
            finish(taken ? std::function<void()>([&] { (*taken)(std::move(*shared)); }) : nullptr);
        }, Qt::QueuedConnection);
    }, Qt::QueuedConnection);
    m_half->port->cancel();
}

template<class Step>
void CardService::Worker::tell(Step step)
{
    m_half->loop->expectCommand();
    QMetaObject::invokeMethod(m_half->loop, [loop = m_half->loop, step = std::move(step)] {
        loop->beginCommand();
        step(*loop);
    }, Qt::QueuedConnection);
    m_half->port->cancel();
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
