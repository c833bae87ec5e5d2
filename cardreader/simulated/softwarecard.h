// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/simulated/cardimage.h"
#include "cardreader/simulated/cardtraits.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <optional>
#include <random>

namespace uk {

struct ReceivedCommand;

/// What a card has lived through; for tests.
struct CardTally
{
    int commands = 0;
    qint64 bytes = 0;          ///< commands and answers together
    int verifications = 0;     ///< VERIFY with a PIN in it
    int powerOns = 0;
    int powerOffs = 0;
    int myNumberCommands = 0;  ///< commands that named a file which holds the My Number; must stay 0
};

/// A My Number Card in software: a state machine without clock, thread or transport. Not thread-safe; whoever carries
/// the bytes sees to that, and to the times and faults of traits().
///
/// Selection is lost with power and at a reset. Verified PINs are lost with power only, as on measured cards. Tries
/// left are never lost.
class SoftwareCard
{
public:
    SoftwareCard(CardImage image, CardTraits traits);

    [[nodiscard]] QByteArray atr() const { return m_traits.atr; }
    [[nodiscard]] const CardTraits &traits() const { return m_traits; }
    [[nodiscard]] const CardTally &tally() const { return m_tally; }
    [[nodiscard]] bool isPowered() const { return m_isPowered; }
    /// Tries left of a PIN; -1 where there is none.
    [[nodiscard]] int triesLeft(const QByteArray &aid, quint16 pinFile) const;

    void powerOn();
    void powerOff();
    void reset(); ///< warm: selection lost, verified PINs kept

    /// The whole answer with its status word; empty without power.
    [[nodiscard]] QByteArray transmit(QByteArrayView command);

    /// The fault that belongs to the command that comes next. It happens once: a card that is laid down again works.
    [[nodiscard]] CardFault takeFault(QByteArrayView nextCommand);
    /// How long a command and its answer of these sizes take on the wire.
    [[nodiscard]] std::chrono::microseconds wireTime(qsizetype bytes) const;

private:
    using Handler = QByteArray (SoftwareCard::*)(const ReceivedCommand &);
    struct Instruction;
    static const Instruction kInstructions[];

    [[nodiscard]] bool isFaultyCommand(QByteArrayView nextCommand) const;
    QByteArray execute(QByteArrayView bytes);
    QByteArray dispatch(const ReceivedCommand &command);
    QByteArray select(const ReceivedCommand &command);
    QByteArray selectApplication(const ReceivedCommand &command);
    QByteArray selectFile(const ReceivedCommand &command);
    QByteArray readBinary(const ReceivedCommand &command);
    QByteArray verify(const ReceivedCommand &command);
    QByteArray computeSignature(const ReceivedCommand &command);
    QByteArray getChallenge(const ReceivedCommand &command);
    QByteArray getResponse(const ReceivedCommand &command);

    QByteArray handOut(const QByteArray &data, int expected);
    QByteArray nextPart(qsizetype limit);
    QByteArray noise();
    [[nodiscard]] CardFile *fileById(quint16 id);
    [[nodiscard]] CardFile *fileByShortId(int shortId);
    [[nodiscard]] CardFile *referencedFile(quint8 p2, QByteArray *error);
    [[nodiscard]] bool isAllowed(const CardFile &file);
    void noteMyNumber(const CardFile *file);
    void clearSelection();

    CardImage m_image;
    CardTraits m_traits;
    CardTally m_tally;
    bool m_isPowered = false;
    bool m_isFirstCommand = false;
    qsizetype m_application = -1;      // index; -1: none
    std::optional<quint16> m_file;     // selected file's id
    QByteArray m_pending;              // rest of an answer for GET RESPONSE
    std::mt19937 m_noise;
};

} // namespace uk
