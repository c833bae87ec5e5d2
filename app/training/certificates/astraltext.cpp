// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/certificates/astraltext.h"

#include <QRegularExpression>
#include <QString>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

/// Glyph numbers count up from 1 in the order of first use; the ones that no range of the map covers are the
/// characters that Qt left out.
QList<int> glyphsWithoutText(const QByteArray &map, qsizetype wanted)
{
    QList<bool> covered;
    static const QRegularExpression range(u"^<([0-9A-F]{4})> <([0-9A-F]{4})> "_s, QRegularExpression::MultilineOption);
    auto matches = range.globalMatch(QString::fromLatin1(map));
    while (matches.hasNext()) {
        const auto match = matches.next();
        const int first = match.captured(1).toInt(nullptr, 16), last = match.captured(2).toInt(nullptr, 16);
        covered.resize(qMax(covered.size(), qsizetype(last) + 1));
        std::fill(covered.begin() + first, covered.begin() + last + 1, true);
    }
    QList<int> missing;
    for (int glyph = 1; missing.size() < wanted; ++glyph) {
        if (glyph >= covered.size() || !covered[glyph])
            missing.append(glyph);
    }
    return missing;
}

QByteArray hexOf(uint value)
{
    return QByteArray::number(value, 16).toUpper().rightJustified(4, '0');
}

QByteArray bfchars(const QList<int> &glyphs, const QList<char32_t> &characters)
{
    QByteArray text = QByteArray::number(glyphs.size()) + " beginbfchar\n";
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        text += '<' + hexOf(static_cast<uint>(glyphs[i])) + "> <" + hexOf(QChar::highSurrogate(characters[i]))
            + hexOf(QChar::lowSurrogate(characters[i])) + ">\n";
    }
    return text + "endbfchar\n";
}

/// Every offset in the cross-reference table behind the changed place moves along with it.
QByteArray withMovedOffsets(const QByteArray &pdf, qsizetype changedAt, qsizetype delta)
{
    const qsizetype table = pdf.lastIndexOf("xref\n0 ");
    const qsizetype start = pdf.lastIndexOf("startxref\n");
    QByteArray result = pdf;
    constexpr qsizetype entrySize = 20, digits = 10;
    for (qsizetype at = pdf.indexOf('\n', table + 5) + 1; pdf.mid(at + 17, 1) == "n" || pdf.mid(at + 17, 1) == "f";
         at += entrySize) {
        const qsizetype offset = pdf.mid(at, digits).toLongLong();
        if (offset > changedAt)
            result.replace(at, digits, QByteArray::number(offset + delta).rightJustified(digits, '0'));
    }
    return result.left(start) + "startxref\n" + QByteArray::number(pdf.lastIndexOf("xref\n0 ")) + "\n%%EOF\n";
}

} // namespace

QByteArray withAstralText(const QByteArray &pdf, const QList<char32_t> &drawn)
{
    if (drawn.isEmpty())
        return pdf;
    const qsizetype cmap = pdf.indexOf("/CIDInit /ProcSet findresource begin");
    const qsizetype end = pdf.indexOf("endcmap", cmap);
    const qsizetype head = pdf.lastIndexOf("<< /Length ", cmap);
    if (cmap < 0 || end < 0 || head < 0 || pdf.indexOf("/CIDInit /ProcSet findresource begin", end) >= 0)
        return {};
    const qsizetype lengthAt = head + qsizetype(sizeof "<< /Length ") - 1;
    const QByteArray length = pdf.mid(lengthAt, pdf.indexOf(' ', lengthAt) - lengthAt);
    const QByteArray added = bfchars(glyphsWithoutText(pdf.mid(cmap, end - cmap), drawn.size()), drawn);
    QByteArray result = pdf;
    result.insert(end, added);
    result.replace(lengthAt, length.size(), QByteArray::number(length.toLongLong() + added.size()));
    return withMovedOffsets(result, lengthAt, result.size() - pdf.size());
}

} // namespace uk::training
