// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/label.h"

namespace uk {

/// Icon and words for a state on a patient screen; wraps, and scales with the display. The words are its text.
class StateWords : public Label
{
    Q_OBJECT
public:
    explicit StateWords(int pixelSize, QWidget *parent = nullptr);
    void setState(Icon icon, Role role, const QString &words);
    /// One line where there is room for it.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void restyle() override;

private:
    [[nodiscard]] int iconSide() const;

    Icon m_icon = Icon::None;
};

} // namespace uk
