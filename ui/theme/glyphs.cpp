// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/glyphs.h"

#include <QFontInfo>
#include <QRawFont>

#include <algorithm>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

bool needsNoGlyph(char32_t character)
{
    const bool isVariationSelector = (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    const auto category = QChar::category(character);
    return isVariationSelector || category == QChar::Other_Format || category == QChar::Other_Control;
}

} // namespace

QList<char32_t> missingGlyphs(const QString &text, const QFont &font)
{
    std::vector<QRawFont> fonts;
    for (const QString &family : font.families()) {
        QFont single = font;
        single.setFamilies({family});
        // A family that is not installed is replaced by another one; that one must not vouch for the glyph.
        if (QFontInfo(single).family().compare(family, Qt::CaseInsensitive) == 0)
            fonts.push_back(QRawFont::fromFont(single));
    }
    QList<char32_t> missing;
    for (const char32_t character : text.toUcs4()) {
        if (needsNoGlyph(character) || missing.contains(character))
            continue;
        const bool isDrawn = std::ranges::any_of(fonts, [character](const QRawFont &raw) { return raw.supportsCharacter(character); });
        if (!isDrawn)
            missing.append(character);
    }
    return missing;
}

QString codePointName(char32_t character)
{
    return u"U+"_s + QString::number(uint(character), 16).toUpper().rightJustified(4, u'0');
}

} // namespace uk
