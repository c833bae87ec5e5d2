// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/walkthrough/inputdriver.h"

#include <QApplication>
#include <QCheckBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollArea>
#include <QWidget>
#include <QWindow>

#include <algorithm>

QT_BEGIN_NAMESPACE
// What Qt Test uses for the same purpose: a posted key event passes the shortcuts by.
Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject *target, ulong timestamp, int key, Qt::KeyboardModifiers modifiers,
                                               const QString &text = QString(), bool isRepeated = false, ushort count = 1);
QT_END_NAMESPACE

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickMs = 15;
constexpr int scrollMargin = 8;

QPoint middleIn(QWidget *window, QWidget *widget)
{
    // Only the part that the surroundings leave to see: a long list item may be taller than its scroll area.
    QRect visible = widget->visibleRegion().boundingRect();
    if (visible.isEmpty())
        visible = widget->rect();
    // A check box answers to clicks on its mark and its words only.
    if (qobject_cast<QCheckBox *>(widget))
        visible.setWidth(std::min(visible.width(), widget->sizeHint().width()));
    return widget->mapTo(window, visible.center());
}

void scrollIntoView(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent); area && area->widget() && area->widget()->isAncestorOf(widget))
            area->ensureWidgetVisible(widget, scrollMargin, scrollMargin);
    }
}

void postMouse(QWindow *window, QEvent::Type type, QPoint position)
{
    const Qt::MouseButtons buttons = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
    const QPointF global = window->mapToGlobal(QPointF(position));
    QCoreApplication::postEvent(window, new QMouseEvent(type, QPointF(position), QPointF(position), global,
                                                        type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                                                        buttons, Qt::NoModifier));
}

void postKey(QWindow *window, int key, const QString &text, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QCoreApplication::postEvent(window, new QKeyEvent(QEvent::KeyPress, key, modifiers, text));
    QCoreApplication::postEvent(window, new QKeyEvent(QEvent::KeyRelease, key, modifiers, text));
}

QWindow *keyWindow()
{
    if (QWindow *window = QGuiApplication::focusWindow())
        return window;
    QWidget *active = QApplication::activeModalWidget();
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (!active && window->isVisible() && window->windowHandle())
            active = window;
    }
    return active ? active->windowHandle() : nullptr;
}

void typeCharacter(QWindow *window, char32_t character)
{
    if (character == U'\n')
        postKey(window, Qt::Key_Return, u"\r"_s);
    else
        postKey(window, character < 0x80 ? QChar(character).toUpper().unicode() : 0, QString::fromUcs4(&character, 1));
}

} // namespace

InputDriver::InputDriver(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &InputDriver::tick);
}

namespace {

QWidget *firstVisible(const auto &isMeant)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (!window->isVisible())
            continue;
        QList<QWidget *> widgets = window->findChildren<QWidget *>();
        widgets.prepend(window);
        const auto found = std::ranges::find_if(
            widgets, [&isMeant](QWidget *widget) { return widget->isVisible() && isMeant(widget->objectName()); });
        if (found != widgets.end())
            return *found;
    }
    return nullptr;
}

} // namespace

QWidget *InputDriver::find(const QString &objectName)
{
    return firstVisible([&objectName](const QString &name) { return name == objectName; });
}

QWidget *InputDriver::findLike(const QString &start, const QString &end)
{
    return firstVisible([&](const QString &name) { return name.startsWith(start) && name.endsWith(end); });
}

bool InputDriver::isReachable(QWidget *widget)
{
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return false;
    QWidget *window = widget->window();
    const QWidget *modal = QApplication::activeModalWidget();
    if (modal && modal != window && !modal->isAncestorOf(window))
        return false;
    if (QWidget *popup = QApplication::activePopupWidget(); popup && popup != window)
        return false;
    const QPoint middle = middleIn(window, widget);
    QWidget *hit = window->childAt(middle);
    if (!hit)
        return window == widget && window->rect().contains(middle);
    return hit == widget || widget->isAncestorOf(hit);
}

bool InputDriver::tryClick(const QString &objectName)
{
    QWidget *widget = find(objectName);
    if (!widget || !widget->isEnabled()) {
        m_lastSeen = nullptr;
        return false;
    }
    scrollIntoView(widget);
    QWidget *window = widget->window();
    // A person waits until things stand still: the same widget at the same place as a moment before.
    const QRect place(middleIn(window, widget), widget->size());
    const bool isStill = m_lastSeen == widget && m_lastPlace == place;
    m_lastSeen = widget;
    m_lastPlace = place;
    QWindow *handle = window->windowHandle();
    if (!isStill || !handle || !isReachable(widget))
        return false;
    m_lastSeen = nullptr;
    for (const QEvent::Type type : {QEvent::MouseMove, QEvent::MouseButtonPress, QEvent::MouseButtonRelease})
        postMouse(handle, type, place.topLeft());
    m_effort = m_effort + InputEffort{0, 1, 1, std::exchange(m_isAtKeys, false) ? 1 : 0};
    return true;
}

