// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace uk {

/// Rows one below the other. A row that shows the same as before keeps its widget, with its focus and what is typed in it;
/// of very many rows the first are there at once and the rest a few at a time, so that nobody waits for what is far below.
/// Main thread.
class RowList : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        QString id;        ///< once in the list
        int face = 0;      ///< another number: something else is shown in it, and it is another widget
        std::function<QWidget *(QWidget *parent)> make;
        int spaceAbove = 0;
    };

    explicit RowList(QWidget *parent = nullptr);
    ~RowList() override;

    void setRows(QList<Row> rows);
    /// The row's widget; makes every row up to it. nullptr if there is no such row.
    [[nodiscard]] QWidget *row(const QString &id);
    /// Makes the rows that are not there yet.
    void finish() { fill(m_rows.size()); }
    [[nodiscard]] bool isFinished() const { return m_filled == m_rows.size(); }

private:
    struct Kept
    {
        int face = 0;
        QWidget *widget = nullptr;
        QList<QPointer<QWidget>> stops; ///< what Tab leads to, in order
    };
    /// Goes on until so many new widgets were made, or at least to that row.
    void fill(qsizetype atLeastTo, int mostNew = 0);
    void place(qsizetype number);
    void orderStops();

    QList<Row> m_rows;
    qsizetype m_filled = 0;          ///< rows that have their place
    QHash<QString, Kept> m_kept;     ///< by id
    QVBoxLayout *m_column;
    QTimer m_idle;
};

} // namespace uk
