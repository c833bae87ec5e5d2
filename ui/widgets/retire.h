// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace uk {

/// Takes a widget away that may hold the very control that is being pressed: it goes out of sight and out of reach of
/// findChild() at once (what comes next carries the same names) and is deleted later.
void retire(QWidget *widget);

} // namespace uk
