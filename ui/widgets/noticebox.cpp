// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/noticebox.h"

#include "ui/theme/icons.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

struct LevelLook { Role role; Icon icon; };

LevelLook lookOf(NoticeBox::Level level)
{
    switch (level) {
    case NoticeBox::Level::Success: return {Role::Success, Icon::CheckCircle};
    case NoticeBox::Level::Warning: return {Role::Warning, Icon::Warning};
    case NoticeBox::Level::Error: return {Role::Error, Icon::Error};
    case NoticeBox::Level::Info: break;
    }
    return {Role::Info, Icon::Info};
}

constexpr int padding = 16;
constexpr int staffIcon = 26;
constexpr int patientIcon = 40;

} // namespace

NoticeBox::NoticeBox(Level level, const QString &title, const QString &text, For audience, QWidget *parent)
    : QFrame(parent), m_level(level), m_audience(audience), m_iconSide(audience == For::Staff ? staffIcon : patientIcon)
{
    const int px = audience == For::Staff ? size::text::body : size::text::patientBody;
    m_title = new Label(title, px, true, Role::TextStrong, this);
    m_text = new Label(text, px, false, Role::TextStrong, this);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_action = new Button(Button::Kind::Link, {}, audience == For::Staff ? Button::For::Staff : Button::For::Patient, this);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &NoticeBox::actionTriggered);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(padding + m_iconSide + 12, 8, padding, 8);
    row->setSpacing(12);
    row->addLayout(words, 1);
    row->addWidget(m_action);
    setNotice(level, title, text);
    setMinimumHeight(audience == For::Staff ? 56 : 0);
}

void NoticeBox::setNotice(Level level, const QString &title, const QString &text)
{
    m_level = level;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(text.isEmpty() ? title : title + u' ' + text);
    updateGeometry();
    update();
}

void NoticeBox::setAction(const QString &text, const QString &objectName)
{
    m_action->setText(text);
    m_action->setObjectName(objectName);
    m_action->setVisible(!text.isEmpty());
}

QString NoticeBox::title() const
{
    return m_title->text();
}

void NoticeBox::setMetrics(const PatientMetrics &metrics)
{
    m_iconSide = std::max(28, metrics.px(patientIcon));
    layout()->setContentsMargins(padding + m_iconSide + 12, std::max(8, metrics.px(14)), padding, std::max(8, metrics.px(14)));
}

void NoticeBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const LevelLook look = lookOf(m_level);
    const double line = 3;
    painter.setPen(QPen(color(look.role), line));
    painter.setBrush(color(Role::Surface));
    const double radius = m_audience == For::Staff ? size::radius : size::patientRadius;
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius);
    const double middle = m_title->isVisible() && m_text->isVisible()
                              ? m_title->geometry().top() + QFontMetrics(m_title->font()).height() / 2.0
                              : height() / 2.0;
    paintIcon(painter, look.icon, QRectF(padding, std::max(8.0, middle - m_iconSide / 2.0), m_iconSide, m_iconSide),
              color(look.role), color(Role::Surface));
}

void NoticeBox::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

} // namespace uk
