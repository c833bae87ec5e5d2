// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/style.h"

#include "ui/theme/icons.h"
#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

constexpr int indicatorSide = 24;

void drawFocusRing(QPainter *painter, const QRect &rect)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto ring = [&](double inset, double width, Role role) {
        const double middle = inset + width / 2;
        painter->setPen(QPen(color(role), width));
        painter->drawRoundedRect(QRectF(rect).adjusted(middle, middle, -middle, -middle), size::radius + 4, size::radius + 4);
    };
    painter->setBrush(Qt::NoBrush);
    ring(0, size::focusOuter, Role::FocusOuter);
    ring(size::focusOuter, size::focusGap, Role::FocusInner);
    painter->restore();
}

void drawIndicator(QPainter *painter, const QStyleOption &option, bool isRound)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter->setPen(QPen(color(isOn ? Role::Primary : Role::Border), 2));
    painter->setBrush(color(isOn && !isRound ? Role::Primary : Role::Surface));
    if (isRound) {
        painter->drawEllipse(box);
        if (isOn) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(color(Role::Primary));
            painter->drawEllipse(box.adjusted(5, 5, -5, -5));
        }
    } else {
        painter->drawRoundedRect(box, 4, 4);
        if (isOn)
            paintIcon(*painter, Icon::Check, box.adjusted(2, 2, -2, -2), color(Role::OnPrimary), color(Role::Primary));
    }
    painter->restore();
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_FocusFrame) {
        drawFocusRing(painter, option->rect);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect: return; // the ring of CE_FocusFrame says it
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawIndicator(painter, *option, false); return;
    case PE_IndicatorRadioButton: drawIndicator(painter, *option, true); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return size::focusOuter + size::focusGap;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return indicatorSide;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget: return 1;
    case SH_FocusFrame_Mask: return 0;
    case SH_UnderlineShortcut: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

FocusRing::FocusRing(QObject *parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    qApp->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: setByKeyboard(true); break;
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin: setByKeyboard(false); break;
    default: break;
    }
    return QObject::eventFilter(object, event);
}

void FocusRing::setByKeyboard(bool isByKeyboard)
{
    if (isByKeyboard == m_isByKeyboard)
        return;
    m_isByKeyboard = isByKeyboard;
    follow(QApplication::focusWidget());
}

void FocusRing::follow(QWidget *widget)
{
    const bool isWanted = m_isByKeyboard || (widget && (widget->testAttribute(Qt::WA_InputMethodEnabled) || qobject_cast<QLineEdit *>(widget)));
    if (!isWanted || !widget || widget->isWindow() || widget->property("noFocusRing").toBool()) {
        delete m_frame;
        return;
    }
    // The frame becomes a child of the control's window and is gone with it; then a new one is made.
    if (!m_frame)
        m_frame = new QFocusFrame(widget->window());
    m_frame->setWidget(widget);
}

} // namespace uk
