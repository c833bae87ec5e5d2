// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/readerport.h"
#include "cardreader/pcsc/context.h"

#include <vector>

namespace uk::pcsc {

/// A shared connection to one card. The context outlives it.
class Connection : public CardConnection
{
public:
    /// Errors: ReaderInUse (after some patience), CardMute, CardRemoved, NoReader, CardServiceMissing, ReaderFailed.
    [[nodiscard]] static Result<std::unique_ptr<CardConnection>> open(Context &context, const QByteArray &rawName);
    /// Powers the card off if disconnect() was not called.
    ~Connection() override;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Result<QByteArray> transmit(QByteArrayView commandApdu) override;
    Result<void> beginTransaction() override;
    void endTransaction() override;
    Result<void> reconnect() override;
    bool wasReset() const override { return m_wasReset; }
    std::optional<bool> hasExtendedLength() const override;
    void disconnect(CardDisposition disposition) override;

private:
    Connection(Context &context, QByteArray rawName, SCARDHANDLE handle, DWORD protocol);
    [[nodiscard]] bool isAlive() const;
    [[nodiscard]] bool isCardKnownAbsent();
    [[nodiscard]] Error errorAfter(const CallFailure &failure);

    Context &m_context;
    QByteArray m_rawName;
    SCARDHANDLE m_handle = 0;
    DWORD m_protocol = 0;
    quint64 m_generation = 0;
    std::vector<unsigned char> m_answer;
    bool m_isOpen = true;
    bool m_isInTransaction = false;
    bool m_wasReset = false;
};

} // namespace uk::pcsc
