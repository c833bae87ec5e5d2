// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/paperpieces.h"

#include "ui/printing/papercells.h"

#include <algorithm>
#include <numeric>

namespace uk::paper {

using namespace Qt::StringLiterals;

namespace {

// The columns of the questions.
constexpr double right = printable.width();
constexpr double answersAt = right * 0.515, doctorAt = right * 0.885;
constexpr double padX = 4;

/// Small type stands closer, too.
double padY(double size)
{
    return size * (0.1 + (size - 7.5) * 0.06);
}

void addFrame(Piece &piece, const QList<double> &columns)
{
    for (const double x : {0.0, right})
        piece.content.rules.append({{x, 0, x, piece.height}, thickRule, false});
    for (const double x : columns)
        piece.content.rules.append({{x, 0, x, piece.height}, thinRule, false});
}

void addBottom(Piece &piece, double from, double to, bool isDotted = false)
{
    piece.content.rules.append({{from, piece.height, to, piece.height}, thinRule, isDotted});
}

Piece sectionPiece(const QString &title, double size)
{
    Piece piece;
    const Type type(size - 0.5, true);
    const QList<Run> lines = type.lines(title, right - 2 * padX);
    addLines(piece.content, lines, padX, padY(size) * 0.5);
    piece.height = double(lines.size()) * type.lineHeight() + padY(size);
    piece.content.shades.append({0, 0, right, piece.height});
    piece.keepsNext = piece.isQuestion = true;
    addFrame(piece, {});
    addBottom(piece, 0, right);
    return piece;
}

/// The question's own words: number, condition, label and hint.
Piece wordsPiece(const PaperQuestion &question, double width, double size)
{
    Piece piece;
    const Type type(size), bold(size, true), small(size - 1);
    const double indent = question.depth > 0 ? size * (1.2 + 0.9 * question.depth) : size * 1.9;
    if (!question.number.isEmpty())
        addLines(piece.content, bold.lines(question.number, indent), 0, 0);
    else if (question.depth > 0)
        addLines(piece.content, type.lines(u"└"_s, size * 1.5), indent - size * 1.1, 0);
    const double at = question.number.isEmpty() && question.depth == 0 ? 0 : indent;
    const QString label = question.condition.isEmpty() ? question.label : question.condition + u"："_s + question.label;
    const QList<Run> lines = type.lines(label, width - at);
    addLines(piece.content, lines, at, 0);
    piece.height = double(lines.size()) * type.lineHeight();
    if (question.hint.isEmpty())
        return piece;
    // Behind the question where there is room, else below it.
    const QString hint = u"（%1）"_s.arg(question.hint);
    const double behind = at + lines.last().place.right() + size * 0.3;
    if (behind + small.width(hint) <= width) {
        addLines(piece.content, small.lines(hint, small.width(hint) + 1), behind, lines.last().place.top() + size * 0.15);
    } else {
        const QList<Run> below = small.lines(hint, width - at);
        addLines(piece.content, below, at, piece.height);
        piece.height += double(below.size()) * small.lineHeight();
    }
    return piece;
}

void place(Piece &into, Piece part, double x, double y)
{
    move(part.content, x, y);
    append(into.content, std::move(part.content));
}

Piece questionPiece(const PaperQuestion &question, double size, bool isLast)
{
    Piece piece;
    piece.isQuestion = true;
    piece.keepsNext = !isLast;
    const bool isNote = question.cell.field == PaperField::None && question.cell.text.isEmpty();
    const double wordsEnd = isNote ? doctorAt : answersAt;
    Piece words = wordsPiece(question, wordsEnd - 2 * padX, size);
    Piece answer = cellPiece(question.cell, doctorAt - answersAt - 2 * padX, size);
    const double inner = std::max(words.height, answer.height);
    place(piece, std::move(words), padX, padY(size));
    place(piece, std::move(answer), answersAt + padX, padY(size));
    piece.height = inner + 2 * padY(size);
    if (!question.mark.isEmpty()) {
        const Type small(size - 1);
        const QList<Run> lines = small.lines(u"※ "_s + question.mark, doctorAt - 2 * padX);
        addLines(piece.content, lines, padX, piece.height - padY(size));
        const double above = piece.height - padY(size);
        piece.height += double(lines.size()) * small.lineHeight();
        piece.content.rules.append({{doctorAt, above, doctorAt, piece.height}, thinRule, false});
        for (const double x : {0.0, right})
            piece.content.rules.append({{x, 0, x, piece.height}, thickRule, false});
        for (const double x : isNote ? QList<double>{} : QList<double>{answersAt})
            piece.content.rules.append({{x, 0, x, above}, thinRule, false});
        piece.content.rules.append({{doctorAt, 0, doctorAt, above}, thinRule, false});
    } else {
        addFrame(piece, isNote ? QList<double>{doctorAt} : QList<double>{answersAt, doctorAt});
    }
    addBottom(piece, 0, isLast ? right : doctorAt, !isLast);
    return piece;
}

/// Columns as wide as what is written there asks.
QList<double> columnStarts(const PaperTable &table)
{
    QList<double> weights;
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        const PaperField field = table.rows.isEmpty() ? PaperField::Line : table.rows.first()[column].field;
        weights.append(field == PaperField::Line || field == PaperField::Lines || field == PaperField::Hidden ? 3 : 2);
    }
    const double sum = std::accumulate(weights.cbegin(), weights.cend(), 0.0);
    QList<double> starts{0};
    for (const double weight : std::as_const(weights))
        starts.append(starts.last() + doctorAt * weight / sum);
    return starts;
}

Piece tableRow(const QList<Piece> &cells, const QList<double> &starts, double size)
{
    Piece piece;
    double inner = Type(size).lineHeight();
    for (const Piece &cell : cells)
        inner = std::max(inner, cell.height);
    piece.height = inner + 2 * padY(size);
    for (qsizetype column = 0; column < cells.size(); ++column)
        place(piece, cells[column], starts[column] + padX, padY(size));
    piece.isQuestion = piece.keepsNext = true;
    QList<double> lines = starts.mid(1, starts.size() - 2);
    lines.append(doctorAt);
    addFrame(piece, lines);
    addBottom(piece, 0, doctorAt);
    return piece;
}

QList<Piece> tablePieces(const PaperTable &table, double size)
{
    const QList<double> starts = columnStarts(table);
    const auto width = [&](qsizetype column) { return starts[column + 1] - starts[column] - 2 * padX; };
    QList<Piece> pieces, heads;
    for (qsizetype column = 0; column < table.columns.size(); ++column)
        heads.append(cellPiece({PaperField::Line, {}, table.columns[column], {}}, width(column), size - 1));
    pieces.append(tableRow(heads, starts, size - 1));
    for (const QList<PaperCell> &row : table.rows) {
        QList<Piece> cells;
        for (qsizetype column = 0; column < row.size(); ++column)
            cells.append(cellPiece(row[column], width(column), size));
        pieces.append(tableRow(cells, starts, size));
    }
    for (const QString &mark : table.marks)
        pieces.append(questionPiece({{}, {}, {}, {}, 0, {PaperField::None, {}, {}, {}}, mark}, size, false));
    pieces.last().keepsNext = false;
    addBottom(pieces.last(), doctorAt, right);
    return pieces;
}

} // namespace

