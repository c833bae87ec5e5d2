// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/signinscreen.h"

#include "app/journal/passwordpolicy.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/mark.h"
#include "ui/widgets/noticebox.h"
#include "ui/widgets/trainingmark.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 520;

QLineEdit *secretField(const QString &objectName, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(objectName);
    field->setEchoMode(QLineEdit::Password);
    // Neither the input method nor a word list may see or keep a secret.
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    field->setMaxLength(200);
    return field;
}

} // namespace

SignInScreen::SignInScreen(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_band = new TrainingBand(size::staffTrainingBand, this);
    column->addWidget(m_band);
    column->addStretch(1);
    auto *form = new QWidget(this);
    form->setFixedWidth(formWidth);
    auto *middle = new QHBoxLayout; // an alignment would take the form's height before its texts are wrapped
    middle->addStretch(1);
    middle->addWidget(form);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addStretch(2);

    auto *rows = new QVBoxLayout(form);
    rows->setSpacing(8);
    rows->addWidget(new Mark(size::text::heading, form));
    m_title = new Label({}, size::text::name, true, Role::TextStrong, form);
    m_title->setObjectName(u"signin.title"_s);
    m_explanation = makeParagraph({}, size::text::body, form);
    m_notice = new NoticeBox(NoticeBox::Level::Error, {}, {}, NoticeBox::For::Staff, form);
    m_notice->setObjectName(u"signin.notice"_s);
    m_nameLabel = new Label(tr("名前"), size::text::body, true, Role::TextStrong, form);
    m_name = new QLineEdit(form);
    m_name->setObjectName(u"signin.name"_s);
    m_nameLabel->setBuddy(m_name);
    m_roleLabel = new Label(tr("役割"), size::text::body, true, Role::TextStrong, form);
    m_role = new QComboBox(form);
    m_role->setObjectName(u"signin.role"_s);
    m_role->addItem(tr("会場責任者"), int(StaffRole::VenueLead));
    m_role->addItem(tr("IT担当"), int(StaffRole::It));
    m_roleLabel->setBuddy(m_role);
    m_secretLabel = new Label(tr("パスワード"), size::text::body, true, Role::TextStrong, form);
    m_secret = secretField(u"signin.secret"_s, form);
    m_secretLabel->setBuddy(m_secret);
    m_againLabel = new Label(tr("パスワード（もう一度）"), size::text::body, true, Role::TextStrong, form);
    m_again = secretField(u"signin.again"_s, form);
    m_againLabel->setBuddy(m_again);
    m_submit = new Button(Button::Kind::Primary, {}, Button::For::Staff, form);
    m_submit->setObjectName(u"signin.submit"_s);
    m_other = new Button(Button::Kind::Quiet, tr("ほかの職員がログインする"), Button::For::Staff, form);
    m_other->setObjectName(u"signin.other"_s);
    m_cancel = new Button(Button::Kind::Quiet, tr("患者さんの画面に戻る"), Button::For::Staff, form);
    m_cancel->setObjectName(u"signin.cancel"_s);
    m_training = new QWidget(form);
    m_trainingList = new QVBoxLayout(m_training);
    m_trainingList->setContentsMargins(0, 12, 0, 0);

    for (QWidget *row : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_explanation), static_cast<QWidget *>(m_notice),
                         static_cast<QWidget *>(m_nameLabel), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_roleLabel),
                         static_cast<QWidget *>(m_role), static_cast<QWidget *>(m_secretLabel), static_cast<QWidget *>(m_secret),
                         static_cast<QWidget *>(m_againLabel), static_cast<QWidget *>(m_again)})
        rows->addWidget(row);
    rows->addSpacing(8);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_submit, 1);
    buttons->addWidget(m_other);
    buttons->addWidget(m_cancel);
    rows->addLayout(buttons);
    rows->addWidget(m_training);

    connect(m_submit, &QPushButton::clicked, this, &SignInScreen::submit);
    for (QLineEdit *field : {m_name, m_secret, m_again})
        connect(field, &QLineEdit::returnPressed, this, &SignInScreen::submit);
    connect(m_other, &QPushButton::clicked, this, &SignInScreen::otherPersonRequested);
    connect(m_cancel, &QPushButton::clicked, this, &SignInScreen::cancelled);
    m_notice->hide();
    setMode(Mode::SignIn);
    setTrainingAccounts({});
}

