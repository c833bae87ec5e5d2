// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/errorcodes.h"

#include <QStringView>

#include <optional>

namespace uk {

/// What staff may do with a questionnaire.
enum class StaffAccess {
    View,     ///< read only
    AskFirst, ///< the person is asked on screen before the first change (rules 11)
    Edit,
};

struct QuestionnaireAccess
{
    StaffAccess access = StaffAccess::View;
    std::optional<ErrorCode> reason; ///< why not Edit
    bool maySaveDraft = false;       ///< a draft over an answered questionnaire is refused by the server (rules 7)
    bool maySubmit = false;
    friend bool operator==(const QuestionnaireAccess &, const QuestionnaireAccess &) = default;
};

/// The decision table over the flags V40/V48, V41/V49 and V43. A code that is not known counts as the careful one:
/// an unknown consent is asked for, an unknown status may not be overwritten by a draft.
[[nodiscard]] QuestionnaireAccess questionnaireAccess(bool isAnswerable, QStringView answerStatusSeg,
                                                      QStringView proxyInputConsentSeg);

} // namespace uk
