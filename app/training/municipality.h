// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/http.h"
#include "app/training/pmherror.h"
#include "app/training/world.h"

#include <expected>

namespace uk::training {

/// /municipality: the batch registration of people with a medical subsidy (seed 002) and its history (rules 28).
/// Of a My Number nothing is kept but the link key, and nothing of it is ever said. Synchronous; one thread.
class Municipality
{
public:
    Municipality(World &world, QString token);
    [[nodiscard]] HttpResponse handle(const HttpRequest &request);
    void reset();

private:
    using Outcome = std::expected<JsonValue, PmhError>;
    [[nodiscard]] std::optional<PmhError> problemOfAccess(const HttpRequest &request) const;
    [[nodiscard]] Outcome takeBatch(const HttpRequest &request);
    [[nodiscard]] Outcome history(const HttpRequest &request) const;
    void take(const JsonValue &target);

    World &m_world;
    QString m_token;
    QHash<QString, JsonValue> m_histories; ///< by serialNumber
    int m_newPeople = 0;
};

} // namespace uk::training
