// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <optional>
#include <span>

namespace uk {

/// Dates of a certificate relative to the day on which the card is made.
enum class CertificatePeriod { Valid, ExpiresSoon, Expired, NotYetValid };

/// What goes wrong on the way between reader and card, once, at one command.
enum class CardFault {
    None,
    RemoveBefore, ///< the card never sees the command
    RemoveDuring, ///< the card has done it, the answer is lost
    RemoveAfter,  ///< the answer arrives, then the card is gone
    Hang,         ///< no answer, the card stays
    Break         ///< the reader breaks off what it cannot send; the card stays
};

/// Names that programs stumble over.
enum class NameForm {
    Plain,
    FormerName, ///< 旧氏 in brackets behind the family name
    Variant,    ///< first character with an ideographic variation selector
    Substitute  ///< first character is one that the card could not hold: 〓 in its place
};

/// How a card in software differs from the usual one. The values here are the usual one: a contactless My Number Card
/// with extended length. Facts of real cards, not inventions: see the table in cardtraits.cpp.
struct CardTraits
{
    QByteArray atr;
    bool isMyNumberCard = true;
    bool isMute = false;              ///< gives no usable answer to reset
    bool hasExtendedLength = true;    ///< off: 6700
    bool isFirstAnswerRefused = false; ///< 6F00 to the first command after power-up
    bool usesGetResponse = false;     ///< 61xx, then GET RESPONSE
    bool breaksOnExtended = false;    ///< the reader breaks off extended commands instead of 6700
    bool refusesLongLe = false;       ///< 6Cxx where more is asked for than there is
    int maxRead = 0;                  ///< READ BINARY never returns more; 0: no limit
    int authTries = 3;
    int basicInfoTries = 3;
    int signTries = 5;
    bool hasSignCertificate = true;
    bool needsPinForCertificate = false; ///< phones: EF 000A only after the PIN
    QByteArray tokenLabel = "JPKIAPICCTOKEN2";
    CertificatePeriod period = CertificatePeriod::Valid;
    int caGeneration = 3;             ///< 1 to 3; 0: a CA of the same name that nobody trusts
    bool isEllipticCurve = false;     ///< P-384 instead of RSA-2048
    bool isCertificateLengthCorrupt = false;
    bool isBasicInfoForged = false;   ///< EF 0002 is not what EF 0003 signs
    NameForm nameForm = NameForm::Plain;
    int minimumAddressBytes = 0;      ///< the address is made at least this long
    std::chrono::microseconds perCommand{0};
    std::chrono::microseconds perByte{0};
    CardFault fault = CardFault::None;
    int faultAt = 0;                  ///< number of the command, from 1; 0: at the first VERIFY with a PIN
    std::optional<quint32> randomAnswersSeed; ///< answers are noise
};

/// One line of the table of variants.
struct CardVariant
{
    const char *name;
    const char *meaning;    ///< English, for --help
    bool takesNumber;       ///< "name:number"
    void (*apply)(CardTraits &traits, int number);
};

[[nodiscard]] std::span<const CardVariant> cardVariants();

/// The usual card changed by each variant in turn. Error SettingInvalid (arguments: the name) for an unknown name or a
/// missing, superfluous or malformed number.
[[nodiscard]] Result<CardTraits> cardTraits(const QStringList &variants);

} // namespace uk
