// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace uk {

/// One connection to an SQLite file; opened, used and destroyed in one thread.
class SqliteConnection
{
public:
    enum class Mode { ReadOnly, Durable };

    SqliteConnection();
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    /// Durable: made if missing, readable by its owner only, WAL, synchronous FULL, deleted content overwritten.
    /// Error: StoreFailed.
    [[nodiscard]] Result<void> open(const QString &fileName, Mode mode);
    /// Runs one statement with its values. Error: StoreFailed, or AuditDiskFull where there is no room.
    [[nodiscard]] Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {});
    /// Runs `steps` in one transaction; all of it is durable on success, nothing happened otherwise.
    template <class Steps> [[nodiscard]] Result<void> transaction(Steps steps)
    {
        UK_CHECK(run(QStringLiteral("BEGIN IMMEDIATE")));
        Result<void> done = steps();
        if (done) {
            if (auto committed = run(QStringLiteral("COMMIT")); !committed)
                done = std::unexpected(committed.error());
        }
        if (!done)
            static_cast<void>(run(QStringLiteral("ROLLBACK")));
        return done;
    }

private:
    QString m_name;
    QString m_fileName;
};

} // namespace uk
