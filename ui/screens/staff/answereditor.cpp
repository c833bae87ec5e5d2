// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/answereditor.h"

#include "ui/answers/answerinput.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

QStringList changeReasons()
{
    return {QCoreApplication::translate("ChangeReason", "窓口で測定"),
            QCoreApplication::translate("ChangeReason", "本人・保護者から聞き取り"),
            QCoreApplication::translate("ChangeReason", "記入まちがい"),
            QCoreApplication::translate("ChangeReason", "医師の指示")};
}

AnswerEditor::AnswerEditor(const QuestionItem &item, const AnswerResult &current, const QString &namePrefix, QWidget *parent)
    : QWidget(parent)
    , m_prefix(namePrefix)
    , m_input(new AnswerInput(item, current, namePrefix, Button::For::Staff, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 8, 16, 12);
    column->setSpacing(8);
    auto *value = new QWidget(this);
    auto *flow = new FlowLayout(value, 16);
    QSizePolicy flowing(QSizePolicy::Preferred, QSizePolicy::Preferred);
    flowing.setHeightForWidth(true);
    value->setSizePolicy(flowing);
    for (QWidget *part : {m_input->field(), m_input->keys()})
        if (part)
            flow->addWidget(part);
    column->addWidget(value);
    connect(m_input, &AnswerInput::submitted, this, &AnswerEditor::apply);
    buildReasons(column);
    m_notice = new NoticeBox(NoticeBox::Level::Error, {}, {}, NoticeBox::For::Staff, this);
    m_notice->setObjectName(m_prefix + u".error"_s);
    m_notice->hide();
    column->addWidget(m_notice);
    auto *buttons = new QHBoxLayout;
    auto *apply = new Button(Button::Kind::Secondary, tr("変更する"), Button::For::Staff, this);
    apply->setObjectName(m_prefix + u".apply"_s);
    auto *cancel = new Button(Button::Kind::Quiet, tr("やめる"), Button::For::Staff, this);
    cancel->setObjectName(m_prefix + u".cancel"_s);
    connect(apply, &QPushButton::clicked, this, &AnswerEditor::apply);
    connect(cancel, &QPushButton::clicked, this, &AnswerEditor::cancelled);
    buttons->addWidget(apply);
    buttons->addWidget(cancel);
    buttons->addStretch();
    column->addLayout(buttons);
}

void AnswerEditor::buildReasons(QVBoxLayout *column)
{
    auto *box = new QWidget(this);
    auto *flow = new FlowLayout(box, 8);
    QSizePolicy flowing(QSizePolicy::Preferred, QSizePolicy::Preferred);
    flowing.setHeightForWidth(true);
    box->setSizePolicy(flowing);
    flow->addWidget(new Label(tr("変更の理由"), size::text::body, true, Role::TextStrong, box));
    const QStringList reasons = changeReasons();
    for (int i = 0; i < reasons.size(); ++i) {
        auto *button = new Button(Button::Kind::Choice, reasons[i], Button::For::Staff, box);
        button->setObjectName(u"%1.reason.%2"_s.arg(m_prefix).arg(i));
        connect(button, &QPushButton::clicked, this, [this, button, text = reasons[i]] {
            for (Button *other : std::as_const(m_reasonButtons))
                if (other != button)
                    other->setChecked(false);
            m_reason->setText(button->isChecked() ? text : QString());
        });
        m_reasonButtons.append(button);
        flow->addWidget(button);
    }
    flow->addWidget(new Label(tr("ほかの理由"), size::text::body, false, Role::Text, box));
    m_reason = new QLineEdit(box);
    m_reason->setObjectName(m_prefix + u".reason"_s);
    m_reason->setAccessibleName(tr("変更の理由（自由に入力）"));
    m_reason->setFixedWidth(300);
    m_reason->setMaxLength(100);
    connect(m_reason, &QLineEdit::textEdited, this, [this] {
        for (Button *button : std::as_const(m_reasonButtons))
            button->setChecked(false);
    });
    connect(m_reason, &QLineEdit::returnPressed, this, &AnswerEditor::apply);
    flow->addWidget(m_reason);
    column->addWidget(box);
}

QString AnswerEditor::reason() const
{
    return m_reason->text().trimmed();
}

void AnswerEditor::apply()
{
    const auto result = m_input->value();
    if (!result) {
        Q_EMIT unreadable(result.error());
        return;
    }
    Q_EMIT applied(*result, reason());
}

void AnswerEditor::setError(const ErrorText &error)
{
    m_notice->setNotice(NoticeBox::Level::Error, error.title, tr("%1（%2）").arg(error.staff, error.code));
    m_notice->show();
}

void AnswerEditor::focusFirst()
{
    m_input->focusFirst();
}

} // namespace uk
