// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace uk {

/// SIGTERM, SIGINT and SIGHUP as a signal of the main thread, so that the system's wish to end the program goes the way
/// of a closed window. One at a time; where there are no such signals (Windows) it never says anything.
class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    /// The signals end the program at once again.
    ~StopSignals() override;

Q_SIGNALS:
    void requested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace uk