InputAction InputDriver::click(const QString &objectName)
{
    return {u"click "_s + objectName, 10000, [this, objectName]() -> Result<bool> { return tryClick(objectName); }};
}

InputAction InputDriver::clickIfThere(const QString &objectName)
{
    return {u"click "_s + objectName, 10000,
            [this, objectName]() -> Result<bool> { return !find(objectName) || tryClick(objectName); }};
}

InputAction InputDriver::type(const QString &objectName, const QString &text)
{
    return {u"type into "_s + objectName, 10000, [this, objectName, text]() -> Result<bool> {
                if (!tryClick(objectName))
                    return false;
                QWindow *window = find(objectName)->window()->windowHandle();
                postKey(window, Qt::Key_A, u"\x01"_s, Qt::ControlModifier);
                postKey(window, Qt::Key_Delete, {});
                const QList<uint> characters = text.toUcs4();
                for (const uint character : characters)
                    typeCharacter(window, character);
                countKeys(int(characters.size()));
                return true;
            }};
}

InputAction InputDriver::typeSecret(const QString &objectName, std::shared_ptr<const SecretBuffer> secret)
{
    return {u"type into "_s + objectName, 10000, [this, objectName, secret]() -> Result<bool> {
                if (!tryClick(objectName))
                    return false;
                QWindow *window = find(objectName)->window()->windowHandle();
                for (const std::byte byte : secret->bytes())
                    typeCharacter(window, std::to_integer<unsigned char>(byte));
                countKeys(int(secret->bytes().size()));
                return true;
            }};
}

InputAction InputDriver::focus(const QString &objectName)
{
    return {u"focus "_s + objectName, 10000, [objectName]() -> Result<bool> {
                QWidget *widget = find(objectName);
                if (widget)
                    widget->setFocus(Qt::TabFocusReason);
                return widget != nullptr;
            }};
}

InputAction InputDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    return {u"press a key"_s, 10000, [this, key, modifiers]() -> Result<bool> {
                QWindow *window = keyWindow();
                if (window) {
                    // Where no window manager runs nobody makes the window the active one, without which no key has a place.
                    if (QWidget *widget = QWidget::find(window->winId()); widget && !QApplication::activeWindow())
                        QApplication::setActiveWindow(widget);
                    QWidget *focus = QApplication::focusWidget();
                    if (!focus || !qt_sendShortcutOverrideEvent(focus, 0, key, modifiers))
                        postKey(window, key, {}, modifiers);
                    countKeys(1);
                }
                return window != nullptr;
            }};
}

/// A text is one decision, however long it is, and so is a key.
void InputDriver::countKeys(int keys)
{
    m_effort = m_effort + InputEffort{keys, 0, 1, std::exchange(m_isAtKeys, true) ? 0 : 1};
}

double keystrokeLevelSeconds(const InputEffort &effort)
{
    constexpr double key = 0.28, pointing = 1.1, button = 0.2, mental = 1.35, homing = 0.4;
    return key * effort.keys + (pointing + button) * effort.clicks + mental * effort.decisions + homing * effort.homings;
}

InputAction InputDriver::waitUntil(const QString &what, std::function<bool()> condition, int limitMs)
{
    return {what, limitMs, [condition = std::move(condition)]() -> Result<bool> { return condition(); }};
}

InputAction InputDriver::pause(int milliseconds)
{
    return {u"pause"_s, milliseconds + 10000,
            [this, milliseconds]() -> Result<bool> {
                return m_time.elapsed() - m_script.first().since >= milliseconds;
            }};
}

void InputDriver::run(QList<InputAction> script, Reply<void> reply)
{
    m_script = std::move(script);
    m_reply = std::move(reply);
    m_time.start();
    m_timer.start();
}

void InputDriver::doFirst(QList<InputAction> actions)
{
    m_script = std::move(actions) + m_script;
}

void InputDriver::cancel()
{
    m_timer.stop();
    m_script.clear();
    m_reply = {};
}

void InputDriver::tick()
{
    if (m_script.isEmpty()) {
        finish({});
        return;
    }
    // A copy: an attempt may lead to cancel(), which clears the script.
    if (m_script.first().since < 0)
        m_script.first().since = m_time.elapsed();
    const InputAction action = m_script.first();
    const Result<bool> isFree = m_guard ? m_guard() : true;
    const Result<bool> outcome = isFree && *isFree ? action.attempt() : isFree;
    if (!m_reply)
        return;
    if (!outcome) {
        finish(std::unexpected(outcome.error()));
    } else if (*outcome) {
        m_script.removeFirst();
    } else if (m_time.elapsed() - action.since > action.limitMs) {
        finish(failure(ErrorCode::StepNotPossible, u"not possible in time: "_s + action.what));
    }
}

void InputDriver::finish(Result<void> outcome)
{
    m_timer.stop();
    m_script.clear();
    std::exchange(m_reply, {})(std::move(outcome));
}

} // namespace uk
