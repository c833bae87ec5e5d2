// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/statelabel.h"

#include <QLabel>

namespace uktest {

/// The first visible text of a staff screen that has less room than it asks for; empty where all fits.
[[nodiscard]] inline QString clippedStaffText(const QWidget &screen)
{
    for (const QLabel *label : screen.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() < needed || (!label->wordWrap() && label->width() < label->sizeHint().width()))
            return label->text();
    }
    for (const uk::StateLabel *state : screen.findChildren<uk::StateLabel *>()) {
        const bool fits = state->sizePolicy().hasHeightForWidth() ? state->height() >= state->heightForWidth(state->width())
                                                                  : state->width() >= state->sizeHint().width();
        if (state->isVisible() && !fits)
            return state->state().word;
    }
    for (const uk::Button *button : screen.findChildren<uk::Button *>()) {
        const QSize least = button->minimumSizeHint();
        if (button->isVisible() && (button->width() < least.width() || button->height() < least.height()))
            return QStringLiteral("%1: %2x%3 of %4x%5").arg(button->text()).arg(button->width()).arg(button->height()).arg(least.width()).arg(least.height());
    }
    return {};
}

} // namespace uktest
