// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/readingpane.h"

#include "ui/widgets/button.h"

#include <QEvent>
#include <QHideEvent>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

constexpr int gap = 8;

} // namespace

ReadingPane::ReadingPane(QWidget *content, const QString &objectName, QWidget *parent) : QWidget(parent), m_content(content)
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    content->installEventFilter(this);
    m_more = new Button(Button::Kind::Quiet, {}, Button::For::Patient, this);
    m_more->setProperty("isBarText", true);
    m_more->setObjectName(objectName + u".more"_s);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, &ReadingPane::readOn);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &ReadingPane::updateButton);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    updateButton();
}

void ReadingPane::setMetrics(const PatientMetrics &)
{
    // The labels inside take their sizes after this call.
    QMetaObject::invokeMethod(this, &ReadingPane::arrange, Qt::QueuedConnection);
}

int ReadingPane::contentHeight(int width) const
{
    QLayout *layout = m_content->layout();
    if (!layout)
        return m_content->sizeHint().height();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalSizeHint().height();
}

QSize ReadingPane::sizeHint() const
{
    return {m_content->sizeHint().width(), m_naturalHeight > 0 ? m_naturalHeight : m_content->sizeHint().height()};
}

QSize ReadingPane::minimumSizeHint() const
{
    return {m_content->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width(),
            m_more->minimumSizeHint().height() + 60};
}

void ReadingPane::arrange()
{
    const int natural = contentHeight(width());
    if (natural != m_naturalHeight) {
        m_naturalHeight = natural;
        updateGeometry();
    }
    // Pictures give way before anything has to scroll.
    QLayout *layout = m_content->layout();
    const int least = layout && layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(width()) : natural;
    const bool isTooHigh = least > height();
    const int button = isTooHigh ? m_more->heightForWidth(width()) : 0;
    m_more->setVisible(isTooHigh);
    m_more->setGeometry(0, height() - button, width(), button);
    m_scroll->setGeometry(0, 0, width(), height() - (isTooHigh ? button + gap : 0));
    updateButton();
}

void ReadingPane::readOn()
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    const bool isAtEnd = bar->value() >= bar->maximum();
    bar->setValue(isAtEnd ? 0 : bar->value() + bar->pageStep() * 4 / 5);
}

void ReadingPane::updateButton()
{
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    const bool isAtEnd = bar->maximum() > 0 && bar->value() >= bar->maximum();
    m_more->setText(isAtEnd ? tr("はじめに戻る") : tr("つづきを見る"));
    m_more->setButtonIcon(isAtEnd ? Icon::ChevronUp : Icon::ChevronDown);
}

bool ReadingPane::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_content && event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &ReadingPane::arrange, Qt::QueuedConnection); // after the content's own layout
    return QWidget::eventFilter(object, event);
}

void ReadingPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ReadingPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_scroll->verticalScrollBar()->setValue(0);
}

void ReadingPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        updateButton();
}

} // namespace uk
