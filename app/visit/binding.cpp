// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/binding.h"

#include "app/base/textfold.h"

#include <QRegularExpression>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// An address of so many characters may have been cut by a field's length, in the middle of a number too.
constexpr qsizetype shortestCutAddress = 40;

bool isKnownSex(const QString &code)
{
    return code == "1"_L1 || code == "2"_L1 || code == "3"_L1;
}

QString withoutPrefecture(const QString &folded)
{
    static const QRegularExpression prefecture(u"^(北海道|東京都|京都府|大阪府|[^0-9]{2,3}?県)"_s);
    QString rest = folded;
    return rest.remove(prefecture);
}

/// The shorter is where the longer begins: building and room left out, or cut by length.
bool isBeginning(const QString &shorter, const QString &longer)
{
    if (shorter.isEmpty() || !longer.startsWith(shorter))
        return false;
    if (shorter.size() == longer.size() || shorter.size() >= shortestCutAddress)
        return true;
    const QChar next = longer[shorter.size()];
    const bool isInsideNumber = shorter.back().isDigit() && next.isDigit();
    static const QRegularExpression number(u"[0-9]"_s);
    return !isInsideNumber && shorter.contains(number);
}

bool isSameAddress(const QString &one, const QString &other)
{
    const QString a = foldedAddress(one), b = foldedAddress(other);
    if (a.isEmpty() || b.isEmpty())
        return true; // nothing to compare
    const auto isSame = [](const QString &x, const QString &y) { return isBeginning(x, y) || isBeginning(y, x); };
    const QString x = withoutPrefecture(a), y = withoutPrefecture(b);
    const bool isLeftOutOnce = (x == a) != (y == b);
    return isSame(a, b) || (isLeftOutOnce && isSame(x, y));
}

} // namespace

PersonComparison comparePersons(const BasicFourInfo &one, const BasicFourInfo &other)
{
    using Outcome = PersonComparison::Outcome;
    const bool areDays = one.dateOfBirth.isValid() && other.dateOfBirth.isValid();
    std::optional<QList<PersonDifference>> differences = compareNames(one.name, other.name);
    if (!differences || (areDays && one.dateOfBirth != other.dateOfBirth))
        return {Outcome::Different, {}};
    if (!areDays)
        differences->append(PersonDifference::BirthDateMissing);
    if (isKnownSex(one.sex) && isKnownSex(other.sex) && one.sex != other.sex)
        differences->append(PersonDifference::Sex);
    if (!isSameAddress(one.address, other.address))
        differences->append(PersonDifference::Address);
    return {differences->isEmpty() ? Outcome::Same : Outcome::Confirm, *differences};
}

BasicFourInfo basicFourOf(const BasicFiveInfo &person)
{
    return {person.name, person.address, person.dateOfBirth, person.sex};
}

bool isBound(Binding binding)
{
    return binding == Binding::MatchesCard || binding == Binding::ConfirmedAloud;
}

bool isConfirmedByStaff(Binding binding)
{
    return binding == Binding::Similar || binding == Binding::NotRead || binding == Binding::ConfirmedAloud;
}

} // namespace uk
