// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace uktest {

/// Class, name and place of a widget, for messages.
[[nodiscard]] QString placeOf(const QWidget *widget);
/// The first visible label or button of the screen whose text is cut off or that sticks out; empty where all fits. What
/// stands in a scrolled part has to fit into that part's content.
[[nodiscard]] QString clippedText(const QWidget &screen);

} // namespace uktest
