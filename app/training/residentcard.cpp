// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/residentcard.h"


using namespace Qt::StringLiterals;

namespace uk {

CardPerson residentCard(const ResidentInfo &resident)
{
    CardPerson person{.key = resident.key,
                      .name = resident.name,
                      .address = resident.address,
                      .dateOfBirth = resident.birthDate,
                      .sex = resident.sex,
                      .pin = resident.card["pin"_L1].toString().toLatin1(),
                      .basicInfoPin = resident.card["basicInfoPin"_L1].toString().toLatin1()};
    for (const JsonValue &variant : resident.card["variants"_L1].items())
        person.variants.append(variant.toString());
    return person;
}

} // namespace uk
