// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/staff/samedaypresenter.h"

namespace uk {

/// The sections of the same-day screen: the shared questions first, then each questionnaire's own. `names`: sheet id to
/// the short name of its vaccine. Pure but for the installed translators.
[[nodiscard]] QList<DaySectionText> daySections(const DaySheets &sheets, const QHash<QString, QString> &names,
                                                const QSet<QString> &uncovered);

} // namespace uk