void move(Page &page, double dx, double dy)
{
    for (QRectF &shade : page.shades)
        shade.translate(dx, dy);
    for (Rule &rule : page.rules)
        rule.line.translate(dx, dy);
    for (Tick &tick : page.ticks)
        tick.box.translate(dx, dy);
    for (Run &run : page.runs)
        run.place.translate(dx, dy);
}

void append(Page &page, Page other)
{
    page.shades += std::move(other.shades);
    page.rules += std::move(other.rules);
    page.ticks += std::move(other.ticks);
    page.runs += std::move(other.runs);
}

QList<Piece> questionPieces(const PaperForm &form, double size)
{
    QList<Piece> pieces;
    for (const PaperSection &section : form.sections) {
        if (!section.title.isEmpty())
            pieces.append(sectionPiece(section.title, size));
        for (const PaperBlock &block : section.blocks) {
            const bool isTable = !block.table.columns.isEmpty();
            for (qsizetype i = 0; i < block.questions.size(); ++i)
                pieces.append(questionPiece(block.questions[i], size, !isTable && i == block.questions.size() - 1));
            if (isTable)
                pieces += tablePieces(block.table, size);
        }
    }
    return pieces;
}

Piece questionHead(double size)
{
    Piece piece;
    const Type type(size - 1, true);
    piece.height = type.lineHeight() + padY(size);
    const auto title = [&](const QString &text, double from, double to) {
        addLines(piece.content, type.lines(text, to - from), (from + to - type.width(text)) / 2, padY(size) / 2);
    };
    title(u"質問事項"_s, 0, answersAt);
    title(u"回答欄"_s, answersAt, doctorAt);
    title(u"医師記入欄"_s, doctorAt, right);
    piece.isQuestion = piece.keepsNext = true;
    addFrame(piece, {answersAt, doctorAt});
    addBottom(piece, 0, right);
    return piece;
}

