// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statelabel.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace uk {
namespace {
constexpr int iconGap = 6;

int iconSide(const QFontMetrics &metrics)
{
    return qRound(metrics.ascent() * 1.15);
}
} // namespace

StateLabel::StateLabel(const StateText &state, QWidget *parent, int pixelSize) : QWidget(parent), m_pixelSize(pixelSize)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(state);
}

void StateLabel::setState(const StateText &state)
{
    m_state = state;
    setAccessibleName(state.word);
    updateGeometry();
    update();
}

QSize StateLabel::sizeHint() const
{
    const QFontMetrics metrics(theme::font(m_pixelSize, true));
    const int icon = m_state.icon == Icon::None ? 0 : iconSide(metrics) + iconGap;
    return {icon + metrics.horizontalAdvance(m_state.word) + 2, metrics.height()};
}

void StateLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont font = theme::font(m_pixelSize, true);
    const QFontMetrics metrics(font);
    double x = 0;
    if (m_state.icon != Icon::None) {
        const int side = iconSide(metrics);
        paintIcon(painter, m_state.icon, QRectF(0, (height() - side) / 2.0, side, side), color(m_state.role), color(Role::Surface));
        x = side + iconGap;
    }
    painter.setFont(font);
    painter.setPen(color(m_state.role));
    painter.drawText(QRectF(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, m_state.word);
}

void StateLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
}

} // namespace uk
