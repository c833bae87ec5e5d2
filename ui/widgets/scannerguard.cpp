// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/scannerguard.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QWindow>

namespace uk {

namespace {

/// The widget of that window which gets its keys, whether or not the window is the active one.
const QWidget *focusIn(const QObject *window)
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (const QWidget *widget : widgets)
        if (widget->windowHandle() == window)
            return widget->focusWidget() ? widget->focusWidget() : widget;
    return nullptr;
}

} // namespace

bool ScannerBurst::feedCharacter(qint64 ms)
{
    const bool isFast = m_count > 0 && ms - m_last < mostMsBetween;
    m_count = isFast ? m_count + 1 : 1;
    m_last = ms;
    return isFast;
}

bool ScannerBurst::feedEnter(qint64 ms)
{
    const bool isBurst = m_count >= leastCharacters && ms - m_last < mostMsBetween;
    m_count = 0;
    return isBurst;
}

ScannerGuard::ScannerGuard(QObject *parent)
    : QObject(parent)
{
    m_time.start();
    qApp->installEventFilter(this);
}

KeyTarget ScannerGuard::targetOf(const QWidget *focused)
{
    for (const QWidget *widget = focused; widget; widget = widget->parentWidget())
        if (widget->property("isDigitEntry").toBool())
            return KeyTarget::Digits;
    const auto *line = qobject_cast<const QLineEdit *>(focused);
    const auto *plain = qobject_cast<const QPlainTextEdit *>(focused);
    const auto *rich = qobject_cast<const QTextEdit *>(focused);
    const auto *list = qobject_cast<const QComboBox *>(focused);
    const bool isText = (line && !line->isReadOnly()) || (plain && !plain->isReadOnly()) || (rich && !rich->isReadOnly())
        || (list && list->isEditable());
    return isText ? KeyTarget::Text : KeyTarget::Controls;
}

bool ScannerGuard::takes(const QKeyEvent &event, const QWidget *focused)
{
    // The time of the press, where the system tells it: a program that was busy gets slow keys at once.
    const qint64 ms = event.timestamp() > 0 ? qint64(event.timestamp()) : m_time.elapsed();
    const KeyTarget target = targetOf(focused);
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        if (!m_burst.feedEnter(ms) || target == KeyTarget::Text)
            return false;
        Q_EMIT burstIgnored();
        return true;
    }
    const bool isCharacter = event.key() < Qt::Key_Escape && event.key() != 0
        && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!isCharacter || event.isAutoRepeat())
        return false;
    const bool isFast = m_burst.feedCharacter(ms);
    // A list would look for an entry that begins so; that is no use of a scanner, and the arrow keys do it for people.
    const bool isSearch = qobject_cast<const QComboBox *>(focused) && event.key() != Qt::Key_Space;
    return target == KeyTarget::Controls && (isFast || isSearch);
}

bool ScannerGuard::eventFilter(QObject *watched, QEvent *event)
{
    // Once for each key: at the window, before any widget.
    if (event->type() == QEvent::KeyPress && watched->isWindowType())
        return takes(*static_cast<const QKeyEvent *>(event), focusIn(watched));
    return QObject::eventFilter(watched, event);
}

} // namespace uk
