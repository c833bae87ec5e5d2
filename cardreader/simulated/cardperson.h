// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

namespace uk {

/// What a card in software is made from: one synthetic person and how the card behaves. A value.
struct CardPerson
{
    QString key = {};                   ///< stable short name; the card keeps its keys under it
    QString name = {};                  ///< 氏名: family name, U+3000, given name
    QString address = {};               ///< 住所
    QDate dateOfBirth = {};             ///< 生年月日
    QString sex = {};                   ///< "1" male, "2" female, "3" other, "0" or "9" unknown
    QByteArray pin = "1234";            ///< 利用者証明用, four digits
    QByteArray basicInfoPin = "1234";   ///< 券面事項入力補助用, four digits
    QByteArray signPassword = "ABC123"; ///< 署名用, 6 to 16 of A-Z and 0-9
    QStringList variants = {};          ///< names of cardVariants(), "name" or "name:number"

    friend bool operator==(const CardPerson &, const CardPerson &) = default;
};

} // namespace uk
