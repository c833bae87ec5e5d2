// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/cardchannel.h"
#include "cardreader/base/secretbuffer.h"
#include "cardreader/mynumber/authenticationtrust.h"
#include "cardreader/mynumber/basicinfo.h"
#include "cardreader/mynumber/cardfacts.h"

#include <memory>

namespace uk {

/// What every session of a reader shares; the owner outlives the sessions.
struct SessionSurroundings
{
    const AuthenticationTrust &trust;
    const BasicInfoTrust &basicInfoTrust;
    ApduCounters &counters;
    ApduLog log;
};

/// The card steps in one connection to one card (design/architecture "Card steps"). Each step is one transaction that
/// selects its application anew; none is open while a person types. The card is powered off at the end. On the reader
/// thread.
class CardSession
{
public:
    CardSession(std::unique_ptr<CardConnection> connection, ExtendedLength &memory, SessionSurroundings surroundings);
    ~CardSession();
    CardSession(const CardSession &) = delete;
    CardSession &operator=(const CardSession &) = delete;

    /// Whether the JPKI application is there.
    [[nodiscard]] Result<bool> isMyNumberCard();
    /// Steps 1 and 2; errors as CardService::checkCard().
    [[nodiscard]] Result<CardCheck> check(const QDateTime &at);
    /// Steps 3 and 4 for the card that check() saw; errors as CardService::provePossession().
    [[nodiscard]] Result<Possession> prove(const SecretBuffer &pin);
    [[nodiscard]] Result<int> basicInfoTries();
    /// Step 5; errors: PinFormat, PinWrong, PinBlocked, PinOutcomeUnknown, RootsNotInstalled, BasicInfoUnreadable,
    /// CardSwapped, those of the transport.
    [[nodiscard]] Result<BasicFourInfo> basicFourInfo(const SecretBuffer &pin);
    /// Reads the authentication certificate and compares it (CardSwapped).
    [[nodiscard]] Result<void> compare(const QByteArray &certificateDer);

private:
    template<class Step>
    auto inTransaction(Step step) -> decltype(step());
    [[nodiscard]] Result<void> select(Application application, ErrorCode whereMissing);
    [[nodiscard]] Result<QByteArray> readCertificate();
    [[nodiscard]] Error certificateTrouble(quint16 statusWord);
    [[nodiscard]] Result<TokenKind> tokenKind();
    [[nodiscard]] Result<int> triesLeft(quint8 reference);
    [[nodiscard]] Error blockedReason();
    [[nodiscard]] Result<void> verifyPin(Application application, quint8 reference, const SecretBuffer &pin, int &tries);
    [[nodiscard]] Error lostVerification(Application application, quint8 reference, const Error &cause, int &tries);
    [[nodiscard]] Result<void> signNonce();
    [[nodiscard]] Result<void> compareSelected();
    [[nodiscard]] Result<QByteArray> readInfoFile(quint8 shortId);

    std::unique_ptr<CardConnection> m_connection;
    SessionSurroundings m_surroundings;
    CardChannel m_channel;
    QByteArray m_certificateDer;
    int m_pinTries = 0;
    int m_basicInfoTries = 0;
    bool m_isPinSent = false;
    bool m_mustCompare = false;
};

} // namespace uk