Piece panelPiece(const PaperPanel &panel, double size)
{
    Piece piece;
    const double titleWidth = panel.title.isEmpty() ? 0 : size * 5.2 + 2 * padX;
    const Type label(size - 1), title(size - 0.5, true);
    double y = 0;
    for (const QList<PaperBox> &row : panel.rows) {
        const int weights = std::accumulate(row.cbegin(), row.cend(), 0, [](int sum, const PaperBox &box) { return sum + box.weight; });
        double x = titleWidth, inner = 0;
        QList<std::pair<double, Piece>> boxes;
        for (const PaperBox &box : row) {
            const double width = (right - titleWidth) * box.weight / weights;
            const double labelWidth = std::min(label.width(box.label), (width - 2 * padX) * 0.62);
            Piece words;
            const QList<Run> lines = label.lines(box.label, labelWidth + 0.5);
            const double at = labelWidth + size * 0.7;
            Piece cell = cellPiece(box.cell, width - 2 * padX - at, size, !panel.title.isEmpty());
            words.height = double(lines.size()) * label.lineHeight();
            // The label of one line stands on the line of its answer.
            addLines(words.content, lines, 0, lines.size() == 1 && !cell.content.runs.isEmpty() ? 0.65 : 0);
            inner = std::max({inner, words.height, cell.height});
            place(words, std::move(cell), at, 0);
            boxes.append({x, std::move(words)});
            x += width;
        }
        const double height = inner + 2 * padY(size);
        for (auto &[at, box] : boxes) {
            place(piece, std::move(box), at + padX, y + padY(size));
            piece.content.rules.append({{at, y, at, y + height}, at == titleWidth && titleWidth == 0 ? thickRule : thinRule, false});
        }
        y += height;
        piece.content.rules.append({{titleWidth, y, right, y}, thinRule, false});
    }
    piece.height = y;
    if (titleWidth > 0) {
        const QList<Run> lines = title.lines(panel.title, titleWidth - 2 * padX);
        piece.content.shades.append({0, 0, titleWidth, y});
        addLines(piece.content, lines, padX, std::max(0.0, (y - double(lines.size()) * title.lineHeight()) / 2));
    }
    for (const QLineF &line : {QLineF(0, 0, right, 0), QLineF(0, y, right, y), QLineF(0, 0, 0, y), QLineF(right, 0, right, y)})
        piece.content.rules.append({line, thickRule, false});
    return piece;
}

QList<Piece> warningPieces(const PaperForm &form, double size)
{
    QList<Piece> pieces;
    for (qsizetype i = 0; i < form.warnings.size(); ++i) {
        Piece piece;
        if (i == 0) {
            const Type title(size - 0.5, true);
            addLines(piece.content, title.lines(u"PMHの注意（医師が確認してください）"_s, right), 0, 0);
            piece.height = title.lineHeight();
        }
        Piece warning = cellPiece({PaperField::Options, {form.warnings[i]}, {}, {}}, right - 2 * padX, size);
        const double height = warning.height;
        place(piece, std::move(warning), padX, piece.height + 1);
        piece.height += height + 2;
        piece.keepsNext = i == 0;
        pieces.append(std::move(piece));
    }
    return pieces;
}

Piece remarkPiece(const QString &text, double size)
{
    Piece piece;
    const Type type(size - 0.5);
    const QList<Run> lines = type.lines(text, right);
    addLines(piece.content, lines, 0, 0);
    piece.height = double(lines.size()) * type.lineHeight();
    return piece;
}

