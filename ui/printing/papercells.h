// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/printing/paperpieces.h"

namespace uk::paper {

/// Places lines below each other.
void addLines(Page &page, const QList<Run> &lines, double x, double y);

/// The place of one answer in this width: boxes with their labels, the answer, or room to write. `isHigh`: room for a
/// signature.
[[nodiscard]] Piece cellPiece(const PaperCell &cell, double width, double size, bool isHigh = false);

} // namespace uk::paper
