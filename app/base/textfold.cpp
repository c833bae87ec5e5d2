// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/textfold.h"

#include "app/base/kanjivariants.h"

#include <QList>
#include <QRegularExpression>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// Every character of `from` becomes the one at its place in `to`.
struct Exchange
{
    QStringView from, to;
};

constexpr Exchange smallKana{u"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ",
                             u"あいうえおつやゆよわかけアイウエオツヤユヨワカケ"};
constexpr Exchange smallKe{u"ゕゖヵヶ", u"かけカケ"}; // between nouns: 鶴ヶ谷, no small syllable
constexpr Exchange brackets{u"[]{}〔〕【】「」『』〈〉《》", u"()()()()()()()()"};
constexpr Exchange nameSeparators{u"・･·.,、。", u"       "};
static_assert(smallKana.from.size() == smallKana.to.size() && smallKe.from.size() == smallKe.to.size()
              && brackets.from.size() == brackets.to.size() && nameSeparators.from.size() == nameSeparators.to.size());

constexpr QStringView hyphens = u"-‐‑‒–—―−ー〜~";
constexpr QStringView apostrophes = u"'’‘`´ʼ";

bool isVariationSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool isInvisible(char32_t c)
{
    return isVariationSelector(c) || QChar::category(c) == QChar::Other_Format
        || (QChar::category(c) == QChar::Other_Control && !QChar::isSpace(c));
}

template<class Predicate>
QString without(QStringView text, Predicate isLeftOut)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (!isLeftOut(c))
            result += QString::fromUcs4(&c, 1);
    }
    return result;
}

QString withoutBlanks(QStringView text)
{
    return without(text, [](char32_t c) { return QChar::isSpace(c); });
}

void exchange(QString &text, const Exchange &table)
{
    for (QChar &c : text)
        if (const qsizetype at = table.from.indexOf(c); at >= 0)
            c = table.to[at];
}

void joinHyphens(QString &text)
{
    for (QChar &c : text)
        if (hyphens.contains(c))
            c = u'-';
}

/// Width, case, compositions, invisible characters; blanks stay.
QString unified(QStringView text)
{
    QString result = text.toString();
    // NFKC makes a spacing voiced mark (ﾞ, ゛) a blank and a combining one, which could join no kana any more.
    result.replace(u'\u309B', u'\u3099').replace(u'\u309C', u'\u309A');
    return without(result.normalized(QString::NormalizationForm_KC), isInvisible).toCaseFolded();
}

/// 二十三 as 23; only what stands in addresses, up to 99.
QString digitsOf(QStringView kanjiNumber)
{
    constexpr QStringView digits = u"〇一二三四五六七八九";
    const qsizetype ten = kanjiNumber.indexOf(u'十');
    if (ten < 0) {
        QString plain;
        for (const QChar c : kanjiNumber)
            plain += QString::number(digits.indexOf(c));
        return plain;
    }
    const auto value = [&](QStringView part, qsizetype empty) { return part.isEmpty() ? empty : digits.indexOf(part[0]); };
    return QString::number(10 * value(kanjiNumber.left(ten), 1) + value(kanjiNumber.sliced(ten + 1), 0));
}

QString withDigits(const QString &text)
{
    static const QRegularExpression number(u"[〇一二三四五六七八九十]+(?=丁目|番|号|条)"_s);
    QString result;
    qsizetype done = 0;
    for (auto it = number.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(text).sliced(done, match.capturedStart() - done);
        result += digitsOf(match.capturedView());
        done = match.capturedEnd();
    }
    result += QStringView(text).sliced(done);
    return result;
}

} // namespace

QString foldedForComparison(QStringView text)
{
    QString result = withoutBlanks(unified(text));
    exchange(result, smallKana);
    joinHyphens(result);
    return result;
}

bool isSameWhenFolded(QStringView one, QStringView other)
{
    const QString folded = foldedForComparison(one);
    return !folded.isEmpty() && folded == foldedForComparison(other);
}

QStringList foldedNameParts(QStringView name)
{
    QString result = withoutKanjiVariants(unified(name), KanjiFold::Drawing);
    for (const Exchange *table : {&smallKe, &brackets, &nameSeparators})
        exchange(result, *table);
    joinHyphens(result);
    for (QChar &c : result)
        if (apostrophes.contains(c))
            c = u'\'';
    static const QRegularExpression blanks(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return result.split(blanks, Qt::SkipEmptyParts);
}

QString withoutKanaKinds(QStringView text)
{
    constexpr char16_t firstHiragana = u'ぁ', lastHiragana = u'ゖ', toKatakana = u'ァ' - u'ぁ';
    QString result = text.toString();
    for (QChar &c : result)
        if (c >= firstHiragana && c <= lastHiragana)
            c = QChar(char16_t(c.unicode() + toKatakana));
    result.replace(u"ヴァ"_s, u"バ"_s).replace(u"ヴィ"_s, u"ビ"_s).replace(u"ヴェ"_s, u"ベ"_s).replace(u"ヴォ"_s, u"ボ"_s);
    result.replace(u'ヴ', u'ブ').replace(u'ヂ', u'ジ').replace(u'ヅ', u'ズ');
    exchange(result, smallKana);
    return result;
}

QString withoutLatinMarks(QStringView text)
{
    const auto isLatin = [](QChar c) { return c.script() == QChar::Script_Latin; };
    QString result;
    for (const QChar c : text) {
        // Only Latin letters are taken apart: kana keep their voiced marks.
        if (isLatin(c)) {
            const QString parts = QString(c).normalized(QString::NormalizationForm_D);
            result += parts.front();
        } else if (c != u'\'') {
            result += c;
        }
    }
    for (qsizetype at = result.size() - 2; at > 0; --at)
        if (result[at] == u'-' && isLatin(result[at - 1]) && isLatin(result[at + 1]))
            result.remove(at, 1);
    return result;
}

QString foldedAddress(QStringView address)
{
    QString result = unified(address);
    static const QRegularExpression blankBetweenNumbers(u"(?<=[0-9号])\\s+(?=[0-9])"_s,
                                                        QRegularExpression::UseUnicodePropertiesOption);
    result.replace(blankBetweenNumbers, u"-"_s);
    result = withoutKanjiVariants(withoutBlanks(result), KanjiFold::Similar);
    joinHyphens(result);
    result = withDigits(result);
    result.remove(u"大字"_s);
    static const QRegularExpression units(u"(?<=[0-9])(丁目|番地の|番地|番の|番|号室|号|[のノ之](?=[0-9]))-?"_s);
    result.replace(units, u"-"_s);
    static const QRegularExpression lastHyphen(u"-+(?![0-9])"_s), hyphenRow(u"-{2,}"_s);
    result.replace(hyphenRow, u"-"_s);
    exchange(result, smallKana);
    constexpr Exchange between{u"がガけのノ之", u"ケケケノノノ"};
    static_assert(between.from.size() == between.to.size());
    exchange(result, between);
    return result.remove(lastHyphen);
}

} // namespace uk
