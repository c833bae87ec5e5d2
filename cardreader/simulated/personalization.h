// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"
#include "cardreader/simulated/cardimage.h"
#include "cardreader/simulated/cardperson.h"
#include "cardreader/simulated/softwarecard.h"
#include "cardreader/simulated/testpki.h"

namespace uk {

/// What a card of one person holds: the files, PINs and keys of the three applications.
/// Layout of the files: measured cards, as far as they are publicly described; 券面事項確認AP without pictures.
/// Errors: SettingInvalid (unknown variant), Internal, StoreFailed.
[[nodiscard]] Result<CardImage> makeCardImage(const CardPerson &person, const TestPki &pki);
/// The card with that content and the person's variants. Errors: as makeCardImage().
[[nodiscard]] Result<SoftwareCard> makeCard(const CardPerson &person, const TestPki &pki);

/// 照合番号B: birth day in the Japanese era, expiry year and security code, 14 digits; printed on the card's face.
[[nodiscard]] QByteArray printedReferenceNumber(const CardPerson &person);

} // namespace uk
