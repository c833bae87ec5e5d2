// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/visibility.h"

namespace uk {

/// Equal, or both empty. Arrays compare as sequences (rules 2).
[[nodiscard]] bool sameResult(const AnswerResult &one, const AnswerResult &other);

/// Two answers are the same when they hold the same (itemMasterId, repeatNumber) pairs with equal results; order does
/// not matter, an absent answer equals an empty one (contract README rule 6).
[[nodiscard]] bool sameAnswers(const Answers &left, const Answers &right);

/// Keys whose results differ, in the order of `left`, then those that only `right` has.
[[nodiscard]] QList<AnswerKey> differingKeys(const Answers &left, const Answers &right);

/// What became of one answer when two sides went on from the same basis.
enum class MergeKind {
    Mine,     ///< only this side changed it
    Theirs,   ///< only the other side changed it
    Same,     ///< both changed it to the same
    Conflict, ///< both changed it, differently: a person decides
};

struct MergedAnswer
{
    AnswerKey key;
    MergeKind kind = MergeKind::Mine;
    AnswerResult basis, mine, theirs;
    friend bool operator==(const MergedAnswer &, const MergedAnswer &) = default;
};

/// The three-way merge of one questionnaire: every answer that at least one side changed, in the order of the form. The
/// repeats of a subgroup are merged answer by answer only where all three have as many; else the subgroup is one unit,
/// because a removed repeat gives the later ones other numbers. Ids outside the definition are left out.
[[nodiscard]] QList<MergedAnswer> mergeAnswers(const DefinitionIndex &index, const AnswerMap &basis, const AnswerMap &mine,
                                               const AnswerMap &theirs);

} // namespace uk
