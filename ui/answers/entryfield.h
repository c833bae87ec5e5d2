// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/button.h"

#include <QLineEdit>
#include <QPlainTextEdit>

namespace uk {

/// Whether a field is for digits: then the input method is off, and full-width digits are taken as they come (U-C5).
enum class FieldKind { Text, Whole, Decimal };

/// A line to type in, in the size of its reader: staff 44 px, patients 20 mm and their text.
class EntryField : public QLineEdit, public Scalable
{
    Q_OBJECT
public:
    EntryField(FieldKind kind, Button::For audience, QWidget *parent = nullptr);
    /// Room for so many digits, plus the frame; 0: as wide as there is room.
    void setDigits(int digits);
    void setMetrics(const PatientMetrics &metrics) override;

protected:
    bool event(QEvent *event) override;

private:
    void restyle();

    Button::For m_audience;
    int m_digits = 0;
    PatientMetrics m_metrics;
};

/// Several lines to type in, likewise.
class EntryText : public QPlainTextEdit, public Scalable
{
    Q_OBJECT
public:
    explicit EntryText(Button::For audience, QWidget *parent = nullptr);
    void setMetrics(const PatientMetrics &metrics) override;

protected:
    bool event(QEvent *event) override;

private:
    void restyle();

    Button::For m_audience;
    PatientMetrics m_metrics;
};

/// "入力した文字 12／100": how much of the allowed length is used; red with words where it is too much. The unit is that
/// of maxLength.
[[nodiscard]] QString lengthText(qsizetype used, int limit);

} // namespace uk
