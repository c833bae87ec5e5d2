// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/records.h"
#include "app/visit/samename.h"
#include "cardreader/mynumber/cardfacts.h"

namespace uk {

/// How sure it is that the token's person is the card's person (design "Who is on screen").
enum class Binding {
    Unknown,         ///< no basic five information yet
    MatchesCard,     ///< basic four information of the card and basic five of PMH agree
    Similar,         ///< they differ in ways that happen to one person: to be confirmed by staff
    Differs,         ///< another person: the visit stops
    NotRead,         ///< declined or unreadable: to be confirmed aloud by staff
    ConfirmedAloud,  ///< staff confirmed name and birth date with the patient, on record
};

/// What two records of a person say about whether they are of one.
struct PersonComparison
{
    enum class Outcome { Same, Confirm, Different };
    Outcome outcome = Outcome::Different;
    QList<PersonDifference> differences; ///< of Confirm: what staff look at; empty otherwise
    friend bool operator==(const PersonComparison &, const PersonComparison &) = default;
};

/// Name and birth date decide: another one is another person. Forms of writing are folded (compareNames(),
/// foldedAddress()), for the comparison only. Another sex or another address does not make another person (registers
/// lag), but staff confirm it; unknown sex ("0", "9", none) and an absent or cut address are no difference. Without a
/// name on either side nothing can be the same. Symmetric. Pure.
[[nodiscard]] PersonComparison comparePersons(const BasicFourInfo &one, const BasicFourInfo &other);

/// The same fields of PMH's basic five information.
[[nodiscard]] BasicFourInfo basicFourOf(const BasicFiveInfo &person);

/// Registrations and prints are allowed.
[[nodiscard]] bool isBound(Binding binding);
/// Staff are asked to confirm, or have confirmed.
[[nodiscard]] bool isConfirmedByStaff(Binding binding);

} // namespace uk
