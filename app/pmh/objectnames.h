// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/renaming.h"

#include <memory>
#include <vector>

namespace uk {

/// The wire names of one object's members, found once and used for every such object of a body. Of one thread.
class ObjectNames
{
public:
    struct Member
    {
        const ContractField *field;
        QByteArray wireName; ///< UTF-8
        bool hasCodes = false;
        std::unique_ptr<ObjectNames> inner; ///< made when it is first needed
    };

    ObjectNames(const Renaming &renaming, const ContractObject &object, NamePlace place);

    [[nodiscard]] const ContractObject &object() const { return m_object; }
    [[nodiscard]] std::vector<Member> &members() { return m_members; }
    /// The names of the objects that a member of kind Object or Objects holds.
    [[nodiscard]] ObjectNames &below(Member &member);

private:
    const Renaming &m_renaming;
    const ContractObject &m_object;
    NamePlace m_place;
    std::vector<Member> m_members;
};

} // namespace uk
