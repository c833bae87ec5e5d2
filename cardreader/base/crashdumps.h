// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace uk {

/// From now on a crash of this process leaves no picture of its memory: it would hold whoever was on screen. Called
/// first in main(), once.
///
/// Linux: no core file, and not dumpable, because the limit counts for files only: a crash handler that the kernel pipes
/// the core into gets it all the same. Nobody else of this user may read the memory then either (core(5), prctl(2)).
/// Windows: a crash is not handed to Windows Error Reporting (SetErrorMode), and no heap is in a report that is made all
/// the same (WerSetFlags). Not tried on a real Windows.
void forbidCrashDumps();

} // namespace uk
