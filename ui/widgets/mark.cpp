// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/mark.h"

#include "ui/theme/icons.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

namespace uk {

using namespace Qt::StringLiterals;

Mark::Mark(int pixelSize, QWidget *parent) : QWidget(parent)
{
    m_name = new Label(tr("受付"), pixelSize, true, Role::TextStrong, this);
    m_latin = new Label(u"Uketsuke"_s, pixelSize * 8 / 9, false, Role::TextMuted, this);
    for (Label *label : {m_name, m_latin})
        label->setProperty("isBarText", true);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_name);
    row->addWidget(m_latin);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    arrange();
}

void Mark::setMetrics(const PatientMetrics &metrics)
{
    m_name->setMetrics(metrics); // the mark is as large as its word
    m_latin->setMetrics(metrics);
    arrange();
}

void Mark::setSubtitleVisible(bool isVisible)
{
    m_latin->setVisible(isVisible);
}

void Mark::arrange()
{
    const int side = qRound(m_name->font().pixelSize() * 1.45);
    layout()->setContentsMargins(side + side / 3, 0, 0, 0);
    layout()->setSpacing(side / 4);
}

void Mark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double side = m_name->font().pixelSize() * 1.45;
    paintIcon(painter, Icon::Mark, QRectF(0, (height() - side) / 2, side, side), color(Role::TextStrong), color(Role::Surface));
}

void Mark::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace uk
