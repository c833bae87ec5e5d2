// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/papercells.h"

#include <algorithm>

namespace uk::paper {

using namespace Qt::StringLiterals;

namespace {

/// A blank to fill in, as printed forms have it; empty where a line to write on does better.
QString blankText(const PaperCell &cell)
{
    const QString unit = cell.unit.isEmpty() ? QString() : u' ' + cell.unit;
    switch (cell.field) {
    case PaperField::Date: return u"＿＿＿＿年＿＿月＿＿日"_s;
    case PaperField::YearMonth: return u"＿＿＿＿年＿＿月"_s;
    case PaperField::Age: return u"＿＿＿歳＿＿か月"_s;
    case PaperField::Temperature: return u"＿＿＿．＿"_s + unit;
    case PaperField::Number: return u"＿＿＿＿＿"_s + unit;
    default: return {};
    }
}

Piece optionsPiece(const QList<PaperOption> &options, double width, double size)
{
    Piece piece;
    const double side = size * 0.95, gap = size * 0.3, between = size * 0.9;
    double x = 0, y = 0, lineHeight = Type(size).lineHeight();
    for (const PaperOption &option : options) {
        const Type type(size, option.isTicked);
        const double labelWidth = std::min(type.width(option.label), width - side - gap);
        if (x > 0 && x + side + gap + labelWidth > width) {
            x = 0;
            y += lineHeight * 1.08;
        }
        const QList<Run> lines = type.lines(option.label, width - side - gap);
        piece.content.ticks.append({{x, y + (lineHeight - side) / 2, side, side}, option.isTicked});
        addLines(piece.content, lines, x + side + gap, y);
        if (lines.size() > 1) {
            y += double(lines.size() - 1) * lineHeight;
            x = width; // the next one begins on a line of its own
        } else {
            x += side + gap + labelWidth + between;
        }
    }
    piece.height = y + lineHeight;
    return piece;
}

Piece ruledPiece(double width, double size, int lines, double spacing)
{
    Piece piece;
    piece.height = lines * size * spacing;
    // The cell's own border is the last line to write on.
    for (int line = 1; line < lines; ++line) {
        const double y = line * size * spacing;
        piece.content.rules.append({{0, y, width, y}, 0.4, true});
    }
    return piece;
}

} // namespace

void addLines(Page &page, const QList<Run> &lines, double x, double y)
{
    for (Run line : lines) {
        line.place.translate(x, y);
        page.runs.append(line);
    }
}

Piece cellPiece(const PaperCell &cell, double width, double size, bool isHigh)
{
    const Type type(size);
    Piece piece;
    if (cell.field == PaperField::Options)
        return optionsPiece(cell.options, width, size);
    if (cell.field == PaperField::None && cell.text.isEmpty())
        return piece;
    if (cell.field == PaperField::Hidden) {
        piece.height = type.lineHeight();
        piece.content.rules.append({{0, piece.height, width, 0}, 0.4, false});
        return piece;
    }
    if (const QString text = cell.text.isEmpty() ? blankText(cell) : cell.text; !text.isEmpty()) {
        const QList<Run> lines = Type(size, !cell.text.isEmpty()).lines(text, width);
        addLines(piece.content, lines, 0, 0);
        piece.height = double(lines.size()) * type.lineHeight();
        return piece;
    }
    return cell.field == PaperField::Lines ? ruledPiece(width, size, 2, 1.7) : ruledPiece(width, size, 1, isHigh ? 2.0 : 1.6);
}

} // namespace uk::paper
