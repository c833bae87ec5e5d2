// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/answers/entryfield.h"

#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFontMetrics>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameRoom = 28; ///< left and right of the text
constexpr int linesOfText = 4;

QFont fieldFont(Button::For audience, const PatientMetrics &metrics, int patientSize)
{
    if (audience == Button::For::Staff)
        return theme::font(size::text::body);
    return theme::font(std::max(double(metrics.smallestText), patientSize * metrics.scale));
}

/// The style sheet sets heights of its own when a widget is polished: ours come after it.
bool changesStyle(const QEvent &event)
{
    return event.type() == QEvent::StyleChange || event.type() == QEvent::ApplicationFontChange || event.type() == QEvent::Polish;
}

} // namespace

EntryField::EntryField(FieldKind kind, Button::For audience, QWidget *parent)
    : QLineEdit(parent)
    , m_audience(audience)
{
    if (kind != FieldKind::Text) {
        setAttribute(Qt::WA_InputMethodEnabled, false);
        setInputMethodHints(kind == FieldKind::Whole ? Qt::ImhDigitsOnly : Qt::ImhFormattedNumbersOnly);
        setProperty("isDigitEntry", true); // a scanner's Enter is not somebody's
    }
    restyle();
}

void EntryField::setDigits(int digits)
{
    m_digits = digits;
    restyle();
}

void EntryField::setMetrics(const PatientMetrics &metrics)
{
    m_metrics = metrics;
    restyle();
}

void EntryField::restyle()
{
    setFont(fieldFont(m_audience, m_metrics, size::text::patientName));
    const QFontMetrics metrics(font());
    setMinimumHeight(std::max(m_audience == Button::For::Staff ? size::staffTarget : m_metrics.target, metrics.height() + 12));
    if (m_digits > 0)
        setFixedWidth(metrics.horizontalAdvance(u'0') * m_digits + frameRoom);
}

bool EntryField::event(QEvent *event)
{
    const bool isHandled = QLineEdit::event(event);
    if (changesStyle(*event))
        restyle();
    return isHandled;
}

EntryText::EntryText(Button::For audience, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_audience(audience)
{
    setTabChangesFocus(true);
    restyle();
}

void EntryText::setMetrics(const PatientMetrics &metrics)
{
    m_metrics = metrics;
    restyle();
}

void EntryText::restyle()
{
    setFont(fieldFont(m_audience, m_metrics, size::text::patientButton));
    setFixedHeight(QFontMetrics(font()).lineSpacing() * linesOfText + frameRoom);
}

bool EntryText::event(QEvent *event)
{
    const bool isHandled = QPlainTextEdit::event(event);
    if (changesStyle(*event))
        restyle();
    return isHandled;
}

QString lengthText(qsizetype used, int limit)
{
    const QString count = QCoreApplication::translate("AnswerInput", "入力した文字 %1／%2").arg(used).arg(limit);
    return used <= limit ? count
                         : count + QCoreApplication::translate("AnswerInput", "　%1文字減らしてください").arg(used - limit);
}

} // namespace uk
