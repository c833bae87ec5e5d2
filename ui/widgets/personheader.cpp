// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/personheader.h"

#include "ui/theme/glyphs.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/flowlayout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QTextLayout>
#include <QVBoxLayout>

#include <cmath>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

constexpr int smallName = 20;
constexpr int narrowestName = 160;
constexpr int chipPadding = 8;

/// Lays a text out so that it breaks anywhere if it must; returns the height, and paints where a painter is given.
double layOut(const QString &text, const QFont &font, double width, QPainter *painter, QPointF origin = {})
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, origin);
    return y;
}

} // namespace

NameLabel::NameLabel(int pixelSize, QWidget *parent) : Label({}, pixelSize, true, Role::TextStrong, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void NameLabel::setName(const QString &name, const QString &kana)
{
    const QList<char32_t> missing = missingGlyphs(name, theme::font(pixelSize(), true));
    m_isChip = !missing.isEmpty();
    QString shown = name;
    if (m_isChip) {
        QStringList codes;
        for (const char32_t character : missing)
            codes.append(codePointName(character));
        shown = tr("%1（画面に出せない字 %2）", "reading, code points").arg(kana.isEmpty() ? tr("読み不明") : kana, codes.join(u' '));
    }
    setText(shown);
    setAccessibleName(shown);
    updateGeometry();
}

QFont NameLabel::fontFor(int width) const
{
    const int room = width - (m_isChip ? 2 * chipPadding : 0);
    const QFont large = scaledFont(m_isChip ? smallName : pixelSize());
    if (QFontMetrics(large).horizontalAdvance(text()) <= room)
        return large;
    return scaledFont(std::min(smallName, pixelSize()));
}

QSize NameLabel::sizeHint() const
{
    const QFontMetrics metrics(scaledFont(m_isChip ? smallName : pixelSize()));
    const int extra = m_isChip ? 2 * chipPadding : 0;
    return {metrics.horizontalAdvance(text()) + extra + 2, metrics.height() + (m_isChip ? 4 : 0)};
}

QSize NameLabel::minimumSizeHint() const
{
    return {std::min(narrowestName, sizeHint().width()), QFontMetrics(scaledFont(std::min(smallName, pixelSize()))).height()};
}

int NameLabel::heightForWidth(int width) const
{
    const int room = std::max(1, width - (m_isChip ? 2 * chipPadding : 0));
    return int(std::ceil(layOut(text(), fontFor(width), room, nullptr))) + (m_isChip ? 4 : 0);
}

void NameLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(role()));
    const int inset = m_isChip ? chipPadding : 0;
    if (m_isChip) {
        painter.setPen(QPen(color(Role::Warning), 2));
        painter.setBrush(color(Role::Surface));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        painter.setPen(color(Role::TextStrong));
    }
    layOut(text(), fontFor(width()), std::max(1, width() - 2 * inset), &painter,
           QPointF(inset, std::max(0.0, (height() - heightForWidth(width())) / 2.0) + (m_isChip ? 2 : 0)));
}

PersonHeader::PersonHeader(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("受付中の人"));
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(size::personBar + size::staffMargin, 6, size::staffMargin, 6);

    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    m_kana = new Label({}, size::text::body, false, Role::Text, this);
    m_kana->setObjectName(u"person.kana"_s);
    m_kana->setWordWrap(true);
    m_name = new NameLabel(size::text::name, this);
    m_name->setObjectName(u"person.name"_s);
    names->addStretch();
    names->addWidget(m_kana);
    names->addWidget(m_name);
    names->addStretch();
    m_row->addLayout(names, 0);

    auto *facts = new QWidget(this);
    QSizePolicy flowing(QSizePolicy::Preferred, QSizePolicy::Preferred);
    flowing.setHeightForWidth(true);
    facts->setSizePolicy(flowing);
    m_facts = new FlowLayout(facts);
    m_row->addWidget(facts, 4);
    m_birth = addColumn(tr("生年月日"), u"person.birthDate"_s);
    m_age = addColumn(tr("年齢"), u"person.age"_s);
    m_sex = addColumn(tr("性別"), u"person.sex"_s);
    m_fact = addColumn({}, u"person.fact"_s);
    m_states = new QVBoxLayout;
    m_states->setSpacing(6);
    m_states->setAlignment(Qt::AlignVCenter);
    m_row->addLayout(m_states);
    m_controls = new QHBoxLayout;
    m_row->addLayout(m_controls);
    setMinimumHeight(size::staffPersonHeader);
    arrange();
    clear();
}

void PersonHeader::arrange()
{
    // With large text the labels stand before the values, so that the header stays low.
    const bool isInline = theme::textScale() > 1.25;
    m_row->setSpacing(isInline ? 16 : 32);
    m_facts->setSpacing(isInline ? 8 : 32);
    for (const Column &column : {m_birth, m_age, m_sex, m_fact}) {
        auto *layout = static_cast<QBoxLayout *>(column.box->layout());
        layout->setDirection(isInline ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        layout->setSpacing(isInline ? 8 : 2);
    }
}

void PersonHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrange();
}

PersonHeader::Column PersonHeader::addColumn(const QString &label, const QString &objectName)
{
    Column column{new QWidget(this), new Label(label, size::text::body, false, Role::Text),
                  new Label({}, size::text::heading, true, Role::TextStrong)};
    column.value->setObjectName(objectName);
    auto *layout = new QBoxLayout(QBoxLayout::TopToBottom, column.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column.label);
    layout->addWidget(column.value);
    m_facts->addWidget(column.box);
    return column;
}

void PersonHeader::setPerson(const PersonText &person)
{
    m_kana->setText(person.kana);
    m_name->setName(person.name, person.kana);
    m_birth.value->setText(person.birthDateWestern.isEmpty()
                               ? person.birthDate
                               : tr("%1（%2）", "birth date in the era, western year").arg(person.birthDate, person.birthDateWestern));
    m_age.value->setText(person.age);
    m_sex.value->setText(person.sex);
    m_birth.box->setVisible(!person.birthDate.isEmpty());
    m_age.box->setVisible(!person.age.isEmpty());
    m_sex.box->setVisible(!person.sex.isEmpty());
}

void PersonHeader::clear()
{
    setPerson({});
    setStates({});
    setFact({}, {});
}

void PersonHeader::setStates(const QList<StateText> &states)
{
    while (QLayoutItem *item = m_states->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const StateText &state : states)
        m_states->addWidget(new StateLabel(state, this));
}

void PersonHeader::setFact(const QString &label, const QString &value)
{
    m_fact.label->setText(label);
    m_fact.value->setText(value);
    m_fact.box->setVisible(!value.isEmpty());
}

void PersonHeader::addControl(QWidget *control)
{
    m_controls->addWidget(control);
}

void PersonHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::SurfaceTinted));
    painter.fillRect(QRect(0, 0, size::personBar, height()), color(Role::Primary));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Hairline));
}

} // namespace uk
