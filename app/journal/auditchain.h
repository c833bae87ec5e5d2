// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/journal/auditlog.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace uk {

// The arithmetic of the audit log, on values; thread safe.
//
// Each entry is one line of JSON. Its hash is HMAC-SHA256 over the log's id, its number, the hash before it and the
// line. The key changes with every entry, K(n+1) = HMAC(K(n), …), and K(n) is overwritten: who takes the machine over
// later holds no key of an earlier entry and can neither change nor re-chain it (forward security). K(1) and the
// current state are sealed to the site key, which lies in the key store; the last number and hash lie there as well
// (anchor), so that an old copy of the file and a cut tail show.

/// "card.present", "pin.ok", …: the enumerator's name in dotted lower case. Never changes once released.
[[nodiscard]] QLatin1StringView auditEventCode(AuditEvent event);

/// What the log adds to an entry.
struct AuditStamp
{
    QDateTime at; ///< UTC
    qint64 monotonicMs = 0; ///< since the machine started, sleep included
    QString runId; ///< random for each start of the program
};

/// One line of JSON without a line break; everything that could break or disguise a line is escaped (S-H4).
[[nodiscard]] QByteArray auditLine(qint64 sequence, const AuditStamp &stamp, const AuditEntry &entry);

/// Where the chain stands: number and hash of the last entry, and the key of the next one.
struct ChainState
{
    qint64 sequence = 0;
    QByteArray hash;
    QByteArray nextKey;
};

[[nodiscard]] ChainState firstState(const QByteArray &logId, const QByteArray &firstKey);
/// The state after `line`; the key of `state` takes no part in it any more and is to be wiped by the caller.
[[nodiscard]] ChainState stateAfter(const QByteArray &logId, const ChainState &state, const QByteArray &line);

[[nodiscard]] QByteArray sealedState(const QByteArray &siteKey, const QByteArray &logId, const ChainState &state);
[[nodiscard]] std::optional<ChainState> unsealedState(
    const QByteArray &siteKey, const QByteArray &logId, const QByteArray &sealed);
[[nodiscard]] QByteArray sealedFirstKey(const QByteArray &siteKey, const QByteArray &logId, const QByteArray &firstKey);
[[nodiscard]] std::optional<QByteArray> unsealedFirstKey(
    const QByteArray &siteKey, const QByteArray &logId, const QByteArray &sealed);

/// What the key store remembers of a log file.
struct AuditAnchor
{
    QByteArray logId;
    qint64 sequence = 0;
    QByteArray hash;
};
[[nodiscard]] QByteArray toBytes(const AuditAnchor &anchor);
[[nodiscard]] std::optional<AuditAnchor> anchorOf(const QByteArray &bytes);

/// Names of the entries in the key store. The anchor belongs to the place of the file, so that exchanged files show.
[[nodiscard]] QString siteKeyName();
[[nodiscard]] QString anchorName(const QString &fileName);

} // namespace uk
