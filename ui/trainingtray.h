// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/residents.h"
#include "cardreader/simulated/testpki.h"
#include "ui/screens/patient/residenttray.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace uk {

class SimulatedSlot;
class SoftwareCard;

/// The training's cards: made when they are first laid down (their keys take a moment, in a pool thread), kept as long
/// as the program runs, so that tries left stay as on a real card. Main thread.
class TrainingTray : public QObject
{
    Q_OBJECT
public:
    TrainingTray(QList<ResidentInfo> residents, TestPki pki, std::shared_ptr<SimulatedSlot> slot, QObject *parent = nullptr);

    /// An unknown key does nothing.
    void lay(const QString &key);
    void remove();
    [[nodiscard]] QList<TrayResident> entries() const;

Q_SIGNALS:
    /// The key of the resident whose card lies there; empty: none.
    void laid(const QString &key);

private:
    QList<ResidentInfo> m_residents;
    TestPki m_pki;
    std::shared_ptr<SimulatedSlot> m_slot;
    QHash<QString, std::shared_ptr<SoftwareCard>> m_cards;
    QString m_wanted;
};

} // namespace uk