QList<Piece> cutPiece(Piece piece, double height)
{
    QList<Piece> parts;
    while (piece.height > height) {
        // The highest place at which no line of text and no box is cut.
        double cut = height;
        for (bool isMoved = true; isMoved;) {
            isMoved = false;
            const auto avoid = [&](const QRectF &place) {
                if (place.top() < cut && place.bottom() > cut && place.top() > 0) {
                    cut = place.top();
                    isMoved = true;
                }
            };
            for (const Run &run : std::as_const(piece.content.runs))
                avoid(run.place);
            for (const Tick &tick : std::as_const(piece.content.ticks))
                avoid(tick.box);
        }
        Piece part, rest;
        part.height = cut;
        rest.height = piece.height - cut;
        part.isQuestion = rest.isQuestion = piece.isQuestion;
        rest.keepsNext = piece.keepsNext;
        for (const Run &run : std::as_const(piece.content.runs))
            (run.place.top() < cut ? part : rest).content.runs.append(run);
        for (const Tick &tick : std::as_const(piece.content.ticks))
            (tick.box.top() < cut ? part : rest).content.ticks.append(tick);
        for (const QRectF &shade : std::as_const(piece.content.shades)) {
            const QRectF above = shade & QRectF(0, 0, right, cut), below = shade & QRectF(0, cut, right, rest.height);
            if (!above.isEmpty())
                part.content.shades.append(above);
            if (!below.isEmpty())
                rest.content.shades.append(below);
        }
        for (const Rule &rule : std::as_const(piece.content.rules)) {
            const double top = std::min(rule.line.y1(), rule.line.y2()), bottom = std::max(rule.line.y1(), rule.line.y2());
            if (bottom <= cut)
                part.content.rules.append(rule);
            else if (top >= cut)
                rest.content.rules.append(rule);
            else if (rule.line.x1() == rule.line.x2()) {
                part.content.rules.append({{rule.line.x1(), top, rule.line.x1(), cut}, rule.width, rule.isDotted});
                rest.content.rules.append({{rule.line.x1(), cut, rule.line.x1(), bottom}, rule.width, rule.isDotted});
            }
        }
        move(rest.content, 0, -cut);
        parts.append(std::move(part));
        piece = std::move(rest);
    }
    parts.append(std::move(piece));
    return parts;
}

Page pageFrame(const PaperForm &form, int page, int pages)
{
    Page frame;
    const QString number = u"%1／%2ページ"_s.arg(page).arg(pages);
    const Type small(8), mark(10, true);
    const double y = printable.top();
    const double numberWidth = small.width(number);
    addLines(frame, small.lines(number, numberWidth + 1), printable.right() - numberWidth, y + 3);
    double x = printable.left();
    if (form.isTraining) {
        const QString word = u"訓練"_s;
        const double width = mark.width(word) + 10;
        addLines(frame, mark.lines(word, width), x + 5, y + 1);
        const QRectF box(x, y, width, 16);
        for (const QLineF &side : {QLineF(box.topLeft(), box.topRight()), QLineF(box.bottomLeft(), box.bottomRight()),
                                   QLineF(box.topLeft(), box.bottomLeft()), QLineF(box.topRight(), box.bottomRight())})
            frame.rules.append({side, thickRule, false});
        x += width + 8;
    }
    const double space = printable.right() - numberWidth - 8 - x;
    QString title = form.title.contains(u"予診票"_s) || form.title.contains(u"問診票"_s) ? form.title : form.title + u"　予診票"_s;
    if (!form.vaccine.isEmpty())
        title += u"　"_s + form.vaccine;
    if (page > 1 && !form.runningHead.isEmpty())
        title += u"　　"_s + form.runningHead;
    // A long title in smaller type rather than on more lines; what is still too long is told in full by the second line.
    double size = page == 1 ? 14 : 10;
    while (size > 7.5 && Type(size, true).width(title) > space)
        size -= 0.5;
    const QList<Run> lines = Type(size, true).lines(title, space);
    addLines(frame, lines.mid(0, 2), x, y);
    const double footY = printable.bottom() - 10;
    const Type foot(7.5);
    addLines(frame, foot.lines(form.purposeText, printable.width() - 130).mid(0, 1), printable.left(), footY);
    if (!form.printedOn.isEmpty()) {
        const QString day = u"印刷日 "_s + form.printedOn;
        addLines(frame, foot.lines(day, 200), printable.right() - foot.width(day), footY);
    }
    return frame;
}

} // namespace uk::paper
