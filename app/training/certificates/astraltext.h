// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace uk::training {

/// Qt's PDF writer draws characters beyond U+FFFF but leaves them out of the font's ToUnicode map, so that no reader
/// could copy or compare a name such as 𠮷﨑. This completes the map of a file that Qt wrote with one font.
/// drawn: those characters, each once, in the order they were first drawn. Empty when the file has another form.
[[nodiscard]] QByteArray withAstralText(const QByteArray &pdf, const QList<char32_t> &drawn);

} // namespace uk::training
