// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/printing/paperlayout.h"

/// The parts of a form before they have their page.
namespace uk::paper {

/// A part that is never divided, from its own upper left corner.
struct Piece
{
    Page content;
    double height = 0;
    bool keepsNext = false; ///< the next piece stands on the same page
    bool isQuestion = false; ///< within the frame of the questions, with its head on every page
};

void move(Page &page, double dx, double dy);
void append(Page &page, Page other);

/// Rows of the questions: sections, questions, tables.
[[nodiscard]] QList<Piece> questionPieces(const PaperForm &form, double size);
/// 質問事項, 回答欄, 医師記入欄.
[[nodiscard]] Piece questionHead(double size);
[[nodiscard]] Piece panelPiece(const PaperPanel &panel, double size);
/// Nothing where there is no warning.
[[nodiscard]] QList<Piece> warningPieces(const PaperForm &form, double size);
/// Grey words over the whole width.
[[nodiscard]] Piece remarkPiece(const QString &text, double size);
/// Cuts a piece that is higher than a page between two lines of its text.
[[nodiscard]] QList<Piece> cutPiece(Piece piece, double height);

/// The head and the foot of one page.
[[nodiscard]] Page pageFrame(const PaperForm &form, int page, int pages);
inline constexpr double headHeight = 24, footHeight = 13;

inline constexpr double thickRule = 1.2, thinRule = 0.5;

} // namespace uk::paper
