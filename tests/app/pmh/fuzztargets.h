// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

/// What the fuzzers run; any input has to be survived. They end the program where something does not hold.
namespace uk::test {

/// A body in the place of every answer of the contract, under the contract's names and under others.
void feedAnswers(QByteArrayView body);
/// A connection profile.
void feedProfile(QByteArrayView text);

/// Ends the program where a promise is broken.
void require(bool isTrue);

} // namespace uk::test
