// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"
#include "cardreader/base/secretbuffer.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace uk {

class Clock;

/// 受付, 医師・看護師, 会場責任者, IT, 監査 (S-B6).
enum class StaffRole { Reception, Clinician, VenueLead, It, Audit };

struct StaffMember
{
    QString id; ///< random, stands in the audit log
    QString name; ///< as shown
    StaffRole role = StaffRole::Reception;
    bool isDisabled = false;
    friend bool operator==(const StaffMember &, const StaffMember &) = default;
};

/// Staff accounts. Argon2id (libsodium, MODERATE limits) in a thread of its own; replies on the main thread, in the
/// order of the calls. Wrong secrets delay the next try, growing (S-B3), also across restarts and for names that do not
/// exist. Made on a file, or in memory for training.
class AccountStore : public QObject
{
    Q_OBJECT
public:
    /// An empty file name means training: everything in memory, the training accounts there from the start. The secrets
    /// of training are shown on the screen, so they are hashed at the least cost.
    AccountStore(const QString &fileName, const Clock &clock, QObject *parent = nullptr);
    ~AccountStore() override;

    /// True: first-run set-up. Never true where there is a file that cannot be read.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QList<StaffMember> members() const;
    /// Errors: PasswordTooWeak (see passwordpolicy.h; arguments: shortest length), AccountExists, StoreFailed, and
    /// NotPermitted for the names of the training accounts outside training.
    void create(const QString &name, StaffRole role, SecretBuffer secret, Reply<StaffMember> reply);
    /// Errors: SignInFailed (same for unknown name and wrong secret), SignInDelayed (arguments: seconds),
    /// AccountDisabled (only after the right secret), StoreFailed.
    void signIn(const QString &name, SecretBuffer secret, Reply<StaffMember> reply);
    /// For those who left (S-B7), and back. Errors: NotPermitted (no such account), StoreFailed.
    void setDisabled(const QString &id, bool isDisabled, Reply<StaffMember> reply);

Q_SIGNALS:
    void membersChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The accounts of training (訓練 受付, 訓練 医師, 訓練 責任者) with the secrets that the training sign-in screen
/// shows.
struct TrainingAccount
{
    QString name;
    StaffRole role;
    QByteArray secret;
};
[[nodiscard]] const QList<TrainingAccount> &trainingAccounts();
[[nodiscard]] bool isTrainingAccountName(const QString &name);

} // namespace uk
