// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/cardtray.h"

#include "cardreader/simulated/personalization.h"

namespace uk {

CardTray::CardTray(std::shared_ptr<SimulatedSlot> slot, TestPki pki, QObject *parent)
    : QObject(parent)
    , m_slot(std::move(slot))
    , m_pki(std::move(pki))
{
    m_maker.setMaxThreadCount(1);
}

CardTray::~CardTray()
{
    // The maker's last act is a call into this object; none may come after it is gone.
    m_maker.clear();
    m_maker.waitForDone();
}

void CardTray::lay(const CardPerson &person)
{
    const quint64 wish = ++m_wish;
    if (const auto known = m_known.constFind(person.key); known != m_known.cend() && known->person == person) {
        finish(wish, person, known->card);
        return;
    }
    m_maker.start([this, wish, person] {
        Result<std::shared_ptr<SoftwareCard>> made;
        if (auto card = makeCard(person, m_pki))
            made = std::make_shared<SoftwareCard>(*std::move(card));
        else
            made = std::unexpected(std::move(card).error());
        QMetaObject::invokeMethod(this, [this, wish, person, made] { finish(wish, person, made); }, Qt::QueuedConnection);
    });
}

void CardTray::finish(quint64 wish, const CardPerson &person, Result<std::shared_ptr<SoftwareCard>> card)
{
    if (card)
        m_known.insert(person.key, {person, *card});
    if (wish != m_wish)
        return;
    if (!card) {
        Q_EMIT failed(card.error());
        return;
    }
    m_slot->lay(*card);
    m_laidKey = person.key;
    Q_EMIT laid(person.key);
}

void CardTray::take()
{
    ++m_wish;
    m_laidKey.clear();
    m_slot->remove();
}

QString CardTray::laidKey() const
{
    return m_slot->hasCard() ? m_laidKey : QString(); // a variant may have pulled it
}

} // namespace uk
