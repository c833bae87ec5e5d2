// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/errortable.h"
#include "app/questionnaire/definition.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace uk {

class AnswerInput;
class Button;
class NoticeBox;

/// The place where staff change one answer: the value as its type wants it, the reason, 変更する and やめる. Opens below
/// the question's row. Nothing typed is lost by an error: the message stands here and the fields stay.
class AnswerEditor : public QWidget
{
    Q_OBJECT
public:
    /// `namePrefix`: "review.item.T-01.1"; the controls are those of AnswerInput, .reason.N, .reason, .apply and .cancel.
    AnswerEditor(const QuestionItem &item, const AnswerResult &current, const QString &namePrefix, QWidget *parent = nullptr);

    void setError(const ErrorText &error);
    void focusFirst();

Q_SIGNALS:
    void applied(const uk::AnswerResult &result, const QString &reason);
    void cancelled();
    /// What was typed cannot be read; the screen has the words.
    void unreadable(const uk::Error &error);

private:
    void buildReasons(QVBoxLayout *column);
    void apply();
    [[nodiscard]] QString reason() const;

    QString m_prefix;
    AnswerInput *m_input;
    QList<Button *> m_reasonButtons;
    QLineEdit *m_reason = nullptr;
    NoticeBox *m_notice = nullptr;
};

/// 窓口で測定, 保護者から聞き取り, …: the list of reasons for a staff change.
[[nodiscard]] QStringList changeReasons();

} // namespace uk

Q_DECLARE_METATYPE(uk::AnswerResult)
