// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/base/errorcodes.h"

namespace uk {

QLatin1StringView publicCode(ErrorCode code)
{
    using namespace Qt::StringLiterals;
    switch (code) {
#define UKETSUKE_CASE(number, name)                                                                                   \
    case ErrorCode::name: return "UK-" #number##_L1;
        UKETSUKE_ERROR_CODES(UKETSUKE_CASE)
#undef UKETSUKE_CASE
    }
    return "UK-S099"_L1;
}

} // namespace uk
