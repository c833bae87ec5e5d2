// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

#include <QList>
#include <QString>

#include <optional>

namespace uk::training {

/// Where a request goes, as faults choose by it.
struct FaultTarget
{
    QString path;
    QString processType; ///< canonical; empty outside the areas
    QString person;      ///< KEY; empty where it is not known
};

/// The faults that the control port has switched on. A fault is used up by its count, and passed over "skip" times.
class Faults
{
public:
    /// One fault or a list. Gives the ids, or what is wrong with the place.
    struct Added
    {
        QList<int> ids;
        QString problem;
    };
    [[nodiscard]] Added add(const JsonValue &oneOrList);
    [[nodiscard]] JsonValue list() const;
    [[nodiscard]] bool contains(int id) const;
    void remove(int id);
    void clear() { m_faults.clear(); }

    /// Those that meet this request, in the order they were added; counts go down.
    [[nodiscard]] QList<JsonValue> meet(const FaultTarget &target);
    /// The callback faults for a redirect to the client.
    [[nodiscard]] QList<JsonValue> meetCallback(const QString &path);

    /// Every kind with its members, for GET /.
    [[nodiscard]] static JsonValue description();

private:
    struct Fault
    {
        int id = 0;
        JsonValue spec;
        int skip = 0;
        std::optional<int> left; ///< nothing: for good
    };
    [[nodiscard]] static bool uses(Fault &fault);

    QList<Fault> m_faults;
    int m_lastId = 0;
};

} // namespace uk::training
