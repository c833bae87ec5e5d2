// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/button.h"

#include <QWidget>

namespace uk {

class Label;

/// One wheel: a number with a button above (more) and below (less). Up, Down, Page Up and Page Down turn it too; no
/// dragging (U-B7).
class Wheel : public QWidget, public Scalable
{
    Q_OBJECT
public:
    /// Its buttons are called PREFIX.up and PREFIX.down.
    Wheel(int least, int most, bool isRound, const QString &namePrefix, Button::For audience, QWidget *parent = nullptr);

    [[nodiscard]] int value() const { return m_value; }
    void setValue(int value);
    /// No number stands there until one is set or the wheel is turned.
    [[nodiscard]] bool isSet() const { return m_isSet; }
    void setSpoken(const QString &name); ///< "体温の整数"
    void setMetrics(const PatientMetrics &metrics) override;

Q_SIGNALS:
    void turned();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void turn(int by);

    int m_least, m_most;
    bool m_isRound; ///< 9 is followed by 0
    int m_value;
    bool m_isSet = false;
    Label *m_number;
    Button *m_more, *m_less;
};

/// 体温 as two wheels: 35 to 42 and the tenths. Nobody's temperature stands there before somebody turned or typed it: the
/// first turn gives 36.5, further ones go from there.
class TemperatureWheels : public QWidget
{
    Q_OBJECT
public:
    TemperatureWheels(const QString &namePrefix, Button::For audience, QWidget *parent = nullptr);

    /// A canonical number; anything else leaves the wheels where they are.
    void setText(const QString &number);
    [[nodiscard]] QString text() const; ///< "36.5"

Q_SIGNALS:
    void turned(const QString &number);

private:
    Wheel *m_whole, *m_tenths;
};

} // namespace uk
