// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/errortable.h"
#include "app/visit/printport.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace uk {

class Button;
class Label;
class NoticeBox;

/// 印刷: what is printed, where, on what paper, how often, and how often it was. The notice and the one button are a
/// widget of their own, so that they stay in view while the facts may scroll.
class PrintPanel : public QWidget
{
    Q_OBJECT
public:
    enum class State { Idle, Printing, Finished, HandedOver, Cancelled, Failed };

    explicit PrintPanel(QWidget *parent = nullptr);

    void setDocument(const QString &title, const DocumentInfo &info);
    /// Keeps the chosen printer where it is still there; otherwise `preferred`, then the system's default.
    void setPrinters(const QList<PrinterInfo> &printers, const QString &preferred);
    void setCopies(int copies);
    /// How often this document was printed before, from the log.
    void setPrintCount(int count);
    void setState(State state, const PrintResult &result = {}, const Error &error = {});
    /// A reason why nothing is printed now; empty takes it away.
    void showObstacle(const QString &obstacle);
    void clear();

    /// Notice and button; the caller places it, this panel answers for it.
    [[nodiscard]] QWidget *decision() const { return m_decision; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString printer() const;
    [[nodiscard]] int copies() const;

Q_SIGNALS:
    void printClicked();
    void cancelClicked();

private:
    [[nodiscard]] QWidget *makeCopies();
    void updateButton();

    Label *m_title, *m_paper, *m_record;
    QComboBox *m_printer;
    QSpinBox *m_copies;
    Label *m_sheets;
    NoticeBox *m_notice;
    Button *m_fewer, *m_more, *m_print;
    QWidget *m_decision;
    int m_pages = 0;
    State m_state = State::Idle;
};

/// "A5 横", "210×99 mm": the paper in the words of staff.
[[nodiscard]] QString paperText(QSizeF points);

} // namespace uk
