// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/keystore.h"

#include <qt6keychain/keychain.h>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

Error errorOf(const QKeychain::Job &job)
{
    const QString detail = u"keychain job failed, code %1"_s.arg(static_cast<int>(job.error()));
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::KeychainLocked, detail, {}};
    default:
        return {ErrorCode::KeychainMissing, detail, {}};
    }
}

class SystemKeyStore final : public KeyStore
{
public:
    void read(const QString &name, Reply<QByteArray> reply) override
    {
        start(new QKeychain::ReadPasswordJob(service(), this), name,
            [this, reply = std::move(reply)](QKeychain::Job *job) {
                if (job->error() == QKeychain::EntryNotFound)
                    whenReallyOpen([reply](const Result<void> &open) {
                        reply(open ? Result<QByteArray>(QByteArray()) : std::unexpected(open.error()));
                    });
                else if (job->error() != QKeychain::NoError)
                    reply(std::unexpected(errorOf(*job)));
                else
                    reply(static_cast<QKeychain::ReadPasswordJob *>(job)->binaryData());
            });
    }

    void write(const QString &name, const QByteArray &value, Reply<void> reply) override
    {
        auto *job = new QKeychain::WritePasswordJob(service(), this);
        job->setBinaryData(value);
        start(job, name, [reply = std::move(reply)](QKeychain::Job *done) { finish(*done, reply); });
    }

    void remove(const QString &name, Reply<void> reply) override
    {
        start(new QKeychain::DeletePasswordJob(service(), this), name,
            [this, reply = std::move(reply)](QKeychain::Job *job) {
                if (job->error() == QKeychain::EntryNotFound)
                    whenReallyOpen(reply);
                else
                    finish(*job, reply);
            });
    }

private:
    static QString service() { return u"uketsuke"_s; }

    /// A locked Secret Service whose unlocking was refused answers "not found" for entries that are there; only writing
    /// tells. A key that seems to be missing would be taken for lost, or made anew.
    void whenReallyOpen(Reply<void> reply)
    {
        auto *job = new QKeychain::WritePasswordJob(service(), this);
        job->setBinaryData("open");
        start(job, u"probe"_s, [reply = std::move(reply)](QKeychain::Job *done) { finish(*done, reply); });
    }

    static void finish(const QKeychain::Job &job, const Reply<void> &reply)
    {
        if (job.error() == QKeychain::NoError)
            reply({});
        else
            reply(std::unexpected(errorOf(job)));
    }

    template <class Done> void start(QKeychain::Job *job, const QString &name, Done done)
    {
        job->setKey(name);
        job->setInsecureFallback(false); // never a plain-text file
        connect(job, &QKeychain::Job::finished, this, std::move(done));
        job->start();
    }
};

} // namespace

std::unique_ptr<KeyStore> makeSystemKeyStore()
{
    return std::make_unique<SystemKeyStore>();
}

} // namespace uk
