// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/paperlayout.h"

#include "ui/printing/paperpieces.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QFontMetricsF>
#include <QTextLayout>

#include <utility>

namespace uk::paper {

using namespace Qt::StringLiterals;

namespace {

constexpr double gap = 3; ///< between the parts of a form
const double bodyTop = printable.top() + headHeight, bodyBottom = printable.bottom() - footHeight;

/// Puts pieces on pages, from top to bottom.
class Stack
{
public:
    explicit Stack(double size)
        : m_head(questionHead(size))
    {
        begin();
    }

    /// Pieces that stay on one page where that is possible at all.
    void add(const QList<Piece> &together)
    {
        double height = 0;
        for (const Piece &piece : together)
            height += piece.height;
        const bool isFramed = together.first().isQuestion;
        if (isFramed != m_isFramed)
            closeFrame();
        if (m_y + needed(isFramed) + height > bodyBottom && !m_isFresh)
            breakPage();
        for (const Piece &piece : together) {
            if (m_y + needed(isFramed) + piece.height > bodyBottom && !m_isFresh)
                breakPage();
            openFrame(isFramed);
            for (const Piece &part : cutPiece(piece, bodyBottom - bodyTop - m_head.height - gap)) {
                if (m_y + part.height > bodyBottom + 0.01) {
                    breakPage();
                    openFrame(isFramed);
                }
                put(part);
            }
        }
    }
    void space() { m_y += m_isFresh ? 0 : gap; }

    QList<Page> finish()
    {
        closeFrame();
        return std::move(m_pages);
    }

private:
    /// What the frame of the questions takes in addition.
    [[nodiscard]] double needed(bool isFramed) const { return isFramed && !m_isFramed ? m_head.height : 0; }

    void begin()
    {
        m_pages.append(Page());
        m_y = bodyTop;
        m_isFresh = true;
    }

    void breakPage()
    {
        closeFrame();
        begin();
    }

    void openFrame(bool isFramed)
    {
        if (!isFramed || m_isFramed)
            return;
        m_isFramed = true;
        rule(thickRule);
        put(m_head);
    }

    void closeFrame()
    {
        if (std::exchange(m_isFramed, false))
            rule(thickRule);
    }

    void rule(double width)
    {
        m_pages.last().rules.append({{printable.left(), m_y, printable.right(), m_y}, width, false});
    }

    void put(const Piece &piece)
    {
        Page content = piece.content;
        move(content, printable.left(), m_y);
        append(m_pages.last(), std::move(content));
        m_y += piece.height;
        m_isFresh = false;
    }

    Piece m_head;
    QList<Page> m_pages;
    double m_y = 0;
    bool m_isFramed = false;
    bool m_isFresh = true; ///< nothing stands on the page yet
};

void addAll(Stack &stack, const QList<Piece> &pieces)
{
    QList<Piece> together;
    for (const Piece &piece : pieces) {
        together.append(piece);
        if (!piece.keepsNext) {
            stack.add(together);
            together.clear();
        }
    }
    if (!together.isEmpty())
        stack.add(together);
}

Layout layOutIn(double size, const PaperForm &form)
{
    Stack stack(size);
    stack.add({panelPiece(form.person, size)});
    stack.space();
    if (const QList<Piece> warnings = warningPieces(form, size); !warnings.isEmpty()) {
        addAll(stack, warnings);
        stack.space();
    }
    addAll(stack, questionPieces(form, size));
    if (!form.leftOut.isEmpty()) {
        stack.space();
        addAll(stack, {remarkPiece(form.leftOut, size)});
    }
    for (const PaperPanel &panel : form.panels) {
        stack.space();
        stack.add({panelPiece(panel, size)});
    }
    Layout layout{size, stack.finish()};
    for (qsizetype page = 0; page < layout.pages.size(); ++page)
        append(layout.pages[page], pageFrame(form, int(page) + 1, int(layout.pages.size())));
    return layout;
}

} // namespace

QFont font(double size, bool isBold)
{
    // The families of the screens, without the screens' size of text.
    QFont font = theme::font(1, isBold);
    font.setPixelSize(qRound(size * 10));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

Type::Type(double size, bool isBold)
    : m_size(size)
    , m_isBold(isBold)
{
}

double Type::width(const QString &text) const
{
    return QFontMetricsF(font(m_size, m_isBold)).horizontalAdvance(text) / 10;
}

QList<Run> Type::lines(const QString &text, double width) const
{
    QList<Run> runs;
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    for (const QString &paragraph : text.split(u'\n')) {
        if (paragraph.isEmpty())
            runs.append({QRectF(0, double(runs.size()) * lineHeight(), 0, lineHeight()), {}, m_size, m_isBold});
        QTextLayout layout(paragraph, font(m_size, m_isBold));
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid() && !paragraph.isEmpty(); line = layout.createLine()) {
            line.setLineWidth(std::max(width, m_size) * 10);
            runs.append({QRectF(0, double(runs.size()) * lineHeight(), line.naturalTextWidth() / 10, lineHeight()),
                         paragraph.mid(line.textStart(), line.textLength()), m_size, m_isBold});
        }
        layout.endLayout();
    }
    return runs;
}

Layout layOut(const PaperForm &form)
{
    const Layout smallest = layOutIn(*std::rbegin(typeSizes), form);
    for (const double size : typeSizes)
        if (Layout layout = layOutIn(size, form); layout.pages.size() <= smallest.pages.size())
            return layout;
    return smallest;
}

} // namespace uk::paper
