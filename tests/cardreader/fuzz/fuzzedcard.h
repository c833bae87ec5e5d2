// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/readerport.h"
#include "cardreader/apdu/statusword.h"
#include "cardreader/simulated/softwarecard.h"
#include "tests/cardreader/fuzz/targets.h"

namespace uk::test {

/// A card in software on a connection without reader, thread or time.
class PlainCard : public CardConnection
{
public:
    explicit PlainCard(SoftwareCard card) : m_card(std::move(card)) { m_card.powerOn(); }

    Result<QByteArray> transmit(QByteArrayView apdu) override { return m_card.transmit(apdu); }
    Result<void> beginTransaction() override
    {
        ++m_open;
        return {};
    }
    void endTransaction() override { m_open = 0; }
    Result<void> reconnect() override { return {}; }
    [[nodiscard]] bool wasReset() const override { return false; }
    [[nodiscard]] std::optional<bool> hasExtendedLength() const override { return std::nullopt; }
    void disconnect(CardDisposition) override { m_card.powerOff(); }

protected:
    SoftwareCard m_card;
    int m_open = 0;
};

} // namespace uk::test
