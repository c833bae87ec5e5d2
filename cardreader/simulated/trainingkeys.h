// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/simulated/testkey.h"

#include <QString>
#include <QStringList>

namespace uk {

/// RSA-2048 keys of the training authorities that follow from their names, within a millisecond. Searching for primes
/// takes a tenth of a second or more for each key, and training needs four of them before its first screen. These keys
/// are public by nature and prove nothing; whoever needs authorities of their own uses a folder (TestPki::inFolder).
///
/// A null key for a name that has none.
[[nodiscard]] TestKey publicTrainingKey(const QString &name);
[[nodiscard]] QStringList publicTrainingKeyNames();

} // namespace uk
