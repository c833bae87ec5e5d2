// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/auditlog.h"

#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/journal/auditstore.h"
#include "app/journal/sealing.h"
#include "app/journal/writerthread.h"

#include <QPointer>

#include <ctime>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 clockToleranceSeconds = 60;

/// Milliseconds since the machine started. Time asleep counts, or every lid that opens would look like a jump.
qint64 uptimeMs()
{
#ifdef CLOCK_BOOTTIME
    constexpr clockid_t clockId = CLOCK_BOOTTIME;
#else
    constexpr clockid_t clockId = CLOCK_MONOTONIC;
#endif
    timespec now{};
    clock_gettime(clockId, &now);
    return static_cast<qint64>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

} // namespace

class AuditLog::Private : public QObject
{
public:
    Private(AuditLog &owner, QString fileName, KeyStore &keyStore, const Clock &clock)
        : m_owner(owner)
        , m_fileName(std::move(fileName))
        , m_keys(keyStore)
        , m_clock(clock)
        , m_runId(QString::fromLatin1(randomBytes(8).toHex()))
        , m_store(std::make_unique<AuditStore>())
    {
    }

    ~Private() override
    {
        // In the writer's thread, behind everything that waits: the connection belongs to that thread.
        m_writer.run([store = m_store.release()] { delete store; });
        wipeBytes(m_subjectKey);
    }

    void whenOpen(Reply<void> then)
    {
        if (m_phase == Phase::Open) {
            then({});
            return;
        }
        m_waiting.append(std::move(then));
        if (m_phase == Phase::Closed)
            readKeys();
    }

    /// As whenOpen(), but never answers before it returns.
    void open(Reply<void> reply)
    {
        back([this, reply = std::move(reply)]() mutable { whenOpen(std::move(reply)); });
    }

    void append(AuditEntry entry, Reply<void> reply)
    {
        const AuditStamp stamp = stampNow();
        noteClockJump(stamp);
        whenOpen([this, stamp, entry = std::move(entry), reply = std::move(reply)](Result<void> opened) mutable {
            if (!opened) {
                reply(std::move(opened));
                return;
            }
            write(stamp, std::move(entry), std::move(reply));
        });
    }

    [[nodiscard]] QString subjectReference(QByteArrayView bytes) const
    {
        return m_subjectKey.isEmpty() ? QString()
                                      : QString::fromLatin1(hmacSha256(m_subjectKey, bytes).first(16).toHex());
    }

private:
    enum class Phase { Closed, Opening, Open };

    [[nodiscard]] AuditStamp stampNow() const { return {m_clock.nowUtc(), uptimeMs(), m_runId}; }

    void noteClockJump(const AuditStamp &stamp)
    {
        const AuditStamp before = std::exchange(m_lastStamp, stamp);
        if (!before.at.isValid())
            return;
        const qint64 jump = (before.at.msecsTo(stamp.at) - (stamp.monotonicMs - before.monotonicMs)) / 1000;
        if (qAbs(jump) <= clockToleranceSeconds)
            return;
        AuditEntry entry;
        entry.event = AuditEvent::ClockJumped;
        entry.outcome = u"ok"_s;
        entry.count = static_cast<int>(qBound(qint64{INT_MIN}, jump, qint64{INT_MAX}));
        whenOpen([this, stamp, entry](const Result<void> &opened) {
            if (opened)
                write(stamp, entry, [](const Result<void> &) {});
        });
        Q_EMIT m_owner.clockJumped(jump);
    }

    void readKeys()
    {
        m_phase = Phase::Opening;
        m_keys.read(siteKeyName(), guarded<QByteArray>([this](QByteArray siteKey) {
            m_keys.read(anchorName(m_fileName), guarded<QByteArray>([this, siteKey](const QByteArray &anchor) {
                if (siteKey.isEmpty() && anchor.isEmpty())
                    makeSiteKey();
                else if (siteKey.size() != sealKeySize)
                    opened(failure(ErrorCode::AuditUnavailable, u"the site key is missing or damaged"_s));
                else
                    openFile(siteKey, anchorOf(anchor));
            }));
        }));
    }

