// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/keystore.h"

#include "cardreader/base/secretbuffer.h"

#include <QHash>

#include <span>

namespace uk {

namespace {

class MemoryKeyStore final : public KeyStore
{
public:
    ~MemoryKeyStore() override
    {
        for (QByteArray &value : m_values)
            wipeValue(value);
    }

    void read(const QString &name, Reply<QByteArray> reply) override
    {
        // Later, like the system's keychain: callers must not depend on an answer before the call returns.
        later([reply = std::move(reply), value = m_values.value(name)] { reply(value); });
    }

    void write(const QString &name, const QByteArray &value, Reply<void> reply) override
    {
        wipeValue(m_values[name]);
        m_values[name] = value;
        later([reply = std::move(reply)] { reply({}); });
    }

    void remove(const QString &name, Reply<void> reply) override
    {
        if (const auto entry = m_values.find(name); entry != m_values.end()) {
            wipeValue(*entry);
            m_values.erase(entry);
        }
        later([reply = std::move(reply)] { reply({}); });
    }

private:
    template <class Function> void later(Function function)
    {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    }

    static void wipeValue(QByteArray &value)
    {
        wipe(std::as_writable_bytes(std::span(value.data(), static_cast<std::size_t>(value.size()))));
    }

    QHash<QString, QByteArray> m_values;
};

} // namespace

std::unique_ptr<KeyStore> makeMemoryKeyStore()
{
    return std::make_unique<MemoryKeyStore>();
}

} // namespace uk
