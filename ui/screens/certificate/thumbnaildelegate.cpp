// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/thumbnaildelegate.h"

#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>

namespace uk {

namespace {

constexpr int width = 96, tallest = 120, above = 12, numberHeight = 28;

QSizeF paperOf(const QModelIndex &index)
{
    const QSizeF paper = index.data(ThumbnailDelegate::paperRole).toSizeF();
    return paper.isEmpty() ? QSizeF(width, width) : paper.scaled(width, tallest, Qt::KeepAspectRatio);
}

} // namespace

void ThumbnailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSizeF size = paperOf(index);
    const QRectF paper(option.rect.center().x() - size.width() / 2, option.rect.top() + above, size.width(), size.height());
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->fillRect(paper, Qt::white);
    if (const auto picture = index.data(Qt::DecorationRole).value<QImage>(); !picture.isNull())
        painter->drawImage(paper, picture);
    const bool isOnShow = option.state.testFlag(QStyle::State_Selected);
    const double line = isOnShow ? 4 : 1;
    painter->setPen(QPen(color(isOnShow ? Role::Primary : Role::Border), line, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(paper.adjusted(-line / 2, -line / 2, line / 2, line / 2));
    painter->setFont(theme::font(size::text::body, isOnShow));
    painter->setPen(color(Role::TextStrong));
    painter->drawText(QRectF(option.rect.left(), paper.bottom() + 4, option.rect.width(), numberHeight), Qt::AlignCenter,
        index.data().toString());
    painter->restore();
}

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {width + 24, qRound(paperOf(index).height()) + above + numberHeight + 8};
}

} // namespace uk
