// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/pinpad.h"

#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

constexpr int referenceBox = 128;
constexpr int referencePip = 36;

} // namespace

PinBoxes::PinBoxes(int length, QWidget *parent) : QWidget(parent), m_length(length)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false); // half-width digits only (U-C5)
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    describe();
}

void PinBoxes::setCount(int count)
{
    m_count = count;
    describe();
    update();
}

void PinBoxes::setMetrics(const PatientMetrics &metrics)
{
    m_side = std::max(metrics.isWide ? 56 : 88, metrics.px(metrics.isWide ? 96 : referenceBox));
    m_gap = std::max(12, metrics.px(28));
    updateGeometry();
}

QSize PinBoxes::sizeHint() const
{
    return {m_length * m_side + (m_length - 1) * m_gap + 4, m_side + 4};
}

void PinBoxes::describe()
{
    setAccessibleName(tr("暗証番号 %1けたのうち%2けた入力ずみ").arg(m_length).arg(m_count));
}

void PinBoxes::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int total = m_length * m_side + (m_length - 1) * m_gap;
    double x = (width() - total) / 2.0;
    for (int place = 0; place < m_length; ++place, x += m_side + m_gap) {
        const bool isNext = place == m_count;
        painter.setPen(QPen(color(isNext ? Role::Primary : Role::Border), isNext ? 6 : 2));
        painter.setBrush(color(Role::Surface));
        painter.drawRoundedRect(QRectF(x + 3, 3, m_side - 6, m_side - 6), m_side / 8.0, m_side / 8.0);
        if (place < m_count) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(Role::TextStrong));
            painter.drawEllipse(QPointF(x + m_side / 2.0, m_side / 2.0), m_side * 0.19, m_side * 0.19);
        }
    }
}

void PinBoxes::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

TriesPips::TriesPips(int total, QWidget *parent) : QWidget(parent), m_total(total), m_left(total)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TriesPips::setLeft(int left)
{
    m_left = left;
    update();
}

void TriesPips::setMetrics(const PatientMetrics &metrics)
{
    m_side = std::max(24, metrics.px(referencePip));
    updateGeometry();
}

QSize TriesPips::sizeHint() const
{
    return {m_total * (m_side + 10) - 10, m_side};
}

void TriesPips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int pip = 0; pip < m_total; ++pip) {
        const bool isLeft = pip < m_left;
        QPen line(color(isLeft ? Role::Primary : Role::Border), 4);
        if (!isLeft)
            line.setDashPattern({1.6, 1.2});
        painter.setPen(line);
        painter.setBrush(isLeft ? QBrush(color(Role::Primary)) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(pip * (m_side + 10) + 2, 2, m_side - 4, m_side - 4));
    }
}

DigitPad::DigitPad(const QString &prefix, QWidget *parent, Corner corner) : QWidget(parent)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(8, 8, 8, 8); // room for the focus ring
    const auto addKey = [&](Button *key, int row, int column) {
        key->setFillsHeight();
        m_grid->addWidget(key, row, column);
        return key;
    };
    const auto addSign = [&](const QString &sign, const QString &name, int row, int column) {
        auto *key = new Button(Button::Kind::Quiet, sign, Button::For::Patient, this);
        key->setTextSize(size::text::patientCall);
        key->setAcceptsDoubleTap(true);
        key->setObjectName(prefix + name);
        return addKey(key, row, column);
    };
    const auto addDigit = [&](int digit, int row, int column) {
        auto *key = addSign(QString::number(digit), u".digit."_s + QString::number(digit), row, column);
        connect(key, &QPushButton::clicked, this, [this, digit] { Q_EMIT digitPressed(digit); });
    };
    for (int digit = 1; digit <= 9; ++digit)
        addDigit(digit, (digit - 1) / 3, (digit - 1) % 3);
    m_erase = new Button(Button::Kind::Quiet, {}, Button::For::Patient, this);
    m_erase->setTextSize(size::text::patientLead);
    m_erase->setButtonIcon(Icon::ChevronLeft);
    m_erase->setAcceptsDoubleTap(true);
    m_erase->setObjectName(prefix + u".erase"_s);
    connect(m_erase, &QPushButton::clicked, this, &DigitPad::erasePressed);
    addKey(m_erase, 3, 0);
    addDigit(0, 3, 1);
    if (corner == Corner::Point)
        connect(addSign(u"."_s, u".point"_s, 3, 2), &QPushButton::clicked, this, &DigitPad::pointPressed);
    if (corner == Corner::Enter)
        addEnter(prefix);
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, 1);
    for (int row = 0; row < 4; ++row)
        m_grid->setRowStretch(row, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    retranslate();
}

void DigitPad::addEnter(const QString &prefix)
{
    m_enter = new Button(Button::Kind::Primary, {}, Button::For::Patient, this);
    m_enter->setTextSize(size::text::patientName);
    m_enter->setButtonIcon(Icon::CheckCircle);
    m_enter->setObjectName(prefix + u".enter"_s);
    connect(m_enter, &QPushButton::clicked, this, &DigitPad::enterPressed);
    m_enter->setFillsHeight();
    m_grid->addWidget(m_enter, 3, 2);
}

void DigitPad::setMetrics(const PatientMetrics &metrics)
{
    m_grid->setSpacing(std::max(8, metrics.px(16)));
    // Keys look best as wide as they are high or a little more; a very wide display does not make them bands.
    setMaximumWidth(metrics.isWide ? std::max(640, metrics.px(1000)) : QWIDGETSIZE_MAX);
}

void DigitPad::retranslate()
{
    m_erase->setText(tr("1文字けす"));
    if (m_enter)
        m_enter->setText(tr("決定"));
}

void DigitPad::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace uk
