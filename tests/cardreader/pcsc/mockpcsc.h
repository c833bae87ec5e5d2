// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/simulated/softwarecard.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace uk::test {

/// A card service that exists in this process only: the test links these SCard functions (mockscard.cpp) instead of the
/// library. The product knows nothing of it.
struct MockPcsc
{
    /// How the entry "\\?PnP?\Notification" behaves.
    enum class Notification {
        PcscLite,         ///< until 2.2: tells what changes during the wait
        CountingPcscLite, ///< from 2.3: compares a count of comings and goings, unless it is 0
        Winscard          ///< compares the number of readers; answers at once where it differs
    };
    struct Reader
    {
        QByteArray name;
        bool hasCard = false;
        bool isMute = false;
        quint32 eventCount = 0;
        std::shared_ptr<SoftwareCard> card = {}; ///< answers of this card; absent: of MockPcsc::card
        bool isStuck = false;                    ///< calls that need this reader do not come back
    };
    struct Handle
    {
        QByteArray reader;
        long context = 0;
        quint32 eventCount = 0; ///< of the card that it was made for
        bool wasReset = false;
        bool isInTransaction = false;
    };

    /// The one world; reset() between tests.
    static MockPcsc &world();
    void reset();

    void plug(const QByteArray &name);
    void unplug(const QByteArray &name);
    void lay(const QByteArray &name, bool isMute = false);
    void lay(const QByteArray &name, std::shared_ptr<SoftwareCard> card);
    void lay(const QByteArray &name, bool isMute, std::shared_ptr<SoftwareCard> card);
    void remove(const QByteArray &name);
    /// Somebody else resets the card.
    void resetByOthers(const QByteArray &name);
    /// From now on calls that need this reader wait; false lets them go on.
    void setStuck(const QByteArray &name, bool isStuck);
    /// From now on every call waits; false lets them go on.
    void setServiceStuck(bool isStuck);
    /// Contexts made before are dead afterwards.
    void setServiceRunning(bool isRunning);
    /// The next call of that function, or the next `times` calls, return the code and do nothing else.
    void fail(const QString &function, quint32 code, int times = 1);
    /// One call of that function, `nth` from 1 on from now, returns the code; `isDone`: having done what it was to do.
    void failOnce(const QString &function, int nth, quint32 code, bool isDone = false);
    [[nodiscard]] bool hasFailedOnce();
    [[nodiscard]] int callsOf(const QString &function);
    [[nodiscard]] bool isWaiting();
    [[nodiscard]] int openContexts();
    [[nodiscard]] int openHandles();
    [[nodiscard]] bool isInTransaction();
    [[nodiscard]] CardTally tallyOf(const std::shared_ptr<SoftwareCard> &card);

    std::mutex mutex; // guards everything below
    std::condition_variable changed;
    QList<Reader> readers;
    std::function<QByteArray(const QByteArray &)> card; ///< answers where the reader has no card of its own
    QList<QByteArray> transmitted;
    QList<unsigned long> dispositions;   ///< of SCardDisconnect
    QList<unsigned long> initializations; ///< of SCardReconnect
    QList<unsigned long> askedProtocols; ///< of SCardConnect
    std::optional<quint32> maximumApdu;  ///< PC/SC part 10 property; absent: the feature is not there
    Notification notification = Notification::PcscLite;

    // For the functions.
    struct Failure
    {
        QString function;
        quint32 code = 0;
        int times = 0;
        int skipped = 0;
        bool isDone = false;
    };
    [[nodiscard]] Reader *reader(const QByteArray &name);
    [[nodiscard]] bool isAlive(long context) const;
    QList<Failure> failures;
    QStringList calls;
    QHash<long, long> contexts; ///< context to the generation of the service that made it
    QHash<long, Handle> handles;
    QSet<long> cancelled;
    bool isServiceRunning = true, isServiceStuck = false;
    long generation = 1, last = 0;
    int comingsAndGoings = 1;
    int waiting = 0;
};

} // namespace uk::test
