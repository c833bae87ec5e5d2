// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace uk {

/// The icons of the program; each has a shape of its own, so that state never hangs on colour alone (U-A3).
enum class Icon {
    None, Check, CheckCircle, Cross, Warning, Error, Risk, Info, Help, Lock, Bell, Printer, Document, Phone, Globe,
    Pencil, Changed, ChevronLeft, ChevronRight, ChevronUp, ChevronDown, Draft, MinusCircle, Unanswered, Speaker, Person,
    Clock, Search, Plus, Minus, External, Card, Mark
};

/// The last one, for tests that walk all.
inline constexpr Icon lastIcon = Icon::Mark;

/// Draws an icon (made in a 24×24 box) into box: ink for strokes and filled shapes, paper for what is cut out of them.
void paintIcon(QPainter &painter, Icon icon, const QRectF &box, const QColor &ink, const QColor &paper);

/// The same as a QIcon in the role's colour on the surface, for item views and actions.
[[nodiscard]] QIcon makeIcon(Icon icon, Role ink, Role paper = Role::Surface, int side = 24);

} // namespace uk
