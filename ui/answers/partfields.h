// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"
#include "ui/answers/entryfield.h"

#include <QWidget>

class QComboBox;

namespace uk {

class FlowLayout;
class Label;

/// 年・月・日 with the era or 西暦, 年・月, or 歳・か月: one short field for each number, which goes on to the next when it
/// is full. Composes the text that a person would write; normaliseTyped() reads it. Patients choose the era by buttons,
/// staff from a list. Controls: PREFIX.era (staff) or PREFIX.era.N, PREFIX.years, PREFIX.months, PREFIX.days.
class PartFields : public QWidget
{
    Q_OBJECT
public:
    /// `type`: Date, YearMonth or Age.
    PartFields(AnswerType type, const QString &label, const QString &namePrefix, Button::For audience, QWidget *parent = nullptr);

    /// A canonical result; anything else leaves the fields as they are.
    void setResult(const QString &result);
    /// "令和7年11月8日", "2025年11月", "1歳2か月"; empty where nothing stands in any field.
    [[nodiscard]] QString text() const;
    void focusFirst();
    /// The field that the digits of a pad go to.
    [[nodiscard]] EntryField *active() const { return m_active; }
    /// A press of a pad's erase key where the active field is empty: back to the field before.
    void stepBack();

Q_SIGNALS:
    void edited();
    void submitted(); ///< Enter

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Part
    {
        EntryField *field;
        QString suffix;
        int most; ///< largest number that makes sense; tells when the field is full
    };
    void addEras(FlowLayout *flow, const QString &namePrefix, Button::For audience);
    void addPart(FlowLayout *flow, const QString &name, const QString &suffix, int digits, int most, const QString &spoken,
                 Button::For audience);
    void chooseEra(int index);
    void goOn(int part);
    [[nodiscard]] bool isWestern() const;

    AnswerType m_type;
    int m_era = 0;
    QComboBox *m_eraList = nullptr;
    QList<Button *> m_eraButtons;
    QList<Part> m_parts;
    EntryField *m_active = nullptr;
};

/// 令和, 平成, … as the lists offer them, the latest first, 西暦 at the end.
[[nodiscard]] QStringList eraNames();

} // namespace uk
