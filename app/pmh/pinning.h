// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QStringList>

namespace uk {

/// Whether a CA whose SubjectPublicKeyInfo is pinned (SHA-256, base64; rules 26) has signed the first certificate of
/// the chain. The rest of the chain is only what the server chose to send, so the signature itself is verified; a
/// pinned CA that was not sent is looked for in `knownCas`. True where there are no pins.
/// The chain must have been verified by TLS before.
[[nodiscard]] bool matchesPins(const QList<QSslCertificate> &chain, const QList<QSslCertificate> &knownCas,
                               const QStringList &pins);

/// The same with the system's CAs as the known ones, which are looked through only where the server sent no issuer.
[[nodiscard]] bool isPinned(const QList<QSslCertificate> &chain, const QStringList &pins);

} // namespace uk
