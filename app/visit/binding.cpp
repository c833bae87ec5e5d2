// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/binding.h"

#include "app/base/textfold.h"

namespace uk {

namespace {

/// 旧氏 and 通称 stand in brackets behind the name (facts, EF 0002).
QString withoutBrackets(QString folded)
{
    const auto open = folded.indexOf(u'(');
    return open > 0 && folded.contains(u')') ? folded.left(open) : folded;
}

} // namespace

Binding compareWithCard(const BasicFourInfo &card, const BasicFiveInfo &pmh)
{
    const QString cardName = foldedForComparison(card.name), pmhName = foldedForComparison(pmh.name);
    const bool isSameName = !cardName.isEmpty()
        && (cardName == pmhName || withoutBrackets(cardName) == withoutBrackets(pmhName));
    const bool isSameDay = card.dateOfBirth.isValid() && card.dateOfBirth == pmh.dateOfBirth;
    return isSameName && isSameDay ? Binding::MatchesCard : Binding::Differs;
}

bool isBound(Binding binding)
{
    return binding == Binding::MatchesCard || binding == Binding::ConfirmedAloud;
}

bool isSamePerson(const BasicFiveInfo &a, const BasicFiveInfo &b)
{
    return a.name == b.name && a.dateOfBirth == b.dateOfBirth;
}

} // namespace uk
