// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace uk {

/// Folds for *comparison* only: what they return is never shown, stored or sent (U-G1). All are pure, thread safe and
/// idempotent.

/// A text with everything taken out that two systems write differently for the same name or address: half and full
/// width, upper and lower case of Latin letters, blanks, small and large kana (ヶ/ケ, ッ/ツ), kinds of hyphens and the
/// long-vowel mark, compatibility ideographs, variation selectors (IVS), invisible characters.
/// Hiragana and katakana stay different: in names they are.
[[nodiscard]] QString foldedForComparison(QStringView text);

/// Equal when folded. Two texts with nothing left after folding are not equal: nothing was compared.
[[nodiscard]] bool isSameWhenFolded(QStringView one, QStringView other);

/// The parts of a name, in their order, folded as far as the name stays the same name: as foldedForComparison(), but
/// small kana stay small (りょう is not りよう) except ヶ and ヵ, one kanji in two drawings is one (KanjiFold::Drawing),
/// every kind of bracket is "(" or ")", and points and commas separate as blanks do. Brackets are parts of their own
/// only where blanks make them so.
[[nodiscard]] QStringList foldedNameParts(QStringView name);

/// Kana as they sound, roughly: katakana, large, ヴ as ブ. Text that holds none stays as it is.
[[nodiscard]] QString withoutKanaKinds(QStringView text);

/// Latin letters without accents, apostrophes and the hyphens between them.
[[nodiscard]] QString withoutLatinMarks(QStringView text);

/// An address with the ways of writing one place taken out: as foldedForComparison(), 丁目/番地/番/号 and "の" between
/// numbers as hyphens, numbers in kanji before them as digits, が/ガ/ヶ and の/ノ/之 as one, 大字 left out, kanji without
/// variants. A blank between two numbers separates, every other blank is nothing.
[[nodiscard]] QString foldedAddress(QStringView address);

} // namespace uk
