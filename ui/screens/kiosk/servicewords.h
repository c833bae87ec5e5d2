// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/servicewatch.h"

namespace uk {

/// What people are told before a visit starts while a service stands still; the paper route is always named.
struct ServiceWords
{
    QString title;
    QString patient;
    QString staff;
    bool concernsOpenVisits = false; ///< else only those who come for the first time
    bool isClosed = false; ///< nobody can be served by card
};

/// The words for the notice that counts most; nothing where there is none. In the language that is on. Pure.
[[nodiscard]] std::optional<ServiceWords> serviceWords(const QList<ServiceNotice> &notices, const QDateTime &nowUtc);

} // namespace uk
