// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/world.h"

namespace uk::training {

/// The stops that the guideline announces (tables 2.5-1 and following), for the days around one of Asia/Tokyo:
/// information-network on the third weekend of every month, insurer-server from 3 to 6 o'clock every day.
[[nodiscard]] QList<Stop> plannedStops(const QString &service, QDate today);

} // namespace uk::training
