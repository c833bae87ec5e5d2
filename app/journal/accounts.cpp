// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/accounts.h"

#include "app/base/clock.h"
#include "app/base/textfold.h"
#include "app/journal/accountfile.h"
#include "app/journal/passwordpolicy.h"
#include "app/journal/sealing.h"
#include "app/journal/writerthread.h"

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

const QList<TrainingAccount> &trainingAccounts()
{
    static const QList<TrainingAccount> accounts{
        {u"訓練 受付"_s, StaffRole::Reception, "kunren-uketsuke"},
        {u"訓練 医師"_s, StaffRole::Clinician, "kunren-ishi"},
        {u"訓練 責任者"_s, StaffRole::VenueLead, "kunren-sekininsha"},
    };
    return accounts;
}

bool isTrainingAccountName(const QString &name)
{
    return std::ranges::any_of(
        trainingAccounts(), [&](const TrainingAccount &account) { return isSameWhenFolded(account.name, name); });
}

class AccountStore::Private : public QObject
{
public:
    Private(AccountStore &owner, const QString &fileName, const Clock &clock)
        : m_owner(owner)
        , m_isTraining(fileName.isEmpty())
        , m_cost(m_isTraining ? HashCost::Least : HashCost::Moderate)
        , m_file(fileName)
        , m_clock(clock)
    {
        // Here and not later: an answer that comes too late would look like a first run.
        if (m_isTraining)
            addTrainingAccounts();
        else if (auto records = m_file.read())
            m_records = *records;
        else
            m_readError = records.error();
    }

    [[nodiscard]] bool isEmpty() const { return m_records.isEmpty() && !m_readError; }

    [[nodiscard]] QList<StaffMember> members() const
    {
        QList<StaffMember> members;
        for (const AccountRecord &record : m_records)
            members.append(record.member);
        return members;
    }

    void create(const QString &name, StaffRole role, SecretBuffer secret, Reply<StaffMember> reply)
    {
        const auto shared = std::make_shared<SecretBuffer>(std::move(secret));
        inTurn([this, name, role, shared, reply = std::move(reply)] {
            if (const auto error = refusalOf(name, *shared)) {
                finish([reply, error = *error] { reply(std::unexpected(error)); });
                return;
            }
            AccountRecord record;
            record.member = {QString::fromLatin1(randomBytes(8).toHex()), name.simplified(), role, false};
            m_worker.run([this, record, shared, reply]() mutable {
                record.secretHash = hashedSecret(*shared, m_cost);
                shared->clear();
                const Result<void> stored = record.secretHash.isEmpty()
                    ? failure(ErrorCode::StoreFailed, u"not enough memory to protect the password"_s)
                    : persisted(record);
                back([this, record, stored, reply] { concludeChange(record, stored, reply); });
            });
        });
    }

    void setDisabled(const QString &id, bool isDisabled, Reply<StaffMember> reply)
    {
        inTurn([this, id, isDisabled, reply = std::move(reply)] {
            const auto found = std::ranges::find(m_records, id, [](const AccountRecord &r) { return r.member.id; });
            if (found == m_records.end()) {
                finish([reply] { reply(failure(ErrorCode::NotPermitted, u"no such account"_s)); });
                return;
            }
            AccountRecord record = *found;
            record.member.isDisabled = isDisabled;
            m_worker.run([this, record, reply] {
                const Result<void> stored = persisted(record);
                back([this, record, stored, reply] { concludeChange(record, stored, reply); });
            });
        });
    }

    void signIn(const QString &name, SecretBuffer secret, Reply<StaffMember> reply)
    {
        const auto shared = std::make_shared<SecretBuffer>(std::move(secret));
        inTurn([this, name, shared, reply = std::move(reply)] {
            AccountRecord &record = recordFor(name);
            if (m_readError) {
                finish([reply, error = *m_readError] { reply(std::unexpected(error)); });
            } else if (const int seconds = secondsToWait(record); seconds > 0) {
                finish([reply, seconds] { reply(failure(ErrorCode::SignInDelayed, {}, {QString::number(seconds)})); });
            } else {
                m_worker.run([this, name, hash = record.secretHash, shared, reply] {
                    const bool isRight = isSecretOf(*shared, hash, m_cost);
                    shared->clear();
                    back([this, name, isRight, reply] { concludeSignIn(name, isRight, reply); });
                });
            }
        });
    }

private:
    void addTrainingAccounts()
    {
        for (const TrainingAccount &account : trainingAccounts()) {
            const auto bytes
                = std::as_bytes(std::span(account.secret.constData(), static_cast<std::size_t>(account.secret.size())));
            AccountRecord record;
            record.member = {QString::fromLatin1(randomBytes(8).toHex()), account.name, account.role, false};
            record.secretHash = hashedSecret(SecretBuffer::copyOf(bytes), m_cost);
            m_records.append(record);
        }
    }

