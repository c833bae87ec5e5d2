// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/pagecanvas.h"

#include "ui/printing/paperwatermark.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPaintEvent>

namespace uk {

namespace {

constexpr int deskMargin = 16;

} // namespace

PageCanvas::PageCanvas(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void PageCanvas::setPage(int page, QSizeF size)
{
    if (page != m_page)
        m_picture = {};
    m_page = page;
    if (size != m_size) {
        m_size = size;
        updateMark();
    }
    setMinimumSize((m_size + QSizeF(2 * deskMargin, 2 * deskMargin)).toSize());
    setAccessibleName(tr("書類の%1ページ目").arg(page + 1));
    update();
}

void PageCanvas::setPicture(int page, const QImage &picture)
{
    if (page != m_page)
        return;
    m_picture = picture;
    update();
}

void PageCanvas::setTraining(bool isTraining)
{
    m_isTraining = isTraining;
    updateMark();
    update();
}

void PageCanvas::clear()
{
    m_page = -1;
    m_picture = {};
    m_size = {};
    m_mark = {};
    setMinimumSize(0, 0);
    setAccessibleName({});
    update();
}

QRectF PageCanvas::paper() const
{
    // Whole physical pixels, so that a picture of the right size is drawn as it is.
    const double ratio = devicePixelRatioF();
    const auto snapped = [ratio](double value) { return std::round(value * ratio) / ratio; };
    const double left = std::max<double>(deskMargin, (width() - m_size.width()) / 2);
    return {snapped(left), deskMargin, m_size.width(), m_size.height()};
}

void PageCanvas::updateMark()
{
    m_mark = m_isTraining && !m_size.isEmpty() ? watermarkPath(m_size) : QPainterPath();
}

void PageCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), color(Role::PictureFaint));
    if (m_page < 0)
        return;
    const QRectF page = paper();
    painter.fillRect(page, Qt::white);
    if (!m_picture.isNull()) {
        const QSizeF physical = page.size() * devicePixelRatioF();
        const bool isSharp = std::abs(physical.width() - m_picture.width()) < 1.5
            && std::abs(physical.height() - m_picture.height()) < 1.5;
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !isSharp);
        const QSizeF size = isSharp ? QSizeF(m_picture.size()) / devicePixelRatioF() : page.size();
        painter.drawImage(QRectF(page.topLeft(), size), m_picture);
    }
    if (!m_mark.isEmpty()) {
        painter.save();
        painter.setClipRect(page);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        painter.translate(page.topLeft());
        painter.fillPath(m_mark, theme::color(Role::Watermark, theme::Mode::Light));
        painter.restore();
    }
    painter.setPen(QPen(color(Role::Border), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5));
}

} // namespace uk
