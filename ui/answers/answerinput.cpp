// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/answers/answerinput.h"

#include "app/base/japanesedate.h"
#include "app/questionnaire/answertypes.h"
#include "app/questionnaire/validation.h"
#include "ui/answers/choicebuttons.h"
#include "ui/answers/entryfield.h"
#include "ui/answers/partfields.h"
#include "ui/answers/temperaturewheels.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pinpad.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int numberDigits = 10, numberWidth = 220, textWidth = 420; // staff; px

bool isInParts(AnswerType type)
{
    return type == AnswerType::Date || type == AnswerType::YearMonth || type == AnswerType::Age;
}

bool isNumber(AnswerType type)
{
    return type == AnswerType::Integer || type == AnswerType::Decimal || type == AnswerType::Temperature;
}

/// How a value may be written, for staff, who type it.
QString helpFor(const QuestionItem &item)
{
    switch (item.type) {
    case AnswerType::Date: return AnswerInput::tr("例：R7.11.8、2025/11/8");
    case AnswerType::YearMonth: return AnswerInput::tr("例：R7.11、2025/11");
    case AnswerType::Age: return AnswerInput::tr("例：1歳2か月");
    default: return rangeText(item);
    }
}

} // namespace

AnswerInput::AnswerInput(const QuestionItem &item, const AnswerResult &current, const QString &namePrefix,
                         Button::For audience, QWidget *parent)
    : QObject(parent)
    , m_item(item)
    , m_prefix(namePrefix)
    , m_audience(audience)
{
    if (!isTypedType(item.type)) {
        m_keys = m_choices = new ChoiceButtons(item, current, namePrefix, audience, parent);
        connect(m_choices, &ChoiceButtons::changed, this, &AnswerInput::changed);
        return;
    }
    const auto *stored = std::get_if<QString>(&current);
    m_field = new QWidget(parent);
    auto *column = new QVBoxLayout(m_field);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_row = new QHBoxLayout;
    m_row->setSpacing(8);
    column->addLayout(m_row);
    if (item.type == AnswerType::LongText)
        buildText(stored ? *stored : QString());
    else
        buildTyped(!stored ? QString() : isInParts(item.type) ? displayText(item, *stored) : *stored);
    if (item.type == AnswerType::Temperature)
        addWheels();
    if (isInParts(item.type))
        addParts();
    else if (m_audience == Button::For::Patient && (item.type == AnswerType::Integer || item.type == AnswerType::Decimal))
        addPad();
    addReading();
    if (m_parts && stored)
        m_parts->setResult(*stored);
    if (m_wheels && stored)
        m_wheels->setText(*stored);
    showReading();
}

void AnswerInput::buildText(const QString &shown)
{
    m_text = new EntryText(m_audience, m_field);
    m_text->setPlainText(shown);
    m_text->setObjectName(m_prefix + u".value"_s);
    m_text->setAccessibleName(m_item.label);
    m_row->addWidget(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AnswerInput::typed);
}

void AnswerInput::buildTyped(const QString &shown)
{
    const FieldKind kind = m_item.type == AnswerType::ShortText ? FieldKind::Text
        : m_item.type == AnswerType::Integer                    ? FieldKind::Whole
                                                                : FieldKind::Decimal;
    m_line = new EntryField(kind, m_audience, m_field);
    m_line->setText(shown);
    m_line->setObjectName(m_prefix + u".value"_s);
    m_line->setAccessibleName(m_item.label);
    connect(m_line, &QLineEdit::textEdited, this, &AnswerInput::typed);
    connect(m_line, &QLineEdit::returnPressed, this, &AnswerInput::submitted);
    const bool isForStaff = m_audience == Button::For::Staff;
    if (isForStaff)
        m_line->setFixedWidth(kind == FieldKind::Text ? textWidth : numberWidth);
    else if (isNumber(m_item.type))
        m_line->setDigits(numberDigits);
    // Patients fill the parts of a date; the line behind them only carries the text.
    m_line->setVisible(isForStaff || !isInParts(m_item.type));
    m_row->addWidget(m_line);
    const QString unit = unitText(m_item);
    if (!unit.isEmpty())
        m_row->addWidget(new Label(unit, isForStaff ? size::text::body : size::text::patientLead, false, Role::Text, m_field));
    if (isForStaff)
        m_row->addWidget(new Label(helpFor(m_item), size::text::body, false, Role::TextMuted, m_field));
    if (isForStaff || kind != FieldKind::Text)
        m_row->addStretch();
}

void AnswerInput::addWheels()
{
    m_wheels = new TemperatureWheels(m_prefix, m_audience, m_field->parentWidget());
    m_keys = m_wheels;
    connect(m_wheels, &TemperatureWheels::turned, this, [this](const QString &number) {
        m_line->setText(number);
        typed();
    });
}

