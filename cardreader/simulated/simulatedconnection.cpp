// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/simulatedconnection.h"

#include "cardreader/simulated/receivedcommand.h"
#include "cardreader/simulated/slotstate.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

Error removed()
{
    return Error{ErrorCode::CardRemoved, u"simulated reader: the card is gone"_s, {}};
}

} // namespace

SimulatedConnection::SimulatedConnection(std::shared_ptr<SimulatedSlot> slot)
    : m_slot(std::move(slot))
    , m_layingDown(m_slot->m_state->layingDown)
    , m_resetCount(m_slot->m_state->resetCount)
{
}

Result<void> SimulatedConnection::check()
{
    SimulatedSlot::State &state = *m_slot->m_state;
    if (!state.isServiceRunning)
        return failure(ErrorCode::CardServiceMissing, u"simulated reader: service switched off"_s);
    if (!m_isConnected || !state.card || m_layingDown != state.layingDown || std::exchange(state.isAnswerLost, false))
        return std::unexpected(removed());
    m_wasReset = m_resetCount != state.resetCount;
    if (m_wasReset)
        return failure(ErrorCode::ReaderFailed, u"simulated reader: card was reset"_s);
    return {};
}

Result<QByteArray> SimulatedConnection::transmit(QByteArrayView commandApdu)
{
    SimulatedSlot::State &state = *m_slot->m_state;
    std::unique_lock lock(state.mutex);
    UK_CHECK(check());
    const auto started = std::chrono::steady_clock::now();
    const CardFault fault = state.card->takeFault(commandApdu);
    if (fault == CardFault::Hang) {
        const Error error = hang(lock);
        note(commandApdu, {}, started);
        return std::unexpected(error);
    }
    if (fault == CardFault::Break) {
        note(commandApdu, {}, started);
        return failure(ErrorCode::ReaderFailed, u"simulated reader: command too long"_s);
    }
    QByteArray answer;
    if (fault != CardFault::RemoveBefore)
        answer = state.card->transmit(commandApdu);
    const bool isStillThere = waitOnWire(lock, state.card->wireTime(commandApdu.size() + answer.size()));
    if (!isStillThere || fault == CardFault::RemoveBefore || fault == CardFault::RemoveDuring)
        answer.clear();
    note(commandApdu, answer, started);
    if (fault != CardFault::None)
        state.takeAway();
    if (answer.size() < 2)
        return std::unexpected(removed());
    return answer;
}

// Real cards take their time, and may be pulled meanwhile.
bool SimulatedConnection::waitOnWire(std::unique_lock<std::mutex> &lock, std::chrono::microseconds time)
{
    SimulatedSlot::State &state = *m_slot->m_state;
    if (time.count() == 0)
        return true;
    return !state.changed.wait_for(lock, time, [&] { return m_layingDown != state.layingDown || state.isAnswerLost; });
}

Error SimulatedConnection::hang(std::unique_lock<std::mutex> &lock)
{
    SimulatedSlot::State &state = *m_slot->m_state;
    const quint64 cancelCount = state.cancelCount; // one that came before this command was meant for a wait
    state.changed.wait(lock, [&] { return cancelCount != state.cancelCount || m_layingDown != state.layingDown; });
    if (m_layingDown != state.layingDown)
        return removed();
    return Error{ErrorCode::CardMute, u"simulated reader: cancelled while the card hung"_s, {}};
}

void SimulatedConnection::note(QByteArrayView command, QByteArrayView answer,
                               std::chrono::steady_clock::time_point started)
{
    SimulatedSlot::State &state = *m_slot->m_state;
    ++state.commandCount;
    state.byteCount += static_cast<quint64>(command.size() + answer.size());
    const auto parsed = parseReceivedCommand(command);
    if (parsed && parsed->ins == 0x20 && !parsed->data.isEmpty())
        ++state.verifyCount;
    if (state.hook)
        state.hook({command, answer, started.time_since_epoch(), std::chrono::steady_clock::now() - started});
}

Result<void> SimulatedConnection::beginTransaction()
{
    const std::lock_guard guard(m_slot->m_state->mutex);
    return check();
}

void SimulatedConnection::endTransaction() { }

Result<void> SimulatedConnection::reconnect()
{
    SimulatedSlot::State &state = *m_slot->m_state;
    const std::lock_guard guard(state.mutex);
    if (!state.isServiceRunning)
        return failure(ErrorCode::CardServiceMissing, u"simulated reader: service switched off"_s);
    if (!state.card)
        return std::unexpected(removed());
    state.isAnswerLost = false;
    m_layingDown = state.layingDown;
    m_resetCount = state.resetCount;
    m_wasReset = false;
    m_isConnected = true;
    state.card->powerOn();
    return {};
}

bool SimulatedConnection::wasReset() const
{
    return m_wasReset;
}

std::optional<bool> SimulatedConnection::hasExtendedLength() const
{
    return {}; // as the driver of the virtual reader: it says nothing
}

void SimulatedConnection::disconnect(CardDisposition disposition)
{
    SimulatedSlot::State &state = *m_slot->m_state;
    const std::lock_guard guard(state.mutex);
    if (!std::exchange(m_isConnected, false) || !state.card || m_layingDown != state.layingDown)
        return;
    if (disposition == CardDisposition::PowerOff)
        state.card->powerOff();
    else if (disposition == CardDisposition::Reset)
        state.card->reset();
}

} // namespace uk
