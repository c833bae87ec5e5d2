// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// auditwriter FILE SITE-KEY ANCHOR: appends to the log until it is killed, and writes a line "entries done" after each
// durable entry and "anchor HEX" whenever the key store is given one. The test plays the key store that outlives it.
#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/journal/auditchain.h"
#include "app/journal/auditlog.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

class SpokenKeyStore final : public uk::KeyStore
{
public:
    SpokenKeyStore(QByteArray siteKey, QByteArray anchor)
        : m_siteKey(std::move(siteKey))
        , m_anchor(std::move(anchor))
    {
    }
    void read(const QString &name, uk::Reply<QByteArray> reply) override
    {
        reply(name == uk::siteKeyName() ? m_siteKey : m_anchor);
    }
    void write(const QString &name, const QByteArray &value, uk::Reply<void> reply) override
    {
        if (name != uk::siteKeyName())
            std::printf("anchor %s\n", value.toHex().constData());
        std::fflush(stdout);
        QMetaObject::invokeMethod(
            this, [reply] { reply({}); }, Qt::QueuedConnection);
    }
    void remove(const QString &, uk::Reply<void> reply) override { reply({}); }

private:
    QByteArray m_siteKey, m_anchor;
};

void appendForEver(uk::AuditLog &log, int done)
{
    uk::AuditEntry entry;
    entry.event = uk::AuditEvent::ItemEdited;
    log.append(entry, [&log, done](const uk::Result<void> &result) {
        if (!result) {
            std::printf("failed %s\n", uk::publicCode(result.error().code).data());
            std::fflush(stdout);
            QCoreApplication::exit(1);
            return;
        }
        std::printf("done %d\n", done + 1);
        std::fflush(stdout);
        appendForEver(log, done + 1);
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    SpokenKeyStore keys(
        QByteArray::fromHex(arguments.value(2).toLatin1()), QByteArray::fromHex(arguments.value(3).toLatin1()));
    const uk::SystemClock clock;
    uk::AuditLog log(arguments.value(1), keys, clock);
    appendForEver(log, 0);
    return QCoreApplication::exec();
}
