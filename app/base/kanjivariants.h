// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace uk {

/// How alike two characters must be to be folded onto one.
enum class KanjiFold {
    Drawing, ///< one character that registers draw or encode differently (髙 高, 﨑 崎, 𠮷 吉)
    Similar, ///< also old and new forms and forms that registers exchange (邊 邉 辺, 齋 斎 齊 斉, 澤 沢)
};

/// The text with every kanji replaced by the one that stands for its group; everything else stays. Two people may well
/// tell their names apart by characters of one *Similar* group, so that fold alone never proves that two names are one.
/// For comparison only. Compatibility ideographs with a decomposition are Unicode's affair (NFKC), not this table's.
/// Pure; thread safe.
[[nodiscard]] QString withoutKanjiVariants(QStringView text, KanjiFold fold);

} // namespace uk
