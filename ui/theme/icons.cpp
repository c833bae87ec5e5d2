// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QPolygonF>

#include <initializer_list>

namespace uk {
namespace {

using Points = std::initializer_list<QPointF>;

/// A pen and a brush over one 24×24 box.
class Drawing
{
public:
    Drawing(QPainter &painter, const QColor &ink, const QColor &paper) : m_painter(painter), m_ink(ink), m_paper(paper) {}

    void line(Points points, double width, bool isPaper = false)
    {
        m_painter.setPen(QPen(isPaper ? m_paper : m_ink, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(QPolygonF(QList<QPointF>(points)));
    }
    void fill(Points points, bool isPaper = false)
    {
        plain(isPaper);
        m_painter.drawPolygon(QPolygonF(QList<QPointF>(points)));
    }
    void fillRect(const QRectF &rect, double radius = 0, bool isPaper = false)
    {
        plain(isPaper);
        m_painter.drawRoundedRect(rect, radius, radius);
    }
    void strokeRect(const QRectF &rect, double radius, double width, bool isDashed = false)
    {
        QPen pen(m_ink, width);
        if (isDashed)
            pen.setDashPattern({4 / width, 3 / width});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(rect, radius, radius);
    }
    void disc(double radius, QPointF centre = {12, 12}, bool isPaper = false)
    {
        plain(isPaper);
        m_painter.drawEllipse(centre, radius, radius);
    }
    void circle(double radius, double width, QPointF centre = {12, 12})
    {
        m_painter.setPen(QPen(m_ink, width));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawEllipse(centre, radius, radius);
    }
    void path(const QPainterPath &path, double width)
    {
        m_painter.setPen(QPen(m_ink, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(path);
    }
    void fillPath(const QPainterPath &path)
    {
        plain(false);
        m_painter.drawPath(path);
    }

private:
    void plain(bool isPaper)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(isPaper ? m_paper : m_ink);
    }

    QPainter &m_painter;
    QColor m_ink, m_paper;
};

void drawExclamation(Drawing &d, double top, double bottom, double dot)
{
    d.fillRect({10.9, top, 2.2, bottom - top}, 0, true);
    d.fillRect({10.9, dot, 2.2, 2.3}, 0, true);
}

void drawBell(Drawing &d)
{
    QPainterPath bell({5, 17.5});
    bell.lineTo(19, 17.5);
    bell.cubicTo(17.5, 16, 17, 14.5, 17, 10.5);
    bell.arcTo(QRectF(7, 5.5, 10, 10), 0, 180);
    bell.cubicTo(7, 14.5, 6.5, 16, 5, 17.5);
    d.path(bell, 2.2);
    d.line({{10, 20.5}, {14, 20.5}}, 2.2);
    d.line({{12, 3}, {12, 5.5}}, 2.2);
}

void drawGlobe(Drawing &d)
{
    d.circle(9.5, 2);
    d.line({{2.5, 12}, {21.5, 12}}, 2);
    QPainterPath meridians({12, 2.5});
    meridians.cubicTo(6, 8.5, 6, 15.5, 12, 21.5);
    meridians.cubicTo(18, 15.5, 18, 8.5, 12, 2.5);
    d.path(meridians, 2);
}

void drawHelp(Drawing &d)
{
    d.circle(10, 2.2);
    QPainterPath hook({8.8, 9.5});
    hook.cubicTo(8.8, 5.2, 15.2, 5.2, 15.2, 9.4);
    hook.cubicTo(15.2, 11.6, 12, 11.9, 12, 14.6);
    d.path(hook, 2.2);
    d.fillRect({10.9, 16.5, 2.2, 2.2});
}

void drawSpeaker(Drawing &d)
{
    d.line({{3, 9}, {3, 15}, {7, 15}, {13, 20}, {13, 4}, {7, 9}, {3, 9}, {3, 12}}, 2.2);
    QPainterPath waves;
    waves.arcMoveTo(QRectF(11, 7, 10, 10), 45);
    waves.arcTo(QRectF(11, 7, 10, 10), 45, -90);
    waves.arcMoveTo(QRectF(7, 3, 18, 18), 45);
    waves.arcTo(QRectF(7, 3, 18, 18), 45, -90);
    d.path(waves, 2.2);
}

void drawLock(Drawing &d)
{
    d.fillRect({4, 10.5, 16, 11}, 2);
    QPainterPath shackle({7.5, 11});
    shackle.lineTo(7.5, 7.5);
    shackle.arcTo(QRectF(7.5, 3, 9, 9), 180, -180);
    shackle.lineTo(16.5, 11);
    d.path(shackle, 2.4);
}

void drawPrinter(Drawing &d)
{
    d.line({{6, 9}, {6, 3}, {18, 3}, {18, 9}}, 2.2);
    d.line({{6, 17}, {3, 17}, {3, 9}, {21, 9}, {21, 17}, {18, 17}}, 2.2);
    d.strokeRect({6.5, 14, 11, 7}, 0, 2.2);
}

void drawDocument(Drawing &d)
{
    d.line({{5, 3}, {5, 2}, {15, 2}, {19, 6}, {19, 22}, {5, 22}, {5, 2}}, 2.2);
    d.line({{8.5, 10}, {15.5, 10}}, 2);
    d.line({{8.5, 14}, {15.5, 14}}, 2);
    d.line({{8.5, 18}, {12.5, 18}}, 2);
}

void drawPencil(Drawing &d)
{
    d.line({{5, 15}, {4, 20}, {9, 19}, {20, 8}, {16, 4}, {5, 15}, {4.5, 17.5}}, 2.2);
    d.line({{13.5, 6.5}, {17.5, 10.5}}, 2.2);
}

void drawPerson(Drawing &d)
{
    d.disc(4.2, {12, 7.6});
    QPainterPath shoulders({4, 21});
    shoulders.arcTo(QRectF(4, 13, 16, 16), 180, -180);
    shoulders.closeSubpath();
    d.fillPath(shoulders);
}

void drawCard(Drawing &d)
{
    d.strokeRect({2, 5, 20, 14}, 2, 2);
    d.line({{5, 9}, {12, 9}}, 2);
    d.line({{5, 13}, {10, 13}}, 2);
    d.fillRect({14.5, 9, 4.5, 6}, 1);
}

void drawDraft(Drawing &d)
{
    d.circle(9.5, 2.4);
    QPainterPath half({12, 2.5});
    half.arcTo(QRectF(2.5, 2.5, 19, 19), 90, -180);
    half.closeSubpath();
    d.fillPath(half);
}

void drawMark(Drawing &d)
{
    d.strokeRect({1.5, 1.5, 21, 21}, 3.5, 1.8);
    d.fillRect({7, 7, 10, 6.8}, 1);
    d.line({{4.5, 17.2}, {19.5, 17.2}}, 2.1);
}

void draw(Drawing &d, Icon icon)
{
    switch (icon) {
    case Icon::None: break;
    case Icon::Check: d.line({{4, 12.5}, {9.5, 18}, {20, 6.5}}, 3); break;
    case Icon::CheckCircle: d.disc(10.2); d.line({{7, 12.3}, {10.5, 15.8}, {17.3, 9}}, 2.3, true); break;
    case Icon::Cross: d.line({{5, 5}, {19, 19}}, 2.6); d.line({{19, 5}, {5, 19}}, 2.6); break;
    case Icon::Warning: d.fill({{12, 1.8}, {23.2, 21.5}, {0.8, 21.5}}); drawExclamation(d, 8.5, 15.3, 17); break;
    case Icon::Error:
        d.fill({{7.9, 2}, {16.1, 2}, {22, 7.9}, {22, 16.1}, {16.1, 22}, {7.9, 22}, {2, 16.1}, {2, 7.9}});
        drawExclamation(d, 6, 13.5, 15.5);
        break;
    case Icon::Risk: d.fillRect({2, 2, 20, 20}, 4); drawExclamation(d, 5.6, 13.6, 15.6); break;
    case Icon::Info:
        d.disc(10.2);
        d.fillRect({10.9, 10.4, 2.2, 7.6}, 0, true);
        d.fillRect({10.9, 6.2, 2.2, 2.4}, 0, true);
        break;
    case Icon::Help: drawHelp(d); break;
    case Icon::Lock: drawLock(d); break;
    case Icon::Bell: drawBell(d); break;
    case Icon::Printer: drawPrinter(d); break;
    case Icon::Document: drawDocument(d); break;
    case Icon::Phone: d.strokeRect({6, 2, 12, 20}, 2.5, 2.2); d.line({{10.5, 18.5}, {13.5, 18.5}}, 2); break;
    case Icon::Globe: drawGlobe(d); break;
    case Icon::Pencil: drawPencil(d); break;
    case Icon::Changed:
        d.line({{3, 8}, {17, 8}}, 2.2); d.line({{13, 3}, {18, 8}, {13, 13}}, 2.2);
        d.line({{21, 16}, {7, 16}}, 2.2); d.line({{11, 11}, {6, 16}, {11, 21}}, 2.2);
        break;
    case Icon::ChevronLeft: d.line({{16, 4}, {8, 12}, {16, 20}}, 2.6); break;
    case Icon::ChevronRight: d.line({{8, 4}, {16, 12}, {8, 20}}, 2.6); break;
    case Icon::ChevronUp: d.line({{4, 16}, {12, 8}, {20, 16}}, 2.6); break;
    case Icon::ChevronDown: d.line({{4, 8}, {12, 16}, {20, 8}}, 2.6); break;
    case Icon::Draft: drawDraft(d); break;
    case Icon::MinusCircle: d.circle(9.5, 2.4); d.line({{7, 12}, {17, 12}}, 2.4); break;
    case Icon::Unanswered: d.strokeRect({3, 3, 18, 18}, 3, 2.4, true); d.line({{8, 12}, {16, 12}}, 2.4); break;
    case Icon::Speaker: drawSpeaker(d); break;
    case Icon::Person: drawPerson(d); break;
    case Icon::Clock: d.circle(9.5, 2.2); d.line({{12, 6}, {12, 12.5}, {16.5, 15}}, 2.2); break;
    case Icon::Search: d.circle(6.5, 2.4, {10, 10}); d.line({{14.8, 14.8}, {21, 21}}, 2.8); break;
    case Icon::Plus: d.line({{12, 4}, {12, 20}}, 2.6); d.line({{4, 12}, {20, 12}}, 2.6); break;
    case Icon::Minus: d.line({{4, 12}, {20, 12}}, 2.6); break;
    case Icon::External:
        d.line({{11, 5}, {4, 5}, {4, 20}, {19, 20}, {19, 13}}, 2.2);
        d.line({{13, 3}, {21, 3}, {21, 11}}, 2.2); d.line({{21, 3}, {10, 14}}, 2.2);
        break;
    case Icon::Card: drawCard(d); break;
    case Icon::Mark: drawMark(d); break;
    }
}

} // namespace

void paintIcon(QPainter &painter, Icon icon, const QRectF &box, const QColor &ink, const QColor &paper)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(box.width(), box.height());
    painter.translate(box.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 24, side / 24);
    Drawing drawing(painter, ink, paper);
    draw(drawing, icon);
    painter.restore();
}

QIcon makeIcon(Icon icon, Role ink, Role paper, int side)
{
    QPixmap pixmap(side * 2, side * 2); // sharp up to a device pixel ratio of 2
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintIcon(painter, icon, QRectF(0, 0, side, side), color(ink), color(paper));
    painter.end();
    return QIcon(pixmap);
}

} // namespace uk
