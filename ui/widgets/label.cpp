// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/label.h"

#include "ui/theme/sizes.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace uk {

Label::Label(const QString &text, int pixelSize, bool isBold, Role role, QWidget *parent)
    : QLabel(parent), m_pixelSize(pixelSize), m_isBold(isBold), m_role(role)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    Label::restyle();
}

void Label::setRole(Role role)
{
    m_role = role;
    restyle();
}

void Label::setMetrics(const PatientMetrics &metrics)
{
    m_scale = metrics.scale;
    m_smallest = metrics.smallestText;
    m_textLimit = property("isBarText").toBool() ? metrics.barTextScale : 0;
    restyle();
}

QFont Label::scaledFont(double pixelSize) const
{
    QFont font = theme::font(std::max(pixelSize * m_scale, double(m_smallest)), m_isBold);
    if (m_textLimit > 0)
        font.setPixelSize(qRound(font.pixelSize() / theme::textScale() * m_textLimit));
    return font;
}

void Label::restyle()
{
    setFont(scaledFont(m_pixelSize));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(m_role));
    setPalette(colours);
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange)
        restyle();
}

int balancedWidth(const QFontMetrics &metrics, int width, const QString &text)
{
    const auto heightAt = [&](int room) { return metrics.boundingRect(QRect(0, 0, room, 100000), Qt::TextWordWrap, text).height(); };
    const int wanted = heightAt(width);
    if (wanted < 2 * metrics.height() || wanted > 4 * metrics.lineSpacing())
        return width; // one line, or running text
    int low = width / 3, high = width;
    while (low + 1 < high) {
        const int middle = (low + high) / 2;
        (heightAt(middle) > wanted ? low : high) = middle;
    }
    return high;
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!wordWrap()) {
        QLabel::paintEvent(event);
        return;
    }
    QRect room = contentsRect();
    // Titles are balanced; an answer fills its line, so that a word or a date is not cut without need.
    const int narrow = m_isBold && m_pixelSize > size::text::body ? balancedWidth(fontMetrics(), room.width(), text()) : room.width();
    if (alignment().testFlag(Qt::AlignHCenter))
        room.adjust((room.width() - narrow) / 2, 0, -((room.width() - narrow) / 2), 0);
    else if (alignment().testFlag(Qt::AlignRight))
        room.setLeft(room.right() + 1 - narrow);
    else
        room.setWidth(narrow);
    QPainter painter(this);
    style()->drawItemText(&painter, room, int(alignment()) | Qt::TextWordWrap, palette(), isEnabled(), text(), foregroundRole());
}

Label *makeParagraph(const QString &text, int pixelSize, QWidget *parent, Role role)
{
    auto *label = new Label(text, pixelSize, false, role, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace uk
