// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/paperformpdf.h"

#include "ui/printing/paperlayout.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace uk {

namespace {

constexpr int dotsPerPoint = 10; ///< the unit of paper::font()
constexpr QColor ink(0, 0, 0), shade(232, 232, 232);

void drawTick(QPainter &painter, const paper::Tick &tick)
{
    const QRectF box(tick.box.topLeft() * dotsPerPoint, tick.box.size() * dotsPerPoint);
    painter.setPen(QPen(ink, 0.7 * dotsPerPoint, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(3, 3, -3, -3));
    if (!tick.isTicked)
        return;
    painter.setPen(QPen(ink, 1.5 * dotsPerPoint, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) { return box.topLeft() + QPointF(box.width() * x, box.height() * y); };
    painter.drawPolyline(QPolygonF{{at(0.18, 0.5), at(0.42, 0.78), at(0.92, 0.08)}});
}

void drawPage(QPainter &painter, const paper::Page &page)
{
    for (const QRectF &area : page.shades)
        painter.fillRect(QRectF(area.topLeft() * dotsPerPoint, area.size() * dotsPerPoint), shade);
    for (const paper::Rule &rule : page.rules) {
        QPen pen(ink, rule.width * dotsPerPoint, Qt::SolidLine, Qt::SquareCap);
        if (rule.isDotted) {
            pen.setCapStyle(Qt::FlatCap);
            pen.setDashPattern({2, 3});
        }
        painter.setPen(pen);
        painter.drawLine(QLineF(rule.line.p1() * dotsPerPoint, rule.line.p2() * dotsPerPoint));
    }
    for (const paper::Tick &tick : page.ticks)
        drawTick(painter, tick);
    painter.setPen(ink);
    for (const paper::Run &run : page.runs) {
        painter.setFont(paper::font(run.size, run.isBold));
        // One base line for every font of a line: a name in a second font stands level with its neighbours.
        painter.drawText(QPointF(run.place.left(), run.place.top() + run.size * 1.02) * dotsPerPoint, run.text);
    }
}

} // namespace

QByteArray paperFormPdf(const PaperForm &form)
{
    const paper::Layout layout = paper::layOut(form);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(72 * dotsPerPoint);
    writer.setCreator({});
    QPainter painter(&writer);
    for (qsizetype page = 0; page < layout.pages.size(); ++page) {
        if (page > 0)
            writer.newPage();
        drawPage(painter, layout.pages[page]);
    }
    painter.end();
    return buffer.data();
}

} // namespace uk