    void makeSiteKey()
    {
        const QByteArray siteKey = randomBytes(sealKeySize);
        m_keys.write(siteKeyName(), siteKey, guarded<void>([this, siteKey] { openFile(siteKey, std::nullopt); }));
    }

    void openFile(const QByteArray &siteKey, const std::optional<AuditAnchor> &anchor)
    {
        m_writer.run([this, store = m_store.get(), fileName = m_fileName, siteKey, anchor] {
            Result<AuditAnchor> result = store->open(fileName, siteKey, anchor);
            back([this, siteKey, result = std::move(result)] {
                if (!result) {
                    opened(std::unexpected(result.error()));
                    return;
                }
                m_subjectKey = derivedKey(siteKey, "subject reference");
                // Anchored before the first entry: from here on a log without its anchor is one that was tampered with.
                m_keys.write(anchorName(m_fileName), toBytes(*result), guarded<void>([this] { opened({}); }));
            });
        });
    }

    void opened(const Result<void> &result)
    {
        m_phase = result ? Phase::Open : Phase::Closed;
        for (const Reply<void> &then : std::exchange(m_waiting, {}))
            then(result);
    }

    void write(const AuditStamp &stamp, AuditEntry entry, Reply<void> reply)
    {
        m_writer.run(
            [this, store = m_store.get(), stamp, entry = std::move(entry), reply = std::move(reply)]() mutable {
                Result<AuditAnchor> result = store->append(stamp, entry);
                back([this, result = std::move(result), reply = std::move(reply)] {
                    if (!result) {
                        reply(std::unexpected(result.error()));
                        return;
                    }
                    keepAnchor(*result);
                    reply({});
                });
            });
    }

    /// One write at a time, the newest wins: the key store is slower than the log and must not hold it up.
    void keepAnchor(const AuditAnchor &anchor)
    {
        m_nextAnchor = anchor;
        if (m_isAnchoring)
            return;
        m_isAnchoring = true;
        m_keys.write(anchorName(m_fileName), toBytes(*std::exchange(m_nextAnchor, std::nullopt)),
            [self = QPointer(this)](const Result<void> &) {
                if (!self)
                    return;
                self->m_isAnchoring = false;
                if (self->m_nextAnchor)
                    self->keepAnchor(*self->m_nextAnchor);
            });
    }

    /// A key store's answer may come when this is gone; an error ends the opening.
    template <class T, class Next> Reply<T> guarded(Next next)
    {
        return [self = QPointer(this), next = std::move(next)](const Result<T> &result) {
            if (!self)
                return;
            if (!result)
                self->opened(std::unexpected(result.error()));
            else if constexpr (std::is_void_v<T>)
                next();
            else
                next(*result);
        };
    }

    /// From the writer's thread to this one. The destructor waits for the writer, so `this` is alive here; what is
    /// still on its way then is dropped with this object.
    template <class Function> void back(Function function)
    {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    }

    AuditLog &m_owner;
    const QString m_fileName;
    KeyStore &m_keys;
    const Clock &m_clock;
    const QString m_runId;
    QByteArray m_subjectKey;
    Phase m_phase = Phase::Closed;
    QList<Reply<void>> m_waiting;
    AuditStamp m_lastStamp;
    bool m_isAnchoring = false;
    std::optional<AuditAnchor> m_nextAnchor;
    std::unique_ptr<AuditStore> m_store;
    WriterThread m_writer; // last: destroyed first, and everything that it still does uses the members above
};

AuditLog::AuditLog(QString fileName, KeyStore &keys, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(fileName), keys, clock))
{
}

AuditLog::~AuditLog() = default;

void AuditLog::open(Reply<void> reply)
{
    d->open(std::move(reply));
}

void AuditLog::append(AuditEntry entry, Reply<void> reply)
{
    d->append(std::move(entry), std::move(reply));
}

QString AuditLog::subjectReference(QByteArrayView identifyingBytes) const
{
    return d->subjectReference(identifyingBytes);
}

} // namespace uk
