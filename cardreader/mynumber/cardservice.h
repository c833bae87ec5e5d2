// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"
#include "cardreader/base/secretbuffer.h"
#include "cardreader/mynumber/cardfacts.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>
#include <vector>

namespace uk {

class ReaderPort; // the transport: PC/SC or the software card in process

/// How the card steps work; a value that is fixed when the service is made.
struct CardServiceOptions
{
    QStringList allowedReaders;  ///< name patterns (wildcards); empty: all
    QStringList deniedReaders;
    std::vector<QByteArray> trustedRootsPem; ///< 利用者証明用 CA certificates, each file's content
    /// Public keys or certificates behind the basic four information, each file's content (see basicinfo.h).
    std::vector<QByteArray> basicInfoRootsPem;
    bool allowTestRoots = false; ///< O=JPKI-TEST accepted (training or an explicit setting)
    QDate today;                 ///< for tests; invalid: the clock
    /// A card or reader that takes longer than that for one step hangs: the step replies ReaderFailed, or
    /// PinOutcomeUnknown where it took a PIN. Slow contact cards need several seconds for a certificate.
    std::chrono::milliseconds stepLimit{20000};
    /// Readers report a card that left with some delay; contactless ones and polling drivers take up to half a second.
    /// After trouble with a card that long is waited for the reader's word on it.
    std::chrono::milliseconds lateReport{600};
    /// Between two steps a sign of life of the reader thread is looked for that often; it gives one every few seconds.
    std::chrono::milliseconds watchInterval{10000};
};

/// Readers and cards for the rest of the program. Lives on the main thread; a reader thread of its own makes every
/// call of the transport and hands values back. All signals and replies come on the thread of this object, in order.
///
/// One step at a time: a step asked for while one is running fails with Internal. A step that the card leaves
/// (pulled, swapped, reset to another card) replies CardRemoved or CardSwapped, never hangs for ever, and the card is
/// powered off at endCard(). VERIFY is sent at most once for each call that takes a PIN.
///
/// A reader that holds a call for longer than a step may take is left alone, as if it were not there, until it lets go;
/// other readers go on. Where the card service itself does not answer, the state is ServiceMissing until it does.
class CardService : public QObject
{
    Q_OBJECT
public:
    CardService(std::unique_ptr<ReaderPort> port, CardServiceOptions options, QObject *parent = nullptr);
    ~CardService() override; ///< cancels, powers the card off, joins the thread

    void start();
    [[nodiscard]] ReaderState readerState() const;
    [[nodiscard]] QStringList readerNames() const;
    /// The card that lies on the reader now, if any.
    [[nodiscard]] std::optional<CardPresence> currentCard() const;

    /// Steps 1 and 2. Errors: SeveralCards (My Number Cards in two readers: no step is taken with either), NotMyNumberCard,
    /// PhoneToken, CardMute, CardRemoved, ReaderInUse, ReaderFailed, CardServiceMissing,
    /// CertificateExpired, CertificateNotYetValid, CertificateUnknownIssuer, RootsNotInstalled, CertificateUnusable,
    /// PinBlocked, PinBlockedWithoutSignature, CardAnswerUnreadable.
    void checkCard(const CardPresence &card, Reply<CardCheck> reply);
    /// Steps 3 and 4 in one connection: VERIFY once, nonce signature, chain.
    /// Errors: PinWrong (arguments: tries left), PinBlocked, PinFormat, PinOutcomeUnknown, CardRemoved, CardSwapped,
    /// SignatureWrong.
    void provePossession(SecretBuffer pin, Reply<Possession> reply);
    /// Tries left of the 券面事項入力補助用 PIN, without using one.
    void basicInfoTries(Reply<int> reply);
    /// Step 5; reads the authentication certificate again afterwards and compares it (CardSwapped).
    void readBasicFourInfo(SecretBuffer pin, Reply<BasicFourInfo> reply);

    /// Lets go of the card for the portal's own client: from now only presence is watched.
    void beginPortalWatch();
    /// Reads the certificate again and compares it with the one of checkCard() (CardSwapped, CardRemoved).
    void endPortalWatch(Reply<void> reply);
    /// The common tail: wipes what was read, ends the connection with the card powered off.
    void endCard();

    /// For the walkthrough's summary: APDUs and bytes (both directions) since start().
    [[nodiscard]] quint64 apduCount() const;
    [[nodiscard]] quint64 apduBytes() const;

Q_SIGNALS:
    void readerStateChanged(uk::ReaderState state);
    void cardLaid(uk::CardPresence card);
    void cardRemoved(uk::CardPresence card);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace uk
