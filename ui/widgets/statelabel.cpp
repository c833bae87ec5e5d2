// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statelabel.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace uk {
namespace {
constexpr int iconGap = 6;
constexpr int unlimited = 100000; // pixels
constexpr int lineFlags = int(Qt::AlignTop) | int(Qt::AlignLeft) | int(Qt::TextWordWrap);

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

void StateLabel::setWordWrap(bool wraps)
{
    m_wraps = wraps;
    QSizePolicy policy(wraps ? QSizePolicy::Expanding : QSizePolicy::Fixed, wraps ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(wraps);
    setSizePolicy(policy);
    updateGeometry();
}

int StateLabel::textLeft() const
{
    return m_state.icon == Icon::None ? 0 : iconSide(QFontMetrics(theme::font(m_pixelSize, true))) + iconGap;
}

QSize StateLabel::textSize(int width) const
{
    const QFontMetrics metrics(theme::font(m_pixelSize, true));
    const QSize size = metrics.boundingRect(QRect(0, 0, std::max(width, 1), unlimited), lineFlags, m_state.word).size();
    return {size.width(), std::max(size.height(), metrics.height())};
}

QSize StateLabel::sizeHint() const
{
    return textSize(unlimited) + QSize(textLeft() + 2, 0);
}

QSize StateLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(theme::font(m_pixelSize, true));
    return m_wraps ? QSize(textLeft() + metrics.averageCharWidth(), metrics.height()) : sizeHint();
}

int StateLabel::heightForWidth(int width) const
{
    return m_wraps ? textSize(width - textLeft() - 2).height() : sizeHint().height();
}

void StateLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont font = theme::font(m_pixelSize, true);
    const QFontMetrics metrics(font);
    const int left = textLeft();
    const int tall = textSize(m_wraps ? width() - left : unlimited).height();
    const QRect text(left, (height() - tall) / 2, width() - left, tall);
    if (m_state.icon != Icon::None) {
        // Beside the first line.
        const int side = iconSide(metrics);
        paintIcon(painter, m_state.icon, QRectF(0, text.top() + (metrics.height() - side) / 2.0, side, side), color(m_state.role),
                  color(Role::Surface));
    }
    painter.setFont(font);
    painter.setPen(color(m_state.role));
    painter.drawText(text, (m_wraps ? lineFlags : lineFlags & ~Qt::TextWordWrap) | Qt::TextDontClip, m_state.word);
}

void StateLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
}

} // namespace uk
