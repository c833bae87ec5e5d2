// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/label.h"

#include <QEvent>

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

Label *makeParagraph(const QString &text, int pixelSize, QWidget *parent, Role role)
{
    auto *label = new Label(text, pixelSize, false, role, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace uk
