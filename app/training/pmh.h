// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/http.h"
#include "app/training/processtypes.h"
#include "app/training/wirenames.h"
#include "app/training/world.h"

#include <optional>

namespace uk::training {

/// /pmh: the strict server of the contract. Checks every request in the order of rules 19 and answers in canonical
/// names with HttpResponse::schema set. Synchronous; one thread.
class Pmh
{
public:
    Pmh(World &world, const WireNames &names);

    /// Every address below /pmh but /pmh/result.
    [[nodiscard]] HttpResponse handle(const HttpRequest &request, const QString &origin, qint64 number);
    /// The checks that /pmh/result shares: 429, 503, 401, 403.
    [[nodiscard]] std::optional<PmhError> problemOfAccess(const HttpRequest &request);
    /// The body as an object; error E4131 or E4001.
    [[nodiscard]] std::expected<JsonValue, PmhError> readBody(const HttpRequest &request) const;
    [[nodiscard]] HttpResponse refused(const PmhError &error, const QString &schema = {}) const;

    /// The canonical process type that a request means, as far as it can be read; for faults and the request log.
    [[nodiscard]] QString processTypeOf(const HttpRequest &request) const;
    void setRateLimit(double requestsPerSecond, int burst); ///< 0: none

private:
    [[nodiscard]] PmhResult process(const HttpRequest &request, const QString &area, const QString &origin,
                                    qint64 number, QString &schema);
    [[nodiscard]] bool takesRate();

    World &m_world;
    const WireNames &m_names;
    double m_requestsPerSecond = 0;
    double m_burst = 0, m_credit = 0;
    qint64 m_creditAt = 0; ///< milliseconds of a steady clock
    QElapsedTimer m_steady;
};

/// The area of an address below /pmh, for example "vaccination"; empty for none.
[[nodiscard]] QString areaOfPath(const QString &path);

} // namespace uk::training
