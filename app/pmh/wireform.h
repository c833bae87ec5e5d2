// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/recordtable.h"
#include "app/pmh/renaming.h"

namespace uk {

/// Between the JSON of the wire and records: renamed both ways, and on the way in checked against the contract. Unknown
/// members are dropped, null is absence. Cheap to copy; const use is thread safe.
class WireForm
{
public:
    explicit WireForm(const ConnectionProfile &profile);

    /// An answer. Errors: AnswerUnreadable where it is no JSON; AnswerWrongType, AnswerMemberMissing for the first
    /// member at fault. Detail and arguments (item, place) name it; its value is never named. A fault in a record with
    /// a member `unreadable` is told there, and is no error of the answer.
    template<class T>
    [[nodiscard]] Result<T> decode(const RecordTable<T> &table, QByteArrayView body,
                                   const JsonLimits &limits = {}) const
    {
        T record{};
        UK_CHECK(read(table, body, limits, &record));
        return record;
    }

    /// A request. What is empty and not required is left out.
    template<class T>
    [[nodiscard]] JsonValue encode(const RecordTable<T> &table, const T &record) const
    {
        return write(table, &record);
    }

private:
    [[nodiscard]] Result<void> read(const ContractObject &object, QByteArrayView body, const JsonLimits &limits,
                                    void *record) const;
    [[nodiscard]] JsonValue write(const ContractObject &object, const void *record) const;

    Renaming m_renaming;
};

} // namespace uk
