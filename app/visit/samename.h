// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace uk {

/// One way in which two records of a person differ that happens to one and the same person, and that staff confirm
/// with the patient before anything is registered or printed.
enum class PersonDifference {
    KanjiVariant,     ///< old and new forms, exchanged characters: 齋藤 / 斉藤, 佐々木 / 佐佐木
    KanaKind,         ///< hiragana or katakana, small or large, ヴ or ブ
    LatinSpelling,    ///< accents, apostrophes, hyphens
    ReplacedCharacter,///< a character that one system lacks: ● 〓 □ ＊
    BlankPlace,       ///< family and given name divided elsewhere
    NameOrder,        ///< given name first
    NamePartMissing,  ///< a middle name in Latin letters
    NameCut,          ///< a long name cut by length
    OtherName,        ///< 旧氏 or 通称 (in brackets) in one place, the registered name in the other
    BirthDateMissing, ///< one side has none, or one that is no day
    Sex,
    Address,
};

inline constexpr int personDifferenceCount = int(PersonDifference::Address) + 1;

/// English name for the log and tests: "kanjiVariant".
[[nodiscard]] QLatin1StringView differenceName(PersonDifference difference);

/// How two written names of a person relate: an empty list is the same name, a list is what staff must confirm, nothing
/// is another name. The same name never comes out for two given names that anybody would tell apart: twins have the
/// rest in common. Symmetric. Pure.
///
/// Same: width, case, blanks in one of the two, IVS, compositions, brackets with a former or common name in one of the
/// two only (facts, EF 0002), ヶ/ケ, hyphens and long-vowel marks, one character in two drawings (髙/高).
[[nodiscard]] std::optional<QList<PersonDifference>> compareNames(const QString &one, const QString &other);

} // namespace uk
