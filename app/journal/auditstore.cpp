// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/auditstore.h"

#include "app/journal/sealing.h"

#include <QFileInfo>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int logIdSize = 16;

/// Everything but a full disk is one thing for the screens: the log cannot be written.
Error asAuditError(Error error)
{
    if (error.code == ErrorCode::StoreFailed)
        error.code = ErrorCode::AuditUnavailable;
    return error;
}

std::unexpected<Error> tampered(qint64 sequence, const QString &detail)
{
    return failure(ErrorCode::AuditTampered, detail, {QString::number(sequence)});
}

} // namespace

Result<AuditHeader> readAuditHeader(SqliteConnection &file)
{
    UK_TRY(QSqlQuery query, file.run(u"SELECT log_id, first_key, state FROM header WHERE format = 1"_s));
    if (!query.next())
        return failure(ErrorCode::StoreFailed, u"no audit log in this file"_s);
    return AuditHeader{query.value(0).toByteArray(), query.value(1).toByteArray(), query.value(2).toByteArray()};
}

Result<std::optional<AuditRow>> readAuditRow(SqliteConnection &file, qint64 sequence)
{
    const QString where = sequence == 0 ? u"ORDER BY seq DESC LIMIT 1"_s : u"WHERE seq = %1"_s.arg(sequence);
    UK_TRY(QSqlQuery query, file.run(u"SELECT seq, line, hash FROM entries "_s + where));
    if (!query.next())
        return std::optional<AuditRow>();
    return AuditRow{query.value(0).toLongLong(), query.value(1).toByteArray(), query.value(2).toByteArray()};
}

AuditStore::~AuditStore()
{
    wipeBytes(m_siteKey);
    wipeBytes(m_state.nextKey);
}

Result<AuditAnchor> AuditStore::open(
    const QString &fileName, const QByteArray &siteKey, const std::optional<AuditAnchor> &anchor)
{
    m_fileName = fileName;
    m_siteKey = siteKey;
    m_file.emplace();
    Result<void> opened = m_file->open(fileName, SqliteConnection::Mode::Durable);
    if (opened)
        opened = createOrResume(anchor);
    if (!opened) {
        m_file.reset();
        return std::unexpected(asAuditError(opened.error()));
    }
    return currentAnchor();
}

Result<void> AuditStore::createOrResume(const std::optional<AuditAnchor> &anchor)
{
    UK_TRY(QSqlQuery tables, m_file->run(u"SELECT count(*) FROM sqlite_master"_s));
    const bool isNew = tables.next() && tables.value(0).toInt() == 0;
    tables.finish();
    if (!isNew)
        return resume(anchor);
    if (anchor && anchor->sequence > 0)
        return tampered(1, u"the log is gone, its anchor is not"_s);
    return create();
}

Result<void> AuditStore::create()
{
    m_logId = randomBytes(logIdSize);
    const QByteArray firstKey = randomBytes(sealKeySize);
    m_state = firstState(m_logId, firstKey);
    return m_file->transaction([&]() -> Result<void> {
        UK_CHECK(
            m_file->run(u"CREATE TABLE header (format INTEGER NOT NULL, log_id BLOB NOT NULL, first_key BLOB NOT NULL, "
                        "state BLOB NOT NULL)"_s));
        UK_CHECK(
            m_file->run(u"CREATE TABLE entries (seq INTEGER PRIMARY KEY, line TEXT NOT NULL, hash BLOB NOT NULL)"_s));
        UK_CHECK(m_file->run(u"INSERT INTO header VALUES (1, ?, ?, ?)"_s,
            {m_logId, uk::sealedFirstKey(m_siteKey, m_logId, firstKey), uk::sealedState(m_siteKey, m_logId, m_state)}));
        return {};
    });
}

Result<void> AuditStore::resume(const std::optional<AuditAnchor> &anchor)
{
    UK_TRY(const AuditHeader header, readAuditHeader(*m_file));
    const auto state = unsealedState(m_siteKey, header.logId, header.sealedState);
    if (!state)
        return tampered(0, u"the sealed state does not open with the site key"_s);
    UK_TRY(const std::optional<AuditRow> last, readAuditRow(*m_file, 0));
    if ((last ? last->sequence : 0) != state->sequence || (last && last->hash != state->hash))
        return tampered(state->sequence, u"the last entry is not that of the sealed state"_s);
    // Without an entry the anchor may be missing: the program ended between making the file and anchoring it.
    if (!anchor && state->sequence > 0)
        return tampered(state->sequence, u"no anchor for this file"_s);
    if (anchor && (anchor->logId != header.logId || anchor->sequence > state->sequence))
        return tampered(anchor->sequence, u"older or other than the anchor"_s);
    if (anchor && anchor->sequence > 0) {
        UK_TRY(const std::optional<AuditRow> anchored, readAuditRow(*m_file, anchor->sequence));
        if (!anchored || anchored->hash != anchor->hash)
            return tampered(anchor->sequence, u"the anchored entry is another one"_s);
    }
    m_logId = header.logId;
    m_state = *state;
    return {};
}

Result<AuditAnchor> AuditStore::append(const AuditStamp &stamp, const AuditEntry &entry)
{
    // SQLite would go on writing into a file that has lost its name, and all of that would be gone at the end.
    if (!QFileInfo::exists(m_fileName))
        return failure(ErrorCode::AuditUnavailable, u"the log file was removed while in use"_s);
    const QByteArray line = auditLine(m_state.sequence + 1, stamp, entry);
    ChainState next = stateAfter(m_logId, m_state, line);
    const auto stored = m_file->transaction([&]() -> Result<void> {
        UK_CHECK(m_file->run(
            u"INSERT INTO entries VALUES (?, ?, ?)"_s, {next.sequence, QString::fromLatin1(line), next.hash}));
        UK_CHECK(m_file->run(u"UPDATE header SET state = ?"_s, {uk::sealedState(m_siteKey, m_logId, next)}));
        return {};
    });
    if (!stored) {
        wipeBytes(next.nextKey);
        return std::unexpected(asAuditError(stored.error()));
    }
    wipeBytes(m_state.nextKey);
    m_state = std::move(next);
    return currentAnchor();
}

} // namespace uk
