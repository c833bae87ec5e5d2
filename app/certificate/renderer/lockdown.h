// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace uk::renderer {

struct Lockdown
{
    bool isComplete = false;           ///< false: do not read any document
    bool areSystemFontsReadable = false; ///< false: the kernel has no Landlock, so nothing may be opened at all
};

/// Gives up, for good, everything that drawing a PDF does not need: network, other programs, every file but the fonts
/// (read-only), writing, executable memory, core dumps, being traced; limits memory, processor time and descriptors.
/// To be called once, before the first byte of a document is read.
[[nodiscard]] Lockdown lockDown();

} // namespace uk::renderer
