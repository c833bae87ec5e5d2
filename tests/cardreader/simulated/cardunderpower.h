// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/simulated/personalization.h"

#include <QByteArrayList>

/// What the tests of the card in software share: a powered card and commands in hexadecimal digits.
namespace uk::test {

using namespace Qt::StringLiterals;

inline constexpr char kSelectJpki[] = "00A4040C0AD392F000260100000001";
inline constexpr char kSelectText[] = "00A4040C0AD3921000310001010408";
inline constexpr char kSelectVisual[] = "00A4040C0AD3921000310001010402";
inline constexpr char kPin[] = "002000980431323334";
inline constexpr char kWrongPin[] = "002000980439393939";
inline constexpr char kTextPin[] = "002000910431323334";
inline constexpr char kReadCertificate[] = "00B08A00000000";
inline constexpr char kDigestInfo[] = "3031300D060960864801650304020105000420";

inline CardPerson person(const QStringList &variants = {})
{
    return {.key = u"kokuto"_s,
            .name = u"黒桐　幹也"_s,
            .address = u"東京都清瀬市観布子南１２－７－２０２"_s,
            .dateOfBirth = QDate(1980, 2, 17),
            .sex = u"1"_s,
            .variants = variants};
}

inline const TestPki &pki()
{
    static const TestPki instance = TestPki::inMemory();
    return instance;
}

inline SoftwareCard poweredCard(const QStringList &variants = {})
{
    auto card = makeCard(person(variants), pki());
    if (!card)
        qFatal("the card cannot be made");
    card->powerOn();
    return *std::move(card);
}

inline QByteArray send(SoftwareCard &card, const QByteArray &hex)
{
    return card.transmit(QByteArray::fromHex(hex));
}

inline int status(const QByteArray &answer)
{
    return answer.right(2).toHex().toInt(nullptr, 16);
}

inline QByteArray data(const QByteArray &answer)
{
    return answer.chopped(2);
}

inline int lastStatus(SoftwareCard &card, const QByteArrayList &commands)
{
    int last = 0;
    for (const QByteArray &command : commands)
        last = status(send(card, command));
    return last;
}

} // namespace uk::test
