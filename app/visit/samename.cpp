// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/samename.h"

#include "app/base/kanjivariants.h"
#include "app/base/textfold.h"

#include <algorithm>
#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

using Differences = QList<PersonDifference>;

/// Shorter names are not cut by any system: 愛 is not 愛子.
constexpr qsizetype shortestCutName = 12;
/// What systems write where they lack a character; "〓" and "?" among them after folding.
constexpr QStringView replacements = u"●○◆■□〓＊*?？\uFFFD";

/// A name taken apart: 姓［旧氏］　名, or NAME（通称）.
struct WrittenName
{
    QStringList main;         ///< without what stands in brackets
    QList<QStringList> others;///< names that the brackets stand for
};

QStringList partsOf(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

WrittenName takenApart(const QString &name)
{
    const QString folded = foldedNameParts(name).join(u' ');
    const qsizetype open = folded.indexOf(u'(');
    if (open < 0)
        return {partsOf(folded), {}};
    // A bracket that never closes was cut off with what followed.
    const qsizetype close = folded.indexOf(u')', open);
    const QString before = folded.left(open);
    QString inside = close < 0 ? folded.sliced(open + 1) : folded.sliced(open + 1, close - open - 1);
    const QString behind = close < 0 ? QString() : folded.sliced(close + 1);
    for (const QString &word : {u"旧氏"_s, u"旧姓"_s, u"通称"_s, u":"_s})
        if (inside.startsWith(word))
            inside.remove(0, word.size());
    WrittenName written;
    written.main = partsOf(before + u' ' + behind);
    if (inside.trimmed().isEmpty())
        return written;
    const QStringList given = behind.trimmed().isEmpty() ? partsOf(before).mid(1) : partsOf(behind);
    written.others = {partsOf(inside), partsOf(inside) + given};
    return written;
}

QString kanjiFolded(const QString &text)
{
    QString result = withoutKanjiVariants(text, KanjiFold::Similar);
    for (qsizetype at = 1; at < result.size(); ++at)
        if (result[at] == u'々' || result[at] == u'〻')
            result[at] = result[at - 1];
    return result;
}

struct LooseFold
{
    PersonDifference difference;
    QString (*fold)(const QString &text);
};
constexpr std::array looseFolds{
    LooseFold{PersonDifference::KanjiVariant, kanjiFolded},
    LooseFold{PersonDifference::KanaKind, [](const QString &text) { return withoutKanaKinds(text); }},
    LooseFold{PersonDifference::LatinSpelling, [](const QString &text) { return withoutLatinMarks(text); }},
};

QString loosened(QString text, std::optional<PersonDifference> leftOut = std::nullopt)
{
    for (const LooseFold &loose : looseFolds)
        if (loose.difference != leftOut)
            text = loose.fold(text);
    return text;
}

/// Which of the loose folds the two need to become equal; nothing where even all of them do not help.
std::optional<Differences> looseDifferences(const QString &one, const QString &other)
{
    if (loosened(one) != loosened(other))
        return std::nullopt;
    Differences needed;
    for (const LooseFold &loose : looseFolds)
        if (loosened(one, loose.difference) != loosened(other, loose.difference))
            needed.append(loose.difference);
    return needed;
}

bool isReplacement(char32_t c)
{
    return c <= 0xFFFF && replacements.contains(QChar(char16_t(c)));
}

/// Equal but for places where one of the two has a replacement character; something has to be left that is equal.
bool isSameButReplaced(const QString &one, const QString &other)
{
    const QList<uint> a = loosened(one).toUcs4(), b = loosened(other).toUcs4();
    if (a.size() != b.size())
        return false;
    qsizetype equal = 0;
    for (qsizetype at = 0; at < a.size(); ++at) {
        if (isReplacement(a[at]) || isReplacement(b[at]))
            continue;
        if (a[at] != b[at])
            return false;
        ++equal;
    }
    return equal > 0 && equal < a.size();
}

bool isCut(const QString &one, const QString &other)
{
    const QString a = loosened(one), b = loosened(other);
    const QString &shorter = a.size() < b.size() ? a : b, &longer = a.size() < b.size() ? b : a;
    return shorter.size() >= shortestCutName && longer.startsWith(shorter);
}

bool isLatinName(const QStringList &parts)
{
    return std::ranges::all_of(parts, [](const QString &part) {
        return std::ranges::all_of(part, [](QChar c) { return !c.isLetter() || c.script() == QChar::Script_Latin; });
    });
}

QStringList sortedParts(const QStringList &parts)
{
    QStringList sorted;
    for (const QString &part : parts)
        sorted.append(loosened(part));
    sorted.sort();
    return sorted;
}

/// A name in Latin letters without one or more of its middle names; family and first given name are there.
bool lacksMiddleName(const QStringList &one, const QStringList &other)
{
    const QStringList &shorter = one.size() < other.size() ? one : other, &longer = one.size() < other.size() ? other : one;
    if (shorter.size() < 2 || shorter.size() == longer.size() || !isLatinName(longer))
        return false;
    const QStringList wanted = sortedParts(shorter), there = sortedParts(longer);
    return std::ranges::includes(there, wanted);
}

std::optional<Differences> compareParts(const QStringList &one, const QStringList &other)
{
    const QString a = one.join(QString()), b = other.join(QString());
    if (a.isEmpty() || b.isEmpty())
        return std::nullopt;
    // A name without any blank fits every division; two that are divided must be so at the same place.
    const bool isDividedElsewhere = one.size() > 1 && other.size() > 1
        && (one.size() != other.size()
            || !std::ranges::equal(one, other, [](const QString &x, const QString &y) { return loosened(x) == loosened(y); }));
    if (auto loose = looseDifferences(a, b)) {
        if (isDividedElsewhere)
            loose->append(PersonDifference::BlankPlace);
        return loose;
    }
    if (isSameButReplaced(a, b))
        return Differences{PersonDifference::ReplacedCharacter};
    if (one.size() > 1 && sortedParts(one) == sortedParts(other))
        return Differences{PersonDifference::NameOrder};
    if (lacksMiddleName(one, other))
        return Differences{PersonDifference::NamePartMissing};
    if (isCut(a, b))
        return Differences{PersonDifference::NameCut};
    return std::nullopt;
}

/// The registered name of one is the former or common name of the other, or both have one in common.
std::optional<Differences> compareOtherNames(const WrittenName &one, const WrittenName &other)
{
    QList<std::pair<QStringList, QStringList>> pairs;
    for (const QStringList &name : one.others)
        pairs.append({name, other.main});
    for (const QStringList &name : other.others)
        pairs.append({one.main, name});
    for (const auto &[a, b] : pairs)
        if (auto differences = compareParts(a, b))
            return Differences{PersonDifference::OtherName} + *differences;
    return std::nullopt;
}

} // namespace

QLatin1StringView differenceName(PersonDifference difference)
{
    constexpr std::array names{"kanjiVariant"_L1, "kanaKind"_L1, "latinSpelling"_L1, "replacedCharacter"_L1,
                               "blankPlace"_L1, "nameOrder"_L1, "namePartMissing"_L1, "nameCut"_L1, "otherName"_L1,
                               "birthDateMissing"_L1, "sex"_L1, "address"_L1};
    static_assert(names.size() == personDifferenceCount);
    return names[size_t(difference)];
}

std::optional<QList<PersonDifference>> compareNames(const QString &one, const QString &other)
{
    const WrittenName a = takenApart(one), b = takenApart(other);
    if (auto differences = compareParts(a.main, b.main)) {
        // Two different names in brackets are a difference of their own; one that only one side writes is none.
        const bool isBracketOther = !a.others.isEmpty() && !b.others.isEmpty()
            && a.others.first().join(QString()) != b.others.first().join(QString());
        if (isBracketOther)
            differences->append(PersonDifference::OtherName);
        return differences;
    }
    return compareOtherNames(a, b);
}

} // namespace uk
