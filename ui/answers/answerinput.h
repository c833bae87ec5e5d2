// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"
#include "cardreader/base/error.h"
#include "ui/widgets/button.h"

#include <QObject>
#include <QPointer>

class QHBoxLayout;

namespace uk {

class ChoiceButtons;
class DigitPad;
class EntryField;
class EntryText;
class Label;
class PartFields;
class TemperatureWheels;

/// The controls for one answer as its type wants them, for staff and for patients: the same rules, other sizes. Two
/// parts, which the owner places: the field where the answer stands, and the keys that fill it; either may be missing.
/// Names: PREFIX.value for what is typed, PREFIX.choice.VALUE, PREFIX.whole / .tenths (wheels), PREFIX.years … (dates).
/// Owned by its parent widget, and so are its parts. Main thread.
class AnswerInput : public QObject
{
    Q_OBJECT
public:
    AnswerInput(const QuestionItem &item, const AnswerResult &current, const QString &namePrefix, Button::For audience,
                QWidget *parent);

    /// Where the answer stands; nullptr for choices.
    [[nodiscard]] QWidget *field() const { return m_field; }
    /// What is pressed: choices, wheels, a pad of digits (patients); nullptr where only typing makes sense.
    [[nodiscard]] QWidget *keys() const { return m_keys; }

    /// In the canonical form; empty where nothing was entered. Error ValueFormat: it cannot be read.
    [[nodiscard]] Result<AnswerResult> value() const;
    void focusFirst();

Q_SIGNALS:
    void changed();
    void submitted(); ///< Enter in a field

private:
    void buildTyped(const QString &shown);
    void buildText(const QString &shown);
    void addWheels();
    void addParts();
    void addPad();
    void addReading();
    void typed();
    void showReading();
    void pressDigit(int digit);
    void pressPoint();
    void erase();
    [[nodiscard]] QString text() const;
    [[nodiscard]] EntryField *padTarget() const;

    QuestionItem m_item;
    QString m_prefix;
    Button::For m_audience;
    QWidget *m_field = nullptr, *m_keys = nullptr;
    QHBoxLayout *m_row = nullptr; ///< of the field, for typed answers
    ChoiceButtons *m_choices = nullptr;
    EntryField *m_line = nullptr;
    EntryText *m_text = nullptr;
    TemperatureWheels *m_wheels = nullptr;
    PartFields *m_parts = nullptr;
    Label *m_reading = nullptr; ///< how a date is understood, or how much of the length is used
};

} // namespace uk
