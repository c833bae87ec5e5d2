// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/journal/accounts.h"
#include "app/journal/sqliteconnection.h"

#include <QByteArray>
#include <QDateTime>

namespace uk {

/// An account with what signing in needs.
struct AccountRecord
{
    StaffMember member;
    QByteArray secretHash; ///< Argon2id in libsodium's text form
    int wrongTries = 0;
    QDateTime blockedUntil; ///< UTC; invalid: at once
};

/// The accounts' SQLite file. Opens it anew for each call: calls are rare and come from two threads.
class AccountFile
{
public:
    explicit AccountFile(QString fileName)
        : m_fileName(std::move(fileName))
    {
    }
    /// Nothing where there is no file yet. Error: StoreFailed.
    [[nodiscard]] Result<QList<AccountRecord>> read() const;
    /// Adds the account or replaces the one with its id; durable on success. Error: StoreFailed.
    [[nodiscard]] Result<void> write(const AccountRecord &record) const;

private:
    QString m_fileName;
};

/// Argon2id with libsodium's MODERATE limits (256 MiB, 3 passes), or, where the secrets are no secrets, its least ones.
enum class HashCost { Moderate, Least };
/// Blocks for about half a second at Moderate. Empty where there is not enough memory.
[[nodiscard]] QByteArray hashedSecret(const SecretBuffer &secret, HashCost cost);
/// Takes as long with an empty hash (no such account), and answers false then.
[[nodiscard]] bool isSecretOf(const SecretBuffer &secret, const QByteArray &hash, HashCost cost);

} // namespace uk
