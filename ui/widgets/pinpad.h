// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/metrics.h"

#include <QWidget>

class QGridLayout;

namespace uk {

class Button;

/// Boxes for the digits of a PIN, painted from the count alone: no digit ever reaches this widget.
class PinBoxes : public QWidget, public Scalable
{
    Q_OBJECT
public:
    explicit PinBoxes(int length, QWidget *parent = nullptr);

    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    void setMetrics(const PatientMetrics &metrics) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    int m_length;
    int m_count = 0;
    int m_side = 128;
    int m_gap = 28;
};

/// Tries left as filled rings, used ones dashed; stands beside the words that say the same.
class TriesPips : public QWidget, public Scalable
{
    Q_OBJECT
public:
    explicit TriesPips(int total, QWidget *parent = nullptr);
    void setLeft(int left);
    void setMetrics(const PatientMetrics &metrics) override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_total;
    int m_left;
    int m_side = 36;
};

/// Ten large keys, erase and, in the last corner, enter, a decimal point or nothing. Keys are called PREFIX.digit.N,
/// PREFIX.erase, PREFIX.enter and PREFIX.point.
class DigitPad : public QWidget, public Scalable
{
    Q_OBJECT
public:
    enum class Corner { Enter, Point, Nothing };
    explicit DigitPad(const QString &prefix, QWidget *parent = nullptr, Corner corner = Corner::Enter);
    void setMetrics(const PatientMetrics &metrics) override;

Q_SIGNALS:
    void digitPressed(int digit);
    void erasePressed();
    void enterPressed();
    void pointPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addEnter(const QString &prefix);
    void retranslate();

    QGridLayout *m_grid;
    Button *m_erase;
    Button *m_enter = nullptr;
};

} // namespace uk