    [[nodiscard]] std::optional<Error> refusalOf(const QString &name, const SecretBuffer &secret) const
    {
        if (m_readError)
            return m_readError;
        if (foldedForComparison(name).isEmpty() || (!m_isTraining && isTrainingAccountName(name)))
            return Error{ErrorCode::NotPermitted, u"a name for training only, or none"_s, {}};
        if (std::ranges::any_of(
                m_records, [&](const AccountRecord &r) { return isSameWhenFolded(r.member.name, name); }))
            return Error{ErrorCode::AccountExists, {}, {}};
        if (weaknessOf(secret.bytes(), name) != PasswordWeakness::None)
            return Error{ErrorCode::PasswordTooWeak, {}, {QString::number(shortestPassword)}};
        return std::nullopt;
    }

    /// The account, or for an unknown name a record of its own, so that both are delayed alike.
    AccountRecord &recordFor(const QString &name)
    {
        for (AccountRecord &record : m_records) {
            if (isSameWhenFolded(record.member.name, name))
                return record;
        }
        constexpr qsizetype mostUnknownNames = 1000;
        const QString folded = foldedForComparison(name);
        if (m_unknown.size() >= mostUnknownNames && !m_unknown.contains(folded))
            m_unknown.clear();
        return m_unknown[folded];
    }

    [[nodiscard]] int secondsToWait(const AccountRecord &record) const
    {
        if (!record.blockedUntil.isValid())
            return 0;
        const qint64 milliseconds = m_clock.nowUtc().msecsTo(record.blockedUntil);
        // A clock that was set back must not lock anybody out for longer than the rule says.
        return static_cast<int>(
            qBound(qint64{0}, (milliseconds + 999) / 1000, qint64{signInDelaySeconds(record.wrongTries)}));
    }

    void concludeSignIn(const QString &name, bool isRight, const Reply<StaffMember> &reply)
    {
        AccountRecord &record = recordFor(name);
        const bool isKnown = !record.member.id.isEmpty();
        const bool hadWrongTries = record.wrongTries > 0;
        record.wrongTries = isRight ? 0 : record.wrongTries + 1;
        record.blockedUntil = isRight ? QDateTime() : m_clock.nowUtc().addSecs(signInDelaySeconds(record.wrongTries));

        Result<StaffMember> result = record.member;
        if (!isRight)
            result = failure(ErrorCode::SignInFailed);
        else if (record.member.isDisabled)
            result = failure(ErrorCode::AccountDisabled);
        if (!isKnown || (isRight && !hadWrongTries)) {
            finish([reply, result] { reply(result); });
            return;
        }
        m_worker.run([this, changed = record, reply, result] {
            // A counter that could not be written counts in memory; it is no reason to keep anybody from signing in.
            static_cast<void>(persisted(changed));
            back([this, reply, result] { finish([reply, result] { reply(result); }); });
        });
    }

    void concludeChange(const AccountRecord &record, const Result<void> &stored, const Reply<StaffMember> &reply)
    {
        if (!stored) {
            finish([reply, error = stored.error()] { reply(std::unexpected(error)); });
            return;
        }
        const auto found
            = std::ranges::find(m_records, record.member.id, [](const AccountRecord &r) { return r.member.id; });
        if (found == m_records.end())
            m_records.append(record);
        else
            *found = record;
        finish([this, reply, member = record.member] {
            Q_EMIT m_owner.membersChanged();
            reply(member);
        });
    }

    /// In the worker's thread.
    [[nodiscard]] Result<void> persisted(const AccountRecord &record) const
    {
        return m_isTraining ? Result<void>() : m_file.write(record);
    }

    /// One at a time: the outcome of a try decides whether the next one has to wait.
    void inTurn(std::function<void()> step)
    {
        m_steps.append(std::move(step));
        if (m_steps.size() == 1)
            back([this] { m_steps.constFirst()(); });
    }

    /// Ends the present step with its answer and begins the next one.
    void finish(const std::function<void()> &answer)
    {
        m_steps.removeFirst();
        if (!m_steps.isEmpty())
            back([this] { m_steps.constFirst()(); });
        answer();
    }

    template <class Function> void back(Function function)
    {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    }

    AccountStore &m_owner;
    const bool m_isTraining;
    const HashCost m_cost;
    const AccountFile m_file;
    const Clock &m_clock;
    QList<AccountRecord> m_records;
    std::optional<Error> m_readError;
    QHash<QString, AccountRecord> m_unknown;
    QList<std::function<void()>> m_steps;
    WriterThread m_worker; // last: destroyed first, while its functions still find the members above
};

AccountStore::AccountStore(const QString &fileName, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, fileName, clock))
{
}

AccountStore::~AccountStore() = default;

bool AccountStore::isEmpty() const
{
    return d->isEmpty();
}

QList<StaffMember> AccountStore::members() const
{
    return d->members();
}

void AccountStore::create(const QString &name, StaffRole role, SecretBuffer secret, Reply<StaffMember> reply)
{
    d->create(name, role, std::move(secret), std::move(reply));
}

void AccountStore::signIn(const QString &name, SecretBuffer secret, Reply<StaffMember> reply)
{
    d->signIn(name, std::move(secret), std::move(reply));
}

void AccountStore::setDisabled(const QString &id, bool isDisabled, Reply<StaffMember> reply)
{
    d->setDisabled(id, isDisabled, std::move(reply));
}

} // namespace uk
