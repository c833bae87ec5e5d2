// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/panel.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace uk {

Panel::Panel(Role ground, QWidget *parent) : QWidget(parent), m_ground(ground)
{
    m_column = new QVBoxLayout(this);
}

void Panel::setBorder(Role role, double width)
{
    m_border = role;
    m_line = width;
    update();
}

void Panel::setMetrics(const PatientMetrics &metrics)
{
    m_radius = std::max(8, metrics.px(size::panelRadius));
    const int side = std::max(12, metrics.px(28)), end = std::max(8, metrics.px(metrics.isWide ? 14 : 20));
    m_column->setContentsMargins(side, end, side, end);
    m_column->setSpacing(std::max(6, metrics.px(12)));
    update();
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_line > 0 ? QPen(color(m_border), m_line) : QPen(Qt::NoPen));
    painter.setBrush(color(m_ground));
    const double inset = m_line / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_radius, m_radius);
}

Column::Column(QWidget *parent, int referenceGap) : QWidget(parent), m_referenceGap(referenceGap)
{
    m_column = new QVBoxLayout(this);
    const int ring = size::focusOuter + size::focusGap + 2;
    m_column->setContentsMargins(ring, ring, ring, ring);
}

void Column::setMetrics(const PatientMetrics &metrics)
{
    m_column->setSpacing(std::max(8, metrics.px(m_referenceGap)));
}

int Column::heightForWidth(int width) const
{
    return m_column->hasHeightForWidth() ? m_column->totalMinimumHeightForWidth(width) : -1;
}

NumberedStep::NumberedStep(int number, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent), m_number(number)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(2);
    auto *head = new Label(title, size::text::patientLead, true, Role::TextStrong, this);
    head->setWordWrap(true);
    column->addWidget(head);
    if (!text.isEmpty())
        column->addWidget(makeParagraph(text, size::text::patientExplanation, this));
    setAccessibleName(QString::number(number) + u' ' + title);
}

void NumberedStep::setMetrics(const PatientMetrics &metrics)
{
    QFont font = theme::font(std::max(metrics.px(size::text::patientButton), metrics.smallestText), true);
    m_disc = std::max<double>(metrics.px(56), QFontMetrics(font).height() + 6);
    const int edge = metrics.isWide ? 0 : metrics.px(8);
    layout()->setContentsMargins(int(m_disc) + std::max(12, metrics.px(28)), edge, 0, edge);
    setFont(font);
    setMinimumHeight(int(m_disc) + 4);
}

void NumberedStep::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Role::Primary));
    const QRectF disc(0, layout()->contentsMargins().top(), m_disc, m_disc);
    painter.drawEllipse(disc);
    painter.setPen(color(Role::OnPrimary));
    painter.setFont(font());
    painter.drawText(disc, Qt::AlignCenter, QString::number(m_number));
}

} // namespace uk
