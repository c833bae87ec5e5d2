// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace uk {

/// A text with everything taken out that two systems write differently for the same name or address: half and full
/// width, upper and lower case of Latin letters, blanks, small and large kana (ヶ/ケ, ッ/ツ), kinds of hyphens and the
/// long-vowel mark, compatibility ideographs, variation selectors (IVS), invisible characters.
/// For *comparison* only, never shown, stored or sent (U-G1). Hiragana and katakana stay different: in names they are.
/// Pure; thread safe.
[[nodiscard]] QString foldedForComparison(QStringView text);

/// Equal when folded. Two texts with nothing left after folding are not equal: nothing was compared.
[[nodiscard]] bool isSameWhenFolded(QStringView one, QStringView other);

} // namespace uk
