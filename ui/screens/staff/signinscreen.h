// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/errortable.h"
#include "app/journal/accounts.h"
#include "cardreader/base/secretbuffer.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace uk {

class Button;
class Label;
class NoticeBox;
class TrainingBand;

/// ログイン, first-run set-up and the locked screen: nothing of a person stands here. The secret leaves the field as a
/// SecretBuffer and the field is emptied.
class SignInScreen : public QWidget
{
    Q_OBJECT
public:
    enum class Mode {
        SignIn,
        FirstRun, ///< the first account of this machine is made
        Unlock,   ///< the same person comes back
        SecondPerson, ///< another member of staff stands for one thing, the first stays signed in
    };

    explicit SignInScreen(QWidget *parent = nullptr);

    /// `name`: who locked (Unlock).
    void setMode(Mode mode, const QString &name = {});
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// The training accounts with their secrets as buttons; empty outside training.
    void setTrainingAccounts(const QList<TrainingAccount> &accounts);
    void setError(const std::optional<ErrorText> &error);
    void setBusy(bool isBusy);

Q_SIGNALS:
    void signInRequested(const QString &name, std::shared_ptr<uk::SecretBuffer> secret);
    void accountRequested(const QString &name, uk::StaffRole role, std::shared_ptr<uk::SecretBuffer> secret);
    /// Another person signs in instead of the one who locked.
    void otherPersonRequested();
    void cancelled();

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void submit();
    [[nodiscard]] QString submitText() const;
    [[nodiscard]] std::shared_ptr<SecretBuffer> takeSecret(QLineEdit *field);

    Mode m_mode = Mode::SignIn;
    TrainingBand *m_band;
    Label *m_title, *m_explanation, *m_nameLabel, *m_roleLabel, *m_secretLabel, *m_againLabel;
    QLineEdit *m_name, *m_secret, *m_again;
    QComboBox *m_role;
    NoticeBox *m_notice;
    Button *m_submit, *m_other, *m_cancel;
    QWidget *m_training;
    QVBoxLayout *m_trainingList;
};

} // namespace uk
