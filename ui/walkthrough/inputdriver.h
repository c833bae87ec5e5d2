// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"
#include "cardreader/base/secretbuffer.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QRect>
#include <QTimer>

#include <functional>
#include <memory>

class QWidget;

namespace uk {

/// One thing that a person does, tried again until it can be done.
struct InputAction
{
    QString what; ///< for messages: "click submit"; never a text that was typed
    int limitMs = 10000;
    /// True: done. False: not yet possible. An error ends the script.
    std::function<Result<bool>()> attempt;
    qint64 since = -1; ///< set by the driver at the first attempt: milliseconds from the start of the script
};

/// What a person's hands do for something, in the terms of the keystroke-level model (Card, Moran, Newell 1980).
struct InputEffort
{
    int keys = 0;      ///< K
    int clicks = 0;    ///< P and B
    int decisions = 0; ///< M: one before each command and each field
    int homings = 0;   ///< H: from the keys to the mouse or back

    friend InputEffort operator-(const InputEffort &a, const InputEffort &b)
    {
        return {a.keys - b.keys, a.clicks - b.clicks, a.decisions - b.decisions, a.homings - b.homings};
    }
    friend InputEffort operator+(const InputEffort &a, const InputEffort &b)
    {
        return {a.keys + b.keys, a.clicks + b.clicks, a.decisions + b.decisions, a.homings + b.homings};
    }
    friend bool operator==(const InputEffort &, const InputEffort &) = default;
};

/// Seconds by the model's usual times for an average typist, without the program's own: K 0.28, P 1.1, B 0.2, M 1.35, H 0.4.
[[nodiscard]] double keystrokeLevelSeconds(const InputEffort &effort);

/// Uses the windows as a person does: real mouse and key events go to the window that would get them, from a timer, and
/// only what can be seen and reached is used: visible, enabled, not covered by a dialog or another widget, still in
/// its place. No test library, no nested event loop. Main thread.
class InputDriver : public QObject
{
    Q_OBJECT
public:
    explicit InputDriver(QObject *parent = nullptr);

    /// Clicks the middle of the widget of that object name, scrolling it into view first.
    [[nodiscard]] InputAction click(const QString &objectName);
    /// As click(), but goes on where there is no such widget to see.
    [[nodiscard]] InputAction clickIfThere(const QString &objectName);
    /// Clicks into the field, selects all that is in it, and types. A line break is the Enter key.
    [[nodiscard]] InputAction type(const QString &objectName, const QString &text);
    /// As type(), for what must not become a QString.
    [[nodiscard]] InputAction typeSecret(const QString &objectName, std::shared_ptr<const SecretBuffer> secret);
    /// Gives the keyboard to a widget, as the Tab key would.
    [[nodiscard]] InputAction focus(const QString &objectName);
    /// Presses a key in the window that has the focus.
    [[nodiscard]] InputAction press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] InputAction waitUntil(const QString &what, std::function<bool()> condition, int limitMs = 10000);
    [[nodiscard]] InputAction pause(int milliseconds);

    /// Asked before each attempt: true lets it happen, false makes it wait for the next turn, an error ends the script.
    void setGuard(std::function<Result<bool>()> guard) { m_guard = std::move(guard); }
    /// To be called from within an attempt that then returns false: these come first, then that attempt again.
    void doFirst(QList<InputAction> actions);
    /// One turn of a click, for a guard: true when the click was made.
    [[nodiscard]] bool tryClick(const QString &objectName);

    /// Does one action after the other; one script at a time. The error StepNotPossible names the action whose limit
    /// passed. The reply comes once, and not after cancel().
    void run(QList<InputAction> script, Reply<void> reply);
    void cancel();
    /// Everything done so far.
    [[nodiscard]] const InputEffort &effort() const { return m_effort; }
    [[nodiscard]] bool isRunning() const { return static_cast<bool>(m_reply); }

    /// The visible widget of that name in the visible windows, nullptr where there is none.
    [[nodiscard]] static QWidget *find(const QString &objectName);
    /// As find(), for the first widget whose name begins and ends so.
    [[nodiscard]] static QWidget *findLike(const QString &start, const QString &end = {});
    /// Visible, enabled, and nothing lies over its middle.
    [[nodiscard]] static bool isReachable(QWidget *widget);

private:
    void countKeys(int keys);
    void tick();
    void finish(Result<void> outcome);

    InputEffort m_effort;
    bool m_isAtKeys = false;
    QTimer m_timer;
    std::function<Result<bool>()> m_guard;
    QElapsedTimer m_time; ///< from the start of the script
    QList<InputAction> m_script;
    Reply<void> m_reply;
    QPointer<QWidget> m_lastSeen; ///< the widget that is about to be clicked, and where it was
    QRect m_lastPlace;
};

} // namespace uk
