// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/trainingmark.h"

#include <QPainter>

namespace uk {

TrainingBand::TrainingBand(int height, QWidget *parent) : QWidget(parent), m_height(height)
{
    setFixedHeight(height);
}

void TrainingBand::setMetrics(const PatientMetrics &metrics)
{
    setFixedHeight(std::max(6, metrics.px(m_height)));
}

void TrainingBand::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), color(Role::Training));
}

TrainingLabel::TrainingLabel(const QString &text, int pixelSize, QWidget *parent)
    : Label(text, pixelSize, true, Role::OnTraining, parent)
{
    setContentsMargins(pixelSize * 3 / 4, pixelSize / 4, pixelSize * 3 / 4, pixelSize / 4);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TrainingLabel::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Role::Training));
    painter.drawRoundedRect(rect(), 4, 4);
    painter.end();
    Label::paintEvent(event);
}

} // namespace uk
