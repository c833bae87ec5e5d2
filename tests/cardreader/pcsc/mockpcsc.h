// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace uk::test {

/// A card service that exists in this process only: the test links these SCard functions instead of the library. The
/// product knows nothing of it.
struct MockPcsc
{
    struct Reader
    {
        QByteArray name;
        bool hasCard = false;
        bool isMute = false;
        quint32 eventCount = 0;
    };

    /// The one world; reset() between tests.
    static MockPcsc &world();
    void reset();

    void plug(const QByteArray &name);
    void unplug(const QByteArray &name);
    void lay(const QByteArray &name, bool isMute = false);
    void remove(const QByteArray &name);
    /// Contexts made before are dead afterwards.
    void setServiceRunning(bool isRunning);
    /// The next call of that function, or the next `times` calls, return the code and do nothing else.
    void fail(const QString &function, quint32 code, int times = 1);
    [[nodiscard]] int callsOf(const QString &function);
    [[nodiscard]] bool isWaiting();

    std::mutex mutex; // guards everything below
    std::condition_variable changed;
    QList<Reader> readers;
    std::function<QByteArray(const QByteArray &)> card; ///< answers of whatever card lies there
    QList<QByteArray> transmitted;
    QList<unsigned long> dispositions;   ///< of SCardDisconnect
    QList<unsigned long> initializations; ///< of SCardReconnect
    QList<unsigned long> askedProtocols; ///< of SCardConnect
    std::optional<quint32> maximumApdu;  ///< PC/SC part 10 property; absent: the feature is not there
    int openContexts = 0, openHandles = 0;
    bool isInTransaction = false;

    // For the functions.
    struct Failure
    {
        QString function;
        quint32 code = 0;
        int times = 0;
    };
    QList<Failure> failures;
    QStringList calls;
    bool isServiceRunning = true;
    long generation = 1, context = 0, handle = 0;
    long contextGeneration = 0;
    bool isCancelled = false;
    int waiting = 0;
};

} // namespace uk::test
