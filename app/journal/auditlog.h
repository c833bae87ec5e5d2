// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace uk {

class Clock;
class KeyStore;

/// What is recorded (facts 3H, S-H1). The written code is the enumerator's name in dotted lower case, from one table.
enum class AuditEvent {
    ProgramStarted,
    ProgramStopped,
    SignedIn,
    SignInFailed,
    SignedOut,
    Locked,
    Unlocked,
    AccountCreated,
    RoleChanged,
    CardPresent,
    CardRemoved,
    CardChecked,
    PinOk,
    PinWrong,
    PinBlocked,
    ConsentShown,
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Fetched,
    Viewed,
    ItemEdited,
    WarningAcknowledged,
    HandedOver,           ///< the screen went to the person for their own answers; count: questions
    ProxyConsentRecorded, ///< outcome: agreed, refused
    NameConfirmedAloud,
    DraftSaved,
    SubmitStarted,
    SubmitConfirmed,
    SubmitUnknown,
    SubmitConflict,
    SubmitRefused,
    DocumentViewed,
    PrintStarted,
    PrintFinished,
    PrintFailed,
    PrintCancelled,
    PaperRouteDecided, ///< a questionnaire is handed in on paper, or no longer
    VisitEnded,
    ClockJumped,
    UserRegistrationStarted, ///< the resident goes to the portal's registration pages
    UserRegistrationEnded,
    LogVerified
};

/// One event without the fields that the log itself adds (sequence, times, hashes). Never answers, names or numbers:
/// `objectRef` is an id of the contract or a keyed hash, `code` a public error code, `count` how many.
struct AuditEntry
{
    AuditEvent event;
    QString userId, role;
    QString sessionId; ///< random for each visit
    QString subjectRef; ///< keyed hash
    QString objectType, objectRef;
    QString outcome; ///< "ok", "failed", "unknown", …
    QString code;
    QString reason; ///< from the list of reasons or "typed"; never free text
    int count = 0;
};

/// Hash-chained log in SQLite (WAL, synchronous FULL), written by the journal's one writer thread. append() replies
/// after the entry is durable: "written before the effect" means acting in the reply.
class AuditLog : public QObject
{
    Q_OBJECT
public:
    /// `fileName` is made if missing. Keys come from `keys` (memory in training).
    AuditLog(QString fileName, KeyStore &keys, const Clock &clock, QObject *parent = nullptr);
    ~AuditLog() override; ///< writes what was asked for, then ends the thread

    /// Asks for the keys and opens the file, if that has not happened; append() does so by itself. Errors as append().
    void open(Reply<void> reply);
    /// Replies in the order of the calls. A log that failed to open is tried again at the next call.
    /// Errors: AuditUnavailable, AuditDiskFull, AuditTampered (the file is not the one that the key store remembers;
    /// nothing is written any more), KeychainMissing, KeychainLocked.
    void append(AuditEntry entry, Reply<void> reply);
    /// Keyed hash of an identifying value (certificate serial) for subjectRef; never reversible without the site key.
    /// Empty before the log is open.
    [[nodiscard]] QString subjectReference(QByteArrayView identifyingBytes) const;

Q_SIGNALS:
    /// The machine's clock moved against its own uptime since the last entry, by more than a minute (S-H3). The entry
    /// clock.jumped stands in the log already or goes there before the next one.
    void clockJumped(qint64 seconds);

private:
    class Private;
    std::unique_ptr<Private> d;
};

struct AuditVerification
{
    bool isIntact = false;
    qint64 entries = 0;
    qint64 firstBadSequence = 0; ///< 0 if intact
    QString reason; ///< English, for IT
    friend bool operator==(const AuditVerification &, const AuditVerification &) = default;
};

/// Walks the whole chain in a pool thread and answers on the thread of `context`, unless that is gone by then. The log
/// may be in use. Errors: StoreFailed (no such file, no audit log), KeychainMissing, KeychainLocked.
void verifyAuditLog(const QString &fileName, KeyStore &keys, QObject *context, Reply<AuditVerification> reply);

/// The lines (JSON) from number `firstSequence` on, unchecked, for a report. Blocks; at most `limit` lines.
/// Error: StoreFailed.
[[nodiscard]] Result<QList<QByteArray>> readAuditLines(const QString &fileName, qint64 firstSequence, int limit);

} // namespace uk
