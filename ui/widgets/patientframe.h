// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/stepbar.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QVBoxLayout;

namespace uk {

class Label;
class Mark;
class ReadingPane;
class TrainingBand;
class TrainingLabel;

/// The frame of every patient screen: training band, top bar, steps, what to read, what to do, and the bottom bar with up
/// to three buttons and the operator's name and contact, always at the same place. Upright displays have one column, wide
/// ones two. Sizes follow the display; what is to be done stays in view, what is to be read may scroll.
class PatientFrame : public QWidget
{
    Q_OBJECT
public:
    explicit PatientFrame(QWidget *parent = nullptr);

    void setOperator(const QString &name, const QString &contact);
    void setTraining(bool isTraining);
    void setStep(std::optional<PatientStep> step);
    /// Width of the display in mm (setting display.mmWidth); 0: what the screen reports.
    void setMmWidth(double mmWidth);
    /// Takes both over. decision may be null. objectName: of the screen, for the reading button.
    void setBody(QWidget *explanation, QWidget *decision, const QString &objectName);
    /// Shares of the height on an upright display and of the width on a wide one; 0: only what is needed.
    void setShares(int explanationUpright, int decisionUpright, int explanationWide = 1, int decisionWide = 1);
    /// One column on wide displays too, for screens with few words.
    void setSingleColumn(bool isSingle);
    /// One more button in the bottom bar, from the left.
    Button *addBarButton(const QString &objectName, Icon icon, Button::Kind kind = Button::Kind::Quiet);
    [[nodiscard]] const PatientMetrics &metrics() const { return m_metrics; }
    /// Gives the sizes to widgets that were made after the last change.
    void refresh();

Q_SIGNALS:
    void metricsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Bar;

    void retranslate();
    void applyMetrics();
    void arrangeTop();

    PatientMetrics m_metrics;
    double m_mmWidth = 0;
    bool m_hasStep = false;
    bool m_isTraining = false;
    bool m_isSingleColumn = false;
    int m_shares[4] = {1, 0, 1, 1};
    TrainingBand *m_band;
    Bar *m_top, *m_bottom;
    QBoxLayout *m_topRow;
    Mark *m_mark;
    TrainingLabel *m_training;
    StepBar *m_steps;
    QVBoxLayout *m_column;
    QBoxLayout *m_body;
    QBoxLayout *m_buttons;
    QBoxLayout *m_operatorRow;
    Label *m_operator, *m_contact;
    ReadingPane *m_pane = nullptr;
    QWidget *m_decision = nullptr;
};

} // namespace uk
