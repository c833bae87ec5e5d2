// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace uk {

class Clock;
class KeyStore;

/// An open visit as it may be listed: no name (design "Data").
struct OpenVisit
{
    QString visitId;
    QDateTime savedAt; ///< UTC
    QString slipNumber;
    QString subjectRef; ///< keyed hash of the card's certificate serial
};

/// Encrypted drafts: AES-256-GCM with a random key for each visit that lies in the key store. Written by the journal's
/// writer thread; replies after the draft is durable (temporary file, fsync, rename).
class DraftStore : public QObject
{
    Q_OBJECT
public:
    DraftStore(QString directory, KeyStore &keys, const Clock &clock, QObject *parent = nullptr);
    ~DraftStore() override;

    /// Replaces the draft of the visit. Errors: DraftNotSaved, KeychainMissing, KeychainLocked.
    void save(const OpenVisit &visit, const QByteArray &plain, Reply<void> reply);
    /// Errors: DraftUnreadable.
    void load(const QString &visitId, Reply<QByteArray> reply);
    /// Draft and key; succeeds when there is none.
    void remove(const QString &visitId, Reply<void> reply);
    [[nodiscard]] QList<OpenVisit> openVisits() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace uk
