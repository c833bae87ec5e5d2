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
    QString id;   ///< random, stands in the audit log
    QString name; ///< as shown
    StaffRole role = StaffRole::Reception;
    bool isDisabled = false;
    friend bool operator==(const StaffMember &, const StaffMember &) = default;
};

/// Staff accounts. Argon2id (libsodium, interactive-or-better limits) in a pool thread; replies on the main thread.
/// Wrong secrets delay the next try, growing (S-B3). Made on a file, or in memory for training.
class AccountStore : public QObject
{
    Q_OBJECT
public:
    /// An empty file name keeps everything in memory.
    AccountStore(const QString &fileName, const Clock &clock, QObject *parent = nullptr);
    ~AccountStore() override;

    [[nodiscard]] bool isEmpty() const; ///< true: first-run set-up
    [[nodiscard]] QList<StaffMember> members() const;
    /// Errors: PasswordTooWeak (S-B3: 13 characters or more of mixed kinds), AccountExists, StoreFailed, and
    /// NotPermitted for the names of the training accounts outside training.
    void create(const QString &name, StaffRole role, SecretBuffer secret, Reply<StaffMember> reply);
    /// Errors: SignInFailed (same for unknown name and wrong secret), SignInDelayed (arguments: seconds),
    /// AccountDisabled.
    void signIn(const QString &name, SecretBuffer secret, Reply<StaffMember> reply);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The accounts of training (訓練 受付, 訓練 医師, 訓練 責任者) with the secrets that the training sign-in screen shows.
struct TrainingAccount { QString name; StaffRole role; QByteArray secret; };
[[nodiscard]] const QList<TrainingAccount> &trainingAccounts();
[[nodiscard]] bool isTrainingAccountName(const QString &name);

} // namespace uk
