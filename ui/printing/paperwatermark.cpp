// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/paperwatermark.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>

namespace uk {

QPainterPath watermarkPath(QSizeF page)
{
    const QString word = QCoreApplication::translate("PaperWatermark", "訓練");
    QFont font = theme::font(100, true);
    // One size whatever the length of the word in this language: two thirds of the page's width.
    font.setPixelSize(1000);
    QPainterPath path;
    path.addText(0, 0, font, word);
    const QRectF box = path.boundingRect();
    const double scale = std::min(page.width() * 0.66 / box.width(), page.height() * 0.5 / box.height());
    QTransform placed;
    placed.translate(page.width() / 2, page.height() / 2);
    placed.rotate(-20);
    placed.scale(scale, scale);
    placed.translate(-box.center().x(), -box.center().y());
    return placed.map(path);
}

void drawWatermark(QImage &picture, const QPainterPath &path, int top)
{
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.translate(0, -top);
    painter.fillPath(path, theme::color(Role::Watermark, theme::Mode::Light));
}

} // namespace uk
