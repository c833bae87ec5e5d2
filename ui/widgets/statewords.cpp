// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statewords.h"

#include <QAccessible>
#include <QPainter>

namespace uk {

StateWords::StateWords(int pixelSize, QWidget *parent) : Label({}, pixelSize, true, Role::Text, parent)
{
    setWordWrap(true);
}

void StateWords::setState(Icon icon, Role role, const QString &words)
{
    const bool isNew = words != text();
    m_icon = icon;
    setText(words);
    setRole(role);
    if (isNew && isVisible()) {
        QAccessibleEvent announcement(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&announcement);
    }
}

QSize StateWords::sizeHint() const
{
    const QSize words = fontMetrics().size(0, text());
    return {words.width() + contentsMargins().left() + 4, words.height()};
}

int StateWords::iconSide() const
{
    return qRound(QFontMetrics(font()).ascent() * 1.25);
}

void StateWords::restyle()
{
    Label::restyle();
    setContentsMargins(m_icon == Icon::None ? 0 : iconSide() * 4 / 3, 0, 0, 0);
}

void StateWords::paintEvent(QPaintEvent *event)
{
    Label::paintEvent(event);
    QPainter painter(this);
    const int side = iconSide();
    // Beside the first line; the words stand in the middle of the height.
    const QFontMetrics metrics(font());
    const int words = metrics.boundingRect(QRect(0, 0, contentsRect().width(), 100000), Qt::TextWordWrap, text()).height();
    const double top = (height() - words) / 2.0 + (metrics.height() - side) / 2.0;
    paintIcon(painter, m_icon, QRectF(0, std::max(0.0, top), side, side), color(role()), color(Role::Surface));
}

} // namespace uk
