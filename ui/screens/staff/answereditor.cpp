// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/answereditor.h"

#include "app/questionnaire/answertypes.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
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
    , m_item(item)
    , m_prefix(namePrefix)
    , m_choices(item.choices)
{
    if (item.type == AnswerType::Consent)
        m_choices = {{u"1"_s, displayText(item, u"1"_s), false}, {u"0"_s, displayText(item, u"0"_s), false}};
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 8, 16, 12);
    column->setSpacing(8);
    if (isTypedType(item.type))
        buildField(column, current);
    else
        buildChoices(column, current);
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

void AnswerEditor::buildChoices(QVBoxLayout *column, const AnswerResult &current)
{
    auto *box = new QWidget(this);
    auto *flow = new FlowLayout(box, 8);
    QSizePolicy flowing(QSizePolicy::Preferred, QSizePolicy::Preferred);
    flowing.setHeightForWidth(true);
    box->setSizePolicy(flowing);
    const auto *text = std::get_if<QString>(&current);
    const auto *list = std::get_if<QStringList>(&current);
    for (int i = 0; i < m_choices.size(); ++i) {
        auto *button = new Button(Button::Kind::Choice, m_choices[i].label, Button::For::Staff, box);
        button->setObjectName(m_prefix + u".choice."_s + m_choices[i].value);
        button->setChecked((text && *text == m_choices[i].value) || (list && list->contains(m_choices[i].value)));
        connect(button, &QPushButton::clicked, this, [this, i] { choose(i); });
        m_choiceButtons.append(button);
        flow->addWidget(button);
    }
    column->addWidget(box);
}

/// One of a choice; of several, an exclusive one clears the others and is cleared by them.
void AnswerEditor::choose(int index)
{
    const bool isMultiple = isArrayType(m_item.type);
    if (!m_choiceButtons[index]->isChecked() && isMultiple)
        return;
    for (int i = 0; i < m_choiceButtons.size(); ++i) {
        const bool excludes = m_choices[i].isExclusive || m_choices[index].isExclusive;
        if (i != index && (!isMultiple || excludes))
            m_choiceButtons[i]->setChecked(false);
    }
}

void AnswerEditor::buildField(QVBoxLayout *column, const AnswerResult &current)
{
    const auto *stored = std::get_if<QString>(&current);
    const QString shown = !stored ? QString()
        : m_item.type == AnswerType::Date || m_item.type == AnswerType::YearMonth || m_item.type == AnswerType::Age
        ? displayText(m_item, *stored)
        : *stored;
    auto *row = new QHBoxLayout;
    if (m_item.type == AnswerType::LongText) {
        m_text = new QPlainTextEdit(shown, this);
        m_text->setFixedHeight(110);
        m_text->setTabChangesFocus(true);
        m_text->setObjectName(m_prefix + u".value"_s);
        m_text->setAccessibleName(m_item.label);
        row->addWidget(m_text);
    } else {
        m_line = new QLineEdit(shown, this);
        m_line->setObjectName(m_prefix + u".value"_s);
        m_line->setAccessibleName(m_item.label);
        m_line->setFixedWidth(m_item.type == AnswerType::ShortText ? 420 : 220);
        row->addWidget(m_line);
        row->addWidget(new Label(unitText(m_item), size::text::body, false, Role::Text, this));
        const QString help = m_item.type == AnswerType::Date ? tr("例：令和7年11月8日、2025/11/8")
            : m_item.type == AnswerType::YearMonth           ? tr("例：令和7年11月、2025/11")
            : m_item.type == AnswerType::Age                 ? tr("例：1歳2か月")
                                                             : QString();
        row->addWidget(new Label(help, size::text::body, false, Role::TextMuted, this));
        row->addStretch();
        connect(m_line, &QLineEdit::returnPressed, this, &AnswerEditor::apply);
    }
    column->addLayout(row);
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

Result<AnswerResult> AnswerEditor::value() const
{
    if (m_line || m_text)
        return normaliseTyped(m_item, m_line ? m_line->text() : m_text->toPlainText());
    QStringList chosen;
    for (int i = 0; i < m_choiceButtons.size(); ++i)
        if (m_choiceButtons[i]->isChecked())
            chosen.append(m_choices[i].value);
    if (isArrayType(m_item.type))
        return AnswerResult(chosen);
    return AnswerResult(chosen.value(0));
}

QString AnswerEditor::reason() const
{
    return m_reason->text().trimmed();
}

void AnswerEditor::apply()
{
    const auto result = value();
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
    if (m_line) {
        m_line->setFocus();
        m_line->selectAll();
    } else if (m_text) {
        m_text->setFocus();
    } else if (!m_choiceButtons.isEmpty()) {
        m_choiceButtons.first()->setFocus();
    }
}

} // namespace uk
