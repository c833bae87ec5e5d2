// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QDateTime>
#include <QStringList>

/// What a body on the control port may hold, as one line of words: "name:form", with "!" in front where the member must
/// be there. Forms: text, integer, count (an integer, null for no end), number, boolean, array, object, time (ISO 8601 or
/// null), processType, scopes (a list, or one text as in OAuth), any, or the texts that are allowed: "before|after".
/// Pure functions.
namespace uk::training {

/// "member: not a member" and so on; empty where the object holds exactly what it may.
[[nodiscard]] QString problemOfForms(const JsonValue &object, const QByteArray &forms);
/// The names alone, as a JSON list.
[[nodiscard]] JsonValue formNames(const QByteArray &forms);

/// The scopes of such a member; all of them where it is null.
[[nodiscard]] QStringList scopesOf(const JsonValue &given);
/// The moment of such a member; invalid for null.
[[nodiscard]] QDateTime timeOf(const JsonValue &given);

} // namespace uk::training
