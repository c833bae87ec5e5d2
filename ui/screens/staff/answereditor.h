// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/errortable.h"
#include "app/questionnaire/definition.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace uk {

class Button;
class NoticeBox;

/// The place where staff change one answer: the value as its type wants it, the reason, 変更する and やめる. Opens below
/// the question's row. Nothing typed is lost by an error: the message stands here and the fields stay.
class AnswerEditor : public QWidget
{
    Q_OBJECT
public:
    /// `namePrefix`: "review.item.T-01.1"; the controls are called .value, .choice.VALUE, .reason.N, .reason, .apply, .cancel.
    AnswerEditor(const QuestionItem &item, const AnswerResult &current, const QString &namePrefix, QWidget *parent = nullptr);

    void setError(const ErrorText &error);
    void focusFirst();

Q_SIGNALS:
    void applied(const uk::AnswerResult &result, const QString &reason);
    void cancelled();
    /// What was typed cannot be read; the screen has the words.
    void unreadable(const uk::Error &error);

private:
    void buildChoices(QVBoxLayout *column, const AnswerResult &current);
    void buildField(QVBoxLayout *column, const AnswerResult &current);
    void buildReasons(QVBoxLayout *column);
    void choose(int index);
    void apply();
    [[nodiscard]] Result<AnswerResult> value() const;
    [[nodiscard]] QString reason() const;

    QuestionItem m_item;
    QString m_prefix;
    QList<Choice> m_choices; ///< those of the item, or the two of a consent
    QList<Button *> m_choiceButtons;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QList<Button *> m_reasonButtons;
    QLineEdit *m_reason = nullptr;
    NoticeBox *m_notice = nullptr;
};

/// 窓口で測定, 保護者から聞き取り, …: the list of reasons for a staff change.
[[nodiscard]] QStringList changeReasons();

} // namespace uk

Q_DECLARE_METATYPE(uk::AnswerResult)
