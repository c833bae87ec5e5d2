// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/answers/partfields.h"

#include "app/base/japanesedate.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QRegularExpression>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int lastEraYear = 64, lastMonth = 12, lastDay = 31, oldest = 130;

} // namespace

QStringList eraNames()
{
    // What stands in an answer is the same in every language of the screens.
    return {u"令和"_s, u"平成"_s, u"昭和"_s, u"大正"_s, u"西暦"_s};
}

PartFields::PartFields(AnswerType type, const QString &label, const QString &namePrefix, Button::For audience, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
{
    auto *flow = new FlowLayout(this, audience == Button::For::Staff ? 6 : 12);
    QSizePolicy flowing(QSizePolicy::Preferred, QSizePolicy::Preferred);
    flowing.setHeightForWidth(true);
    setSizePolicy(flowing);
    if (type == AnswerType::Age) {
        addPart(flow, namePrefix + u".years"_s, tr("歳"), 3, oldest, tr("%1：歳").arg(label), audience);
        addPart(flow, namePrefix + u".months"_s, tr("か月"), 2, lastMonth - 1, tr("%1：か月").arg(label), audience);
    } else {
        addEras(flow, namePrefix, audience);
        addPart(flow, namePrefix + u".years"_s, u"年"_s, 4, lastEraYear, tr("%1：年").arg(label), audience);
        addPart(flow, namePrefix + u".months"_s, u"月"_s, 2, lastMonth, tr("%1：月").arg(label), audience);
        if (type == AnswerType::Date)
            addPart(flow, namePrefix + u".days"_s, u"日"_s, 2, lastDay, tr("%1：日").arg(label), audience);
    }
    m_active = m_parts.first().field;
}

void PartFields::addEras(FlowLayout *flow, const QString &namePrefix, Button::For audience)
{
    const QStringList names = eraNames();
    if (audience == Button::For::Staff) {
        m_eraList = new QComboBox(this);
        m_eraList->setObjectName(namePrefix + u".era"_s);
        m_eraList->setAccessibleName(tr("元号または西暦"));
        m_eraList->addItems(names);
        connect(m_eraList, &QComboBox::activated, this, [this](int index) {
            chooseEra(index);
            Q_EMIT edited();
        });
        flow->addWidget(m_eraList);
        return;
    }
    for (int i = 0; i < names.size(); ++i) {
        auto *button = new Button(Button::Kind::Choice, names[i], audience, this);
        button->setObjectName(u"%1.era.%2"_s.arg(namePrefix).arg(i));
        button->setChecked(i == m_era);
        connect(button, &QPushButton::clicked, this, [this, i] {
            chooseEra(i);
            m_parts.first().field->setFocus();
            Q_EMIT edited();
        });
        m_eraButtons.append(button);
        flow->addWidget(button);
    }
}

void PartFields::addPart(FlowLayout *flow, const QString &name, const QString &suffix, int digits, int most, const QString &spoken,
                         Button::For audience)
{
    // A number and its unit stay together where the line breaks.
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto *field = new EntryField(FieldKind::Whole, audience, box);
    field->setObjectName(name);
    field->setAccessibleName(spoken);
    field->setDigits(digits);
    field->setMaxLength(digits);
    row->addWidget(field);
    row->addWidget(new Label(suffix, audience == Button::For::Staff ? size::text::body : size::text::patientLead, false, Role::Text, box));
    flow->addWidget(box);
    const int index = int(m_parts.size());
    m_parts.append({field, suffix, most});
    connect(field, &QLineEdit::textEdited, this, [this, index] {
        goOn(index);
        Q_EMIT edited();
    });
    connect(field, &QLineEdit::returnPressed, this, &PartFields::submitted);
    field->installEventFilter(this);
}

void PartFields::chooseEra(int index)
{
    m_era = index;
    for (int i = 0; i < m_eraButtons.size(); ++i)
        m_eraButtons[i]->setChecked(i == index);
    if (m_eraList)
        m_eraList->setCurrentIndex(index);
}

bool PartFields::isWestern() const
{
    return m_type != AnswerType::Age && m_era == eraNames().size() - 1;
}

/// A field is full when no further digit would make sense in it.
void PartFields::goOn(int part)
{
    const EntryField *field = m_parts[part].field;
    const QString digits = field->text().normalized(QString::NormalizationForm_KC); // full width counts as well
    const int most = part == 0 && isWestern() ? QDate::currentDate().year() : m_parts[part].most;
    const bool isFull = digits.size() >= field->maxLength() || (!digits.isEmpty() && digits.toInt() * 10 > most);
    if (isFull && part + 1 < m_parts.size() && field->hasFocus()) {
        EntryField *next = m_parts[part + 1].field;
        next->setFocus();
        next->selectAll();
    }
}

void PartFields::stepBack()
{
    for (qsizetype i = 1; i < m_parts.size(); ++i)
        if (m_parts[i].field == m_active)
            return m_parts[i - 1].field->setFocus();
}

void PartFields::setResult(const QString &result)
{
    static const QRegularExpression ageForm(u"\\AP([0-9]+)Y([0-9]+)M\\z"_s);
    if (m_type == AnswerType::Age) {
        if (const auto match = ageForm.match(result); match.hasMatch())
            for (int i = 0; i < 2; ++i)
                m_parts[i].field->setText(match.captured(i + 1));
        return;
    }
    const QDate day = QDate::fromString(m_type == AnswerType::Date ? result : result + u"-01"_s, Qt::ISODate);
    if (!day.isValid())
        return;
    int year = day.year();
    const auto era = eraYear(day);
    const int known = era ? int(eraNames().indexOf(era->era)) : -1;
    // Who writes 西暦 goes on in it.
    if (known >= 0 && !isWestern()) {
        chooseEra(known);
        year = era->year;
    } else {
        chooseEra(int(eraNames().size()) - 1);
    }
    const int numbers[] = {year, day.month(), day.day()};
    for (int i = 0; i < m_parts.size(); ++i)
        m_parts[i].field->setText(QString::number(numbers[i]));
}

QString PartFields::text() const
{
    QString written;
    bool isAnything = false;
    for (const Part &part : m_parts) {
        const QString number = part.field->text().trimmed();
        isAnything |= !number.isEmpty();
        // An age may be said without its months, or without its years.
        if (m_type != AnswerType::Age || !number.isEmpty())
            written += number + (m_type == AnswerType::Age ? (&part == &m_parts.first() ? u"歳"_s : u"か月"_s) : part.suffix);
    }
    if (!isAnything)
        return {};
    return m_type == AnswerType::Age || isWestern() ? written : eraNames().at(m_era) + written;
}

void PartFields::focusFirst()
{
    m_parts.first().field->setFocus();
    m_parts.first().field->selectAll();
}

bool PartFields::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        for (const Part &part : std::as_const(m_parts))
            if (part.field == watched)
                m_active = part.field;
    return QWidget::eventFilter(watched, event);
}

} // namespace uk
