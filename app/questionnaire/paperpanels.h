// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/paperform.h"

/// The parts of a 予診票 that hold no questions of the definition. Pure.
namespace uk {

/// Name, birth date in both calendars with age, sex, address; empty places on a blank sheet.
[[nodiscard]] PaperPanel personPanel(const std::optional<PaperPerson> &person, QDate today);

/// The doctor's decision, consent with the signatures that the age asks for, and the record of the injection.
[[nodiscard]] QList<PaperPanel> closingPanels(const std::optional<PaperPerson> &person, QDate today, PaperOccasion occasion);

} // namespace uk
