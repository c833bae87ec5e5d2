// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/answers/temperaturewheels.h"

#include "app/questionnaire/answertypes.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int coldest = 35, hottest = 42, usualWhole = 36, usualTenths = 5;
constexpr int page = 5;

int numberSize(Button::For audience)
{
    return audience == Button::For::Staff ? size::text::heading : size::text::patientCall;
}

} // namespace

Wheel::Wheel(int least, int most, bool isRound, const QString &namePrefix, Button::For audience, QWidget *parent)
    : QWidget(parent)
    , m_least(least)
    , m_most(most)
    , m_isRound(isRound)
    , m_value(least)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    const bool isForStaff = audience == Button::For::Staff;
    // Staff have little height and a keyboard: the buttons stand beside the number.
    auto *layout = new QBoxLayout(isForStaff ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(isForStaff ? 4 : 8);
    const auto add = [&](const QString &name, Icon icon, int by) {
        auto *button = new Button(Button::Kind::Quiet, {}, audience, this);
        button->setObjectName(namePrefix + name);
        button->setButtonIcon(icon);
        button->setAcceptsDoubleTap(true);
        button->setFocusPolicy(Qt::NoFocus); // the wheel has the focus, and the arrow keys turn it
        connect(button, &QPushButton::clicked, this, [this, by] { turn(by); });
        return button;
    };
    m_more = add(u".up"_s, Icon::ChevronUp, 1);
    m_less = add(u".down"_s, Icon::ChevronDown, -1);
    m_number = new Label({}, numberSize(audience), true, Role::TextStrong, this);
    m_number->setAlignment(Qt::AlignCenter);
    layout->addWidget(isForStaff ? m_less : m_more);
    layout->addWidget(m_number);
    layout->addWidget(isForStaff ? m_more : m_less);
    m_number->setText(u"–"_s);
}

void Wheel::setValue(int value)
{
    m_value = std::clamp(value, m_least, m_most);
    m_isSet = true;
    m_number->setText(QString::number(m_value));
    setAccessibleDescription(m_number->text());
}

void Wheel::setSpoken(const QString &name)
{
    setAccessibleName(name);
    m_more->setAccessibleName(tr("%1を上げる").arg(name));
    m_less->setAccessibleName(tr("%1を下げる").arg(name));
}

void Wheel::setMetrics(const PatientMetrics &metrics)
{
    layout()->setSpacing(std::max(4, metrics.px(8)));
}

void Wheel::turn(int by)
{
    if (m_isSet) {
        const int next = m_value + by;
        setValue(m_isRound && next > m_most ? m_least : m_isRound && next < m_least ? m_most : next);
    }
    Q_EMIT turned();
}

void Wheel::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up: return turn(1);
    case Qt::Key_Down: return turn(-1);
    case Qt::Key_PageUp: return turn(page);
    case Qt::Key_PageDown: return turn(-page);
    default: QWidget::keyPressEvent(event);
    }
}

void Wheel::wheelEvent(QWheelEvent *event)
{
    // Only where it has the focus: whoever scrolls the page past it changes nothing.
    if (!hasFocus() || event->angleDelta().y() == 0)
        return event->ignore();
    turn(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

TemperatureWheels::TemperatureWheels(const QString &namePrefix, Button::For audience, QWidget *parent)
    : QWidget(parent)
    , m_whole(new Wheel(coldest, hottest, false, namePrefix + u".whole"_s, audience, this))
    , m_tenths(new Wheel(0, 9, true, namePrefix + u".tenths"_s, audience, this))
{
    m_whole->setObjectName(namePrefix + u".whole"_s);
    m_tenths->setObjectName(namePrefix + u".tenths"_s);
    m_whole->setSpoken(tr("体温の整数"));
    m_tenths->setSpoken(tr("体温の小数"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto *point = new Label(u"."_s, numberSize(audience), true, Role::TextStrong, this);
    auto *unit = new Label(u"℃"_s, audience == Button::For::Staff ? size::text::body : size::text::patientName, false, Role::Text, this);
    const int stretch = audience == Button::For::Staff ? 0 : 1;
    row->addWidget(m_whole, stretch);
    row->addWidget(point);
    row->addWidget(m_tenths, stretch);
    row->addWidget(unit);
    for (Wheel *wheel : {m_whole, m_tenths})
        connect(wheel, &Wheel::turned, this, [this] {
            if (!m_whole->isSet()) {
                m_whole->setValue(usualWhole);
                m_tenths->setValue(usualTenths);
            }
            Q_EMIT turned(text());
        });
}

void TemperatureWheels::setText(const QString &number)
{
    const auto value = canonicalNumber(number);
    if (!value)
        return;
    const int tenths = qRound(*value * 10);
    m_whole->setValue(tenths / 10);
    m_tenths->setValue(tenths % 10);
}

QString TemperatureWheels::text() const
{
    return u"%1.%2"_s.arg(m_whole->value()).arg(m_tenths->value());
}

} // namespace uk
