// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace uk {

class Button;

/// One line of the sheet of keys.
struct KeyMeaning
{
    QStringList keys;
    QString meaning;
    friend bool operator==(const KeyMeaning &, const KeyMeaning &) = default;
};

/// F1: all keys of the screen below, over the whole of it. Tab stays on the sheet; Esc, F1 or the button close it, and
/// closing deletes it. Its controls: keys.sheet, keys.close.
class KeySheet : public QWidget
{
    Q_OBJECT
public:
    /// Covers `screen` and takes the keyboard.
    KeySheet(const QList<KeyMeaning> &keys, QWidget *screen);
    void leave();

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QWidget *m_screen;
    Button *m_close;
};

} // namespace uk