void SignInScreen::setMode(Mode mode, const QString &name)
{
    m_mode = mode;
    const bool isFirst = mode == Mode::FirstRun, isUnlock = mode == Mode::Unlock;
    m_title->setText(isFirst ? tr("はじめの設定") : isUnlock ? tr("画面をロックしています")
                          : mode == Mode::SecondPerson ? tr("もう1人の職員の確認") : tr("職員のログイン"));
    m_explanation->setText(
        isFirst ? tr("この端末を管理する人のアカウントを作ります。%1").arg(passwordRuleText())
            : isUnlock ? tr("続けるには、パスワードを入力してください。入力した内容は保持されています。")
            : mode == Mode::SecondPerson ? tr("書類を一緒に確かめた、もう1人の職員の名前とパスワードを入力してください。")
                       : tr("名前とパスワードを入力してください。"));
    m_submit->setText(submitText());
    m_name->setText(name);
    m_name->setReadOnly(isUnlock);
    for (QWidget *part : {static_cast<QWidget *>(m_roleLabel), static_cast<QWidget *>(m_role),
                          static_cast<QWidget *>(m_againLabel), static_cast<QWidget *>(m_again)})
        part->setVisible(isFirst);
    m_other->setVisible(isUnlock);
    m_cancel->setVisible(mode == Mode::SignIn || mode == Mode::SecondPerson);
    m_cancel->setText(mode == Mode::SecondPerson ? tr("やめる") : tr("患者さんの画面に戻る"));
    m_secret->clear();
    m_again->clear();
    setError(std::nullopt);
}

void SignInScreen::setTrainingAccounts(const QList<TrainingAccount> &accounts)
{
    while (QLayoutItem *item = m_trainingList->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_training->setVisible(!accounts.isEmpty());
    m_band->setVisible(!accounts.isEmpty());
    if (accounts.isEmpty())
        return;
    m_trainingList->addWidget(new Label(tr("訓練用のアカウント（架空）"), size::text::body, true, Role::Training, m_training));
    for (int i = 0; i < accounts.size(); ++i) {
        const QString secret = QString::fromUtf8(accounts[i].secret);
        auto *button = new Button(Button::Kind::Quiet, tr("%1　パスワード：%2").arg(accounts[i].name, secret),
                                  Button::For::Staff, m_training);
        button->setObjectName(u"signin.training.%1"_s.arg(i));
        connect(button, &QPushButton::clicked, this, [this, name = accounts[i].name, secret] {
            if (m_mode != Mode::Unlock)
                m_name->setText(name);
            m_secret->setText(secret);
            m_submit->setFocus();
        });
        m_trainingList->addWidget(button);
    }
}

void SignInScreen::setError(const std::optional<ErrorText> &error)
{
    m_notice->setVisible(error.has_value());
    if (error)
        m_notice->setNotice(NoticeBox::Level::Error, error->title, tr("%1（%2）").arg(error->staff, error->code));
}

void SignInScreen::setBusy(bool isBusy)
{
    // Argon2id takes its time on purpose; a second press must not count as a second try.
    m_submit->setEnabled(!isBusy);
    m_submit->setText(isBusy ? tr("確認しています…") : submitText());
}

QString SignInScreen::submitText() const
{
    switch (m_mode) {
    case Mode::FirstRun: return tr("アカウントを作る");
    case Mode::Unlock: return tr("ロックを解除する");
    case Mode::SecondPerson: return tr("確認した");
    case Mode::SignIn: break;
    }
    return tr("ログインする");
}

std::shared_ptr<SecretBuffer> SignInScreen::takeSecret(QLineEdit *field)
{
    QByteArray bytes = field->text().toUtf8();
    auto secret = std::make_shared<SecretBuffer>(SecretBuffer::copyOf(std::as_bytes(std::span(bytes.constData(), size_t(bytes.size())))));
    wipe(std::as_writable_bytes(std::span(bytes.data(), size_t(bytes.size()))));
    field->clear();
    return secret;
}

void SignInScreen::submit()
{
    if (!m_submit->isEnabled())
        return;
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || m_secret->text().isEmpty()) {
        m_notice->setNotice(NoticeBox::Level::Info, tr("名前とパスワードの両方を入力してください。"));
        m_notice->show();
        (name.isEmpty() ? m_name : m_secret)->setFocus();
        return;
    }
    if (m_mode == Mode::FirstRun && m_secret->text() != m_again->text()) {
        m_notice->setNotice(NoticeBox::Level::Info, tr("2つのパスワードが同じではありません。"), tr("もう一度入力してください。"));
        m_notice->show();
        m_again->clear();
        m_again->setFocus();
        return;
    }
    m_again->clear();
    auto secret = takeSecret(m_secret);
    if (m_mode == Mode::FirstRun)
        Q_EMIT accountRequested(name, StaffRole(m_role->currentData().toInt()), std::move(secret));
    else
        Q_EMIT signInRequested(name, std::move(secret));
}

void SignInScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    (m_name->isReadOnly() || !m_name->text().isEmpty() ? m_secret : m_name)->setFocus();
}

void SignInScreen::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), color(Role::Surface));
}

} // namespace uk
