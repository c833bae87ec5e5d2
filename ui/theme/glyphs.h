// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QList>
#include <QString>

namespace uk {

/// The characters of a name that no font of the family list can draw, each once, in order (U-G1, U-G2).
/// Variation selectors and joiners do not count: without them the base character stands. Main thread.
[[nodiscard]] QList<char32_t> missingGlyphs(const QString &text, const QFont &font);

/// "U+20BB7"
[[nodiscard]] QString codePointName(char32_t character);

} // namespace uk
