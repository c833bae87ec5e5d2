// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

namespace uk {

/// Secrets of the site and of visits, by name. Asynchronous; replies on the main thread.
class KeyStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Errors: KeychainMissing, KeychainLocked. An entry that is not there is an empty value, not an error.
    virtual void read(const QString &name, Reply<QByteArray> reply) = 0;
    virtual void write(const QString &name, const QByteArray &value, Reply<void> reply) = 0;
    virtual void remove(const QString &name, Reply<void> reply) = 0;
};

/// For training and tests: in memory only.
[[nodiscard]] std::unique_ptr<KeyStore> makeMemoryKeyStore();
/// The desktop's keychain by QtKeychain, without its plain-text fallback.
[[nodiscard]] std::unique_ptr<KeyStore> makeSystemKeyStore();

} // namespace uk
