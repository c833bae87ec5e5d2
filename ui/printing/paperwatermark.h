// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainterPath>
#include <QSizeF>

class QImage;

namespace uk {

/// 訓練 across a page of this many pixels. Main thread (fonts); the path may then be drawn in any thread.
[[nodiscard]] QPainterPath watermarkPath(QSizeF page);

/// Darkens what lies under the mark, so that the text below stays readable. `top`: the picture's first row within the
/// page of the path. Always on white paper, whatever the theme.
void drawWatermark(QImage &picture, const QPainterPath &path, int top);

} // namespace uk
