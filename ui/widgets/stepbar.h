// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/metrics.h"

#include <QWidget>

namespace uk {

/// The five steps of the patient's part.
enum class PatientStep { Card, Pin, Consent, Confirm, TakeCard };

/// カード - 暗証番号 - 同意 - 確認 - カードを取る, with the present one filled. Where the words do not fit: 2／5 暗証番号.
class StepBar : public QWidget, public Scalable
{
    Q_OBJECT
public:
    explicit StepBar(QWidget *parent = nullptr);
    void setStep(PatientStep step);
    void setMetrics(const PatientMetrics &metrics) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont wordFont(bool isBold) const;
    [[nodiscard]] QString word(int step) const;
    [[nodiscard]] QString compactText() const;
    [[nodiscard]] bool fitsInFull() const;
    [[nodiscard]] int topGap() const;
    void paintDisc(QPainter &painter, int step, QPointF centre) const;
    void paintInLine(QPainter &painter) const;
    void paintBelow(QPainter &painter) const;
    void describe();

    PatientStep m_step = PatientStep::Card;
    PatientMetrics m_metrics;
    double m_disc = 52;
};

} // namespace uk
