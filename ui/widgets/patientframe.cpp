// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/patientframe.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/label.h"
#include "ui/widgets/mark.h"
#include "ui/widgets/readingpane.h"
#include "ui/widgets/trainingmark.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

constexpr int referenceBand = 12;

} // namespace

/// A bar with a ground and a line towards the middle of the screen.
class PatientFrame::Bar : public QWidget
{
public:
    Bar(Role ground, bool hasLineOnTop, QWidget *parent) : QWidget(parent), m_ground(ground), m_hasLineOnTop(hasLineOnTop) {}

    /// Not setMinimumHeight(): that would win over what the content needs.
    void setLeastHeight(int height)
    {
        m_leastHeight = height;
        updateGeometry();
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return QWidget::minimumSizeHint().expandedTo({0, m_leastHeight}); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), color(m_ground));
        painter.fillRect(QRect(0, m_hasLineOnTop ? 0 : height() - 1, width(), 1), color(Role::Hairline));
    }

private:
    Role m_ground;
    bool m_hasLineOnTop;
    int m_leastHeight = 0;
};

PatientFrame::PatientFrame(QWidget *parent) : QWidget(parent)
{
    setAutoFillBackground(true);
    m_band = new TrainingBand(referenceBand, this);

    m_top = new Bar(Role::Surface, false, this);
    m_topRow = new QHBoxLayout(m_top);
    m_mark = new Mark(size::text::patientLead, m_top);
    m_training = new TrainingLabel({}, size::text::patientExplanation, m_top);
    m_training->setProperty("isBarText", true);
    m_training->setObjectName(u"patient.training"_s);
    m_steps = new StepBar(this);
    m_topRow->addWidget(m_mark);
    m_topRow->addStretch(0);
    m_topRow->addWidget(m_training);

    m_body = new QBoxLayout(QBoxLayout::TopToBottom);

    m_bottom = new Bar(Role::SurfacePanel, true, this);
    auto *bottom = new QVBoxLayout(m_bottom);
    m_buttons = new QHBoxLayout;
    m_operatorRow = new QHBoxLayout;
    m_operator = new Label({}, size::text::patientBody, false, Role::Text, m_bottom);
    m_operator->setObjectName(u"patient.operator"_s);
    m_operator->setWordWrap(true);
    m_contact = new Label({}, size::text::patientBody, false, Role::Text, m_bottom);
    m_contact->setObjectName(u"patient.contact"_s);
    m_contact->setWordWrap(true);
    m_contact->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (Label *label : {m_operator, m_contact})
        label->setProperty("isBarText", true);
    m_operatorRow->addWidget(m_operator, 3);
    m_operatorRow->addWidget(m_contact, 2);
    bottom->addLayout(m_buttons);
    bottom->addLayout(m_operatorRow);

    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_band);
    m_column->addWidget(m_top);
    m_column->addWidget(m_steps);
    m_column->addLayout(m_body, 1);
    m_column->addWidget(m_bottom);
    setTraining(false);
    setStep(std::nullopt);
    retranslate();
}

void PatientFrame::setOperator(const QString &name, const QString &contact)
{
    m_operator->setText(name);
    m_contact->setText(contact);
}

void PatientFrame::setTraining(bool isTraining)
{
    m_isTraining = isTraining;
    m_band->setVisible(isTraining);
    m_training->setVisible(isTraining);
    arrangeTop();
}

void PatientFrame::setStep(std::optional<PatientStep> step)
{
    m_hasStep = step.has_value();
    if (step)
        m_steps->setStep(*step);
    m_steps->setVisible(m_hasStep);
    arrangeTop();
}

void PatientFrame::setMmWidth(double mmWidth)
{
    m_mmWidth = mmWidth;
    applyMetrics();
}

void PatientFrame::setBody(QWidget *explanation, QWidget *decision, const QString &objectName)
{
    m_pane = new ReadingPane(explanation, objectName, this);
    m_decision = decision;
    m_body->addWidget(m_pane);
    if (decision)
        m_body->addWidget(decision);
    applyMetrics();
}

