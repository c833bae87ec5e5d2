// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/paperform.h"

#include <QLineF>
#include <QRectF>

namespace uk {

/// Where everything of a form stands on A4. Points (1/72 inch), from the upper left corner of the paper.
namespace paper {

inline constexpr QSizeF a4{595.28, 841.89};
/// What printers reach, and a hole punch leaves: nothing is drawn outside.
inline constexpr QRectF printable{32, 26, 531.28, 791.89};
/// The sizes of the type, largest first. The last one is the smallest that is still read without effort.
inline constexpr double typeSizes[]{10, 9.5, 9, 8.75, 8.5, 8.25, 8, 7.75, 7.5};

/// One line of text.
struct Run
{
    QRectF place;
    QString text;
    double size = 9;
    bool isBold = false;
};

struct Rule
{
    QLineF line;
    double width = 0.5;
    bool isDotted = false;
};

/// A box to tick.
struct Tick
{
    QRectF box;
    bool isTicked = false;
};

struct Page
{
    QList<QRectF> shades; ///< light grey, below everything
    QList<Rule> rules;
    QList<Tick> ticks;
    QList<Run> runs;
};

struct Layout
{
    double typeSize = 0; ///< of the questions
    QList<Page> pages;
};

/// Text in one size of type, broken into lines. Main thread (fonts).
class Type
{
public:
    explicit Type(double size, bool isBold = false);
    [[nodiscard]] double size() const { return m_size; }
    [[nodiscard]] double lineHeight() const { return m_size * 1.25; }
    [[nodiscard]] double width(const QString &text) const;
    /// At least one line; line breaks of the text are kept.
    [[nodiscard]] QList<Run> lines(const QString &text, double width) const;

private:
    double m_size;
    bool m_isBold;
};

/// The font of the forms, in tenths of a point.
[[nodiscard]] QFont font(double size, bool isBold);

/// As many pages as the smallest type needs, in the largest type that needs no more. A question with its follow-ups stays
/// on one page, every page has the title, whose sheet it is and its number. Main thread (fonts).
[[nodiscard]] Layout layOut(const PaperForm &form);

} // namespace paper
} // namespace uk
