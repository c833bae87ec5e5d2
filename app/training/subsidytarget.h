// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/answercheck.h"
#include "app/training/residents.h"

/// One person of the municipal batch (SubsidyTargetPerson of the contract). Pure functions; no text repeats a value.
namespace uk::training {

/// Against the schema: members and their types.
[[nodiscard]] std::optional<Refusal> schemaProblemOfTarget(const JsonValue &target);
/// Against the meaning: days that exist, a term that does not end before it begins, limits that exclude each other, three
/// levels of items at most. The schema holds already.
[[nodiscard]] std::optional<Refusal> contentProblemOfTarget(const JsonValue &target);

/// The person that an unknown My Number makes: last name, U+3000, first name; the parts of the address in a row.
[[nodiscard]] Resident residentOfTarget(const JsonValue &target, const QString &key);
/// The certificate as an inquiry returns it, on top of what is held of it already.
[[nodiscard]] JsonValue certificateOfTarget(const JsonValue &target, JsonValue held);
/// A certificate is the same by the two numbers together.
[[nodiscard]] bool isCertificateOfTarget(const JsonValue &certificate, const JsonValue &target);

} // namespace uk::training
