// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/residents.h"
#include "cardreader/simulated/cardperson.h"

namespace uk {

/// What the card in software of a resident is made from; for makeCard().
[[nodiscard]] CardPerson residentCard(const ResidentInfo &resident);

} // namespace uk
