// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/label.h"
#include "ui/widgets/statelabel.h"

#include <QWidget>

class QHBoxLayout;
class QLayout;

namespace uk {

/// Widths of columns as shares of the room: fixed ones in px, the others by stretch.
struct ColumnWidth
{
    int fixed = 0;
    int stretch = 0;
};

/// One row of a staff table made of real widgets (so that everything in it has a name and a focus): cells in columns,
/// a hairline below, a bar at the left where it is the one to do first.
class RowWidget : public QWidget
{
    Q_OBJECT
public:
    RowWidget(QList<ColumnWidth> columns, int minimumHeight, QWidget *parent = nullptr);

    /// Takes the widget over; cells are filled from the left. A cell may be tinted like 今回の回答.
    void addCell(QWidget *cell, bool isTinted = false);
    void addText(const QString &text, int pixelSize = 16, bool isBold = false, Role role = Role::Text);
    /// Two lines: a bold lead and a muted second one (left out if empty); below them what else is to be said.
    void addTexts(const QString &lead, const QString &second, const QStringList &more = {});
    /// Icon and word, wrapped where the column is narrow or the text is large.
    void addState(const StateText &state);
    void setMain(bool isMain);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<ColumnWidth> m_columns;
    QHBoxLayout *m_layout;
    QList<QWidget *> m_tinted;
    int m_next = 0;
    bool m_isMain = false;
};

/// Empties a layout and retires its widgets (retire.h).
void emptyRows(QLayout *layout);

/// The line of column titles above such rows.
class TableHeader : public QWidget
{
    Q_OBJECT
public:
    TableHeader(const QList<ColumnWidth> &columns, const QStringList &titles, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace uk
