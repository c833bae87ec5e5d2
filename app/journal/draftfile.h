// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/journal/draftstore.h"

namespace uk {

// The files of the drafts; blocking. Format: a line that names the format and its version, a line of JSON with what may
// be listed (no name), the rest sealed. Both lines are authenticated with the sealed part, so that a draft cannot be
// given to another visit, another card or read as another version.

/// The name of the visit's file and key, never the visit id itself: it does not become a path.
[[nodiscard]] QString draftName(const QString &visitId);

/// Durable on success. Error: DraftNotSaved.
[[nodiscard]] Result<void> writeDraft(
    const QString &directory, const OpenVisit &visit, const QByteArray &plain, const QByteArray &key);
/// Error: DraftUnreadable.
[[nodiscard]] Result<QByteArray> readDraft(const QString &directory, const QString &visitId, const QByteArray &key);
/// Error: DraftNotSaved where the file cannot be removed.
[[nodiscard]] Result<void> removeDraft(const QString &directory, const QString &visitId);
/// Newest first; files that are no drafts are left out.
[[nodiscard]] QList<OpenVisit> listDrafts(const QString &directory);
/// What an abnormal end left half written.
void removeUnfinishedDrafts(const QString &directory);

} // namespace uk
