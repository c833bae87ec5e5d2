// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"
#include "ui/widgets/button.h"

#include <QWidget>

namespace uk {

/// The choices of a question as buttons, in the order of the form. One of them, or several; an exclusive one clears the
/// others and is cleared by them. はい and いいえ look alike. Buttons are called PREFIX.choice.VALUE.
class ChoiceButtons : public QWidget, public Scalable
{
    Q_OBJECT
public:
    ChoiceButtons(const QuestionItem &item, const AnswerResult &current, const QString &namePrefix, Button::For audience,
                  QWidget *parent = nullptr);

    [[nodiscard]] AnswerResult value() const;
    void focusFirst();
    void setMetrics(const PatientMetrics &metrics) override;

Q_SIGNALS:
    void changed();

private:
    void choose(int index);

    bool m_isMultiple;
    QList<Choice> m_choices; ///< those of the item, or the two of a consent
    QList<Button *> m_buttons;
};

} // namespace uk
