// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/stepbar.h"

#include "ui/theme/icons.h"
#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace uk {
namespace {

constexpr int stepCount = 5;
constexpr int wordGap = 8;
constexpr int stepGap = 28;

} // namespace

StepBar::StepBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void StepBar::setStep(PatientStep step)
{
    m_step = step;
    describe();
    updateGeometry();
    update();
}

void StepBar::setMetrics(const PatientMetrics &metrics)
{
    m_metrics = metrics;
    m_disc = std::max<double>(QFontMetrics(wordFont(true)).height() + 4, metrics.px(52));
    updateGeometry();
    update();
}

QString StepBar::word(int step) const
{
    switch (PatientStep(step)) {
    case PatientStep::Card: return tr("カード");
    case PatientStep::Pin: return tr("暗証番号");
    case PatientStep::Consent: return tr("同意");
    case PatientStep::Confirm: return tr("確認");
    case PatientStep::TakeCard: break;
    }
    return tr("カードを取る");
}

QString StepBar::compactText() const
{
    return tr("%1／%2　%3", "step, number of steps, name of the step").arg(int(m_step) + 1).arg(stepCount).arg(word(int(m_step)));
}

void StepBar::describe()
{
    setAccessibleName(tr("%1段階のうち%2番目：%3").arg(stepCount).arg(int(m_step) + 1).arg(word(int(m_step))));
}

QFont StepBar::wordFont(bool isBold) const
{
    QFont font = theme::font(std::max(m_metrics.smallestText, m_metrics.px(size::text::patientBody)), isBold);
    font.setPixelSize(qRound(font.pixelSize() / theme::textScale() * m_metrics.barTextScale));
    return font;
}

bool StepBar::fitsInFull() const
{
    const QFontMetrics metrics(wordFont(true));
    double needed = 0, widest = 0;
    for (int step = 0; step < stepCount; ++step) {
        needed += m_disc + wordGap + metrics.horizontalAdvance(word(step)) + stepGap;
        widest = std::max<double>(widest, metrics.horizontalAdvance(word(step)));
    }
    return m_metrics.isWide ? needed - stepGap <= width() : (widest + 8) * stepCount <= width();
}

int StepBar::topGap() const
{
    return m_metrics.isWide ? 0 : m_metrics.px(24);
}

QSize StepBar::sizeHint() const
{
    const QFontMetrics metrics(wordFont(true));
    if (m_metrics.isWide)
        return {metrics.horizontalAdvance(compactText()) + 16, int(m_disc) + 4};
    return {metrics.horizontalAdvance(compactText()) + 16, topGap() + int(m_disc) + 6 + metrics.height()};
}

QSize StepBar::minimumSizeHint() const
{
    return sizeHint();
}

void StepBar::paintDisc(QPainter &painter, int step, QPointF centre) const
{
    const bool isDone = step < int(m_step), isNow = step == int(m_step);
    painter.setPen(QPen(color(isNow ? Role::Primary : isDone ? Role::Success : Role::Border), 2));
    painter.setBrush(color(isNow ? Role::Primary : Role::Surface));
    painter.drawEllipse(centre, m_disc / 2 - 1, m_disc / 2 - 1);
    const QRectF box(centre.x() - m_disc / 2, centre.y() - m_disc / 2, m_disc, m_disc);
    if (isDone) {
        const double inset = m_disc * 0.25;
        paintIcon(painter, Icon::Check, box.adjusted(inset, inset, -inset, -inset), color(Role::Success), color(Role::Surface));
        return;
    }
    painter.setFont(wordFont(true));
    painter.setPen(color(isNow ? Role::OnPrimary : Role::TextMuted));
    painter.drawText(box, Qt::AlignCenter, QString::number(step + 1));
}

void StepBar::paintBelow(QPainter &painter) const
{
    const double cell = width() / double(stepCount);
    for (int step = 0; step < stepCount; ++step) {
        const QPointF centre(cell * (step + 0.5), topGap() + m_disc / 2);
        if (step + 1 < stepCount) {
            painter.setPen(QPen(color(Role::Border), 2));
            painter.drawLine(centre + QPointF(m_disc * 0.65, 0), centre + QPointF(cell - m_disc * 0.65, 0));
        }
        paintDisc(painter, step, centre);
        const bool isNow = step == int(m_step);
        painter.setFont(wordFont(isNow));
        painter.setPen(color(isNow ? Role::Primary : step < int(m_step) ? Role::Text : Role::TextMuted));
        painter.drawText(QRectF(cell * step, topGap() + m_disc + 4, cell, height() - topGap() - m_disc - 4), Qt::AlignHCenter | Qt::AlignTop, word(step));
    }
}

void StepBar::paintInLine(QPainter &painter) const
{
    double x = 0;
    for (int step = 0; step < stepCount; ++step) {
        const bool isNow = step == int(m_step);
        paintDisc(painter, step, {x + m_disc / 2, height() / 2.0});
        x += m_disc + wordGap;
        painter.setFont(wordFont(isNow));
        painter.setPen(color(isNow ? Role::Primary : step < int(m_step) ? Role::Text : Role::TextMuted));
        const double wide = QFontMetrics(wordFont(true)).horizontalAdvance(word(step));
        painter.drawText(QRectF(x, 0, wide + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, word(step));
        x += wide + stepGap;
    }
}

void StepBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (fitsInFull()) {
        m_metrics.isWide ? paintInLine(painter) : paintBelow(painter);
        return;
    }
    painter.setFont(wordFont(true));
    painter.setPen(color(Role::Primary));
    painter.drawText(rect(), Qt::AlignCenter, compactText());
}

void StepBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        describe();
        updateGeometry();
    }
}

} // namespace uk
