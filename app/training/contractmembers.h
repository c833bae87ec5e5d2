// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// What the contract's schemas say of the members of an answer, for faults that leave members out or make them null.
/// A path is dotted, without indices, from the answer's top: "vaccinations.type.term". Pure functions.
namespace uk::training {

/// Never absent: the schemas' "required" lists, rules 5, 8 and 13.
[[nodiscard]] bool isRequiredMember(const QString &schema, const QString &path);
/// Of a type that has null.
[[nodiscard]] bool mayBeNull(const QString &schema, const QString &path);

} // namespace uk::training
