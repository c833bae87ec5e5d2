// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// A race between the reader thread and the main thread, on purpose: with the thread sanitizer this has to be reported,
// whatever tests/support/tsan.supp says. The test expects the report.
#include "cardreader/mynumber/readerthread.h"
#include "cardreader/simulated/simulatedreader.h"

#include <QCoreApplication>

#include <atomic>

namespace {

int shared = 0;

void touchShared()
{
    ++shared;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    uk::ReaderThread reader(std::make_unique<uk::SimulatedReader>(std::make_shared<uk::SimulatedSlot>()), {},
                            std::make_shared<uk::ApduCounters>(),
                            {[](uk::ReaderState, const QStringList &) {}, [](const uk::CardPresence &) {},
                             [](const uk::CardPresence &) {}}, {});
    std::atomic<bool> isDone = false;
    reader.post([&](uk::ReaderLoop &) {
        touchShared();
        isDone.store(true, std::memory_order_relaxed); // orders nothing
    });
    touchShared();
    while (!isDone.load(std::memory_order_relaxed))
        std::this_thread::yield();
    reader.dismiss();
    reader.thread().wait();
    return 0;
}
