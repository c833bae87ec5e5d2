// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/journal/auditchain.h"
#include "app/journal/sqliteconnection.h"

namespace uk {

/// The file of the audit log, open for writing. Lives in the writer thread.
class AuditStore
{
public:
    AuditStore() = default;
    ~AuditStore();
    AuditStore(const AuditStore &) = delete;
    AuditStore &operator=(const AuditStore &) = delete;

    /// Opens the file, or makes it where there is neither file nor anchor. Answers the anchor to keep.
    /// Errors: AuditUnavailable, AuditDiskFull, AuditTampered (arguments: sequence) where file and anchor contradict.
    [[nodiscard]] Result<AuditAnchor> open(
        const QString &fileName, const QByteArray &siteKey, const std::optional<AuditAnchor> &anchor);
    /// Durable on success. Errors: AuditUnavailable, AuditDiskFull.
    [[nodiscard]] Result<AuditAnchor> append(const AuditStamp &stamp, const AuditEntry &entry);

private:
    [[nodiscard]] Result<void> createOrResume(const std::optional<AuditAnchor> &anchor);
    [[nodiscard]] Result<void> create();
    [[nodiscard]] Result<void> resume(const std::optional<AuditAnchor> &anchor);
    [[nodiscard]] AuditAnchor currentAnchor() const { return {m_logId, m_state.sequence, m_state.hash}; }

    std::optional<SqliteConnection> m_file;
    QString m_fileName;
    QByteArray m_siteKey;
    QByteArray m_logId;
    ChainState m_state;
};

/// One row as it is stored.
struct AuditRow
{
    qint64 sequence = 0;
    QByteArray line;
    QByteArray hash;
};

/// What the file says beside its rows.
struct AuditHeader
{
    QByteArray logId;
    QByteArray sealedFirstKey;
    QByteArray sealedState;
};
[[nodiscard]] Result<AuditHeader> readAuditHeader(SqliteConnection &file);
/// The row; the newest one where `sequence` is 0. Nothing where there is none.
[[nodiscard]] Result<std::optional<AuditRow>> readAuditRow(SqliteConnection &file, qint64 sequence);

} // namespace uk
