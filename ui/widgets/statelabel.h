// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

namespace uk {

/// One state for the screen: the icon's shape, the word and the colour always come together (U-A3).
struct StateText
{
    Icon icon = Icon::None;
    Role role = Role::Text;
    QString word;
    friend bool operator==(const StateText &, const StateText &) = default;
};

/// Icon and word in one line, e.g. ✓ 回答済み. The word is the accessible name.
class StateLabel : public QWidget
{
    Q_OBJECT
public:
    explicit StateLabel(const StateText &state, QWidget *parent = nullptr, int pixelSize = 16);

    void setState(const StateText &state);
    [[nodiscard]] const StateText &state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    StateText m_state;
    int m_pixelSize;
};

} // namespace uk
