// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/access.h"
#include "ui/widgets/statelabel.h"

#include <QStringList>

/// What staff are told about the flags of a questionnaire: what is refused or limited, why, and what to do. Pure.
namespace uk {

/// The short state and the sentences of one note.
struct FlagWords
{
    StateText state; ///< 見るだけ：回答の受付終了
    QString text;    ///< reason and what to do
};
[[nodiscard]] FlagWords flagWords(FlagNote note);

/// What is refused or limited, in the order of the table. That it is answered already limits drafts only and is not among
/// them; where no answer is taken at all, neither is what else would limit one. `hasProxyConsent`: the person was asked.
[[nodiscard]] QList<FlagNote> limits(const FlagDecision &decision, bool hasProxyConsent);
/// The sentences of these.
[[nodiscard]] QStringList limitTexts(const FlagDecision &decision, bool hasProxyConsent);

} // namespace uk
