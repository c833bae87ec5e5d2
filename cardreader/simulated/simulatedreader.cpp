// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/simulatedreader.h"

#include "cardreader/simulated/simulatedconnection.h"
#include "cardreader/simulated/slotstate.h"

using namespace Qt::StringLiterals;

namespace uk {

SimulatedSlot::SimulatedSlot(QByteArray readerName)
    : m_state(std::make_unique<State>())
{
    m_state->readerName = std::move(readerName);
}

SimulatedSlot::~SimulatedSlot() = default;

void SimulatedSlot::lay(std::shared_ptr<SoftwareCard> card)
{
    const std::lock_guard guard(m_state->mutex);
    m_state->takeAway();
    m_state->card = std::move(card);
    ++m_state->eventCount;
    ++m_state->layingDown;
    m_state->changed.notify_all();
}

void SimulatedSlot::remove()
{
    const std::lock_guard guard(m_state->mutex);
    m_state->takeAway();
}

void SimulatedSlot::swapUnnoticed(std::shared_ptr<SoftwareCard> card)
{
    const std::lock_guard guard(m_state->mutex);
    if (m_state->card)
        m_state->card->powerOff();
    m_state->card = std::move(card);
    m_state->isAnswerLost = true;
    m_state->changed.notify_all();
}

void SimulatedSlot::resetByOthers()
{
    const std::lock_guard guard(m_state->mutex);
    if (m_state->card)
        m_state->card->reset();
    ++m_state->resetCount;
}

void SimulatedSlot::setPluggedIn(bool isPluggedIn)
{
    const std::lock_guard guard(m_state->mutex);
    if (!isPluggedIn)
        m_state->takeAway();
    m_state->isPluggedIn = isPluggedIn;
    m_state->changed.notify_all();
}

void SimulatedSlot::setServiceRunning(bool isRunning)
{
    const std::lock_guard guard(m_state->mutex);
    // A service that ends takes the power from its readers, and nothing of its connections survives.
    if (!isRunning && m_state->card)
        m_state->card->powerOff();
    if (!isRunning)
        ++m_state->layingDown;
    m_state->isServiceRunning = isRunning;
    m_state->changed.notify_all();
}

void SimulatedSlot::setExchangeHook(CardExchangeHook hook)
{
    const std::lock_guard guard(m_state->mutex);
    m_state->hook = std::move(hook);
}

bool SimulatedSlot::hasCard() const
{
    const std::lock_guard guard(m_state->mutex);
    return m_state->card != nullptr;
}

CardTally SimulatedSlot::tally() const
{
    const std::lock_guard guard(m_state->mutex);
    return m_state->card ? m_state->card->tally() : CardTally{};
}

int SimulatedSlot::verifyCount() const
{
    const std::lock_guard guard(m_state->mutex);
    return m_state->verifyCount;
}

quint64 SimulatedSlot::commandCount() const
{
    const std::lock_guard guard(m_state->mutex);
    return m_state->commandCount;
}

quint64 SimulatedSlot::byteCount() const
{
    const std::lock_guard guard(m_state->mutex);
    return m_state->byteCount;
}

void SimulatedSlot::State::takeAway()
{
    if (!card)
        return;
    card->powerOff();
    card.reset();
    ++eventCount;
    ++layingDown;
    changed.notify_all();
}

QList<ReaderSnapshot> SimulatedSlot::State::snapshot() const
{
    if (!isPluggedIn)
        return {};
    return {{readerName, card != nullptr, card && card->traits().isMute, eventCount}};
}

SimulatedReader::SimulatedReader(std::shared_ptr<SimulatedSlot> slot)
    : m_slot(std::move(slot))
{
}

SimulatedReader::~SimulatedReader() = default;

Result<QList<ReaderSnapshot>> SimulatedReader::waitForChange(const QList<ReaderSnapshot> &known,
                                                             std::chrono::milliseconds limit)
{
    SimulatedSlot::State &state = *m_slot->m_state;
    std::unique_lock lock(state.mutex);
    const auto hasChanged = [&] {
        return state.isCancelled || (state.isServiceRunning && state.snapshot() != known);
    };
    state.changed.wait_for(lock, limit, hasChanged);
    state.isCancelled = false;
    if (!state.isServiceRunning)
        return failure(ErrorCode::CardServiceMissing, u"simulated reader: service switched off"_s);
    return state.snapshot();
}

void SimulatedReader::cancel()
{
    SimulatedSlot::State &state = *m_slot->m_state;
    const std::lock_guard guard(state.mutex);
    state.isCancelled = true;
    ++state.cancelCount;
    state.changed.notify_all();
}

std::unique_ptr<ReaderPort> SimulatedReader::another() const
{
    return std::make_unique<SimulatedReader>(m_slot);
}

Result<std::unique_ptr<CardConnection>> SimulatedReader::connect(const QByteArray &rawName)
{
    SimulatedSlot::State &state = *m_slot->m_state;
    const std::lock_guard guard(state.mutex);
    if (!state.isServiceRunning)
        return failure(ErrorCode::CardServiceMissing, u"simulated reader: service switched off"_s);
    if (!state.isPluggedIn || rawName != state.readerName)
        return failure(ErrorCode::ReaderFailed, u"simulated reader: unknown reader"_s);
    if (!state.card)
        return failure(ErrorCode::CardRemoved, u"simulated reader: no card"_s);
    if (state.card->traits().isMute)
        return failure(ErrorCode::CardMute, u"simulated reader: no answer to reset"_s);
    state.card->powerOn();
    return std::make_unique<SimulatedConnection>(m_slot);
}

} // namespace uk
