// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/answers/choicebuttons.h"

#include "app/questionnaire/answertypes.h"
#include "ui/widgets/flowlayout.h"

#include <QGridLayout>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int manyChoices = 5;   ///< from here on two columns
constexpr int longLabel = 10;    ///< characters that want a line of their own on a patient's button

QLayout *makeLayout(QWidget *owner, Button::For audience)
{
    if (audience == Button::For::Staff)
        return new FlowLayout(owner, 8);
    auto *grid = new QGridLayout(owner);
    grid->setContentsMargins(8, 8, 8, 8); // room for the focus ring
    return grid;
}

} // namespace

ChoiceButtons::ChoiceButtons(const QuestionItem &item, const AnswerResult &current, const QString &namePrefix,
                             Button::For audience, QWidget *parent)
    : QWidget(parent)
    , m_isMultiple(isArrayType(item.type))
    , m_choices(item.choices)
{
    if (item.type == AnswerType::Consent)
        m_choices = {{u"1"_s, displayText(item, u"1"_s), false}, {u"0"_s, displayText(item, u"0"_s), false}};
    QLayout *layout = makeLayout(this, audience);
    QSizePolicy flowing(QSizePolicy::Preferred, QSizePolicy::Preferred);
    flowing.setHeightForWidth(true);
    setSizePolicy(flowing);
    const bool hasLongLabels = std::ranges::any_of(m_choices, [](const Choice &choice) { return choice.label.size() > longLabel; });
    const int columns = m_choices.size() == 2 || (m_choices.size() >= manyChoices && !hasLongLabels) ? 2 : 1;
    const auto *text = std::get_if<QString>(&current);
    const auto *list = std::get_if<QStringList>(&current);
    for (int i = 0; i < m_choices.size(); ++i) {
        auto *button = new Button(Button::Kind::Choice, m_choices[i].label, audience, this);
        button->setObjectName(namePrefix + u".choice."_s + m_choices[i].value);
        button->setChecked((text && *text == m_choices[i].value) || (list && list->contains(m_choices[i].value)));
        connect(button, &QPushButton::clicked, this, [this, i] { choose(i); });
        m_buttons.append(button);
        if (auto *grid = qobject_cast<QGridLayout *>(layout))
            grid->addWidget(button, i / columns, i % columns);
        else
            layout->addWidget(button);
    }
}

void ChoiceButtons::choose(int index)
{
    if (m_buttons[index]->isChecked() || !m_isMultiple) {
        for (int i = 0; i < m_buttons.size(); ++i) {
            const bool excludes = m_choices[i].isExclusive || m_choices[index].isExclusive;
            if (i != index && (!m_isMultiple || excludes))
                m_buttons[i]->setChecked(false);
        }
    }
    Q_EMIT changed();
}

AnswerResult ChoiceButtons::value() const
{
    QStringList chosen;
    for (int i = 0; i < m_buttons.size(); ++i)
        if (m_buttons[i]->isChecked())
            chosen.append(m_choices[i].value);
    if (m_isMultiple)
        return chosen;
    return chosen.value(0);
}

void ChoiceButtons::focusFirst()
{
    const auto chosen = std::ranges::find_if(m_buttons, [](const Button *button) { return button->isChecked(); });
    if (!m_buttons.isEmpty())
        (chosen == m_buttons.end() ? m_buttons.first() : *chosen)->setFocus();
}

void ChoiceButtons::setMetrics(const PatientMetrics &metrics)
{
    if (auto *grid = qobject_cast<QGridLayout *>(layout()))
        grid->setSpacing(std::max(12, metrics.px(20)));
}

} // namespace uk