void AnswerInput::addParts()
{
    const bool isForStaff = m_audience == Button::For::Staff;
    m_parts = new PartFields(m_item.type, m_item.label, m_prefix, m_audience, isForStaff ? m_field->parentWidget() : m_field);
    connect(m_parts, &PartFields::edited, this, [this] {
        m_line->setText(m_parts->text());
        showReading();
        Q_EMIT changed();
    });
    connect(m_parts, &PartFields::submitted, this, &AnswerInput::submitted);
    if (isForStaff) {
        m_keys = m_parts;
        return;
    }
    m_row->addWidget(m_parts, 1);
    addPad();
}

void AnswerInput::addPad()
{
    const bool hasPoint = m_item.type == AnswerType::Decimal;
    auto *pad = new DigitPad(m_prefix + u".pad"_s, m_field->parentWidget(), hasPoint ? DigitPad::Corner::Point : DigitPad::Corner::Nothing);
    connect(pad, &DigitPad::digitPressed, this, &AnswerInput::pressDigit);
    connect(pad, &DigitPad::pointPressed, this, &AnswerInput::pressPoint);
    connect(pad, &DigitPad::erasePressed, this, &AnswerInput::erase);
    m_keys = pad;
}

void AnswerInput::addReading()
{
    const bool isForStaff = m_audience == Button::For::Staff;
    m_reading = new Label({}, isForStaff ? size::text::body : size::text::patientBody, false, Role::Text, m_field);
    m_reading->setObjectName(m_prefix + u".reading"_s);
    m_reading->setWordWrap(!isForStaff);
    static_cast<QVBoxLayout *>(m_field->layout())->addWidget(m_reading);
}

QString AnswerInput::text() const
{
    return m_line ? m_line->text() : m_text->toPlainText();
}

/// Somebody typed: the other controls for the same value follow.
void AnswerInput::typed()
{
    if (const auto result = value(); result && sender() != m_wheels && sender() != m_parts) {
        if (const auto *canonical = std::get_if<QString>(&*result); canonical && m_parts)
            m_parts->setResult(*canonical);
        else if (canonical && m_wheels)
            m_wheels->setText(*canonical);
    }
    showReading();
    Q_EMIT changed();
}

/// A date in the other calendar too, so that a wrong era is seen at once; how much of a text's length is used.
void AnswerInput::showReading()
{
    QString words;
    const auto result = value();
    const auto *read = result ? std::get_if<QString>(&*result) : nullptr;
    if (read && !read->isEmpty() && m_item.type == AnswerType::Date) {
        const QDate day = QDate::fromString(*read, Qt::ISODate);
        words = tr("%1（%2年）").arg(toWareki(day)).arg(day.year());
    } else if (read && !read->isEmpty() && m_item.type == AnswerType::YearMonth) {
        words = tr("%1（%2年）").arg(displayText(m_item, *read), read->left(4));
    } else if (m_item.maxLength) {
        words = lengthText(codePoints(read ? *read : text()), *m_item.maxLength);
        m_reading->setRole(read && codePoints(*read) > *m_item.maxLength ? Role::Error : Role::TextMuted);
    }
    m_reading->setText(words);
    m_reading->setVisible(m_item.maxLength || m_item.type == AnswerType::Date || m_item.type == AnswerType::YearMonth);
}

EntryField *AnswerInput::padTarget() const
{
    return m_parts ? m_parts->active() : m_line;
}

void AnswerInput::pressDigit(int digit)
{
    EntryField *target = padTarget();
    target->setFocus();
    target->insert(QString::number(digit));
    Q_EMIT target->textEdited(target->text());
}

void AnswerInput::pressPoint()
{
    EntryField *target = padTarget();
    target->setFocus();
    if (!target->text().contains(u'.'))
        target->insert(u"."_s);
    Q_EMIT target->textEdited(target->text());
}

void AnswerInput::erase()
{
    EntryField *target = padTarget();
    if (target->text().isEmpty() && m_parts)
        return m_parts->stepBack();
    target->setFocus();
    target->backspace();
    Q_EMIT target->textEdited(target->text());
}

Result<AnswerResult> AnswerInput::value() const
{
    if (m_choices)
        return m_choices->value();
    return normaliseTyped(m_item, text());
}

void AnswerInput::focusFirst()
{
    if (m_choices)
        m_choices->focusFirst();
    else if (m_text)
        m_text->setFocus();
    else if (m_parts && m_audience == Button::For::Patient)
        m_parts->focusFirst();
    else {
        m_line->setFocus();
        m_line->selectAll();
    }
}

} // namespace uk
