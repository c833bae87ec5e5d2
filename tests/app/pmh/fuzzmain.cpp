// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzztargets.h"

#include <cstdint>

/// UKETSUKE_FEED: the target that this fuzzer runs.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    uk::test::UKETSUKE_FEED({reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)});
    return 0;
}
