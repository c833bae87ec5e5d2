// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/records.h"
#include "cardreader/mynumber/cardfacts.h"

namespace uk {

/// How sure it is that the token's person is the card's person (design "Who is on screen").
enum class Binding {
    Unknown,         ///< no basic five information yet
    MatchesCard,     ///< basic four information of the card and basic five of PMH agree
    Differs,         ///< they do not: the visit stops
    NotRead,         ///< declined or unreadable: to be confirmed aloud by staff
    ConfirmedAloud,  ///< staff confirmed name and birth date with the patient, on record
};

/// Name and birth date decide; width, spaces and kana forms are folded for the comparison only. A former name in
/// brackets behind the name on the card is left out. Sex and address may differ (their registers lag) and do not
/// decide. Never returns NotRead or ConfirmedAloud.
[[nodiscard]] Binding compareWithCard(const BasicFourInfo &card, const BasicFiveInfo &pmh);

/// Registrations and prints are allowed.
[[nodiscard]] bool isBound(Binding binding);

/// All answers of one visit speak of one person: name and birth date equal as sent.
[[nodiscard]] bool isSamePerson(const BasicFiveInfo &a, const BasicFiveInfo &b);

} // namespace uk
