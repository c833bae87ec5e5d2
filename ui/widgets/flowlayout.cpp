// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/flowlayout.h"

#include <QWidget>

namespace uk {

FlowLayout::FlowLayout(QWidget *parent, int gap) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(gap);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        size = {size.width() + hint.width() + (size.width() > 0 ? spacing() : 0), std::max(size.height(), hint.height())};
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->isEmpty() ? QSize() : item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const int spare = rect.height() - arrange(rect, false);
    arrange(rect.adjusted(0, std::max(0, spare / 2), 0, 0), true);
}

int FlowLayout::arrange(const QRect &rect, bool isMoving) const
{
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    int y = area.top(), index = 0;
    while (index < m_items.size()) {
        int width = 0, height = 0, end = index;
        for (; end < m_items.size(); ++end) {
            if (m_items[end]->isEmpty())
                continue;
            const QSize hint = m_items[end]->sizeHint();
            const int wanted = width + (width > 0 ? spacing() : 0) + hint.width();
            if (width > 0 && wanted > area.width())
                break;
            width = wanted;
            height = std::max(height, hint.height());
        }
        if (y > area.top())
            y += height > 0 ? spacing() : 0;
        int x = m_isRight ? area.right() + 1 - std::min(width, area.width()) : area.left();
        for (; index < end; ++index) {
            if (m_items[index]->isEmpty())
                continue;
            const QSize hint = m_items[index]->sizeHint();
            if (isMoving)
                m_items[index]->setGeometry({x, y + (height - hint.height()) / 2, std::min(hint.width(), area.width()), hint.height()});
            x += hint.width() + spacing();
        }
        y += height;
        if (m_isSingleLine)
            break;
    }
    for (; isMoving && index < m_items.size(); ++index)
        m_items[index]->setGeometry({});
    return y - rect.top() + margins.bottom();
}

} // namespace uk
