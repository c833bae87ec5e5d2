// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/textfold.h"

#include <QList>

namespace uk {

namespace {

constexpr QStringView smallKana = u"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ";
constexpr QStringView largeKana = u"あいうえおつやゆよわかけアイウエオツヤユヨワカケ";
static_assert(smallKana.size() == largeKana.size());

constexpr QStringView hyphens = u"-‐‑‒–—―−ー〜~";

bool isVariationSelector(char32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool isLeftOut(char32_t c)
{
    return isVariationSelector(c) || QChar::isSpace(c) || QChar::category(c) == QChar::Other_Format
        || QChar::category(c) == QChar::Other_Control;
}

QString withoutInvisible(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (!isLeftOut(c))
            result += QString::fromUcs4(&c, 1);
    }
    return result;
}

} // namespace

QString foldedForComparison(QStringView text)
{
    QString result = withoutInvisible(text.toString().normalized(QString::NormalizationForm_KC));
    // A spacing voiced mark (ﾞ, ゛) becomes blank + combining mark above; with the blank gone it joins its kana here.
    result = result.normalized(QString::NormalizationForm_C).toCaseFolded();
    for (QChar &c : result) {
        if (const qsizetype at = smallKana.indexOf(c); at >= 0)
            c = largeKana[at];
        else if (hyphens.contains(c))
            c = u'-';
    }
    return result;
}

bool isSameWhenFolded(QStringView one, QStringView other)
{
    const QString folded = foldedForComparison(one);
    return !folded.isEmpty() && folded == foldedForComparison(other);
}

} // namespace uk
