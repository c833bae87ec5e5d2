// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QProxyStyle>

class QFocusFrame;

namespace uk {

/// Fusion, plus the focus ring (U-C2), check boxes with a 24 px mark in a 44 px hit area, and no dotted frames.
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
};

/// Keeps the focus ring round the control that has the keyboard focus, in whatever window it is. Text fields always have
/// it; buttons and the like once a key was pressed, until the next touch or click, so that on a touch screen nothing looks
/// chosen beforehand.
/// A widget with the dynamic property "noFocusRing" draws its own. Lives on the main thread as a child of the application.
class FocusRing : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QObject *parent);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void follow(QWidget *widget);
    void setByKeyboard(bool isByKeyboard);

    bool m_isByKeyboard = false;

    QPointer<QFocusFrame> m_frame;
};

} // namespace uk