void PatientFrame::setShares(int explanationUpright, int decisionUpright, int explanationWide, int decisionWide)
{
    m_shares[0] = explanationUpright;
    m_shares[1] = decisionUpright;
    m_shares[2] = explanationWide;
    m_shares[3] = decisionWide;
    applyMetrics();
}

void PatientFrame::setSingleColumn(bool isSingle)
{
    m_isSingleColumn = isSingle;
    applyMetrics();
}

Button *PatientFrame::addBarButton(const QString &objectName, Icon icon, Button::Kind kind)
{
    auto *button = new Button(kind, {}, Button::For::Patient, m_bottom);
    button->setObjectName(objectName);
    button->setButtonIcon(icon);
    button->setProperty("isBarText", true);
    QSizePolicy policy = button->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Expanding);
    button->setSizePolicy(policy);
    m_buttons->addWidget(button); // wider words get a wider button
    return button;
}

void PatientFrame::refresh()
{
    const auto widgets = findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (auto *scalable = dynamic_cast<Scalable *>(widget))
            scalable->setMetrics(m_metrics);
    }
}

void PatientFrame::applyMetrics()
{
    m_metrics = patientMetrics(size(), m_mmWidth, pixelsPerMm(screen()), theme::textScale());
    const bool isWide = m_metrics.isWide;
    refresh();
    m_body->setDirection(isWide && !m_isSingleColumn ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_body->setContentsMargins(m_metrics.margin, std::max(8, m_metrics.px(20)), m_metrics.margin, std::max(8, m_metrics.px(20)));
    m_body->setSpacing(isWide ? std::max(24, m_metrics.px(48)) : m_metrics.gap);
    if (m_pane)
        m_body->setStretchFactor(m_pane, m_shares[isWide && !m_isSingleColumn ? 2 : 0]);
    if (m_decision)
        m_body->setStretchFactor(m_decision, m_shares[isWide && !m_isSingleColumn ? 3 : 1]);
    const int barGap = std::max(6, m_metrics.px(isWide ? 14 : 20));
    m_topRow->setContentsMargins(m_metrics.margin, barGap / 2, m_metrics.margin, barGap / 2);
    m_topRow->setSpacing(m_metrics.gap);
    m_top->setLeastHeight(m_metrics.px(isWide ? 72 : 96));
    m_steps->setContentsMargins(0, 0, 0, 0);
    m_bottom->layout()->setContentsMargins(m_metrics.margin, barGap + 4, m_metrics.margin, barGap);
    m_bottom->layout()->setSpacing(std::max(6, barGap / 2));
    m_buttons->setSpacing(std::max(16, m_metrics.gap));
    arrangeTop();
    Q_EMIT metricsChanged();
}

void PatientFrame::arrangeTop()
{
    // On a wide display the steps stand in the top bar, upright below it.
    const bool isInBar = m_metrics.isWide;
    const int place = m_topRow->indexOf(m_steps);
    if (isInBar && place < 0) {
        m_column->removeWidget(m_steps);
        m_topRow->insertWidget(1, m_steps, 1);
    } else if (!isInBar && place >= 0) {
        m_topRow->removeWidget(m_steps);
        m_column->insertWidget(2, m_steps);
    }
    const QString whole = tr("訓練中　本物の受付ではありません");
    const int room = width() - 2 * m_metrics.margin - m_mark->sizeHint().width() - 2 * m_metrics.gap;
    const int needed = QFontMetrics(m_training->font()).horizontalAdvance(whole) + 2 * size::text::patientExplanation;
    const bool isShort = needed > room || (isInBar && m_hasStep);
    m_training->setText(isShort ? tr("訓練中") : whole);
    m_training->setAccessibleName(whole);
}

void PatientFrame::retranslate()
{
    arrangeTop();
}

void PatientFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    applyMetrics();
}

void PatientFrame::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::StyleChange)
        applyMetrics();
}

} // namespace uk
