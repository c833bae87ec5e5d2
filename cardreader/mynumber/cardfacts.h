// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <optional>

namespace uk {

/// Reader state in the terms of the idle screen.
enum class ReaderState { ServiceMissing, NoReader, Waiting, CardPresent, CardMute };

/// One laying-down of one card: reader and insertion counter. Two different cards never share one.
struct CardPresence
{
    QString readerName;      ///< for display only (lossy UTF-8); never used for calls
    quint64 serial = 0;      ///< grows with every card seen by this process; 0 is no card
    friend bool operator==(const CardPresence &, const CardPresence &) = default;
};

/// What the token label (EF 0006) says that this is.
enum class TokenKind { MyNumberCard, JukiCard, AndroidPhone, IPhone, Unknown };

/// Result of the card check before the PIN (design/architecture "Card steps" 1 and 2). Memory only.
struct CardCheck
{
    TokenKind tokenKind = TokenKind::Unknown;
    QByteArray certificateDer;     ///< 利用者証明用電子証明書, without the padding of the file
    QDateTime notBefore, notAfter; ///< UTC
    int pinTriesLeft = 0;          ///< 0 to 3 (利用者証明用 PIN)
    std::optional<int> basicInfoPinTriesLeft; ///< where it was asked for
    bool isTestIssuer = false;     ///< chain ends in O=JPKI-TEST
    bool expiresSoon = false;      ///< within 30 days
};

/// Steps 3 and 4: the PIN was right, the card signed a fresh nonce and the chain ends in a pinned root.
/// Revocation is never checked here (only certified verifiers may); screens say so.
struct Possession
{
    bool isRevocationChecked = false;
};

/// 基本4情報 (EF 0002 of the 入力補助 application), signature verified through EF 0003 and EF 0004.
struct BasicFourInfo
{
    QString name, address; ///< Unicode as on the card
    QDate dateOfBirth;
    QString sex;           ///< "1" male, "2" female, "3" other, else unknown
    friend bool operator==(const BasicFourInfo &, const BasicFourInfo &) = default;
};

} // namespace uk

Q_DECLARE_METATYPE(uk::CardPresence)
