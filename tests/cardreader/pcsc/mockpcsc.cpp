// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cardreader/pcsc/mockpcsc.h"

#include <algorithm>

namespace uk::test {

MockPcsc &MockPcsc::world()
{
    static MockPcsc only;
    return only;
}

void MockPcsc::reset()
{
    const std::scoped_lock lock(mutex);
    readers.clear();
    card = {};
    transmitted.clear();
    dispositions.clear();
    initializations.clear();
    askedProtocols.clear();
    maximumApdu.reset();
    notification = Notification::PcscLite;
    failures.clear();
    calls.clear();
    contexts.clear();
    handles.clear();
    cancelled.clear();
    isServiceRunning = true;
    isServiceStuck = false;
    ++generation;
}

MockPcsc::Reader *MockPcsc::reader(const QByteArray &name)
{
    const auto found = std::ranges::find(readers, name, &Reader::name);
    return found == readers.end() ? nullptr : &*found;
}

bool MockPcsc::isAlive(long context) const
{
    return contexts.value(context, 0) == generation;
}

void MockPcsc::plug(const QByteArray &name)
{
    const std::scoped_lock lock(mutex);
    readers.append({.name = name});
    ++comingsAndGoings;
    changed.notify_all();
}

void MockPcsc::unplug(const QByteArray &name)
{
    const std::scoped_lock lock(mutex);
    readers.removeIf([&](const Reader &gone) { return gone.name == name; });
    ++comingsAndGoings;
    changed.notify_all();
}

void MockPcsc::lay(const QByteArray &name, bool isMute)
{
    lay(name, isMute, nullptr);
}

void MockPcsc::lay(const QByteArray &name, std::shared_ptr<SoftwareCard> laid)
{
    lay(name, false, std::move(laid));
}

void MockPcsc::lay(const QByteArray &name, bool isMute, std::shared_ptr<SoftwareCard> laid)
{
    const std::scoped_lock lock(mutex);
    if (Reader *there = reader(name))
        *there = {.name = name, .hasCard = true, .isMute = isMute, .eventCount = there->eventCount + 1,
                  .card = std::move(laid), .isStuck = there->isStuck};
    changed.notify_all();
}

void MockPcsc::remove(const QByteArray &name)
{
    const std::scoped_lock lock(mutex);
    if (Reader *there = reader(name)) {
        if (there->card)
            there->card->powerOff();
        *there = {.name = name, .eventCount = there->eventCount + 1, .isStuck = there->isStuck};
    }
    changed.notify_all();
}

void MockPcsc::resetByOthers(const QByteArray &name)
{
    const std::scoped_lock lock(mutex);
    if (const auto there = reader(name); there && there->card)
        there->card->reset();
    for (Handle &handle : handles)
        handle.wasReset |= handle.reader == name;
}

void MockPcsc::setStuck(const QByteArray &name, bool isStuck)
{
    const std::scoped_lock lock(mutex);
    if (Reader *there = reader(name))
        there->isStuck = isStuck;
    changed.notify_all();
}

void MockPcsc::setServiceStuck(bool isStuck)
{
    const std::scoped_lock lock(mutex);
    isServiceStuck = isStuck;
    changed.notify_all();
}

void MockPcsc::setServiceRunning(bool isRunning)
{
    const std::scoped_lock lock(mutex);
    isServiceRunning = isRunning;
    ++generation;
    changed.notify_all();
}

void MockPcsc::fail(const QString &function, quint32 code, int times)
{
    const std::scoped_lock lock(mutex);
    failures.append({function, code, times});
}

void MockPcsc::failOnce(const QString &function, int nth, quint32 code, bool isDone)
{
    const std::scoped_lock lock(mutex);
    failures.append({function, code, 1, nth - 1, isDone});
}

bool MockPcsc::hasFailedOnce()
{
    const std::scoped_lock lock(mutex);
    return std::ranges::all_of(failures, [](const Failure &failure) { return failure.times == 0; });
}

int MockPcsc::callsOf(const QString &function)
{
    const std::scoped_lock lock(mutex);
    return static_cast<int>(calls.count(function));
}

bool MockPcsc::isWaiting()
{
    const std::scoped_lock lock(mutex);
    return waiting > 0;
}

int MockPcsc::openContexts()
{
    const std::scoped_lock lock(mutex);
    return static_cast<int>(contexts.size());
}

int MockPcsc::openHandles()
{
    const std::scoped_lock lock(mutex);
    return static_cast<int>(handles.size());
}

bool MockPcsc::isInTransaction()
{
    const std::scoped_lock lock(mutex);
    return std::ranges::any_of(handles, &Handle::isInTransaction);
}

CardTally MockPcsc::tallyOf(const std::shared_ptr<SoftwareCard> &looked)
{
    const std::scoped_lock lock(mutex);
    return looked->tally();
}

} // namespace uk::test
