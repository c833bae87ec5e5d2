// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"
#include "cardreader/simulated/cardperson.h"
#include "cardreader/simulated/simulatedreader.h"
#include "cardreader/simulated/testpki.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace uk {

/// Lays cards of persons into a slot without making anybody wait: a card is personalized on a thread of its own the
/// first time and kept, so that its key and its tries left stay while the tray lives. Lives on one thread; signals come
/// there.
class CardTray : public QObject
{
    Q_OBJECT
public:
    CardTray(std::shared_ptr<SimulatedSlot> slot, TestPki pki, QObject *parent = nullptr);
    ~CardTray() override; ///< waits for a card in the making; leaves the slot as it is

    /// Lays this person's card down as soon as it is made; ends in laid() or failed(). Asked for something else
    /// meanwhile (another card, or take()), the later wish counts and this one ends silently.
    void lay(const CardPerson &person);
    /// Takes away whatever lies there.
    void take();
    /// Key of the person whose card lies there; empty without one.
    [[nodiscard]] QString laidKey() const;

Q_SIGNALS:
    void laid(const QString &key);
    void failed(const uk::Error &error);

private:
    void finish(quint64 wish, const CardPerson &person, Result<std::shared_ptr<SoftwareCard>> card);

    struct KnownCard
    {
        CardPerson person;
        std::shared_ptr<SoftwareCard> card;
    };
    std::shared_ptr<SimulatedSlot> m_slot;
    TestPki m_pki;
    QThreadPool m_maker;
    QHash<QString, KnownCard> m_known;
    QString m_laidKey;
    quint64 m_wish = 0;
};

} // namespace uk
