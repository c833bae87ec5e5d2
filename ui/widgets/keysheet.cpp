// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/keysheet.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 40, linesInColumn = 9;

} // namespace

KeySheet::KeySheet(const QList<KeyMeaning> &keys, QWidget *screen)
    : QWidget(screen)
    , m_screen(screen)
{
    setObjectName(u"keys.sheet"_s);
    setAccessibleName(tr("この画面で使えるキー"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(16);
    column->addWidget(new Label(tr("この画面で使えるキー"), size::text::name, true, Role::TextStrong, this));
    auto *list = new QWidget;
    auto *grid = new QGridLayout(list);
    grid->setHorizontalSpacing(margin);
    grid->setVerticalSpacing(12);
    for (int i = 0; i < keys.size(); ++i)
        grid->addWidget(new KeyHint(keys[i].keys, keys[i].meaning, list), i % linesInColumn, i / linesInColumn, Qt::AlignLeft);
    grid->setColumnStretch(int(keys.size()) / linesInColumn + 1, 1);
    grid->setRowStretch(linesInColumn, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(list);
    column->addWidget(scroll, 1);
    m_close = new Button(Button::Kind::Secondary, tr("閉じる（Esc）"), Button::For::Staff, this);
    m_close->setObjectName(u"keys.close"_s);
    connect(m_close, &QPushButton::clicked, this, &KeySheet::leave);
    column->addWidget(m_close, 0, Qt::AlignLeft);
    screen->installEventFilter(this);
    setGeometry(screen->rect());
    show();
    raise();
    m_close->setFocus();
}

void KeySheet::leave()
{
    hide();
    deleteLater();
    Q_EMIT left();
}

void KeySheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F1)
        leave();
    else
        event->accept(); // nothing below is meant
}

void KeySheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Surface));
}

bool KeySheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_screen && event->type() == QEvent::Resize)
        setGeometry(m_screen->rect());
    return QWidget::eventFilter(watched, event);
}

bool KeySheet::focusNextPrevChild(bool)
{
    m_close->setFocus();
    return true;
}

} // namespace uk
