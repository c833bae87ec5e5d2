// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/certificate/printpanel.h"

#include <QWidget>

class QVBoxLayout;

namespace uk {

class Button;
class DocumentView;
class StaffFooter;

/// A document, and beside it what staff have to know about it, with printing: content of the staff frame. What stands
/// above the printing is the derived screen's. Main thread; never waits.
class DocumentScreen : public QWidget
{
    Q_OBJECT
public:
    /// Key hints, the note and 受付へ戻る (Esc).
    void fillFooter(StaffFooter &footer);
    void setPrinters(const QList<PrinterInfo> &printers, const QString &preferred = {});
    void setCopies(int copies); ///< what is proposed for this document
    void setPrintCount(int count);
    void setPrintState(PrintPanel::State state, const PrintResult &result = {}, const Error &error = {});
    void setTraining(bool isTraining);
    /// Nothing of the person or the document remains in the widgets.
    virtual void clear();
    /// The page on show is drawn at the size on show.
    [[nodiscard]] bool isPageSharp() const;

Q_SIGNALS:
    /// Only when the screen's own check allows it. hasTrainingMark is that of setTraining().
    void printRequested(const uk::PrintRequest &request);
    void printCancelRequested();
    void closeRequested();
    /// The renderer ended while the screen needed it: show the error, offer to open the document again.
    void rendererFailed(const uk::Error &error);

protected:
    /// `name`: of the screen and beginning of the names of its controls. `footnote`: what the footer says about printing.
    DocumentScreen(const QString &name, const QString &footnote, QWidget *parent);
    /// Puts a widget above the printing.
    void addFacts(QWidget *facts);
    void showDocument(DocumentRenderer *renderer, const DocumentInfo &info, const QString &kind, const QString &title);
    /// Why nothing may be printed now, in words; empty: it may. Puts the keyboard where it can be mended.
    [[nodiscard]] virtual QString printObstacle() { return {}; }
    [[nodiscard]] PrintPanel &printing() const { return *m_print; }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitPanel();
    void requestPrint();

    QString m_footnote;
    DocumentView *m_view;
    QWidget *m_panel;
    QVBoxLayout *m_facts;
    PrintPanel *m_print;
    bool m_isTraining = false;
    bool m_hasDocument = false;
};

} // namespace uk
