// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/roles.h"

#include <QColor>
#include <QFont>
#include <QString>

#include <array>

class QApplication;

namespace uk {

#define UK_ROLE(name, ...) name,
enum class Role { UKETSUKE_ROLES(UK_ROLE) };
#undef UK_ROLE

#define UK_ROLE(name, ...) Role::name,
/// Every role, for tests and for the style sheet.
inline constexpr std::array allRoles{UKETSUKE_ROLES(UK_ROLE)};
#undef UK_ROLE

/// The colour of a role in the theme that is applied now. Main thread.
[[nodiscard]] QColor color(Role role);

namespace theme {

enum class Mode { Light, Dark, HighContrast };

/// Fusion with the focus ring, palette, style sheet and font. May be called again at any time to change the mode or
/// the size of text; windows that are open follow. The state lives in properties of the application object.
/// textScale: 1.0, 1.5, 2.0 (100 to 200 %, U-B4). Main thread.
void apply(QApplication &application, Mode mode, double textScale = 1.0);

[[nodiscard]] Mode mode();
[[nodiscard]] double textScale();

/// The colour of a role in any mode; a pure function.
[[nodiscard]] QColor color(Role role, Mode mode);
/// Contrast of two opaque colours as in WCAG 2.2, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// Noto Sans CJK JP (400 or 700), IPAmj Mincho for what it lacks; logical px before the text scale.
[[nodiscard]] QFont font(double pixelSize, bool bold = false);

} // namespace theme
} // namespace uk
