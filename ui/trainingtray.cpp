// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/trainingtray.h"

#include "app/training/residentcard.h"
#include "cardreader/simulated/personalization.h"
#include "cardreader/simulated/simulatedreader.h"

#include <QThreadPool>

#include <algorithm>

namespace uk {

TrainingTray::TrainingTray(QList<ResidentInfo> residents, TestPki pki, std::shared_ptr<SimulatedSlot> slot, QObject *parent)
    : QObject(parent)
    , m_residents(std::move(residents))
    , m_pki(std::move(pki))
    , m_slot(std::move(slot))
{
}

QList<TrayResident> TrainingTray::entries() const
{
    QList<TrayResident> entries;
    for (const ResidentInfo &resident : m_residents)
        entries.append({resident.key, resident.name, resident.description});
    return entries;
}

void TrainingTray::lay(const QString &key)
{
    m_wanted = key;
    if (const auto card = m_cards.value(key)) {
        m_slot->lay(card);
        Q_EMIT laid(key);
        return;
    }
    const auto resident = std::ranges::find(m_residents, key, &ResidentInfo::key);
    if (resident == m_residents.end())
        return;
    QThreadPool::globalInstance()->start([this, person = residentCard(*resident), pki = m_pki, key] {
        auto made = makeCard(person, pki);
        std::shared_ptr<SoftwareCard> card;
        if (made)
            card = std::make_shared<SoftwareCard>(*std::move(made));
        QMetaObject::invokeMethod(this, [this, card, key] {
            if (!card)
                return;
            m_cards.insert(key, card);
            if (m_wanted == key)
                lay(key);
        });
    });
}

void TrainingTray::remove()
{
    m_wanted.clear();
    m_slot->remove();
    Q_EMIT laid(QString());
}

} // namespace uk
