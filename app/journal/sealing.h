// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace uk {

// Cryptography of the journal, on values; thread safe. Keys have 32 bytes.

constexpr qsizetype sealKeySize = 32;

[[nodiscard]] QByteArray randomBytes(qsizetype count);
[[nodiscard]] QByteArray hmacSha256(QByteArrayView key, QByteArrayView message);
/// A key for one purpose out of a key for many.
[[nodiscard]] QByteArray derivedKey(QByteArrayView key, QByteArrayView purpose);
/// Big-endian, eight bytes.
[[nodiscard]] QByteArray numberBytes(qint64 number);
[[nodiscard]] qint64 numberOf(QByteArrayView eightBytes);
/// Same bytes, compared in constant time.
[[nodiscard]] bool isSameSecret(QByteArrayView one, QByteArrayView other);
/// Overwrites the bytes (a shared value is detached first: hold keys in one place) and empties the value.
void wipeBytes(QByteArray &value);

/// AES-256-GCM with a fresh 12-byte nonce: nonce, ciphertext, 16-byte tag. `bound` is authenticated, not stored.
[[nodiscard]] QByteArray seal(QByteArrayView key, QByteArrayView plain, QByteArrayView bound);
/// Nothing if the key, the sealed bytes or what they are bound to are not exactly those of seal().
[[nodiscard]] std::optional<QByteArray> unseal(QByteArrayView key, QByteArrayView sealed, QByteArrayView bound);

} // namespace uk
