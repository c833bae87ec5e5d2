// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/rowlist.h"

#include "ui/widgets/retire.h"

#include <QVBoxLayout>

#include <algorithm>

namespace uk {

namespace {

constexpr int newAtOnce = 24; // more than any display shows
constexpr int newWhenIdle = 8;

} // namespace

RowList::RowList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_idle.setInterval(0);
    connect(&m_idle, &QTimer::timeout, this, [this] { fill(0, newWhenIdle); });
}

RowList::~RowList() = default;

void RowList::setRows(QList<Row> rows)
{
    m_rows = std::move(rows);
    QHash<QString, int> faces;
    for (const Row &row : std::as_const(m_rows))
        faces.insert(row.id, row.face);
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item; // the widgets stay
    m_kept.removeIf([&](const QHash<QString, Kept>::iterator kept) {
        const auto face = faces.constFind(kept.key());
        const bool isShown = face != faces.cend() && *face == kept->face;
        if (!isShown)
            retire(kept->widget);
        return !isShown;
    });
    m_filled = 0;
    fill(0, newAtOnce);
}

void RowList::fill(qsizetype atLeastTo, int mostNew)
{
    int made = 0;
    while (m_filled < m_rows.size() && (m_filled < atLeastTo || made < mostNew)) {
        made += !m_kept.contains(m_rows[m_filled].id);
        place(m_filled++);
    }
    if (made > 0)
        orderStops();
    if (isFinished())
        m_idle.stop();
    else
        m_idle.start();
}

void RowList::place(qsizetype number)
{
    const Row &row = m_rows[number];
    auto kept = m_kept.find(row.id);
    if (kept == m_kept.end()) {
        kept = m_kept.insert(row.id, {row.face, row.make(this), {}});
        for (QWidget *child : kept->widget->findChildren<QWidget *>())
            if (child->focusPolicy() & Qt::TabFocus)
                kept->stops.append(child);
    }
    if (row.spaceAbove > 0)
        m_column->addSpacing(row.spaceAbove);
    m_column->addWidget(kept->widget);
    kept->widget->show();
}

/// Tab goes from above to below, whatever was made first.
void RowList::orderStops()
{
    QWidget *before = nullptr;
    for (qsizetype number = 0; number < m_filled; ++number) {
        for (const auto &stop : m_kept.value(m_rows[number].id).stops) {
            if (before && stop)
                setTabOrder(before, stop);
            before = stop ? stop.data() : before;
        }
    }
}

QWidget *RowList::row(const QString &id)
{
    const auto found = std::ranges::find(m_rows, id, &Row::id);
    if (found == m_rows.end())
        return nullptr;
    if (const qsizetype number = found - m_rows.begin(); number >= m_filled)
        fill(number + 1);
    return m_kept.value(id).widget;
}

} // namespace uk
