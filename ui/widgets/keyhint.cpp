// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/keyhint.h"

#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

constexpr int chipPadding = 6;
constexpr int chipGap = 5;

QFont chipFont()
{
    return theme::font(size::text::body);
}

} // namespace

QString keyText(const QKeySequence &key)
{
    QString text = key.toString(QKeySequence::NativeText);
    text.replace(u"Return"_s, u"Enter"_s);
    return text;
}

QSize keyChipSize(const QString &text)
{
    const QFontMetrics metrics(chipFont());
    return {std::max(metrics.horizontalAdvance(text) + 2 * chipPadding, metrics.height()), metrics.height() + 2};
}

void paintKeyChip(QPainter &painter, const QRectF &box, const QString &text, const QColor &ink, const QColor &paper)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(paper);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(chipFont());
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
}

KeyHint::KeyHint(const QStringList &keys, const QString &meaning, QWidget *parent)
    : QWidget(parent), m_keys(keys), m_meaning(meaning)
{
    setAccessibleName(keys.join(u' ') + u' ' + meaning);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyHint::sizeHint() const
{
    const QFontMetrics metrics(chipFont());
    int width = metrics.horizontalAdvance(m_meaning);
    for (const QString &key : m_keys)
        width += keyChipSize(key).width() + chipGap;
    return {width, keyChipSize(m_meaning).height()};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    double x = 0;
    for (const QString &key : m_keys) {
        const QSize chip = keyChipSize(key);
        paintKeyChip(painter, {x, (height() - chip.height()) / 2.0, double(chip.width()), double(chip.height())}, key,
                     color(Role::Text), color(Role::Surface));
        x += chip.width() + chipGap;
    }
    painter.setFont(chipFont());
    painter.setPen(color(Role::TextMuted));
    painter.drawText(QRectF(x, 0, width() - x + 1, height()), Qt::AlignVCenter | Qt::AlignLeft, m_meaning);
}

} // namespace uk
