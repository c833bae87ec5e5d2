// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/button.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/keyhint.h"

#include <QAction>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace uk {
Button::Button(Kind kind, const QString &text, For audience, QWidget *parent)
    : QPushButton(parent), m_kind(kind), m_audience(audience)
{
    QPushButton::setText(text);
    setCheckable(kind == Kind::Choice || kind == Kind::Tab);
    const bool isPatient = audience == For::Patient;
    QSizePolicy policy(isPatient ? QSizePolicy::Preferred : QSizePolicy::Minimum, isPatient ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(wraps());
    setSizePolicy(policy);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
}

void Button::setText(const QString &text)
{
    QPushButton::setText(text);
    if (!m_key.isEmpty())
        setShortcut(m_key); // a new text takes the key away
    updateGeometry();
    update();
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    setCheckable(kind == Kind::Choice || kind == Kind::Tab);
    updateGeometry();
    update();
}

void Button::setButtonIcon(Icon icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void Button::setKey(const QKeySequence &key)
{
    m_key = key;
    setShortcut(key);
    describeKey();
}

void Button::setAction(QAction *action)
{
    m_action = action;
    addAction(action);
    const auto follow = [this, action] {
        setText(action->text());
        setEnabled(action->isEnabled());
        setVisible(action->isVisible());
        describeKey();
    };
    connect(action, &QAction::changed, this, follow);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QObject::destroyed, this, [this] { m_action = nullptr; });
    setText(action->text());
    setEnabled(action->isEnabled());
    describeKey();
}

void Button::setShowsKey(bool shows)
{
    m_showsKey = shows;
    updateGeometry();
    update();
}

void Button::setCount(int count)
{
    m_count = count;
    setAccessibleName(count > 0 ? tr("%1 %n件", nullptr, count).arg(text()) : QString());
    updateGeometry();
    update();
}

void Button::setTextSize(int pixelSize)
{
    m_textSize = pixelSize;
    updateGeometry();
}

void Button::setNote(const QString &note)
{
    m_note = note;
    setAccessibleDescription(note);
    updateGeometry();
    update();
}

void Button::setFillsHeight()
{
    m_fillsHeight = true;
    QSizePolicy policy = sizePolicy();
    policy.setVerticalPolicy(QSizePolicy::Expanding);
    policy.setHeightForWidth(false);
    setSizePolicy(policy);
}

void Button::setMetrics(const PatientMetrics &metrics)
{
    m_metrics = metrics;
    updateGeometry();
    update();
}

void Button::describeKey()
{
    const QString key = shownKey();
    setAccessibleDescription(key.isEmpty() ? QString() : tr("キー %1").arg(key));
    updateGeometry();
    update();
}

QString Button::keyName() const
{
    return keyText(m_action ? m_action->shortcut() : m_key);
}

QString Button::shownKey() const
{
    if (!m_showsKey || m_audience == For::Patient)
        return {};
    return keyName();
}

QFont Button::textFont() const
{
    const bool isBold = m_kind != Kind::Tab || isChecked();
    if (m_audience == For::Staff)
        return theme::font(m_textSize > 0 ? m_textSize : size::text::body, isBold);
    const double reference = m_textSize > 0 ? m_textSize : size::text::patientButton;
    QFont font = theme::font(std::max(reference * m_metrics.scale, double(m_metrics.smallestText)), true);
    if (property("isBarText").toBool())
        font.setPixelSize(qRound(font.pixelSize() / theme::textScale() * m_metrics.barTextScale));
    if (m_fillsHeight)
        font.setPixelSize(fittingPixelSize(font.pixelSize()));
    return font;
}

QFont Button::noteFont() const
{
    return theme::font(m_metrics.smallestText, false);
}

int Button::noteHeight(int width) const
{
    if (m_note.isEmpty())
        return 0;
    return QFontMetrics(noteFont()).boundingRect(QRect(0, 0, std::max(1, width - 2 * padding()), 10000), textFlags, m_note).height();
}

int Button::fittingPixelSize(int wanted) const
{
    const QSize room = testAttribute(Qt::WA_Resized) ? size() : QSize(m_metrics.target, m_metrics.target);
    for (int pixels = wanted; pixels > m_metrics.smallestText; --pixels) {
        QFont font = theme::font(1, true);
        font.setPixelSize(pixels);
        const QFontMetrics metrics(font);
        const int icon = shownIcon() == Icon::None ? 0 : qRound(metrics.ascent() * 1.25) + partGap();
        if (metrics.horizontalAdvance(text()) + lineSlack + icon + 2 * padding() <= room.width() && metrics.height() <= room.height())
            return pixels;
    }
    return m_metrics.smallestText;
}

int Button::padding() const
{
    if (m_kind == Kind::Link)
        return 4;
    return m_audience == For::Staff ? (m_kind == Kind::Tab ? 12 : 16) : std::max(12, m_metrics.px(20));
}

int Button::partGap() const
{
    return m_audience == For::Staff ? 8 : std::max(8, m_metrics.px(14));
}

int Button::iconSide() const
{
    if (shownIcon() == Icon::None)
        return 0;
    return qRound(QFontMetrics(textFont()).ascent() * (m_audience == For::Staff ? 1.2 : 1.25));
}

Icon Button::shownIcon() const
{
    return m_kind == Kind::Choice && isChecked() ? Icon::CheckCircle : m_icon;
}

int Button::smallestHeight() const
{
    if (m_audience == For::Staff)
        return std::max(size::staffTarget, QFontMetrics(textFont()).height() + 12);
    return m_metrics.target;
}

int Button::countWidth(const QFontMetrics &metrics, int count)
{
    return count > 0 ? std::max(metrics.height() + 2, metrics.horizontalAdvance(QString::number(count)) + 14) : 0;
}

int Button::widthWithoutText() const
{
    int width = 2 * padding();
    if (iconSide() > 0)
        width += iconSide() + (text().isEmpty() ? 0 : partGap());
    if (const QString key = shownKey(); !key.isEmpty())
        width += keyChipSize(key).width() + partGap();
    if (m_count > 0)
        width += countWidth(QFontMetrics(textFont()), m_count) + partGap();
    return width;
}

QSize Button::sizeHint() const
{
    // Chosen tabs are bold and choices get a mark: the wider state counts, so that nothing moves.
    const QFontMetrics metrics(m_kind == Kind::Tab ? theme::font(size::text::body, true) : textFont());
    int width = widthWithoutText() + metrics.horizontalAdvance(text()) + lineSlack;
    if (m_kind == Kind::Choice && shownIcon() == Icon::None)
        width += qRound(metrics.ascent() * 1.25) + partGap();
    const int square = m_audience == For::Staff ? size::staffTarget : m_metrics.target;
    return {std::max(width, square), smallestHeight()};
}

QSize Button::minimumSizeHint() const
{
    const QSize natural = sizeHint();
    if (!wraps())
        return natural;
    if (m_fillsHeight)
        return {m_metrics.target, m_metrics.target};
    // A few lines are fine; a word of Latin letters is not cut.
    const QFontMetrics metrics(textFont());
    int word = 0;
    for (const QString &part : text().split(u' '))
        word = std::max(word, part.isEmpty() || part.front().unicode() > 0x2000 ? metrics.height() * 2 : metrics.horizontalAdvance(part));
    const int width = std::min(natural.width(), widthWithoutText() + word + lineSlack);
    return {std::max(width, m_metrics.target), natural.height()};
}

int Button::heightForWidth(int width) const
{
    if (m_fillsHeight)
        return m_metrics.target;
    const QFontMetrics metrics(textFont());
    const int room = std::max(1, width - widthWithoutText());
    const int textHeight = metrics.boundingRect(QRect(0, 0, room, 10000), textFlags, text()).height();
    return std::max(smallestHeight(), textHeight + noteHeight(width) + 2 * std::max(8, m_metrics.px(10)));
}

bool Button::event(QEvent *event)
{
    // The base class would press the button for 100 ms first; a key acts at once.
    if (event->type() == QEvent::Shortcut && !static_cast<QShortcutEvent *>(event)->isAmbiguous()) {
        click();
        return true;
    }
    return QPushButton::event(event);
}

void Button::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier) == false) {
        if (!event->isAutoRepeat())
            click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void Button::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_audience == For::Patient && !m_acceptsDoubleTap)
        event->accept();
    else
        QPushButton::mouseDoubleClickEvent(event);
}

void Button::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
}

} // namespace uk
