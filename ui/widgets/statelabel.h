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

/// Icon and word, e.g. ✓ 回答済み: in one line (or the text's own lines), or wrapped into the width that there is. The word is the
/// accessible name.
class StateLabel : public QWidget
{
    Q_OBJECT
public:
    explicit StateLabel(const StateText &state, QWidget *parent = nullptr, int pixelSize = 16);

    void setState(const StateText &state);
    [[nodiscard]] const StateText &state() const { return m_state; }
    /// Off at first: the label keeps the width of its longest line.
    void setWordWrap(bool wraps);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QSize textSize(int width) const;
    [[nodiscard]] int textLeft() const;

    StateText m_state;
    int m_pixelSize;
    bool m_wraps = false;
};

} // namespace uk
