// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/accountfile.h"

#include <QFileInfo>

#include <sodium.h>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

struct Limits
{
    unsigned long long operations;
    std::size_t memory;
};

Limits limitsOf(HashCost cost)
{
    return cost == HashCost::Moderate ? Limits{crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE}
                                      : Limits{crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

const char *textOf(const SecretBuffer &secret)
{
    return reinterpret_cast<const char *>(secret.bytes().data());
}

/// StoreFailed for every failure: a full disk has its own code for the log only.
Error asStoreError(Error error)
{
    error.code = ErrorCode::StoreFailed;
    return error;
}

Result<QList<AccountRecord>> readRows(SqliteConnection &file)
{
    UK_TRY(QSqlQuery rows,
        file.run(
            u"SELECT id, name, role, is_disabled, secret, wrong_tries, blocked_until FROM accounts ORDER BY name"_s));
    QList<AccountRecord> records;
    while (rows.next()) {
        const int role = rows.value(2).toInt();
        if (role < 0 || role > static_cast<int>(StaffRole::Audit))
            return failure(ErrorCode::StoreFailed, u"an account with an unknown role"_s);
        records.append({.member = {.id = rows.value(0).toString(),
                            .name = rows.value(1).toString(),
                            .role = static_cast<StaffRole>(role),
                            .isDisabled = rows.value(3).toBool()},
            .secretHash = rows.value(4).toByteArray(),
            .wrongTries = rows.value(5).toInt(),
            .blockedUntil = QDateTime::fromString(rows.value(6).toString(), Qt::ISODateWithMs)});
    }
    return records;
}

Result<void> writeRow(SqliteConnection &file, const AccountRecord &record)
{
    UK_CHECK(file.run(
        u"CREATE TABLE IF NOT EXISTS accounts (id TEXT PRIMARY KEY, name TEXT NOT NULL, role INTEGER NOT NULL, "
        "is_disabled INTEGER NOT NULL, secret TEXT NOT NULL, wrong_tries INTEGER NOT NULL, "
        "blocked_until TEXT NOT NULL)"_s));
    UK_CHECK(file.run(u"INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {record.member.id, record.member.name, static_cast<int>(record.member.role), record.member.isDisabled,
            QString::fromLatin1(record.secretHash), record.wrongTries,
            record.blockedUntil.toString(Qt::ISODateWithMs) + u""_s}));
    return {};
}

} // namespace

Result<QList<AccountRecord>> AccountFile::read() const
{
    if (!QFileInfo::exists(m_fileName))
        return QList<AccountRecord>();
    SqliteConnection file;
    auto opened = file.open(m_fileName, SqliteConnection::Mode::Durable);
    if (!opened)
        return std::unexpected(asStoreError(opened.error()));
    auto rows = readRows(file);
    if (!rows)
        return std::unexpected(asStoreError(rows.error()));
    return rows;
}

Result<void> AccountFile::write(const AccountRecord &record) const
{
    SqliteConnection file;
    auto done = file.open(m_fileName, SqliteConnection::Mode::Durable);
    if (done)
        done = file.transaction([&] { return writeRow(file, record); });
    if (!done)
        return std::unexpected(asStoreError(done.error()));
    return {};
}

QByteArray hashedSecret(const SecretBuffer &secret, HashCost cost)
{
    if (sodium_init() < 0)
        return {};
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    const Limits limits = limitsOf(cost);
    if (crypto_pwhash_str_alg(
            hash.data(), textOf(secret), secret.size(), limits.operations, limits.memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return {};
    return QByteArray(hash.constData()); // up to the first zero
}

bool isSecretOf(const SecretBuffer &secret, const QByteArray &hash, HashCost cost)
{
    if (hash.isEmpty()) {
        static_cast<void>(hashedSecret(secret, cost));
        return false;
    }
    return sodium_init() >= 0 && crypto_pwhash_str_verify(hash.constData(), textOf(secret), secret.size()) == 0;
}

} // namespace uk
