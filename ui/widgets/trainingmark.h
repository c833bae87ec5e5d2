// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/label.h"

#include <QWidget>

namespace uk {

/// The coloured band at the top edge of every window while training; not there otherwise.
class TrainingBand : public QWidget, public Scalable
{
    Q_OBJECT
public:
    TrainingBand(int height, QWidget *parent = nullptr);
    void setMetrics(const PatientMetrics &metrics) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_height;
};

/// 訓練 on a coloured ground.
class TrainingLabel : public Label
{
    Q_OBJECT
public:
    TrainingLabel(const QString &text, int pixelSize, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace uk
