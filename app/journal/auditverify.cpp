// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/keystore.h"
#include "app/journal/auditstore.h"
#include "app/journal/sealing.h"

#include <QFileInfo>
#include <QPointer>
#include <QtConcurrentRun>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

struct AuditKeys
{
    QByteArray siteKey;
    QByteArray anchor;
};

AuditVerification broken(qint64 entries, qint64 sequence, const QString &reason)
{
    return {.isIntact = false, .entries = entries, .firstBadSequence = sequence, .reason = reason};
}

/// What the walk ends in against what the file and the key store say that it must end in.
AuditVerification compared(const ChainState &walked, const ChainState &sealedEnd,
    const std::optional<AuditAnchor> &anchor, const QByteArray &logId, const QByteArray &hashAtAnchor)
{
    const qint64 entries = walked.sequence;
    if (walked.sequence != sealedEnd.sequence || walked.hash != sealedEnd.hash || walked.nextKey != sealedEnd.nextKey)
        return broken(entries, entries + 1, u"the end of the log is not that of its sealed state"_s);
    if (!anchor)
        return entries == 0 ? AuditVerification{true, 0, 0, {}}
                            : broken(entries, 1, u"the key store knows no log at this place"_s);
    if (anchor->logId != logId)
        return broken(entries, 1, u"the key store knows another log at this place"_s);
    if (anchor->sequence > entries)
        return broken(entries, entries + 1, u"older than the key store's anchor"_s);
    if (anchor->sequence > 0 && anchor->hash != hashAtAnchor)
        return broken(entries, anchor->sequence, u"the anchored entry is another one"_s);
    return {.isIntact = true, .entries = entries, .firstBadSequence = 0, .reason = {}};
}

Result<AuditVerification> walk(SqliteConnection &file, const AuditKeys &keys)
{
    UK_CHECK(file.run(u"BEGIN"_s)); // one view of header and rows, even while the program writes
    UK_TRY(const AuditHeader header, readAuditHeader(file));
    const auto firstKey = unsealedFirstKey(keys.siteKey, header.logId, header.sealedFirstKey);
    const auto end = unsealedState(keys.siteKey, header.logId, header.sealedState);
    if (!firstKey || !end)
        return broken(0, 1, u"the sealed keys do not open with the site key"_s);
    const auto anchor = anchorOf(keys.anchor);

    ChainState state = firstState(header.logId, *firstKey);
    QByteArray hashAtAnchor;
    UK_TRY(QSqlQuery rows, file.run(u"SELECT seq, line, hash FROM entries ORDER BY seq"_s));
    while (rows.next()) {
        const qint64 sequence = rows.value(0).toLongLong();
        if (sequence != state.sequence + 1)
            return broken(state.sequence, state.sequence + 1, u"an entry is missing"_s);
        ChainState next = stateAfter(header.logId, state, rows.value(1).toByteArray());
        if (!isSameSecret(next.hash, rows.value(2).toByteArray()))
            return broken(state.sequence, sequence, u"an entry was not written with the key of its place"_s);
        state = std::move(next);
        if (anchor && anchor->sequence == sequence)
            hashAtAnchor = state.hash;
    }
    return compared(state, *end, anchor, header.logId, hashAtAnchor);
}

Result<AuditVerification> verifyFile(const QString &fileName, const AuditKeys &keys)
{
    if (!QFileInfo::exists(fileName))
        return failure(ErrorCode::StoreFailed, u"no such file"_s);
    SqliteConnection file;
    UK_CHECK(file.open(fileName, SqliteConnection::Mode::ReadOnly));
    return walk(file, keys);
}

} // namespace

void verifyAuditLog(const QString &fileName, KeyStore &keys, QObject *context, Reply<AuditVerification> reply)
{
    // The anchor first: it may only grow while the file is read.
    keys.read(
        anchorName(fileName), [fileName, &keys, guard = QPointer(context), reply](const Result<QByteArray> &anchor) {
            if (!guard)
                return;
            if (!anchor) {
                reply(std::unexpected(anchor.error()));
                return;
            }
            keys.read(
                siteKeyName(), [fileName, guard, reply, anchorBytes = *anchor](const Result<QByteArray> &siteKey) {
                    if (!guard)
                        return;
                    if (!siteKey) {
                        reply(std::unexpected(siteKey.error()));
                        return;
                    }
                    QtConcurrent::run([fileName, known = AuditKeys{*siteKey, anchorBytes}] {
                        return verifyFile(fileName, known);
                    }).then(guard.data(), [reply](const Result<AuditVerification> &result) { reply(result); });
                });
        });
}

Result<QList<QByteArray>> readAuditLines(const QString &fileName, qint64 firstSequence, int limit)
{
    if (!QFileInfo::exists(fileName))
        return failure(ErrorCode::StoreFailed, u"no such file"_s);
    SqliteConnection file;
    UK_CHECK(file.open(fileName, SqliteConnection::Mode::ReadOnly));
    UK_TRY(QSqlQuery rows,
        file.run(u"SELECT line FROM entries WHERE seq >= ? ORDER BY seq LIMIT ?"_s, {firstSequence, limit}));
    QList<QByteArray> lines;
    while (rows.next())
        lines.append(rows.value(0).toByteArray());
    return lines;
}

} // namespace uk
