// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/contract.h"
#include "app/pmh/profile.h"

#include <QHash>

/// A server that speaks the contract with other names: the profile that describes it, and what it would send.
class OtherTongue
{
public:
    enum class Names {
        ByMember, ///< every bare name has another one
        ByPlace,  ///< every member of every object has one of its own: Schema.path.name
        Some,     ///< every third bare name only; process types and codes stay
    };
    explicit OtherTongue(Names names);

    /// As an operator would write it.
    [[nodiscard]] const QByteArray &profileText() const { return m_profileText; }
    /// The text, read.
    [[nodiscard]] uk::ConnectionProfile profile() const;

    /// A body with the contract's names, in this tongue.
    [[nodiscard]] uk::JsonValue spoken(const uk::ContractObject &object, const uk::JsonValue &canonical) const;

    /// The values that the contract gives each list of codes.
    [[nodiscard]] static const QHash<QString, QStringList> &codeLists();

private:
    void learn(const uk::ContractObject &object, const QString &place, int depth);
    [[nodiscard]] QString nameOf(const QString &place, QLatin1StringView name) const;
    [[nodiscard]] uk::JsonValue spokenObject(const uk::ContractObject &object, const QString &place,
                                             const uk::JsonValue &canonical) const;
    [[nodiscard]] uk::JsonValue spokenValue(const uk::ContractField &field, const QString &place,
                                            const uk::JsonValue &canonical) const;

    Names m_names;
    QHash<QString, QString> m_members; ///< as in the profile
    QHash<QString, QString> m_processTypes;
    QByteArray m_profileText;
};
