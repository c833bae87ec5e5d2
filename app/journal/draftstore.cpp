// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/draftstore.h"

#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/journal/draftfile.h"
#include "app/journal/sealing.h"
#include "app/journal/writerthread.h"

#include <QDir>
#include <QHash>
#include <QPointer>

namespace uk {

using namespace Qt::StringLiterals;

class DraftStore::Private : public QObject
{
public:
    Private(QString directory, KeyStore &keyStore, const Clock &clock)
        : m_directory(std::move(directory))
        , m_keys(keyStore)
        , m_clock(clock)
    {
        m_writer.run([directory = m_directory] { removeUnfinishedDrafts(directory); });
    }

    ~Private() override
    {
        for (QByteArray &key : m_keyOfVisit)
            wipeBytes(key);
    }

    void save(OpenVisit visit, const QByteArray &plain, Reply<void> reply)
    {
        visit.savedAt = m_clock.nowUtc();
        inTurn([this, visit, plain, reply = std::move(reply)] {
            withKey(visit.visitId, [this, visit, plain, reply](const Result<QByteArray> &key) {
                if (!key)
                    finish(reply, Result<void>(std::unexpected(key.error())));
                else if (key->isEmpty())
                    makeKey(visit, plain, reply);
                else
                    write(visit, plain, *key, reply);
            });
        });
    }

    void load(const QString &visitId, Reply<QByteArray> reply)
    {
        inTurn([this, visitId, reply = std::move(reply)] {
            withKey(visitId, [this, visitId, reply](const Result<QByteArray> &key) {
                if (!key) {
                    finish(reply, Result<QByteArray>(std::unexpected(key.error())));
                    return;
                }
                m_writer.run([this, directory = m_directory, visitId, key = *key, reply] {
                    Result<QByteArray> plain = readDraft(directory, visitId, key);
                    back([this, reply, plain] { finish(reply, plain); });
                });
            });
        });
    }

    void remove(const QString &visitId, Reply<void> reply)
    {
        inTurn([this, visitId, reply = std::move(reply)] {
            // The key first: from then on the file is noise, whatever happens to it.
            forgetKey(visitId);
            m_keys.remove(keyName(visitId), guarded<void>([this, visitId, reply](const Result<void> &removed) {
                m_writer.run([this, directory = m_directory, visitId, removed, reply] {
                    const Result<void> deleted = removeDraft(directory, visitId);
                    back([this, reply, result = removed ? deleted : removed] { finish(reply, result); });
                });
            }));
        });
    }

    [[nodiscard]] QList<OpenVisit> openVisits() const { return listDrafts(m_directory); }

private:
    static QString keyName(const QString &visitId) { return u"draft/"_s + draftName(visitId); }

    void withKey(const QString &visitId, Reply<QByteArray> then)
    {
        if (const auto known = m_keyOfVisit.constFind(visitId); known != m_keyOfVisit.constEnd()) {
            then(*known);
            return;
        }
        m_keys.read(keyName(visitId), guarded<QByteArray>([this, visitId, then](const Result<QByteArray> &key) {
            if (key && key->size() == sealKeySize)
                m_keyOfVisit.insert(visitId, *key);
            then(key);
        }));
    }

    void makeKey(const OpenVisit &visit, const QByteArray &plain, const Reply<void> &reply)
    {
        const QByteArray key = randomBytes(sealKeySize);
        m_keys.write(
            keyName(visit.visitId), key, guarded<void>([this, visit, plain, key, reply](const Result<void> &written) {
                if (!written) {
                    finish(reply, written);
                    return;
                }
                m_keyOfVisit.insert(visit.visitId, key);
                write(visit, plain, key, reply);
            }));
    }

    void write(const OpenVisit &visit, const QByteArray &plain, const QByteArray &key, const Reply<void> &reply)
    {
        m_writer.run([this, directory = m_directory, visit, plain, key, reply] {
            const Result<void> written = writeDraft(directory, visit, plain, key);
            back([this, reply, written] { finish(reply, written); });
        });
    }

    void forgetKey(const QString &visitId)
    {
        if (const auto known = m_keyOfVisit.find(visitId); known != m_keyOfVisit.end()) {
            wipeBytes(*known);
            m_keyOfVisit.erase(known);
        }
    }

    /// One call after the other, or a draft could come back after its removal.
    void inTurn(std::function<void()> step)
    {
        m_steps.append(std::move(step));
        if (m_steps.size() == 1)
            back([this] { m_steps.constFirst()(); });
    }

    template <class T> void finish(const Reply<T> &reply, const Result<T> &result)
    {
        const Reply<T> answer = reply; // lives in the step that is removed here
        m_steps.removeFirst();
        if (!m_steps.isEmpty())
            back([this] { m_steps.constFirst()(); });
        answer(result);
    }

    template <class T, class Next> Reply<T> guarded(Next next)
    {
        return [self = QPointer(this), next = std::move(next)](const Result<T> &result) {
            if (self)
                next(result);
        };
    }

    template <class Function> void back(Function function)
    {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    }

    const QString m_directory;
    KeyStore &m_keys;
    const Clock &m_clock;
    QHash<QString, QByteArray> m_keyOfVisit;
    QList<std::function<void()>> m_steps;
    WriterThread m_writer; // last: destroyed first
};

DraftStore::DraftStore(QString directory, KeyStore &keys, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(directory), keys, clock))
{
}

DraftStore::~DraftStore() = default;

void DraftStore::save(const OpenVisit &visit, const QByteArray &plain, Reply<void> reply)
{
    d->save(visit, plain, std::move(reply));
}

void DraftStore::load(const QString &visitId, Reply<QByteArray> reply)
{
    d->load(visitId, std::move(reply));
}

void DraftStore::remove(const QString &visitId, Reply<void> reply)
{
    d->remove(visitId, std::move(reply));
}

QList<OpenVisit> DraftStore::openVisits() const
{
    return d->openVisits();
}

} // namespace uk
