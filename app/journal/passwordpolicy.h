// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstddef>
#include <span>

namespace uk {

// S-B3; source: Q&A of the guidelines on the security of medical information systems: without a forced change, letters,
// digits and signs mixed in 13 characters or more that are hard to guess.
constexpr int shortestPassword = 13;
constexpr int longestPasswordBytes = 512;
constexpr int fewestDifferentBytes = 5;

enum class PasswordWeakness { None, TooShort, TooLong, KindsMissing, TooFewDifferent, HoldsName };

/// The first reason to refuse the password (UTF-8). Pure; makes no copy of it.
[[nodiscard]] PasswordWeakness weaknessOf(std::span<const std::byte> password, QStringView accountName);

/// The rule in words, for the screens that ask for a new password.
[[nodiscard]] QString passwordRuleText();

/// How long the next try waits after that many wrong ones in a row, in seconds; 0 to 300.
[[nodiscard]] int signInDelaySeconds(int wrongTries);

} // namespace uk
