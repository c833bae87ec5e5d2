// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/cardpicture.h"

#include <QList>
#include <QString>

namespace uk {

/// One thing that the patient can do next.
struct NextStep
{
    QString title;
    QString text;
};

/// What the biggest button of the card check leads to.
enum class CardAction {
    GoOn,     ///< nothing is in the way
    LayAgain, ///< the card can be laid down once more, or another one
    Paper,    ///< trying again is not what helps most
    PaperOnly ///< nothing that a patient presses changes it: no trying again
};

/// How the card check shows one reason, by public code; the words for title, cause and staff are the error table's.
struct CardReason
{
    CardAction action = CardAction::Paper;
    CardPicture::Scene scene = CardPicture::Scene::Problem;
    QString state;         ///< one line above the title, beside an icon: whose matter this is
    QList<NextStep> steps; ///< in order, without jargon; two or three, so that they are all in view
};

/// Every code has an entry: codes without one of their own get the paper route and the staff button. Pure but for the
/// installed translators.
[[nodiscard]] CardReason cardReason(const QString &code);

/// The codes that have an entry of their own, for tests that walk all.
[[nodiscard]] QList<QString> cardReasonCodes();

} // namespace uk
