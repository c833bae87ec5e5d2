// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/metrics.h"

#include <QWidget>

class QVBoxLayout;

namespace uk {

/// A ground with round corners and, if wanted, a border; a column of things stands in it.
class Panel : public QWidget, public Scalable
{
    Q_OBJECT
public:
    explicit Panel(Role ground, QWidget *parent = nullptr);
    void setBorder(Role role, double width);
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    void setMetrics(const PatientMetrics &metrics) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Role m_ground;
    Role m_border = Role::Border;
    double m_line = 0;
    double m_radius = 24;
    QVBoxLayout *m_column;
};

/// A plain column of things with scaled distances and room for the focus ring at its edges.
class Column : public QWidget, public Scalable
{
    Q_OBJECT
public:
    explicit Column(QWidget *parent = nullptr, int referenceGap = 24);
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    void setMetrics(const PatientMetrics &metrics) override;
    /// The least height: pictures in the column give way before a scroll area scrolls.
    [[nodiscard]] int heightForWidth(int width) const override;

private:
    int m_referenceGap;
    QVBoxLayout *m_column;
};

/// A numbered step: disc, bold line, explanation.
class NumberedStep : public QWidget, public Scalable
{
    Q_OBJECT
public:
    NumberedStep(int number, const QString &title, const QString &text, QWidget *parent = nullptr);
    void setMetrics(const PatientMetrics &metrics) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
    double m_disc = 56;
};

} // namespace uk
