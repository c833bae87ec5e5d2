// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/base/pinlength.h"

namespace uk {

qsizetype pinLength()
{
    return 4;
}

} // namespace uk
