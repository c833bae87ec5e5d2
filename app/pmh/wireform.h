// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"
#include "app/pmh/renaming.h"

namespace uk {

/// Between the JSON of the wire and canonical JSON: renamed both ways, and on the way in checked against the contract.
/// Canonical JSON has no unknown members and no null, every member has its type, and nothing required is missing.
/// Cheap to copy; const use is thread safe.
class WireForm
{
public:
    explicit WireForm(const ConnectionProfile &profile);

    /// Errors: AnswerWrongType, AnswerMemberMissing, for the first member at fault. Detail and arguments (item,
    /// place) name it; its value is never named.
    [[nodiscard]] Result<JsonValue> toCanonical(const ContractObject &object, const JsonValue &wire) const;

    /// One entry of a list. Where it has an error, `value` holds what could be read all the same.
    struct Entry
    {
        JsonValue value;
        std::optional<Error> error;
    };
    /// The list `member` of an answer, entry by entry, so that a broken one leaves the others usable.
    [[nodiscard]] Result<QList<Entry>> entriesToCanonical(const ContractObject &object, QLatin1StringView member,
                                                          const JsonValue &wire) const;

    /// Members that the object does not have are left out.
    [[nodiscard]] JsonValue toWire(const ContractObject &object, const JsonValue &canonical) const;

private:
    Renaming m_renaming;
};

} // namespace uk
