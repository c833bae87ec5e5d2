// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/button.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/label.h"

#include <QAction>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace uk {
namespace {

constexpr int lineSlack = 2; // text is measured in whole px; without slack the last character may wrap
constexpr int textFlags = Qt::AlignCenter | Qt::TextWordWrap;

int countWidth(const QFontMetrics &metrics, int count)
{
    return count > 0 ? std::max(metrics.height() + 2, metrics.horizontalAdvance(QString::number(count)) + 14) : 0;
}

} // namespace

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

void Button::setTall(int referenceHeight)
{
    m_tall = referenceHeight;
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

QString Button::shownKey() const
{
    if (!m_showsKey || m_audience == For::Patient)
        return {};
    return keyText(m_action ? m_action->shortcut() : m_key);
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
    if (m_tall > 0)
        font.setPixelSize(fittingPixelSize(font.pixelSize()));
    return font;
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
    return std::max(m_metrics.target, m_metrics.isWide ? 0 : m_metrics.px(m_tall));
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
    if (m_tall > 0)
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
    if (m_tall > 0)
        return m_metrics.target;
    const QFontMetrics metrics(textFont());
    const int room = std::max(1, width - widthWithoutText());
    const int textHeight = metrics.boundingRect(QRect(0, 0, room, 10000), textFlags, text()).height();
    return std::max(smallestHeight(), textHeight + 2 * std::max(8, m_metrics.px(10)));
}

Button::Look Button::look() const
{
    const bool isContrast = theme::mode() == theme::Mode::HighContrast;
    const double line = m_audience == For::Patient || isContrast ? 2 : 1;
    const bool isOver = underMouse() && isEnabled();
    const Role quietPaper = isDown() ? Role::Pressed : isOver ? Role::Hover : Role::Surface;
    switch (m_kind) {
    case Kind::Primary: {
        const Role paper = isDown() ? Role::PrimaryPressed : isOver ? Role::PrimaryHover : Role::Primary;
        return {color(Role::OnPrimary), color(paper), color(paper), line};
    }
    case Kind::Secondary: return {color(Role::Primary), color(quietPaper), color(Role::Primary), line};
    case Kind::Choice:
        if (isChecked())
            return {color(Role::Primary), color(Role::SurfaceTinted), color(Role::Primary), line + 2};
        break;
    case Kind::Tab:
        return {color(isChecked() ? Role::Primary : Role::Text), isDown() || isOver ? color(quietPaper) : QColor(Qt::transparent),
                QColor(Qt::transparent), 0};
    case Kind::Link: return {color(Role::Primary), QColor(Qt::transparent), QColor(Qt::transparent), 0};
    case Kind::Quiet: break;
    }
    return {color(isEnabled() ? Role::TextStrong : Role::TextMuted), color(quietPaper), color(Role::Border), line};
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look how = look();
    const double radius = m_audience == For::Staff ? size::radius : std::max<double>(size::radius, m_metrics.px(size::patientRadius));
    const double inset = how.lineWidth / 2;
    painter.setPen(how.lineWidth > 0 ? QPen(how.line, how.lineWidth) : QPen(Qt::NoPen));
    painter.setBrush(how.paper);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
    if (m_kind == Kind::Tab && isChecked())
        painter.fillRect(QRectF(0, height() - 4, width(), 4), color(Role::Primary));
    paintContent(painter, how);
}

void Button::paintContent(QPainter &painter, const Look &how) const
{
    QFont font = textFont();
    font.setUnderline(m_kind == Kind::Link);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int room = balancedWidth(metrics, std::max(1, width() - widthWithoutText()), QPushButton::text());
    const QRect text = metrics.boundingRect(QRect(0, 0, room, 10000), textFlags, QPushButton::text());
    const int content = widthWithoutText() - 2 * padding() + text.width();
    double x = (width() - content) / 2.0;
    if (const int side = iconSide(); side > 0) {
        paintIcon(painter, shownIcon(), QRectF(x, (height() - side) / 2.0, side, side), how.ink,
                  how.paper.alpha() > 0 ? how.paper : color(Role::Surface));
        x += side + (QPushButton::text().isEmpty() ? 0 : partGap());
    }
    painter.setPen(how.ink);
    painter.drawText(QRectF(x - 1, 0, text.width() + lineSlack + 1, height()), textFlags, QPushButton::text());
    x += text.width() + partGap();
    if (m_count > 0) {
        const QFont bold = theme::font(size::text::body, true);
        const double ring = countWidth(QFontMetrics(bold), m_count), high = QFontMetrics(bold).height() + 2;
        painter.setPen(QPen(color(Role::Border), 1));
        painter.setBrush(Qt::NoBrush);
        const QRectF box(x, (height() - high) / 2.0, ring, high);
        painter.drawRoundedRect(box, high / 2, high / 2);
        painter.setPen(how.ink);
        painter.setFont(bold);
        painter.drawText(box, Qt::AlignCenter, QString::number(m_count));
        x += ring + partGap();
    }
    if (const QString key = shownKey(); !key.isEmpty()) {
        const QSize chip = keyChipSize(key);
        const bool isFilled = m_kind == Kind::Primary;
        paintKeyChip(painter, QRectF(x, (height() - chip.height()) / 2.0, chip.width(), chip.height()), key,
                     isFilled ? how.ink : color(Role::Text), isFilled ? how.paper : color(Role::Surface));
    }
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
