// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace uk {

/// Unpadded base64url (RFC 4648 section 5) of so many bytes from the system's random source.
[[nodiscard]] QByteArray randomUrlSafe(int byteCount);

/// S256 of RFC 7636: unpadded base64url of the verifier's SHA-256.
[[nodiscard]] QByteArray codeChallenge(const QByteArray &verifier);

/// True where both hold the same bytes; takes as long for a near miss as for a far one.
[[nodiscard]] bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace uk
