// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/rowwidget.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/retire.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace uk {

namespace {

constexpr int cellPadding = 12;

void placeCell(QHBoxLayout *layout, QWidget *cell, const ColumnWidth &column)
{
    if (column.fixed > 0)
        cell->setFixedWidth(column.fixed);
    layout->addWidget(cell, column.stretch);
}

QHBoxLayout *makeLine(QWidget *owner)
{
    auto *layout = new QHBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 1);
    layout->setSpacing(0);
    return layout;
}

} // namespace

RowWidget::RowWidget(QList<ColumnWidth> columns, int minimumHeight, QWidget *parent)
    : QWidget(parent)
    , m_columns(std::move(columns))
    , m_layout(makeLine(this))
{
    setMinimumHeight(minimumHeight);
}

void RowWidget::addCell(QWidget *cell, bool isTinted)
{
    auto *box = new QWidget(this);
    auto *inner = new QVBoxLayout(box);
    inner->setContentsMargins(cellPadding, 6, cellPadding, 6);
    inner->setSpacing(2);
    cell->setParent(box);
    inner->addStretch(1);
    inner->addWidget(cell);
    inner->addStretch(1);
    placeCell(m_layout, box, m_columns.value(m_next++));
    if (isTinted)
        m_tinted.append(box);
}

void RowWidget::addText(const QString &text, int pixelSize, bool isBold, Role role)
{
    auto *label = new Label(text, pixelSize, isBold, role, this);
    label->setWordWrap(true);
    addCell(label);
}

void RowWidget::addTexts(const QString &lead, const QString &second, const QStringList &more)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *first = new Label(lead, size::text::lead, true, Role::TextStrong, box);
    first->setWordWrap(true);
    column->addWidget(first);
    if (!second.isEmpty())
        column->addWidget(new Label(second, size::text::body, false, Role::TextMuted, box));
    for (const QString &text : more)
        column->addWidget(makeParagraph(text, size::text::body, box));
    addCell(box);
}

void RowWidget::addState(const StateText &state)
{
    auto *label = new StateLabel(state, this);
    label->setWordWrap(true);
    addCell(label);
}

void RowWidget::setMain(bool isMain)
{
    m_isMain = isMain;
    update();
}

void RowWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_isMain) {
        painter.fillRect(rect(), color(Role::SurfaceTinted));
        painter.fillRect(QRect(0, 0, 6, height()), color(Role::Primary));
    }
    for (const QWidget *cell : std::as_const(m_tinted)) {
        const QRect box = cell->geometry().adjusted(0, -cell->y(), 0, height() - cell->geometry().bottom());
        painter.fillRect(box, color(Role::SurfaceTinted));
        painter.fillRect(QRect(box.left(), 0, 1, height()), color(Role::Hairline));
        painter.fillRect(QRect(box.right(), 0, 1, height()), color(Role::Hairline));
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Hairline));
}

void emptyRows(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget())
            retire(widget);
        delete item;
    }
}

TableHeader::TableHeader(const QList<ColumnWidth> &columns, const QStringList &titles, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = makeLine(this);
    for (int i = 0; i < columns.size(); ++i) {
        auto *label = new Label(titles.value(i), size::text::body, true, Role::TextStrong, this);
        label->setContentsMargins(cellPadding, 0, cellPadding, 0);
        placeCell(layout, label, columns[i]);
    }
    setMinimumHeight(34);
}

void TableHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::SurfacePanel));
    painter.fillRect(QRect(0, 0, width(), 1), color(Role::Border));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Border));
}

} // namespace uk
