// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/label.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace uk {

Button::Look Button::look() const
{
    const bool isContrast = theme::mode() == theme::Mode::HighContrast;
    const double line = m_audience == For::Patient || isContrast ? 2 : 1;
    const bool isOver = underMouse() && isEnabled();
    const Role quietPaper = isDown() ? Role::Pressed : isOver ? Role::Hover : Role::Surface;
    switch (m_kind) {
    case Kind::Primary: {
        const Role paper = isDown() ? Role::PrimaryPressed : isOver ? Role::PrimaryHover : Role::Primary;
        return {color(Role::OnPrimary), color(paper), color(paper), line};
    }
    case Kind::Secondary: return {color(Role::Primary), color(quietPaper), color(Role::Primary), line};
    case Kind::Choice:
        if (isChecked())
            return {color(Role::Primary), color(Role::SurfaceTinted), color(Role::Primary), line + 2};
        break;
    case Kind::Tab:
        return {color(isChecked() ? Role::Primary : Role::Text), isDown() || isOver ? color(quietPaper) : QColor(Qt::transparent),
                QColor(Qt::transparent), 0};
    case Kind::Link: return {color(Role::Primary), QColor(Qt::transparent), QColor(Qt::transparent), 0};
    case Kind::Quiet: break;
    }
    return {color(isEnabled() ? Role::TextStrong : Role::TextMuted), color(quietPaper), color(Role::Border), line};
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look how = look();
    const double radius = m_audience == For::Staff ? size::radius : std::max<double>(size::radius, m_metrics.px(size::patientRadius));
    const double inset = how.lineWidth / 2;
    painter.setPen(how.lineWidth > 0 ? QPen(how.line, how.lineWidth) : QPen(Qt::NoPen));
    painter.setBrush(how.paper);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
    if (m_kind == Kind::Tab && isChecked())
        painter.fillRect(QRectF(0, height() - 4, width(), 4), color(Role::Primary));
    paintContent(painter, how);
}

void Button::paintContent(QPainter &painter, const Look &how) const
{
    QFont font = textFont();
    font.setUnderline(m_kind == Kind::Link);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int room = balancedWidth(metrics, std::max(1, width() - widthWithoutText()), QPushButton::text());
    const QRect text = metrics.boundingRect(QRect(0, 0, room, 10000), textFlags, QPushButton::text());
    const int content = widthWithoutText() - 2 * padding() + text.width();
    double x = (width() - content) / 2.0;
    const int note = noteHeight(width());
    if (const int side = iconSide(); side > 0) {
        paintIcon(painter, shownIcon(), QRectF(x, (height() - note - side) / 2.0, side, side), how.ink,
                  how.paper.alpha() > 0 ? how.paper : color(Role::Surface));
        x += side + (QPushButton::text().isEmpty() ? 0 : partGap());
    }
    painter.setPen(how.ink);
    painter.drawText(QRectF(x - 1, 0, text.width() + lineSlack + 1, height() - note), textFlags, QPushButton::text());
    if (note > 0) {
        painter.setFont(noteFont());
        const double top = (height() - note + text.height()) / 2.0;
        painter.drawText(QRectF(padding(), top, width() - 2 * padding(), note), textFlags, m_note);
        painter.setFont(font);
    }
    x += text.width() + partGap();
    if (m_count > 0) {
        const QFont bold = theme::font(size::text::body, true);
        const double ring = countWidth(QFontMetrics(bold), m_count), high = QFontMetrics(bold).height() + 2;
        painter.setPen(QPen(color(Role::Border), 1));
        painter.setBrush(Qt::NoBrush);
        const QRectF box(x, (height() - high) / 2.0, ring, high);
        painter.drawRoundedRect(box, high / 2, high / 2);
        painter.setPen(how.ink);
        painter.setFont(bold);
        painter.drawText(box, Qt::AlignCenter, QString::number(m_count));
        x += ring + partGap();
    }
    if (const QString key = shownKey(); !key.isEmpty()) {
        const QSize chip = keyChipSize(key);
        const bool isFilled = m_kind == Kind::Primary;
        paintKeyChip(painter, QRectF(x, (height() - chip.height()) / 2.0, chip.width(), chip.height()), key,
                     isFilled ? how.ink : color(Role::Text), isFilled ? how.paper : color(Role::Surface));
    }
}

} // namespace uk
