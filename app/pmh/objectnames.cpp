// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/objectnames.h"

namespace uk {

ObjectNames::ObjectNames(const Renaming &renaming, const ContractObject &object, NamePlace place)
    : m_renaming(renaming)
    , m_object(object)
    , m_place(std::move(place))
{
    m_members.reserve(object.fields.size());
    for (const ContractField &field : object.fields) {
        const bool hasCodes = field.kind == FieldKind::Text && renaming.hasCodes(field.name);
        m_members.push_back({&field, renaming.wireMember(m_place, field.name).toUtf8(), hasCodes, nullptr});
    }
}

ObjectNames &ObjectNames::below(Member &member)
{
    if (!member.inner)
        member.inner = std::make_unique<ObjectNames>(m_renaming, *member.field->object, m_place.entered(*member.field));
    return *member.inner;
}

} // namespace uk
