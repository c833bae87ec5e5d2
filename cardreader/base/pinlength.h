// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace uk {

/// How many digits both PINs of the card have (利用者証明用 and 券面事項入力補助用): four. Stands in a file of its own, so
/// that a test which looks for a PIN in memory can link another number: four digits are found by chance, twelve are not.
[[nodiscard]] qsizetype pinLength();

} // namespace uk
