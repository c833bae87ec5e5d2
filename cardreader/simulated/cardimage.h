// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/simulated/testkey.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <variant>

namespace uk {

/// SHA-256 of a PIN or password, computed without leaving a copy of it in memory.
[[nodiscard]] QByteArray pinDigest(QByteArrayView pin);

/// A PIN or password on the card. The tries left outlive the power, the verified flag does not.
struct CardPin
{
    QByteArray digest; ///< pinDigest(): the process that plays the card keeps no PIN in its memory
    int limit = 3;
    int triesLeft = 3;
    bool isVerified = false;
};

/// A file of the card: data, a PIN or a private key.
struct CardFile
{
    quint16 id = 0;                     ///< short file identifier: the low five bits
    std::variant<QByteArray, CardPin, TestKey> body;
    QList<quint16> anyOfPins;           ///< one of these must be verified to read or sign; empty: free
    bool holdsMyNumber = false;         ///< no program of a clinic may come near it
};

struct CardApplication
{
    QByteArray aid;
    QList<CardFile> files;
};

/// Everything that a card remembers without power.
struct CardImage
{
    QList<CardApplication> applications;
};

namespace CardAid {
inline const QByteArray jpki = QByteArray::fromHex("D392F000260100000001");        ///< 公的個人認証AP
inline const QByteArray text = QByteArray::fromHex("D3921000310001010408");        ///< 券面事項入力補助AP
inline const QByteArray visual = QByteArray::fromHex("D3921000310001010402");      ///< 券面事項確認AP
} // namespace CardAid

/// The twelve digits that every card in software holds as 個人番号 (not a valid number: its check digit is wrong).
/// Whoever finds them outside of the card has found a defect.
inline constexpr char kMyNumberCanary[] = "987650004321";

} // namespace uk
